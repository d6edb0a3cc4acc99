import * as React from "react";
import type { PackagePreview, ReleasePreview } from "../../domain/releases/releasePreview";
import { releaseHtml } from "../../domain/releases/report/releaseHtml";
import { releaseMarkdown } from "../../domain/releases/report/releaseMarkdown";
import { releaseReportJson } from "../../domain/releases/report/releaseReportJson";
import { wayOf } from "../../state/releases/importSteps";
import { countKey, type ReleaseChoice, type ReleaseState } from "../../state/releases/model";
import { MenuButton } from "../../ui/MenuButton";
import type { Product } from "../product";
import { useProduct } from "../product";
import { shown } from "../resource";
import { fileStem, releaseCsv } from "./export";
import { type ReleaseNames, useReleaseNames } from "./releaseNames";
import { useReleases } from "./releases";
import { reportWords } from "./reportWords";

const FORMATS = {
  html: { ending: "html", type: "text/html;charset=utf-8", text: "ReleaseX_SaveHtml" },
  markdown: { ending: "md", type: "text/markdown;charset=utf-8", text: "Rollback_SaveMarkdown" },
  json: { ending: "json", type: "application/json", text: "Rollback_SaveJson" },
  csv: { ending: "csv", type: "text/csv;charset=utf-8", text: "Rollback_SaveCsv" },
} as const;
type Format = keyof typeof FORMATS;

export interface ReportMenuProps {
  readonly release: ReleasePreview;
  /** What it goes by. */
  readonly choice: ReleaseChoice;
}

/** The whole release as a file: to print, to read, for other programs, and as a list. */
export function ReportMenu({ release, choice }: ReportMenuProps): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { store, state } = useReleases();
  const names = useReleaseNames();
  const save = (format: Format): void => {
    const { ending, type } = FORMATS[format];
    const name = `${fileStem("report", release.packages, product)}.${ending}`;
    store.saveReport({
      name,
      content: contentOf(format, release, { state: { ...state, choice }, product, names }),
      mediaType: type,
    });
  };
  return (
    <MenuButton<Format>
      text={t("Rollback_Save")}
      icon="Download"
      choices={(Object.keys(FORMATS) as Format[]).map((key) => ({ key, text: t(FORMATS[key].text) }))}
      onChoose={save}
    />
  );
}

interface Ports {
  readonly state: ReleaseState;
  readonly product: Product;
  readonly names: ReleaseNames;
}

function contentOf(format: Format, release: ReleasePreview, { state, product, names }: Ports): string {
  if (format === "csv") return releaseCsv(release, state, names, product);
  const name = shown(product.state.environment)?.name;
  const place = { url: product.host.clientUrl, ...(name === undefined ? {} : { name }) };
  const counted = { ...release, packages: release.packages.map((one) => withCounts(one, state)) };
  const report = { preview: counted, place, wayOf: (one: PackagePreview) => one.ways[wayOf(one, state.choice)] };
  if (format === "json") return releaseReportJson(report);
  const words = reportWords(product, names);
  return format === "html" ? releaseHtml(report, words) : releaseMarkdown(report, words);
}

/** What has been counted so far goes into the report. */
function withCounts(preview: PackagePreview, { counts }: Pick<ReleaseState, "counts">): PackagePreview {
  const known = Object.values(preview.ways).flatMap(({ way }) => {
    const count = counts.get(countKey(preview.package.sha256, way));
    return count ? [[way, count.data] as const] : [];
  });
  return known.length === 0 ? preview : { ...preview, data: Object.fromEntries(known) };
}
