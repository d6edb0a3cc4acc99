import * as React from "react";
import type { ComponentRelease, ReleasePreview } from "../../domain/releases/releasePreview";
import { wayOf } from "../../state/releases/importSteps";
import { answerOf, type PreviewState } from "../../state/releases/model";
import type { ReleaseReadingStage } from "../../domain/releases/releaseStage";
import { Announce } from "../../ui/Announce";
import { CardChoice } from "../../ui/CardChoice";
import { KeptFocus } from "../../ui/KeptFocus";
import { Column, Fill } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { ProgressLine } from "../../ui/ProgressLine";
import { Muted } from "../../ui/Text";
import { FailureNotice } from "../FailureNotice";
import type { Place } from "../host";
import { useProduct } from "../product";
import { usePageKeys } from "../solutions/usePageKeys";
import { BlockersSection } from "./BlockersSection";
import { Commands } from "./Commands";
import { DataSection } from "./DataSection";
import { FindingsSection } from "./FindingsSection";
import { ImportPanel } from "./import/ImportPanel";
import { ReopenedSection } from "./import/ReopenedSection";
import { Intake } from "./Intake";
import { ListSection } from "./ListSection";
import { OpenedComponent } from "./OpenedComponent";
import { OpenNotice } from "./OpenNotice";
import { PackageHead } from "./PackageHead";
import { useReleases } from "./releases";
import { FIRST_QUERY, type ReleaseQuery } from "./releaseQuery";
import { WAY_WORDS } from "./releaseLooks";
import { UnreadSection } from "./UnreadSection";
import { WaysSection } from "./WaysSection";

export interface ReleasePageProps {
  readonly place: Place;
  readonly go: (place: Place) => void;
}

/** What packages would do to this environment, along each way, before anything is uploaded. */
export function ReleasePage({ place, go }: ReleasePageProps): React.ReactElement {
  const { state } = useReleases();
  const [query, setQuery] = React.useState<ReleaseQuery>(FIRST_QUERY);
  const [opened, setOpened] = React.useState<string>();
  const close = (): void => {
    setOpened(undefined);
    if (place.component) go(withoutComponent(place));
  };
  usePageKeys(useProduct().host.onKey, opened === undefined ? undefined : close);
  const { preview } = state;
  const answer = answerOf(preview);
  return (
    <Fill scrolls>
      <KeptFocus gap={16}>
        <ReopenedSection place={place} go={go} />
        <Intake />
        <Reading preview={preview} />
        {answer?.open && <OpenNotice open={answer.open} />}
        {answer && (
          <Answer
            preview={answer.preview}
            query={query}
            onQuery={setQuery}
            onOpen={({ component }) => setOpened(component.address)}
          />
        )}
        <OpenedComponent place={place} go={go} address={opened} onClose={close} />
        {state.import.open && <ImportPanel />}
      </KeptFocus>
    </Fill>
  );
}

/** The import that the address keeps stays in it. */
function withoutComponent({ component: _component, ...place }: Place): Place {
  return place;
}

const STAGES: Readonly<Record<ReleaseReadingStage, string>> = {
  solution: "Release_ReadingSolution",
  presence: "Release_ReadingPresence",
  members: "Release_ReadingMembers",
  holders: "Release_ReadingHolders",
  layers: "Release_ReadingLayers",
  dependencies: "Release_ReadingDependencies",
};

function Reading({ preview }: { readonly preview: PreviewState }): React.ReactElement | null {
  const { t, plural, host } = useProduct();
  const { store } = useReleases();
  if (preview.status === "failed") {
    return <FailureNotice title={t("Release_Failed")} failure={preview.failure} onRetry={() => store.refresh()} />;
  }
  if (preview.status !== "reading") return null;
  const { stage, done, total, calls } = preview.progress;
  const label = t(STAGES[stage], host.formatNumber(done), host.formatNumber(total));
  return (
    <Column gap={4}>
      <ProgressLine label={label} {...(total > 0 ? { share: done / total } : {})} onCancel={() => store.cancel()} />
      <Muted>
        {t("Release_ReadingText")} {plural("Rollback_Calls", calls)}
      </Muted>
    </Column>
  );
}

interface AnswerProps {
  readonly preview: ReleasePreview;
  readonly query: ReleaseQuery;
  readonly onQuery: (query: ReleaseQuery) => void;
  readonly onOpen: (fate: ComponentRelease) => void;
}

function Answer({ preview: release, query, onQuery, onOpen }: AnswerProps): React.ReactElement | null {
  const { t } = useProduct();
  const { state } = useReleases();
  const { packages } = release;
  const preview = packages.find(({ package: own }) => own.sha256 === state.choice.shown) ?? packages[0];
  if (!preview) return null;
  const way = wayOf(preview, state.choice);
  const shown = preview.ways[way];
  const isRead = state.preview.status === "ready";
  const partial = answerOf(state.preview)?.open !== undefined;
  return (
    <Column gap={16}>
      <Packages release={release} shown={preview.package.sha256} />
      <PackageHead preview={preview} />
      {isRead && <Commands release={release} />}
      <FindingsSection preview={preview} partial={partial} />
      <WaysSection preview={preview} way={way} partial={partial} />
      {isRead && <UnreadSection unread={release.unread} partial={partial} />}
      <BlockersSection way={shown} partial={partial} />
      {isRead && <DataSection preview={preview} way={shown} />}
      {shown.status !== "notApplicable" && (
        <ListSection preview={preview} way={shown} query={query} onQuery={onQuery} onOpen={onOpen} />
      )}
      <Announce message={isRead ? t("Release_Done") : ""} />
    </Column>
  );
}

/** Several packages: which is shown, in the order in which they are to be imported; what has no order is named. */
function Packages({
  release,
  shown,
}: {
  readonly release: ReleasePreview;
  readonly shown: string;
}): React.ReactElement | null {
  const { t, host } = useProduct();
  const { store, state } = useReleases();
  const { choice } = state;
  const { packages, order } = release;
  if (packages.length < 2) return null;
  return (
    <Column gap={4}>
      <CardChoice
        label={t("Release_Package")}
        value={shown}
        options={packages.map((one, index) => ({
          key: one.package.sha256,
          title: t("Release_PackageOf", host.formatNumber(index + 1), one.package.displayName, one.package.version),
          lines: [t(WAY_WORDS[wayOf(one, choice)])],
        }))}
        onChange={(id) => store.show(id)}
      />
      <Muted>{t("Release_OrderText")}</Muted>
      {order.cycles.map((ring) => (
        <Notice key={ring.join(" ")} kind="warning" title={t("Release_Cycle")}>
          {t("Release_CycleText", ring.join(" → "))}
        </Notice>
      ))}
    </Column>
  );
}
