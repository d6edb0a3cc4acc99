import * as React from "react";
import type { InstalledSolution } from "../../../../domain/model/solution";
import type { LadderRung, PatchLadder, Superseded } from "../../../../domain/solutions/patchLadder";
import { isOvertaken } from "../../../../domain/solutions/patchOrder";
import { Badge } from "../../../../ui/Badge";
import { Column, Row } from "../../../../ui/Layout";
import { Code, Heading, Muted } from "../../../../ui/Text";
import { Timeline } from "../../../../ui/Timeline";
import { useProduct } from "../../../product";
import { PreviewLink, SolutionLink } from "./links";
import type { LadderLinks } from "./links";
import { rungSentences } from "./rungTexts";
import type { Comparison } from "./useComparison";

export interface RungsProps {
  readonly ladder: PatchLadder;
  readonly comparison: Comparison;
  readonly links: LadderLinks;
}

/** The ladder as it stands: the base at the bottom, the highest patch on top. */
export function Rungs({ ladder, comparison, links }: RungsProps): React.ReactElement {
  const { t } = useProduct();
  const fromTop = [...ladder.rungs].reverse();
  return (
    <Timeline
      label={t("Ladder_Label")}
      items={fromTop}
      getKey={({ solution }) => solution.id}
      render={(rung) => (
        <Rung
          rung={rung}
          higher={fromTop.indexOf(rung)}
          base={ladder.orphaned ? undefined : ladder.rungs[0]?.solution}
          others={fromTop.length - 1}
          comparison={comparison}
          links={links}
        />
      )}
    />
  );
}

interface RungProps extends Omit<RungsProps, "ladder"> {
  readonly rung: LadderRung;
  readonly higher: number;
  readonly others: number;
  /** Undefined where it is not there. */
  readonly base: InstalledSolution | undefined;
}

function Rung({ rung, higher, others, base, comparison, links }: RungProps): React.ReactElement {
  const { t, plural, host } = useProduct();
  const { solution, outOfOrder } = rung;
  const words = { t, plural, number: host.formatNumber };
  const around = { look: comparison.lookOf(solution.id), higher, others };
  const sentences = rungSentences(rung, around, words);
  if (base && rung.role === "patch" && isOvertaken(solution, base)) {
    sentences.push(t("Reason_PatchSuperseded_Text", base.displayName, base.version));
  }
  if (outOfOrder && solution.managed) sentences.push(t("Ladder_OutOfOrder_Text"));
  return (
    <Column gap={4}>
      <Row gap={8}>
        <Heading level={3}>
          <SolutionLink solution={solution} links={links} />
        </Heading>
        <Badges rung={rung} orphaned={!base} tried={!comparison.untouched && !comparison.reading} links={links} />
      </Row>
      <Muted>
        <Code>{solution.uniqueName}</Code> · {installedText(solution, t, host.formatDate)}
      </Muted>
      {sentences.map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
      <PreviewLink solution={solution} links={links} />
    </Column>
  );
}

function installedText(
  { installedOn }: InstalledSolution,
  t: (key: string, ...values: readonly string[]) => string,
  formatDate: (date: Date, withTime: boolean) => string,
): string {
  return installedOn ? t("Ladder_Installed", formatDate(installedOn, false)) : t("Ladder_InstalledUnknown");
}

const SUPERSEDED_WORDS: Readonly<Record<Exclude<Superseded, "no">, string>> = {
  wholly: "Ladder_SupersededWholly",
  partly: "Ladder_SupersededPartly",
  unknown: "Ladder_SupersededUnknown",
};

interface BadgesProps {
  readonly rung: LadderRung;
  readonly orphaned: boolean;
  /** A reading has ended, well or not: what is unknown now is said to be. */
  readonly tried: boolean;
  readonly links: LadderLinks;
}

function Badges({ rung, orphaned, tried, links }: BadgesProps): React.ReactElement {
  const { t } = useProduct();
  const { solution, role, superseded, outOfOrder } = rung;
  // Unmanaged patches have no layers of their own: none lies on another.
  const layered = role === "patch" && solution.managed;
  const told = layered && superseded !== "no" && (superseded !== "unknown" || tried);
  return (
    <>
      <Badge look="quiet">{t(role === "base" ? "Ladder_Base" : "Kind_Patch")}</Badge>
      {solution.id === links.current && <Badge look="quiet">{t("Ladder_Current")}</Badge>}
      {orphaned && <Badge look="accent">{t("Ladder_Orphaned")}</Badge>}
      {told && <Badge look={superseded === "unknown" ? "quiet" : "accent"}>{t(SUPERSEDED_WORDS[superseded])}</Badge>}
      {outOfOrder && layered && <Badge look="accent">{t("Ladder_OutOfOrder")}</Badge>}
    </>
  );
}
