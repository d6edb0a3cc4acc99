import * as React from "react";
import type { PlanRow } from "../../domain/plan/planList";
import type { GridColumn } from "../../ui/gridColumns";
import { StatusMark } from "../../ui/StatusMark";
import { Lines, Muted, OneLine } from "../../ui/Text";
import type { Product } from "../product";
import { dayText, reasonsOf, STANDING_LOOKS, WAY_WORDS } from "./looks";

const DATE = { minWidth: 100, maxWidth: 130, sortable: true } as const;

/** `phone`: what is planned stands under the name. */
export function planColumns(product: Product, phone: boolean): GridColumn<PlanRow>[] {
  const { t } = product;
  const planned = (row: PlanRow): string => (row.plan?.way ? t(WAY_WORDS[row.plan.way]) : "");
  return [
    {
      key: "name",
      name: t("Plan_Solution"),
      minWidth: phone ? 100 : 150,
      maxWidth: 260,
      essential: true,
      rowHeader: true,
      sortable: true,
      render: (row) => <NameCell row={row} product={product} phone={phone} />,
    },
    {
      key: "standing",
      name: t("Plan_State"),
      minWidth: phone ? 120 : 150,
      maxWidth: 280,
      essential: true,
      sortable: true,
      render: (row) => <StandingCell row={row} product={product} />,
    },
    {
      key: "responsible",
      name: t("Plan_Responsible"),
      minWidth: 110,
      maxWidth: 180,
      sortable: true,
      render: ({ plan }) => <OneLine text={plan?.responsible ?? plan?.owner?.name ?? ""} />,
    },
    {
      key: "way",
      name: t("Plan_Way"),
      minWidth: 115,
      maxWidth: 150,
      sortable: true,
      render: (row) => <OneLine text={planned(row)} />,
    },
    {
      key: "version",
      name: t("Plan_Expected"),
      minWidth: 130,
      maxWidth: 160,
      sortable: true,
      render: ({ plan, installed }) => (
        <Lines>
          <OneLine text={plan?.expectedVersion ?? ""} />
          {installed && <Muted>{t("Plan_Installed", installed.version)}</Muted>}
        </Lines>
      ),
    },
    {
      key: "lastReview",
      name: t("Plan_LastReview"),
      ...DATE,
      render: (row) => <OneLine text={dayText(row.plan?.lastReview, product)} />,
    },
    {
      key: "nextReview",
      name: t("Plan_NextReview"),
      ...DATE,
      render: (row) => <OneLine text={dayText(row.plan?.nextReview, product)} />,
    },
  ];
}

interface CellProps {
  readonly row: PlanRow;
  readonly product: Product;
}

function NameCell({ row, product, phone }: CellProps & { readonly phone: boolean }): React.ReactElement {
  const { plan } = row;
  const facts = phone
    ? [plan?.responsible ?? plan?.owner?.name, plan?.expectedVersion, dayText(plan?.nextReview, product)]
    : [row.solution];
  return (
    <Lines>
      <OneLine text={row.displayName} strong />
      <Muted>
        <OneLine text={facts.filter(Boolean).join(" · ")} />
      </Muted>
    </Lines>
  );
}

/** The first reason under the word; the panel has them all. */
function StandingCell({ row, product }: CellProps): React.ReactElement {
  const { tone, word } = STANDING_LOOKS[row.standing];
  const [reason] = reasonsOf(row, product);
  return (
    <Lines>
      <StatusMark tone={tone} word={product.t(word)} {...(reason !== undefined && { reason })} />
      {reason !== undefined && (
        <Muted>
          <OneLine text={reason} />
        </Muted>
      )}
    </Lines>
  );
}
