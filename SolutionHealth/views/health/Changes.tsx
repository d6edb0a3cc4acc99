import * as React from "react";
import type { HealthChange } from "../../domain/health/healthReport";
import { DataTable } from "../../ui/DataTable";
import { Column } from "../../ui/Layout";
import { Lines, Muted, TextButton } from "../../ui/Text";
import { TrendBars } from "../../ui/TrendBars";
import type { Product } from "../product";
import { useProduct } from "../product";
import type { TrendMoment } from "../../state/health/model";
import { useFindingWords, useHealth } from "./health";
import { RULE_WORDS } from "./words/ruleWords";

/** So many looks fit beside the headline. */
const LOOKS_SHOWN = 24;

/** What has changed since the last look, and the looks before it. */
export function Changes(): React.ReactElement | null {
  const product = useProduct();
  const { t } = product;
  const { report, trend, memory } = useHealth().state;
  const [open, setOpen] = React.useState<"gone" | "trend">();
  const toggle = (what: "gone" | "trend") => () => setOpen(open === what ? undefined : what);
  const { change } = report;
  if (memory.status === "absent" || memory.status === "failed") return null;
  if (!change && memory.status === "kept") return <Muted>{t("Health_FirstLook")}</Muted>;
  if (!change) return null;
  const looks = trend.slice(-LOOKS_SHOWN);
  return (
    <Column gap={4}>
      <span>
        <strong>{t("Health_ChangesTitle", product.host.formatDate(change.since, false))}</strong>{" "}
        {changesText(change, product)}{" "}
        {change.gone.length > 0 && (
          <TextButton expanded={open === "gone"} onClick={toggle("gone")}>
            {t("Health_GoneTitle")}
          </TextButton>
        )}
      </span>
      {open === "gone" && <Gone change={change} />}
      {looks.length > 1 && (
        <>
          <TrendBars label={trendLabel(looks, product)} points={looks.map((look) => toPoint(look, product))} />
          <TextButton expanded={open === "trend"} onClick={toggle("trend")}>
            {t("Health_TrendShow")}
          </TextButton>
          {open === "trend" && <TrendTable looks={looks} />}
        </>
      )}
    </Column>
  );
}

/** "2 new, 1 gone"; what is zero is left out. */
export function changesText(change: HealthChange, { t, plural }: Pick<Product, "t" | "plural">): string {
  const told = [
    ...(change.new > 0 ? [plural("Health_ChangeNew", change.new)] : []),
    ...(change.worse > 0 ? [plural("Health_ChangeWorse", change.worse)] : []),
    ...(change.better > 0 ? [plural("Health_ChangeBetter", change.better)] : []),
    ...(change.changed > 0 ? [plural("Health_ChangeChanged", change.changed)] : []),
    ...(change.gone.length > 0 ? [plural("Health_ChangeGone", change.gone.length)] : []),
    ...(change.uncertain > 0 ? [plural("Health_ChangeUncertain", change.uncertain)] : []),
  ];
  return told.length === 0 ? t("Health_NoChange") : told.join(", ");
}

function Gone({ change: { gone } }: { readonly change: HealthChange }): React.ReactElement {
  const { t } = useProduct();
  const words = useFindingWords();
  return (
    <Lines>
      {gone.map(({ ruleId, solution }, index) => (
        <span key={`${ruleId} ${solution ?? ""} ${index}`}>
          {t("Health_Mark", words.solution(solution), t(RULE_WORDS[ruleId].title))}
        </span>
      ))}
    </Lines>
  );
}

function toPoint({ at, counts }: TrendMoment, product: Product) {
  const { findingsAtRisk: bad, findingsAttention: warning } = counts;
  return { key: at.toISOString(), title: momentText({ at, counts }, product), bad, warning };
}

function momentText({ at, counts }: TrendMoment, { t, host }: Product): string {
  const { findingsAtRisk, findingsAttention } = counts;
  return t(
    "Health_TrendPoint",
    host.formatDate(at, false),
    host.formatNumber(findingsAtRisk),
    host.formatNumber(findingsAttention),
  );
}

/** First and last look in words: what the picture says at a glance. */
function trendLabel(looks: readonly TrendMoment[], product: Product): string {
  const ends = [looks[0], looks[looks.length - 1]].flatMap((look) => (look ? [momentText(look, product)] : []));
  return product.plural("Health_Trend", looks.length, ends.join("; "));
}

function TrendTable({ looks }: { readonly looks: readonly TrendMoment[] }): React.ReactElement {
  const { t, host } = useProduct();
  return (
    <DataTable
      label={t("Health_TrendShow")}
      items={[...looks].reverse()}
      getKey={({ at }) => at.toISOString()}
      columns={[
        { key: "day", name: t("Health_TrendDay"), rowHeader: true, render: ({ at }) => host.formatDate(at, false) },
        {
          key: "solutions",
          name: t("Health_TrendSolutions"),
          render: ({ counts }) => host.formatNumber(counts.solutionsAtRisk),
        },
        {
          key: "atRisk",
          name: t("Health_TrendAtRisk"),
          render: ({ counts }) => host.formatNumber(counts.findingsAtRisk),
        },
        {
          key: "attention",
          name: t("Health_TrendAttention"),
          render: ({ counts }) => host.formatNumber(counts.findingsAttention),
        },
      ]}
    />
  );
}
