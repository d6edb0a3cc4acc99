import * as React from "react";
import { RULE_GROUPS, type RuleGroup } from "../../domain/health/finding";
import { Choice } from "../../ui/Choice";
import { Row } from "../../ui/Layout";
import { SearchField } from "../../ui/SearchField";
import { useProduct } from "../product";
import { useWidth } from "../useWidth";
import { GROUP_WORDS } from "./looks";
import type { HealthQuery } from "./query";

export interface HealthToolbarProps {
  readonly query: HealthQuery;
  readonly onQuery: (query: HealthQuery) => void;
  readonly focusSearch: React.MutableRefObject<(() => void) | undefined>;
}

/** Search, kind and grouping of the findings. */
export function HealthToolbar({ query, onQuery, focusSearch }: HealthToolbarProps): React.ReactElement {
  const { t } = useProduct();
  return (
    <Row gap={8}>
      <SearchField
        label={t("Health_Search")}
        value={query.search}
        onChange={(search) => onQuery({ ...query, search })}
        wide={useWidth() === "phone"}
        focusRef={focusSearch}
      />
      <Choice<RuleGroup | "">
        label={t("Health_Kind")}
        value={query.kind}
        options={[
          { key: "", text: t("Health_AllKinds") },
          ...RULE_GROUPS.map((key) => ({ key, text: t(GROUP_WORDS[key]) })),
        ]}
        onChange={(kind) => onQuery({ ...query, kind })}
      />
      <Choice<HealthQuery["grouping"]>
        label={t("Health_Grouping")}
        value={query.grouping}
        options={[
          { key: "solution", text: t("Health_BySolution") },
          { key: "rule", text: t("Health_ByRule") },
        ]}
        onChange={(grouping) => onQuery({ ...query, grouping })}
      />
    </Row>
  );
}
