import { csvText } from "../../domain/csv";
import type {
  ComponentRelease,
  PackagePreview,
  ReleasePreview,
  WayPreview,
} from "../../domain/releases/releasePreview";
import { wayOf } from "../../state/releases/importSteps";
import { countKey, type ReleaseState } from "../../state/releases/model";
import type { Product } from "../product";
import { shown } from "../resource";
import { sentencesOf } from "./fateTexts";
import { KIND_LOOKS, WAY_WORDS } from "./releaseLooks";
import type { ReleaseNames } from "./releaseNames";

interface Exported {
  readonly preview: PackagePreview;
  readonly way: WayPreview;
  readonly sentences: (fate: ComponentRelease) => readonly string[];
  readonly names: ReleaseNames;
  readonly product: Pick<Product, "t">;
}

const COLUMNS = [
  "Release_Column_Solution",
  "Release_Column_Way",
  "Release_Column_Type",
  "Release_Column_Component",
  "Release_Column_Key",
  "Release_Column_Table",
  "Release_Column_Id",
  "Release_Column_Fate",
  "Release_Column_What",
  "Release_Column_Changes",
] as const;

/** The list of one package as a file: every row that the filters leave, in the order of the list. */
export const fatesCsv = (fates: readonly ComponentRelease[], exported: Exported): string =>
  csvText([headsOf(exported), ...rowsOf(fates, exported)]);

const headsOf = ({ product: { t } }: Pick<Exported, "product">): string[] => COLUMNS.map((key) => t(key));

function rowsOf(fates: readonly ComponentRelease[], exported: Exported): string[][] {
  const { preview, way, sentences, names, product } = exported;
  const { t } = product;
  return fates.map((fate) => {
    const { component, kind, changes } = fate;
    return [
      preview.package.uniqueName,
      t(WAY_WORDS[way.way]),
      names.type(component),
      names.title(component),
      component.key,
      component.table ?? "",
      component.here?.id ?? "",
      t(KIND_LOOKS[kind].word),
      sentences(fate).join(" "),
      changes.map(({ property, child }) => (child === undefined ? property : `${property} ${child}`)).join(", "),
    ];
  });
}

/** All packages of a release, each along its chosen way, as one file. */
export function releaseCsv(
  { packages }: ReleasePreview,
  { choice, counts }: Pick<ReleaseState, "choice" | "counts">,
  names: ReleaseNames,
  { t, plural, host }: Product,
): string {
  const product = { t, plural, formatNumber: host.formatNumber };
  const rows = packages.flatMap((preview) => {
    const way = preview.ways[wayOf(preview, choice)];
    const count = counts.get(countKey(preview.package.sha256, way.way));
    const sentences = sentencesOf(way, count, { names, product });
    return rowsOf(way.fates, { preview, way, sentences, names, product });
  });
  return csvText([headsOf({ product }), ...rows]);
}

/** "solution-health-release_Contoso_1-2-0-0_Production_2026-01-02". */
export function fileStem(
  what: string,
  [first, ...others]: readonly PackagePreview[],
  { host, state }: Product,
): string {
  const part = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  const own = first?.package;
  const named = own && others.length === 0 ? [own.uniqueName, own.version] : [];
  const parts = [...named, shown(state.environment)?.name ?? ""].map(part);
  const day = host.now().toISOString().slice(0, 10);
  return [`solution-health-release-${what}`, ...parts, day].filter(Boolean).join("_");
}
