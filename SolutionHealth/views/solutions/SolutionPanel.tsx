import * as React from "react";
import type { SolutionComponent } from "../../domain/model/component";
import type { InstalledSolution } from "../../domain/model/solution";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { SolutionRow } from "../../domain/solutions/arrangeSolutions";
import { SidePanel } from "../../ui/SidePanel";
import { Tabs } from "../../ui/Tabs";
import { ErrorBoundary } from "../ErrorBoundary";
import type { Place } from "../host";
import { useProduct } from "../product";
import { RollbackView } from "../rollbacks/RollbackView";
import { ComponentsTab } from "./panel/ComponentsTab";
import { HealthTab } from "./panel/HealthTab";
import { HistoryTab } from "./panel/HistoryTab";
import { OverviewTab } from "./panel/OverviewTab";
import { PatchesTab } from "./panel/PatchesTab";

export const PANEL_TABS = ["overview", "components", "patches", "history", "health", "uninstall"] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

const TAB_WORDS: Readonly<Record<PanelTab, string>> = {
  overview: "Panel_Overview",
  health: "Health_Tab",
  components: "Panel_Components",
  patches: "Panel_Patches",
  history: "Panel_History",
  uninstall: "Panel_Uninstall",
};

export interface SolutionPanelProps {
  readonly row: SolutionRow;
  readonly base: InstalledSolution | undefined;
  /** Patches that lie on it. */
  readonly patchCount: number;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly onOpen: (solution: InstalledSolution) => void;
  /** Of another solution than this one too. */
  readonly onPreviewUninstall: (solution: InstalledSolution) => void;
  readonly onOpenComponent: (component: SolutionComponent) => void;
  /** A component by the name of its type, as a preview knows it. */
  readonly onOpenLayers: (component: RollbackComponent) => void;
  /** To any place, as a finding's action leads. */
  readonly go: (place: Place) => void;
  readonly onClose: () => void;
}

/** Everything about one solution, beside the list. */
export function SolutionPanel(props: SolutionPanelProps): React.ReactElement {
  const { row, base, patchCount, onTab, onOpen, onPreviewUninstall, onOpenComponent, onOpenLayers, onClose } = props;
  const { t, host } = useProduct();
  const { solution } = row;
  // Only what is managed can be taken back: uninstalling the unmanaged removes a container, no component (§6.5).
  const known = PANEL_TABS.filter((key) => key !== "uninstall" || solution.managed);
  const tab = known.find((key) => key === props.tab) ?? "overview";
  // Base and patches stand on one ladder, which stays when one leads to another.
  const shownId = tab === "patches" && base ? base.id : solution.id;
  const tabs = known.map((key) => ({
    key,
    text: t(TAB_WORDS[key]),
    ...(key === "patches" && patchCount > 0 ? { count: host.formatNumber(patchCount) } : {}),
  }));
  return (
    <SidePanel
      title={solution.displayName}
      subtitle={t("Panel_Subtitle", solution.uniqueName, solution.version)}
      onClose={onClose}
      wide={tab === "uninstall"}
    >
      <Tabs label={t("Panel_Tabs")} idPrefix="panel" tabs={tabs} value={tab} onChange={onTab}>
        <ErrorBoundary key={`${shownId} ${tab}`}>
          {tab === "overview" && (
            <OverviewTab row={row} base={base} onOpen={onOpen} onPreviewUninstall={() => onTab("uninstall")} />
          )}
          {tab === "health" && <HealthTab solution={solution} go={props.go} />}
          {tab === "components" && (
            <ComponentsTab key={solution.id} solution={solution} onOpenComponent={onOpenComponent} />
          )}
          {tab === "patches" && (
            <PatchesTab solution={solution} onOpen={onOpen} onPreviewUninstall={onPreviewUninstall} />
          )}
          {tab === "history" && <HistoryTab solution={solution} onOpenComponent={onOpenLayers} />}
          {tab === "uninstall" && (
            <RollbackView targets={[solution.id]} onOpenComponent={onOpenLayers} onDone={onClose} />
          )}
        </ErrorBoundary>
      </Tabs>
    </SidePanel>
  );
}
