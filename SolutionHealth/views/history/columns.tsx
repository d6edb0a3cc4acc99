import * as React from "react";
import type { OperationGroup } from "../../domain/history/operationGroups";
import { upgradedNameKey } from "../../domain/solutions/solutionNames";
import type { GridColumn } from "../../ui/gridColumns";
import { Glyph } from "../../ui/icons";
import { Row } from "../../ui/Layout";
import { StatusMark } from "../../ui/StatusMark";
import { Lines, Muted, OneLine } from "../../ui/Text";
import type { Product } from "../product";
import { durationText } from "../solutions/panel/durationText";
import { ACT_LOOKS, RESULT_LOOKS } from "./looks";

/** Name of the solution that an operation is about. */
export const solutionTitle = ({ head, solution }: OperationGroup): string =>
  upgradedNameKey(head.solutionUniqueName) === undefined ? head.solutionName || solution : solution;

/** `phone`: what was done and when stands under the name, and only name and result have a column. */
export function historyColumns(product: Product, phone: boolean): GridColumn<OperationGroup>[] {
  const { t, host } = product;
  return [
    {
      key: "act",
      name: t("HistoryPage_Act"),
      minWidth: 110,
      maxWidth: 150,
      essential: !phone,
      render: ({ act }) => (
        <Row gap={8}>
          <Glyph shape={ACT_LOOKS[act].shape} />
          {t(ACT_LOOKS[act].word)}
        </Row>
      ),
    },
    {
      key: "solution",
      name: t("HistoryPage_Solution"),
      minWidth: 140,
      maxWidth: 320,
      essential: true,
      rowHeader: true,
      render: (group) =>
        phone ? <PhoneName group={group} product={product} /> : <OneLine text={solutionTitle(group)} strong />,
    },
    {
      key: "version",
      name: t("Solutions_Column_Version"),
      minWidth: 80,
      maxWidth: 120,
      render: ({ version }) => <OneLine text={version} />,
    },
    {
      key: "result",
      name: t("HistoryPage_Result"),
      minWidth: 100,
      maxWidth: 130,
      essential: true,
      render: ({ result }) => <StatusMark tone={RESULT_LOOKS[result].tone} word={t(RESULT_LOOKS[result].word)} />,
    },
    {
      key: "started",
      name: t("HistoryPage_Started"),
      minWidth: 150,
      maxWidth: 180,
      render: ({ startedOn }) => <OneLine text={startedOn ? host.formatDate(startedOn, true) : t("Value_Unknown")} />,
    },
    {
      key: "duration",
      name: t("HistoryPage_Duration"),
      minWidth: 80,
      maxWidth: 110,
      render: (group) => <OneLine text={durationText(group, product)} />,
    },
    {
      key: "publisher",
      name: t("Solutions_Column_Publisher"),
      minWidth: 100,
      maxWidth: 200,
      render: ({ head }) => <OneLine text={head.publisherName} />,
    },
  ];
}

interface PhoneNameProps {
  readonly group: OperationGroup;
  readonly product: Product;
}

function PhoneName({ group, product: { t, host } }: PhoneNameProps): React.ReactElement {
  const { act, version, startedOn } = group;
  const facts = [t(ACT_LOOKS[act].word), version, startedOn && host.formatDate(startedOn, true)];
  return (
    <Lines>
      <OneLine text={solutionTitle(group)} strong />
      <Muted>{facts.filter(Boolean).join(" · ")}</Muted>
    </Lines>
  );
}
