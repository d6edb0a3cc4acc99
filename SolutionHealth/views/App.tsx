import * as React from "react";
import type { DependentsStore } from "../state/dependents/model";
import type { HealthStore } from "../state/health/model";
import type { AppStore } from "../state/model";
import type { JobsStore } from "../state/jobs/model";
import type { OverridesStore } from "../state/overrides/model";
import type { PlanStore } from "../state/plan/model";
import type { ReleaseStore } from "../state/releases/model";
import type { RollbackStore } from "../state/rollbacks/model";
import { AppFrame } from "../ui/AppFrame";
import { CommandButton } from "../ui/CommandButton";
import { ProgressLine } from "../ui/ProgressLine";
import { Tabs } from "../ui/Tabs";
import { ThemeFrame } from "../ui/theme/ThemeFrame";
import { UiProvider } from "../ui/UiProvider";
import { ErrorBoundary } from "./ErrorBoundary";
import { Calls } from "./frame/Calls";
import { FrameNotices } from "./frame/FrameNotices";
import { Identity } from "./frame/Identity";
import { usePlace } from "./frame/usePlace";
import { HealthProvider, useHealth } from "./health/health";
import { HealthPage } from "./health/HealthPage";
import { HistoryPage } from "./history/HistoryPage";
import type { Host } from "./host";
import { JobsProvider } from "./jobs/jobs";
import { JobTray } from "./jobs/JobTray";
import { OverridesProvider } from "./overrides/overrides";
import { OverridesPage } from "./overrides/OverridesPage";
import { RemovalDialog } from "./overrides/removal/RemovalDialog";
import { PlanPage } from "./plan/PlanPage";
import { PlansProvider } from "./plan/plans";
import type { Product } from "./product";
import { ProductContext, sameButCalls, useProduct } from "./product";
import { DependentsProvider } from "./refusals/dependents";
import { ReleasePage } from "./releases/ReleasePage";
import { ReleasesProvider } from "./releases/releases";
import { isLoading } from "./resource";
import { RollbacksProvider } from "./rollbacks/rollbacks";
import { SolutionsPage } from "./solutions/SolutionsPage";
import { createTexts } from "./texts";
import { createUiTexts } from "./uiTexts";
import { useStoreState } from "./useStoreState";

export interface AppProps {
  readonly host: Host;
  readonly store: AppStore;
  readonly health: HealthStore;
  readonly overrides: OverridesStore;
  readonly jobs: JobsStore;
  readonly rollback: RollbackStore;
  readonly release: ReleaseStore;
  readonly dependents: DependentsStore;
  readonly plan: PlanStore;
}

/** The whole product: theme, words and state around the frame with its pages. */
export function App(props: AppProps): React.ReactElement {
  const { host, store } = props;
  const state = useStoreState(store, sameButCalls);
  const { text, formatNumber, copyText, openUrl } = host;
  const texts = React.useMemo(() => createTexts({ text, formatNumber }), [text, formatNumber]);
  const ui = React.useMemo(
    () => ({ texts: createUiTexts(texts), copyText, openAddress: openUrl }),
    [texts, copyText, openUrl],
  );
  const product = React.useMemo<Product>(() => ({ ...texts, host, store, state }), [texts, host, store, state]);
  return (
    <ThemeFrame
      isDark={host.theme?.isDarkTheme ?? false}
      tokens={host.theme?.tokenTheme}
      rightToLeft={host.rightToLeft}
    >
      <UiProvider value={ui}>
        <ProductContext.Provider value={product}>
          <ErrorBoundary>
            <StoreProviders {...props}>
              <Frame />
              <RemovalDialog />
            </StoreProviders>
          </ErrorBoundary>
        </ProductContext.Provider>
      </UiProvider>
    </ThemeFrame>
  );
}

interface StoreProvidersProps extends Omit<AppProps, "host" | "store"> {
  readonly children: React.ReactNode;
}

/** Every store beside the first one, for everything inside. */
function StoreProviders(props: StoreProvidersProps): React.ReactElement {
  const { health, overrides, jobs, rollback, release, dependents, plan, children } = props;
  return (
    <HealthProvider store={health}>
      <OverridesProvider store={overrides}>
        <JobsProvider store={jobs}>
          <RollbacksProvider store={rollback}>
            <ReleasesProvider store={release}>
              <DependentsProvider store={dependents}>
                <PlansProvider store={plan}>{children}</PlansProvider>
              </DependentsProvider>
            </ReleasesProvider>
          </RollbacksProvider>
        </JobsProvider>
      </OverridesProvider>
    </HealthProvider>
  );
}

const PAGES = ["health", "solutions", "overrides", "release", "history", "plan"] as const;
type Page = (typeof PAGES)[number];

const PAGE_WORDS: Readonly<Record<Page, string>> = {
  health: "Frame_Health",
  solutions: "Frame_Solutions",
  overrides: "Frame_Overrides",
  release: "Frame_Release",
  history: "Frame_History",
  plan: "Frame_Plan",
};

function Frame(): React.ReactElement {
  const { t, store, state, host } = useProduct();
  const health = useHealth();
  const [place, go] = usePlace(host.place);
  const page = PAGES.find((known) => known === place.page) ?? "health";
  const busy =
    isLoading(state.solutions) || isLoading(state.environment) || isLoading(state.history) || health.state.reading;
  const refresh = (): void => {
    store.refresh();
    health.store.refresh();
  };
  return (
    <AppFrame
      label={t("Product_Name")}
      identity={<Identity />}
      commands={
        <>
          <CommandButton icon="Refresh" text={t("Frame_Refresh")} onClick={refresh} />
          <Calls />
        </>
      }
      progress={busy && <ProgressLine thin label={t("Frame_Reading")} />}
      notices={<FrameNotices />}
      tray={<JobTray />}
    >
      <Tabs
        label={t("Frame_Pages")}
        idPrefix="page"
        value={page}
        tabs={PAGES.map((key) => ({ key, text: t(PAGE_WORDS[key]) }))}
        onChange={(next) => go({ page: next })}
      >
        <ErrorBoundary key={page}>
          {page === "health" && <HealthPage go={go} />}
          {page === "solutions" && <SolutionsPage place={place} go={go} />}
          {page === "overrides" && <OverridesPage place={place} go={go} />}
          {page === "release" && <ReleasePage place={place} go={go} />}
          {page === "history" && <HistoryPage place={place} go={go} />}
          {page === "plan" && <PlanPage place={place} go={go} />}
        </ErrorBoundary>
      </Tabs>
    </AppFrame>
  );
}
