import * as React from "react";
import { HEALTH_STATES, type HealthState, type SolutionHealth } from "../../domain/health/healthReport";
import { shownState } from "../../domain/health/shownState";
import { Column } from "../../ui/Layout";
import { StateMap, type MapRow } from "../../ui/StateMap";
import { Muted } from "../../ui/Text";
import type { Place } from "../host";
import { useProduct, type Product } from "../product";
import { useFindingWords, useHealth } from "./health";
import { STANDING_LOOKS } from "../solutions/looks";
import type { HealthQuery } from "./query";

export interface PictureProps {
  readonly query: HealthQuery;
  readonly onQuery: (query: HealthQuery) => void;
  readonly go: (place: Place) => void;
}

interface Placed {
  readonly health: SolutionHealth;
  readonly id: string;
  readonly name: string;
  /** How its state looks, as in every list. */
  readonly look: (typeof STANDING_LOOKS)[keyof typeof STANDING_LOOKS];
}

/** Every judged solution by its publisher: a mark each, gravest first. */
export function Picture({ query, onQuery, go }: PictureProps): React.ReactElement {
  const product = useProduct();
  const { t, collator } = product;
  const { report, standingOf } = useHealth().state;
  const words = useFindingWords();
  const byPublisher = React.useMemo(() => {
    const found = new Map<string, Placed[]>();
    for (const health of report.solutions.values()) {
      const installed = words.installed(health.solution);
      if (!installed?.visible) continue;
      const look = STANDING_LOOKS[standingOf(installed).state];
      const placed = { health, id: installed.id, name: installed.displayName, look };
      const { displayName } = installed.publisher;
      found.set(displayName, [...(found.get(displayName) ?? []), placed]);
    }
    return found;
  }, [report, standingOf, words]);
  const rows = [...byPublisher]
    .map(([publisher, placed]) => ({ publisher, placed: sorted(placed, collator) }))
    .sort((a, b) => worst(a.placed) - worst(b.placed) || collator.compare(a.publisher, b.publisher))
    .map(({ publisher, placed }): MapRow => ({
      key: publisher,
      title: publisher,
      note: HEALTH_STATES.flatMap((state) =>
        noteOf(state, placed, shownState("healthy", report) === "healthy", product),
      ).join(", "),
      pressed: query.publisher === publisher,
      marks: placed.map(({ id, name, look: { tone, word } }) => ({
        key: id,
        tone,
        title: t("Health_Mark", name, t(word)),
      })),
    }));
  return (
    <Column gap={8}>
      <Muted>{t("Health_PictureText")}</Muted>
      <StateMap
        label={t("Health_Picture")}
        rows={rows}
        onRow={(publisher) => onQuery({ ...query, publisher: query.publisher === publisher ? "" : publisher })}
        onMark={(solution) => go({ page: "solutions", solution, panelTab: "health" })}
      />
    </Column>
  );
}

const rank = ({ health }: Placed): number => HEALTH_STATES.indexOf(health.state);

const worst = ([first]: readonly Placed[]): number => (first ? rank(first) : HEALTH_STATES.length);

const sorted = (placed: readonly Placed[], collator: Intl.Collator): Placed[] =>
  [...placed].sort((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name));

function noteOf(state: HealthState, placed: readonly Placed[], all: boolean, { plural }: Product): string[] {
  const count = placed.filter(({ health }) => health.state === state).length;
  if (count === 0) return [];
  switch (state) {
    case "atRisk":
      return [plural("Health_MarksAtRisk", count)];
    case "attention":
      return [plural("Health_CountAttention", count)];
    case "unknown":
      return [plural("Health_CountUnknown", count)];
    case "healthy":
      return [all ? plural("Health_CountHealthy", count) : plural("Health_CountNoProblem", count)];
  }
}
