import * as React from "react";
import type { ReleasePreview } from "../../domain/releases/releasePreview";
import { mayRun, stagedIn, toApply } from "../../state/releases/importSteps";
import { Button } from "../../ui/Button";
import { Column, Row } from "../../ui/Layout";
import { Muted, TextButton } from "../../ui/Text";
import type { Product } from "../product";
import { useProduct } from "../product";
import { IMPORT_PRIVILEGE, useMayImport } from "./importing";
import { ReportMenu } from "./ReportMenu";
import { useReleases } from "./releases";

export interface CommandsProps {
  readonly release: ReleasePreview;
}

/** Report and import, and how old the answer is. */
export function Commands({ release }: CommandsProps): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { store, state } = useReleases();
  return (
    <Column gap={4}>
      <Row gap={8}>
        <ReportMenu release={release} choice={state.choice} />
        <ImportButton release={release} />
      </Row>
      <Row gap={8}>
        <Muted>{costText(state.preview, release, product)}</Muted>
        {state.import.run.status === "none" && (
          <TextButton onClick={() => store.refresh()}>{t("Release_Again")}</TextButton>
        )}
      </Row>
    </Column>
  );
}

/** The button, or why there is none. */
function ImportButton({ release }: Pick<CommandsProps, "release">): React.ReactElement {
  const { t, plural } = useProduct();
  const { store, state } = useReleases();
  const may = useMayImport();
  const running = state.import.run.status !== "none";
  if (may !== "granted") {
    return (
      <Muted>{t(may === "missing" ? "Release_ReadOnlyMissing" : "Release_ReadOnlyUnknown", IMPORT_PRIVILEGE)}</Muted>
    );
  }
  if (running) return <Button primary text={t("Release_ShowImport")} onClick={() => store.openImport()} />;
  if (state.preview.status === "ready" && state.preview.open) return <Muted>{t("Release_OpenImport")}</Muted>;
  if (toApply(release, state.choice)) {
    const text = plural("Import_ApplyStaged", stagedIn(release).length);
    return <Button primary text={text} onClick={() => store.openImport()} />;
  }
  if (!mayRun(release, state.choice)) return <Muted>{t("Release_CannotImport")}</Muted>;
  return <Button primary text={t("Release_Import")} onClick={() => store.openImport()} />;
}

/** "27 calls, 2.1 s · read 2 Jan 03:04". */
function costText(
  preview: ReturnType<typeof useReleases>["state"]["preview"],
  { readAt }: ReleasePreview,
  { t, plural, decimal, host }: Product,
): string {
  if (preview.status !== "ready") return "";
  const { calls, duration } = preview.cost;
  const seconds = t("Duration_Seconds", decimal(duration / 1000));
  return t("Rollback_Cost", plural("Rollback_Calls", calls), seconds, host.formatDate(readAt, true));
}
