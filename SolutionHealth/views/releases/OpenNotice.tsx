import * as React from "react";
import type { OpenParts } from "../../state/releases/model";
import { Button } from "../../ui/Button";
import { Below } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { useProduct } from "../product";
import { useReleases } from "./releases";

/** What the answer on the screen leaves open: because it is still being read, or because that was cancelled. */
export function OpenNotice({ open }: { readonly open: OpenParts }): React.ReactElement {
  const { components, packages, dependencies = false } = open;
  const { t, plural } = useProduct();
  const { store, state } = useReleases();
  const isReading = state.preview.status === "reading";
  return (
    <Notice
      kind={isReading ? "info" : "warning"}
      title={components > 0 ? plural("Release_OpenTitle", components) : t("Release_OpenRest")}
    >
      {packages > 0 && <>{plural("Release_OpenPackages", packages)} </>}
      {components > 0 && <>{t("Release_OpenText")} </>}
      {dependencies && t("Release_OpenDependencies")}
      {!isReading && (
        <Below>
          <Button text={t("Release_ReadRest")} onClick={() => store.readRest()} />
        </Below>
      )}
    </Notice>
  );
}
