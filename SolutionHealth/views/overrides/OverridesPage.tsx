import * as React from "react";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { OverrideRow } from "../../state/overrides/model";
import { Announce } from "../../ui/Announce";
import { Column, Fill } from "../../ui/Layout";
import type { Place } from "../host";
import { LayerPanel } from "../layers/LayerPanel";
import { openedComponent } from "../layers/openedComponent";
import { useProduct } from "../product";
import { shown } from "../resource";
import { usePageKeys } from "../solutions/usePageKeys";
import { useDebounced } from "../useDebounced";
import { useWidth } from "../useWidth";
import { CountsLine } from "./CountsLine";
import { ListEmpty } from "./ListEmpty";
import { useOverrides } from "./overrides";
import { OverridesGrid } from "./OverridesGrid";
import { OverridesToolbar } from "./OverridesToolbar";
import { PageCommands } from "./PageCommands";
import { PageDialogs } from "./PageDialogs";
import type { OpenDialog } from "./PageDialogs";
import { FIRST_QUERY, toggled, withoutFilters } from "./query";
import { ReadOnlyNotice } from "./ReadOnlyNotice";
import { ScanBar } from "./ScanBar";
import { ScanStatus } from "./ScanStatus";
import { SelectionBar } from "./SelectionBar";
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
  const [query, setQuery] = React.useState({ ...FIRST_QUERY, owner: place.about ?? "" });
  const [closed, setClosed] = React.useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = React.useState<readonly ComponentKey[]>([]);
  const [dialog, setDialog] = React.useState<OpenDialog>();
  const search = useDebounced(query.search, SEARCH_DELAY, host.after);
  const list = useOverrideList(query, search, closed);
  const close = (): void => go({ page: place.page });
  const focusSearch = usePageKeys(host.onKey, place.component === undefined ? undefined : close);
  const open = ({ component: { typeName, id } }: OverrideRow): void =>
    go({ page: place.page, component: { typeName, id } });
  return (
    <Fill scrolls={useWidth() === "phone"}>
      <Column gap={8}>
        <ReadOnlyNotice />
        <ScanBar>
          <PageCommands
            list={list}
            onAccepted={() => setDialog("accepted")}
            onBookkeeping={() => setDialog("bookkeeping")}
          />
        </ScanBar>
        <ScanStatus />
        {state.rows.length > 0 && (
          <>
            <CountsLine query={query} onQuery={setQuery} shown={list.rows.length} />
            <OverridesToolbar query={query} onQuery={setQuery} list={list} focusSearch={focusSearch} />
            <Announce message={plural("Overrides_Showing", state.rows.length, host.formatNumber(list.rows.length))} />
          </>
        )}
      </Column>
      {list.rows.length > 0 ? (
        <>
          <OverridesGrid
            list={list}
            query={query}
            onQuery={setQuery}
            onToggleGroup={(key) => setClosed(toggled(closed, key))}
            onOpen={open}
            onSelect={setChosen}
          />
          <SelectionBar keys={chosen} onAccept={() => setDialog("accept")} />
        </>
      ) : (
        <ListEmpty onClear={() => setQuery(withoutFilters(query))} />
      )}
      <OpenedLayers place={place} onClose={close} />
      <PageDialogs open={dialog} chosen={chosen} onClose={() => setDialog(undefined)} />
    </Fill>
  );
}

interface OpenedLayersProps {
  readonly place: Place;
  readonly onClose: () => void;
}

/** The layers of the component that the place names. */
function OpenedLayers({ place: { component }, onClose }: OpenedLayersProps): React.ReactElement | null {
  const { t, state } = useProduct();
  const { rows } = useOverrides().state;
  if (!component) return null;
  return (
    <LayerPanel
      component={openedComponent(component, rows, [], shown(state.typeNames))}
      crumbs={[{ text: t("Frame_Overrides"), onClick: onClose }]}
      onClose={onClose}
    />
  );
}
