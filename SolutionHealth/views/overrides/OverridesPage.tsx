import * as React from "react";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { OverrideRow } from "../../state/overrides/model";
import { Announce } from "../../ui/Announce";
import { Column, Fill } from "../../ui/Layout";
import type { Place } from "../host";
import { useProduct } from "../product";
import { usePageKeys } from "../solutions/usePageKeys";
import { useDebounced } from "../useDebounced";
import { CountsLine } from "./CountsLine";
import { ListEmpty } from "./ListEmpty";
import { useOverrides } from "./overrides";
import { OverridesGrid } from "./OverridesGrid";
import { OverridesToolbar } from "./OverridesToolbar";
import { FIRST_QUERY, toggled, withoutFilters } from "./query";
import { ScanBar } from "./ScanBar";
import { ScanStatus } from "./ScanStatus";
import { useOverrideList } from "./useOverrideList";

export interface OverridesPageProps {
  readonly place: Place;
  readonly go: (place: Place) => void;
}

const SEARCH_DELAY = 150;

/** Every customization that lies on a managed component: found, read, accepted or taken back. */
export function OverridesPage({ place, go }: OverridesPageProps): React.ReactElement {
  const { plural, host } = useProduct();
  const { state } = useOverrides();
  const [query, setQuery] = React.useState(FIRST_QUERY);
  const [closed, setClosed] = React.useState<ReadonlySet<string>>(new Set());
  const [, setChosen] = React.useState<readonly ComponentKey[]>([]);
  const search = useDebounced(query.search, SEARCH_DELAY, host.after);
  const list = useOverrideList(query, search, closed);
  const close = (): void => go({ page: place.page });
  const focusSearch = usePageKeys(host.onKey, place.component === undefined ? undefined : close);
  const open = ({ component }: OverrideRow): void =>
    go({ page: place.page, component: { typeName: component.typeName, id: component.id } });
  const any = state.rows.length > 0;
  return (
    <Fill>
      <Column gap={8}>
        <ScanBar>{null}</ScanBar>
        <ScanStatus />
        {any && (
          <>
            <CountsLine query={query} onQuery={setQuery} shown={list.rows.length} />
            <OverridesToolbar query={query} onQuery={setQuery} list={list} focusSearch={focusSearch} />
            <Announce message={plural("Overrides_Showing", state.rows.length, host.formatNumber(list.rows.length))} />
          </>
        )}
      </Column>
      {list.rows.length > 0 && (
        <OverridesGrid
          list={list}
          query={query}
          onQuery={setQuery}
          onToggleGroup={(key) => setClosed(toggled(closed, key))}
          onOpen={open}
          onSelect={setChosen}
        />
      )}
      {list.rows.length === 0 && <ListEmpty onClear={() => setQuery(withoutFilters(query))} />}
    </Fill>
  );
}
