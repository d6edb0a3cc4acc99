import * as React from "react";
import type { InstalledSolution } from "../../../domain/model/solution";
import type { SolutionRow } from "../../../domain/solutions/arrangeSolutions";
import { Button } from "../../../ui/Button";
import type { Fact } from "../../../ui/Facts";
import { Facts } from "../../../ui/Facts";
import { Column, Row } from "../../../ui/Layout";
import { Notice } from "../../../ui/Notice";
import { StatusMark } from "../../../ui/StatusMark";
import { OuterLink, TextButton } from "../../../ui/Text";
import type { Tone } from "../../../ui/tone";
import type { Product } from "../../product";
import { useProduct } from "../../product";
import { shown } from "../../resource";
import { KIND_WORDS } from "../looks";
import { makerPortalAddress } from "../makerPortal";
import { lookText, useStateLook } from "../stateLook";

export interface OverviewTabProps {
  readonly row: SolutionRow;
  readonly base: InstalledSolution | undefined;
  readonly onOpen: (solution: InstalledSolution) => void;
  readonly onPreviewUninstall: () => void;
}

const NOTICE_KINDS: Readonly<Record<Tone, "error" | "warning" | "info">> = {
  bad: "error",
  warning: "warning",
  good: "info",
  unproven: "info",
  neutral: "info",
  busy: "info",
  unknown: "info",
};

/** All that the environment says about the solution itself. */
export function OverviewTab({ row, base, onOpen, onPreviewUninstall }: OverviewTabProps): React.ReactElement {
  const product = useProduct();
  const { t, state, host } = product;
  const environmentId = shown(state.environment)?.environmentId;
  const address = environmentId && makerPortalAddress(host.clientUrl, environmentId, row.solution.id);
  const look = useStateLook()(row.standing);
  const { tone, word } = look;
  const baseFact = base && {
    label: t("Overview_Base"),
    value: <TextButton onClick={() => onOpen(base)}>{base.displayName}</TextButton>,
  };
  const facts: Fact[] = [
    { label: t("Solutions_Column_State"), value: <StatusMark tone={tone} word={word} /> },
    { label: t("Solutions_Column_Type"), value: t(KIND_WORDS[row.kind]) },
    ...(baseFact ? [baseFact] : []),
    ...factsOf(row.solution, product),
  ];
  return (
    <Column>
      {(row.standing.reasons.length > 0 || row.standing.state === "unknown") && (
        <Notice kind={NOTICE_KINDS[tone]} title={word}>
          {lookText(look)}
        </Notice>
      )}
      <Row gap={16}>
        {row.solution.managed && <Button text={t("Rollback_Preview")} icon="Undo" onClick={onPreviewUninstall} />}
        {address && <OuterLink url={address}>{t("Overview_OpenInMakerPortal")}</OuterLink>}
      </Row>
      <Facts facts={facts} />
    </Column>
  );
}

function factsOf(solution: InstalledSolution, { t, host }: Product): Fact[] {
  const date = (value: Date | undefined): string => (value ? host.formatDate(value, true) : t("Value_None"));
  const { publisher } = solution;
  return [
    { label: t("Solutions_Column_Version"), value: solution.version },
    { label: t("Overview_Description"), value: solution.description ?? t("Value_None") },
    { label: t("Solutions_Column_Publisher"), value: publisher.displayName },
    { label: t("Overview_PublisherName"), value: publisher.uniqueName, copy: publisher.uniqueName },
    { label: t("Overview_Prefix"), value: publisher.prefix || t("Value_None") },
    { label: t("Solutions_Column_Installed"), value: date(solution.installedOn) },
    { label: t("Solutions_Column_Updated"), value: date(solution.updatedOn) },
    { label: t("Overview_Visible"), value: t(solution.visible ? "Value_Yes" : "Value_No") },
    { label: t("Overview_PackageVersion"), value: solution.packageVersion ?? t("Value_Unknown") },
    { label: t("Overview_UniqueName"), value: solution.uniqueName, copy: solution.uniqueName },
    { label: t("Overview_Id"), value: solution.id, copy: solution.id },
  ];
}
