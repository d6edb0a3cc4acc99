import * as React from "react";
import type { OpenParts } from "../../state/releases/model";
import { Button } from "../../ui/Button";
import { Below } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { useProduct } from "../product";
import { useReleases } from "./releases";

/** What the answer on the screen leaves open: because it is still being read, or because that was cancelled. */
export function OpenNotice({ open: { components, packages } }: { readonly open: OpenParts }): React.ReactElement {
  const { t, plural } = useProduct();
  const { store, state } = useReleases();
  const isReading = state.preview.status === "reading";
  return (
    <Notice kind={isReading ? "info" : "warning"} title={plural("Release_OpenTitle", components)}>
      {packages > 0 && <>{plural("Release_OpenPackages", packages)} </>}
      {t("Release_OpenText")}
      {!isReading && (
        <Below>
          <Button text={t("Release_ReadRest")} onClick={() => store.readRest()} />
        </Below>
      )}
    </Notice>
  );
}
