import * as React from "react";
import type { OverrideCounts } from "../../state/overrides/model";
import { FilterPills } from "../../ui/FilterPills";
import { Row } from "../../ui/Layout";
import { Muted, TextButton } from "../../ui/Text";
import type { Tone } from "../../ui/tone";
import { useProduct } from "../product";
import { useOverrides } from "./overrides";
import type { CountKey, OverrideQuery } from "./query";
import { isNarrowed, toggled, withoutFilters } from "./query";

const COUNTS: readonly { readonly key: CountKey; readonly tone: Tone; readonly text: string }[] = [
  { key: "new", tone: "warning", text: "Overrides_CountNew" },
  { key: "real", tone: "warning", text: "Overrides_CountReal" },
  { key: "stateOnly", tone: "warning", text: "Overrides_CountStateOnly" },
  { key: "unknown", tone: "unknown", text: "Overrides_CountUnknown" },
  { key: "accepted", tone: "good", text: "Overrides_CountAccepted" },
  { key: "phantom", tone: "neutral", text: "Overrides_CountPhantom" },
];

export interface CountsLineProps {
  readonly query: OverrideQuery;
  readonly onQuery: (query: OverrideQuery) => void;
  /** Rows that the list shows. */
  readonly shown: number;
}

/** How many of each state there are; each number filters the list. Phantoms are hidden until they are asked for. */
export function CountsLine({ query, onQuery, shown }: CountsLineProps): React.ReactElement {
  const { t, plural, host } = useProduct();
  const { counts, rows } = useOverrides().state;
  const hidden = query.counts.size === 0 ? counts.phantom : 0;
  return (
    <Row gap={12}>
      <FilterPills
        label={t("Overrides_Counts")}
        pills={COUNTS.map(({ key, tone, text }) => ({
          key,
          tone,
          text: t(text, host.formatNumber(counts[key satisfies keyof OverrideCounts])),
          pressed: query.counts.has(key),
        }))}
        onToggle={(key) => onQuery({ ...query, counts: toggled(query.counts, key) })}
      />
      <Muted>
        {plural("Overrides_Showing", rows.length, host.formatNumber(shown))}
        {hidden > 0 && ` · ${plural("Overrides_PhantomsHidden", hidden)} `}
        {hidden > 0 && (
          <TextButton
            onClick={() =>
              onQuery({ ...query, counts: new Set<CountKey>(["real", "stateOnly", "unknown", "phantom"]) })
            }
            name={t("Overrides_ShowPhantoms")}
          >
            {t("Solutions_Show")}
          </TextButton>
        )}
        {isNarrowed(query) && " "}
        {isNarrowed(query) && (
          <TextButton onClick={() => onQuery(withoutFilters(query))}>{t("Solutions_ClearFilters")}</TextButton>
        )}
      </Muted>
    </Row>
  );
}
