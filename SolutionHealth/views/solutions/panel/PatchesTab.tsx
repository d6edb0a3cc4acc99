import * as React from "react";
import type { InstalledSolution } from "../../../domain/model/solution";
import { patchLadder } from "../../../domain/solutions/patchLadder";
import { toFamilies } from "../../../domain/solutions/solutionFamilies";
import type { SolutionFamily } from "../../../domain/solutions/solutionFamilies";
import { EmptyState } from "../../../ui/EmptyState";
import { Column } from "../../../ui/Layout";
import { Notice } from "../../../ui/Notice";
import { Muted } from "../../../ui/Text";
import { useProduct } from "../../product";
import { shown } from "../../resource";
import { CompareBar } from "./ladder/CompareBar";
import { GonePatches } from "./ladder/GonePatches";
import { HeldUpgrades } from "./ladder/HeldUpgrades";
import type { LadderLinks } from "./ladder/links";
import { Rungs } from "./ladder/Rungs";
import { useComparison } from "./ladder/useComparison";

export interface PatchesTabProps {
  readonly solution: InstalledSolution;
  readonly onOpen: (solution: InstalledSolution) => void;
  readonly onPreviewUninstall: (solution: InstalledSolution) => void;
}

/** The ladder that this solution stands on, whether as base, as patch or as staged upgrade. */
export function PatchesTab({ solution, onOpen, onPreviewUninstall }: PatchesTabProps): React.ReactElement | null {
  const solutions = shown(useProduct().state.solutions);
  const family = React.useMemo(() => toFamilies(solutions ?? []).find(holds(solution)), [solutions, solution]);
  if (!family) return null;
  return <Ladder family={family} links={{ current: solution.id, onOpen, onPreviewUninstall }} />;
}

const holds =
  ({ id }: InstalledSolution) =>
  ({ solution, patches, holdings }: SolutionFamily): boolean =>
    [solution, ...patches, ...holdings].some((member) => member.id === id);

interface LadderProps {
  readonly family: SolutionFamily;
  readonly links: LadderLinks;
}

function Ladder({ family, links }: LadderProps): React.ReactElement {
  const { t, state } = useProduct();
  const solutions = shown(state.solutions);
  const history = shown(state.history);
  // Lowest first, which is also the order in which they are read.
  const members = React.useMemo(() => [family.solution, ...[...family.patches].reverse()], [family]);
  const comparison = useComparison(members);
  const { keys } = comparison;
  const ladder = React.useMemo(
    () => patchLadder(family, solutions ?? [], keys, history),
    [family, solutions, keys, history],
  );
  const orphaned = ladder.orphaned;
  const alone = members.length === 1 && !orphaned;
  return (
    <Column gap={16}>
      <HeldUpgrades held={ladder.held} links={links} />
      {alone && <EmptyState shape="patch" title={t("Patches_NoneTitle")} text={t("Patches_NoneText")} />}
      {orphaned && (
        <Notice kind="warning" title={t("Reason_PatchAlone")}>
          {t("Reason_PatchAlone_Text")} {t("Ladder_Orphaned_Text")}
        </Notice>
      )}
      {!alone && (
        <>
          {!orphaned && <Muted>{t(family.solution.managed ? "Ladder_Intro" : "Ladder_Unmanaged")}</Muted>}
          <CompareBar comparison={comparison} total={members.length} />
          <Rungs ladder={ladder} comparison={comparison} links={links} />
        </>
      )}
      {/* An orphan's siblings are its base's, which is not there to tell them by. */}
      {!orphaned && <GonePatches gone={ladder.gone} />}
    </Column>
  );
}
