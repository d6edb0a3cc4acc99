import * as React from "react";
import type { ReleasePreview } from "../../domain/releases/releasePreview";
import { MenuButton } from "../../ui/MenuButton";
import { useProduct } from "../product";
import { releaseCsv, fileStem } from "./export";
import { useReleaseNames } from "./releaseNames";
import { useReleases } from "./releases";

/** The whole release as a file, each package along its chosen way. */
export function ReportMenu({ release }: { readonly release: ReleasePreview }): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { store, state } = useReleases();
  const names = useReleaseNames();
  const save = (): void =>
    store.saveReport({
      name: `${fileStem("report", release.packages, product)}.csv`,
      content: releaseCsv(release, state, names, product),
      mediaType: "text/csv;charset=utf-8",
    });
  return (
    <MenuButton<"csv">
      text={t("Rollback_Save")}
      icon="Download"
      choices={[{ key: "csv", text: t("Rollback_SaveCsv") }]}
      onChoose={save}
    />
  );
}
