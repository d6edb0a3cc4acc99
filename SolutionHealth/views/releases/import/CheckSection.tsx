import * as React from "react";
import type { PackagePreview, ReleasePreview } from "../../../domain/releases/releasePreview";
import { wayOf } from "../../../state/releases/importSteps";
import type { CheckState } from "../../../state/releases/model";
import { type CheckLine, compareCheck, type Disagreement } from "../../../state/releases/serverCheck";
import { Announce } from "../../../ui/Announce";
import { Button } from "../../../ui/Button";
import { DataTable } from "../../../ui/DataTable";
import type { DataColumn } from "../../../ui/DataTable";
import { Column, Row } from "../../../ui/Layout";
import { Notice } from "../../../ui/Notice";
import { ProgressLine } from "../../../ui/ProgressLine";
import { StatusMark } from "../../../ui/StatusMark";
import type { Tone } from "../../../ui/tone";
import { Code, Heading, Lines, Muted } from "../../../ui/Text";
import { FailureNotice } from "../../FailureNotice";
import { useProduct } from "../../product";
import { findingText } from "../findingTexts";
import { useReleaseNames } from "../releaseNames";
import { useReleases } from "../releases";

/** The server's own check: uploads the package, installs nothing, and is said to do so. */
export function CheckSection({ preview }: { readonly preview: ReleasePreview }): React.ReactElement {
  const { t } = useProduct();
  const { state } = useReleases();
  return (
    <Column gap={8}>
      <Heading level={3}>{t("Import_Check")}</Heading>
      <Muted>{t("Import_CheckText")}</Muted>
      {preview.packages.map((one) => (
        <Column key={one.package.sha256} gap={4}>
          <OneCheck preview={one} check={state.import.checks.get(one.package.sha256)} />
        </Column>
      ))}
    </Column>
  );
}

interface OneCheckProps {
  readonly preview: PackagePreview;
  readonly check: CheckState | undefined;
}

function OneCheck({ preview, check }: OneCheckProps): React.ReactElement {
  const { t } = useProduct();
  const { store } = useReleases();
  const { sha256, displayName, version } = preview.package;
  const start = (): void => store.check(sha256);
  if (check?.status === "uploading") return <ProgressLine label={t("Import_Uploading", displayName, version)} />;
  return (
    <>
      {check?.status === "failed" && <FailureNotice title={t("Import_CheckFailed")} failure={check.failure} />}
      {check?.status === "fileGone" && (
        <Notice kind="error" title={t("Import_CheckFailed")}>
          {t("Import_FileGone")}
        </Notice>
      )}
      {check?.status === "checked" && <Checked preview={preview} check={check} />}
      <Row>
        <Button
          text={t(check ? "Import_CheckAgain" : "Import_CheckNow", displayName, version)}
          icon="Upload"
          onClick={start}
        />
      </Row>
    </>
  );
}

interface CheckedProps {
  readonly preview: PackagePreview;
  readonly check: Extract<CheckState, { status: "checked" }>;
}

function Checked({ preview, check: { result } }: CheckedProps): React.ReactElement {
  const { t } = useProduct();
  const { state } = useReleases();
  const columns = useColumns();
  const way = wayOf(preview, state.choice);
  const { agrees, lines } = React.useMemo(() => compareCheck(preview, way, result), [preview, way, result]);
  const verdict = t(result.passed ? "Import_Passed" : "Import_NotPassed");
  const same = t(agrees ? "Import_Agrees" : "Import_Differs");
  return (
    <Column gap={4}>
      <Row gap={12}>
        <StatusMark tone={result.passed ? "good" : "bad"} word={verdict} />
        <StatusMark tone={agrees ? "good" : "warning"} word={same} />
      </Row>
      <Announce message={`${verdict} ${same}`} />
      {lines.length > 0 && (
        <DataTable label={t("Import_CheckTable")} items={lines} columns={columns} getKey={({ key }) => key} />
      )}
    </Column>
  );
}

const SAID: Readonly<Record<CheckLine["saidBy"], readonly [Tone, string]>> = {
  both: ["neutral", "Import_SaidBoth"],
  server: ["warning", "Import_SaidServer"],
  preview: ["warning", "Import_SaidPreview"],
};

const DISAGREEMENTS: Readonly<Record<Disagreement, string>> = {
  package: "Import_OtherIdentity",
  managed: "Import_OtherManaged",
  unmanaged: "Import_OtherUnmanaged",
  patch: "Import_OtherPatch",
  noPatch: "Import_OtherNoPatch",
  pending: "Import_OtherPending",
  notPending: "Import_OtherNotPending",
  previousVersion: "Import_OtherVersion",
  notPassed: "Import_OtherNotPassed",
};

function useColumns(): DataColumn<CheckLine>[] {
  const product = useProduct();
  const names = useReleaseNames();
  const { t } = product;
  return [
    {
      key: "what",
      name: t("Import_Column_What"),
      rowHeader: true,
      render: ({ text, finding, code, kind, about }) => (
        <Lines>
          {kind === "missing" && <span>{t("Import_Missing")}</span>}
          {about && <span>{t(DISAGREEMENTS[about])}</span>}
          {text !== undefined && <span>{text}</span>}
          {finding && <Muted>{findingText(finding, product, names)}</Muted>}
          {code !== undefined && <Code>{code}</Code>}
        </Lines>
      ),
    },
    {
      key: "who",
      name: t("Import_Column_Who"),
      // A mere note is no disagreement.
      render: ({ saidBy, kind }) => (
        <StatusMark tone={kind === "info" ? "neutral" : SAID[saidBy][0]} word={t(SAID[saidBy][1])} />
      ),
    },
  ];
}
