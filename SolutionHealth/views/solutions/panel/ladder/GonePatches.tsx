import * as React from "react";
import { indexHistory } from "../../../../domain/history/historyIndex";
import type { GonePatch } from "../../../../domain/solutions/gonePatches";
import { EntryList } from "../../../../ui/EntryList";
import { Column } from "../../../../ui/Layout";
import { ProgressLine } from "../../../../ui/ProgressLine";
import { Code, Heading, Lines, Muted } from "../../../../ui/Text";
import { FailureNotice } from "../../../FailureNotice";
import { useProduct } from "../../../product";
import { failureOf, shown } from "../../../resource";

interface HowWords {
  readonly dated: string;
  readonly undated: string;
}

const HOW_WORDS: Readonly<Record<GonePatch["how"], HowWords>> = {
  rolledUp: { dated: "Ladder_RolledUpOn", undated: "Ladder_RolledUp" },
  uninstalled: { dated: "Ladder_UninstalledOn", undated: "Ladder_Uninstalled" },
  withBase: { dated: "Ladder_WithBaseOn", undated: "Ladder_WithBase" },
  unknown: { dated: "Ladder_GoneUnknown", undated: "Ladder_GoneUnknown" },
};

/** Patches that were here once, from the history; where that was not read, or does not reach back, it says so. */
export function GonePatches({ gone }: { readonly gone: readonly GonePatch[] }): React.ReactElement | null {
  const { t, state, store, host } = useProduct();
  const history = shown(state.history);
  const since = React.useMemo(() => history && indexHistory(history).knownSince, [history]);
  const failure = failureOf(state.history);
  if (history && !failure && !since && gone.length === 0) return null;
  return (
    <Column gap={4}>
      <Heading level={3}>{t("Ladder_Gone")}</Heading>
      {failure && (
        <FailureNotice title={t("Ladder_GoneUnread")} failure={failure} onRetry={() => store.retry("history")} />
      )}
      {!history && !failure && <ProgressLine label={t("History_Reading")} />}
      {gone.length > 0 && (
        <EntryList
          label={t("Ladder_Gone")}
          items={gone}
          getKey={({ uniqueName }) => uniqueName}
          render={(patch) => <Gone patch={patch} />}
        />
      )}
      {since && <Muted>{t("Ladder_GoneSince", host.formatDate(since, false))}</Muted>}
    </Column>
  );
}

function Gone({ patch: { name, uniqueName, version, how, on } }: { readonly patch: GonePatch }): React.ReactElement {
  const { t, host } = useProduct();
  const { dated, undated } = HOW_WORDS[how];
  return (
    <Lines>
      <strong>{t("Ladder_Name", name, version)}</strong>
      <Muted>
        <Code>{uniqueName}</Code>
      </Muted>
      <span>{on ? t(dated, host.formatDate(on, true)) : t(undated)}</span>
    </Lines>
  );
}
