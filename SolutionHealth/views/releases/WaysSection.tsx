import * as React from "react";
import type { AdviceReason } from "../../domain/releases/releaseAdvice";
import type {
  NotApplicable,
  PackagePreview,
  ReleaseComponent,
  ReleaseWay,
  WayPreview,
} from "../../domain/releases/releasePreview";
import { RELEASE_WAYS } from "../../domain/releases/releasePreview";
import { Badge } from "../../ui/Badge";
import { CardChoice } from "../../ui/CardChoice";
import type { CardOption } from "../../ui/CardChoice";
import { Check } from "../../ui/Check";
import { Column } from "../../ui/Layout";
import { StatusMark } from "../../ui/StatusMark";
import type { Tone } from "../../ui/tone";
import { Heading, Muted, TextButton } from "../../ui/Text";
import type { Product } from "../product";
import { useProduct } from "../product";
import { deletesLine } from "./deletionTexts";
import { isHidden, WAY_WORDS } from "./releaseLooks";
import { type ReleaseNames, useReleaseNames } from "./releaseNames";
import { useReleases } from "./releases";

export interface WaysSectionProps {
  readonly preview: PackagePreview;
  readonly way: ReleaseWay;
  /** Not everything has been read: nothing here is the last word. */
  readonly partial: boolean;
}

/** The ways of importing it side by side, which one fits and why, and whether customizations are overwritten. */
export function WaysSection({ preview, way, partial }: WaysSectionProps): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { store, state } = useReleases();
  const running = state.import.run.status !== "none";
  // Each goes through thousands of components: not again with every word of a reading that goes on.
  const options = React.useMemo(
    () => RELEASE_WAYS.map((key) => optionOf(preview.ways[key], preview, product, { running, partial })),
    [preview, product, running, partial],
  );
  return (
    <Column gap={8}>
      <Heading level={3}>{t("Release_Ways")}</Heading>
      <Advice preview={preview} partial={partial} />
      <CardChoice
        label={t("Release_Ways")}
        options={options}
        value={way}
        onChange={(next) => store.chooseWay(preview.package.sha256, next)}
      />
      {preview.ways[way].hypothetical && <div>{t("Release_PatchNext", preview.package.displayName)}</div>}
      <Column gap={4}>
        <Check
          label={t("Release_Overwrite")}
          checked={state.choice.overwrite}
          disabled={running}
          onChange={() => store.setOverwrite(!state.choice.overwrite)}
        />
        <Muted>{t("Release_OverwriteText")}</Muted>
      </Column>
    </Column>
  );
}

export const STATES: Readonly<Record<Exclude<WayPreview["status"], "notApplicable">, readonly [Tone, string]>> = {
  possible: ["good", "Release_WayPossible"],
  refused: ["bad", "Release_WayRefused"],
  uncertain: ["unknown", "Release_WayUncertain"],
};

/** That it will be refused is certain, whatever is still to be read; of a patch that does not exist nothing is possible. */
function stateOf({ status, hypothetical }: WayPreview, partial: boolean): readonly [Tone, string] {
  if (status === "refused" || status === "notApplicable") return STATES.refused;
  if (partial) return ["unknown", "Release_WayProvisional"];
  return hypothetical ? ["neutral", "Release_WayNoPatch"] : STATES[status];
}

export const WHY_NOT: Readonly<Record<NotApplicable, string>> = {
  installed: "Release_NotInstall",
  notInstalled: "Release_NotYetInstalled",
  isPatch: "Release_OnlyPatch",
  unmanaged: "Release_OnlyManaged",
  baseMissing: "Release_NoBase",
};

function optionOf(
  way: WayPreview,
  { advice }: PackagePreview,
  product: Product,
  { running, partial }: { readonly running: boolean; readonly partial: boolean },
): CardOption<ReleaseWay> {
  const { t } = product;
  const title = t(WAY_WORDS[way.way]);
  if (way.status === "notApplicable") {
    const why = way.notApplicable ?? "notInstalled";
    return { key: way.way, title, disabled: true, lines: [<Muted key="why">{t(WHY_NOT[why])}</Muted>] };
  }
  const [tone, word] = stateOf(way, partial);
  return {
    key: way.way,
    title,
    disabled: running,
    ...(advice.way === way.way ? { mark: <Badge look="accent">{t("Release_Advised")}</Badge> } : {}),
    lines: [
      <StatusMark key="state" tone={tone} word={t(word)} />,
      ...(way.hypothetical ? [<Muted key="what">{t("Release_Hypothetical")}</Muted>] : []),
      ...effectLines(way, product),
    ],
  };
}

/** "adds 4 · changes 12", "deletes 3", "2 patches are rolled up". */
function effectLines(way: WayPreview, product: Product): string[] {
  const { counts, fates, rollsUp, blockers } = way;
  const { plural } = product;
  const hides = fates.filter(isHidden).length;
  const certain = blockers.filter((blocker) => blocker.certain).length;
  return [
    changesLine(counts, product),
    deletesLine(way, product),
    ...(counts.leftBehind > 0 ? [plural("Release_Leaves", counts.leftBehind)] : []),
    ...(counts.survives > 0 ? [plural("Release_Keeps", counts.survives)] : []),
    ...(rollsUp.length > 0 ? [plural("Release_RollsUp", rollsUp.length)] : []),
    ...(hides > 0 ? [plural("Release_Hides", hides)] : []),
    ...(certain > 0 ? [plural("Release_InTheWay", certain)] : []),
    ...(certain < blockers.length ? [plural("Release_MayBeInTheWay", blockers.length - certain)] : []),
    ...(counts.unknown > 0 ? [plural("Release_NotJudged", counts.unknown)] : []),
  ];
}

/** What was not judged may turn out to be changed. */
function changesLine({ added, changed, unknown }: WayPreview["counts"], { t, host }: Product): string {
  if (unknown === 0) return t("Release_AddsChanges", host.formatNumber(added), host.formatNumber(changed));
  return changed > 0
    ? t("Release_AddsChangesAtLeast", host.formatNumber(added), host.formatNumber(changed))
    : t("Release_AddsChangesUnknown", host.formatNumber(added));
}

export const REASONS: Readonly<Record<AdviceReason, string>> = {
  firstInstall: "Release_AdviceFirst",
  nothingLeftBehind: "Release_AdviceUpdate",
  partsMayStay: "Release_AdvicePartsStay",
  leftBehindUnknown: "Release_AdviceLeftUnknown",
  leftBehind: "Release_AdviceLeftBehind",
  isPatch: "Release_AdvicePatch",
  subset: "Release_AdviceSubset",
  upgradeBlocked: "Release_AdviceBlocked",
  staged: "Release_AdviceStaged",
  unmanaged: "Release_AdviceUnmanaged",
  allRefused: "Release_AdviceNone",
};

/** Components named before the rest is only counted. */
const NAMED = 5;

/** Which way, and the reason for it, with the components it is about. */
function Advice({ preview: { advice, ways }, partial }: Omit<WaysSectionProps, "way">): React.ReactElement {
  const { t, plural, host } = useProduct();
  const names = useReleaseNames();
  const [all, setAll] = React.useState(false);
  const known = React.useMemo(
    () =>
      new Map(Object.values(ways).flatMap(({ fates }) => fates.map(({ component }) => [component.address, component]))),
    [ways],
  );
  const along = new Map((advice.along ?? []).map(({ whole, parts }) => [whole, parts]));
  const about = advice.components.flatMap((address) => known.get(address) ?? []);
  const titles = about.map((component) => {
    const parts = (along.get(component.address) ?? []).flatMap((address) => known.get(address) ?? []);
    const title = names.titled(component);
    return parts.length === 0 ? title : plural("Release_AdviceWith", parts.length, title, kindsOf(parts, names, host));
  });
  const shown = all ? titles : titles.slice(0, NAMED);
  return (
    <div>
      <strong>
        {advice.way
          ? t(partial ? "Release_AdviceSoFar" : "Release_Advice", t(WAY_WORDS[advice.way]))
          : t("Release_NoAdvice")}
      </strong>{" "}
      {t(REASONS[advice.reason], host.formatNumber(advice.components.length))}
      {shown.length > 0 && <> {shown.join(", ")}</>}
      {shown.length < titles.length && (
        <>
          {" "}
          <TextButton onClick={() => setAll(true)}>{plural("Release_More", titles.length - shown.length)}</TextButton>
        </>
      )}
      {partial && (
        <div>
          <Muted>{t("Release_AdviceMayTurn")}</Muted>
        </div>
      )}
    </div>
  );
}

/** "Columns 12, Forms 1": how many of each type, the most first. */
function kindsOf(
  parts: readonly ReleaseComponent[],
  names: ReleaseNames,
  { formatNumber }: Pick<Product["host"], "formatNumber">,
): string {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(names.type(part), (counts.get(names.type(part)) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([type, count]) => `${type} ${formatNumber(count)}`)
    .join(", ");
}
