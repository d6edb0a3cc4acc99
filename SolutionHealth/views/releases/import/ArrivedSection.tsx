import * as React from "react";
import { compareArrived } from "../../../domain/releases/compareArrived";
import type { PackagePreview, ReleaseWay } from "../../../domain/releases/releasePreview";
import { stagedIn } from "../../../state/releases/importSteps";
import { ComparedSection } from "./ComparedSection";
import { useProduct } from "../../product";
import { useReleases } from "../releases";
import { Notice } from "../../../ui/Notice";

export interface ArrivedSectionProps {
  /** Made after the import, of the file that was imported. */
  readonly preview: PackagePreview;
  readonly way: ReleaseWay;
}

/** What an imported package holds against what is here now; of a staged one there is nothing to compare before it is applied. */
export function ArrivedSection({ preview, way }: ArrivedSectionProps): React.ReactElement | null {
  const { t } = useProduct();
  const { preview: shown } = useReleases().state;
  const { displayName, version, sha256: id, uniqueName } = preview.package;
  const comparison = React.useMemo(() => compareArrived(preview, way), [preview, way]);
  const staged = shown.status === "ready" && stagedIn(shown.preview).includes(preview);
  if (staged) {
    return (
      <Notice kind="info" title={t("Import_Staged", displayName, version)}>
        {t("Import_StagedEarlier")}
      </Notice>
    );
  }
  return <ComparedSection step={{ id, way, uniqueName, displayName, version }} comparison={comparison} isArrival />;
}
