import * as React from "react";
import { Choice } from "../../ui/Choice";
import { Row } from "../../ui/Layout";
import { SearchField } from "../../ui/SearchField";
import { useProduct } from "../product";
import { useWidth } from "../useWidth";
import type { OverrideQuery } from "./query";
import type { OverrideList } from "./useOverrideList";

export interface OverridesToolbarProps {
  readonly query: OverrideQuery;
  readonly onQuery: (query: OverrideQuery) => void;
  readonly list: OverrideList;
  readonly focusSearch: React.MutableRefObject<(() => void) | undefined>;
}

/** Search, filters and grouping of the list. */
export function OverridesToolbar({ query, onQuery, list, focusSearch }: OverridesToolbarProps): React.ReactElement {
  const { t } = useProduct();
  return (
    <Row gap={8}>
      <SearchField
        label={t("Overrides_Search")}
        value={query.search}
        onChange={(search) => onQuery({ ...query, search })}
        wide={useWidth() === "phone"}
        focusRef={focusSearch}
      />
      <Choice
        label={t("Overrides_Column_Owner")}
        value={query.owner}
        options={[{ key: "", text: t("Overrides_AllOwners") }, ...list.owners]}
        onChange={(owner) => onQuery({ ...query, owner })}
      />
      <Choice
        label={t("Overrides_Column_Type")}
        value={query.type}
        options={[{ key: "", text: t("Overrides_AllTypes") }, ...list.types]}
        onChange={(type) => onQuery({ ...query, type })}
      />
      <Choice<"grouped" | "flat">
        label={t("Overrides_Grouping")}
        value={query.grouped ? "grouped" : "flat"}
        options={[
          { key: "grouped", text: t("Overrides_Grouped") },
          { key: "flat", text: t("Overrides_Flat") },
        ]}
        onChange={(key) => onQuery({ ...query, grouped: key === "grouped" })}
      />
    </Row>
  );
}
