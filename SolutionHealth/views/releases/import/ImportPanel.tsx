import * as React from "react";
import type { ReleasePreview } from "../../../domain/releases/releasePreview";
import { stepsOf, toApply } from "../../../state/releases/importSteps";
import { EntryList } from "../../../ui/EntryList";
import { Column } from "../../../ui/Layout";
import { SidePanel } from "../../../ui/SidePanel";
import { Heading, Muted } from "../../../ui/Text";
import { ErrorBoundary } from "../../ErrorBoundary";
import { useProduct } from "../../product";
import { shown } from "../../resource";
import { WAY_WORDS } from "../releaseLooks";
import { useReleases } from "../releases";
import { ApplyGuide } from "./ApplyGuide";
import { CheckSection } from "./CheckSection";
import { OverridesSection } from "./OverridesSection";
import { RunSection } from "./RunSection";
import { StartSection } from "./StartSection";
import { ValuesSection } from "./ValuesSection";

/** The import, step by step: what, the server's check, values, overrides, the start, and then how it goes. */
export function ImportPanel(): React.ReactElement | null {
  const { t, state: app } = useProduct();
  const { store, state } = useReleases();
  if (state.preview.status !== "ready") return null;
  const { preview } = state.preview;
  const environment = shown(app.environment)?.name;
  return (
    <SidePanel
      title={t("Import_Title")}
      subtitle={environment === undefined ? undefined : t("Import_Into", environment)}
      onClose={() => store.closeImport()}
      wide
    >
      <ErrorBoundary>
        {state.import.run.status === "none" ? <Guide preview={preview} /> : <RunSection run={state.import.run} />}
      </ErrorBoundary>
    </SidePanel>
  );
}

function Guide({ preview }: { readonly preview: ReleasePreview }): React.ReactElement {
  const { t, host } = useProduct();
  const { state } = useReleases();
  if (toApply(preview, state.choice)) return <ApplyGuide preview={preview} />;
  const steps = stepsOf(preview, state.choice);
  return (
    <Column gap={24}>
      <Column gap={4}>
        <Heading level={3}>{t("Import_What")}</Heading>
        <EntryList
          label={t("Import_What")}
          items={steps.map((step, index) => ({ step, index }))}
          getKey={({ step }) => step.id}
          render={({ step, index }) =>
            t("Import_Step", host.formatNumber(index + 1), step.displayName, step.version, t(WAY_WORDS[step.way]))
          }
        />
        <div>{t(state.choice.overwrite ? "Import_Overwrites" : "Import_KeepsOverrides")}</div>
        <Muted>{t("Import_ChangeAbove")}</Muted>
      </Column>
      <CheckSection preview={preview} />
      <ValuesSection preview={preview} />
      <OverridesSection preview={preview} />
      <StartSection preview={preview} choice={state.choice} />
    </Column>
  );
}
