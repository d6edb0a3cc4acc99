import * as React from "react";
import type { SolutionComponent } from "../../../domain/model/component";
import type { InstalledSolution } from "../../../domain/model/solution";
import type { ComponentList, Resource } from "../../../state/model";
import { Announce } from "../../../ui/Announce";
import { EmptyState } from "../../../ui/EmptyState";
import { Column } from "../../../ui/Layout";
import { Notice } from "../../../ui/Notice";
import { ProgressLine } from "../../../ui/ProgressLine";
import { SearchField } from "../../../ui/SearchField";
import { Muted } from "../../../ui/Text";
import { FailureNotice } from "../../FailureNotice";
import type { Product } from "../../product";
import { useProduct } from "../../product";
import { failureOf, shown } from "../../resource";
import { useDebounced } from "../../useDebounced";
import { groupComponents } from "./groupComponents";
import { ComponentGroups } from "./ComponentGroups";

const IDLE: Resource<ComponentList> = { status: "idle" };
const SEARCH_DELAY = 150;

export interface ComponentsTabProps {
  readonly solution: InstalledSolution;
  readonly onOpenComponent: (component: SolutionComponent) => void;
}

/** What the solution brings, by type. Read when the tab is opened, since it costs a call per table. */
export function ComponentsTab({ solution, onOpenComponent }: ComponentsTabProps): React.ReactElement {
  const product = useProduct();
  const { t, plural, state, store, host } = product;
  const resource = state.components.get(solution.id) ?? IDLE;
  const [search, setSearch] = React.useState("");
  const settled = useDebounced(search, SEARCH_DELAY, host.after);
  const { status } = resource;
  React.useEffect(() => {
    if (status === "idle") store.loadComponents(solution.id);
  }, [status, store, solution.id]);
  const list = shown(resource);
  const typeNames = shown(state.typeNames);
  const groups = React.useMemo(
    () => groupComponents(list, typeNames, settled, product),
    [list, typeNames, settled, product],
  );
  const failure = failureOf(resource);
  const count = groups.reduce((sum, { components }) => sum + components.length, 0);
  const read = (): void => store.loadComponents(solution.id);
  return (
    <Column>
      {failure && <FailureNotice title={t("Components_Failed")} failure={failure} onRetry={read} />}
      {resource.status === "loading" && (
        <ReadingLine resource={resource} product={product} onCancel={() => store.cancelComponents(solution.id)} />
      )}
      {list && status !== "loading" && <Partial list={list} onRead={read} />}
      {list && (
        <>
          <SearchField label={t("Components_Search")} value={search} onChange={setSearch} />
          <Muted>{plural("Components_Showing", list.components.length, host.formatNumber(count))}</Muted>
          <Announce message={plural("Components_Showing", list.components.length, host.formatNumber(count))} />
          <ComponentGroups groups={groups} searching={settled.trim() !== ""} onOpen={onOpenComponent} />
          {count === 0 && status !== "loading" && <Nothing searching={settled.trim() !== ""} />}
        </>
      )}
    </Column>
  );
}

interface ReadingLineProps {
  readonly resource: Extract<Resource<ComponentList>, { status: "loading" }>;
  readonly product: Product;
  readonly onCancel: () => void;
}

function ReadingLine({ resource: { progress }, product, onCancel }: ReadingLineProps): React.ReactElement {
  const { t, host } = product;
  if (!progress || progress.total <= 0) return <ProgressLine label={t("Components_Reading")} onCancel={onCancel} />;
  const key = progress.stage === "tables" ? "Components_ReadingTables" : "Components_ReadingRows";
  const label = t(key, host.formatNumber(progress.done), host.formatNumber(progress.total));
  return <ProgressLine label={label} share={progress.done / progress.total} onCancel={onCancel} />;
}

/** A list that lacks something says so, with what and how to get it. */
function Partial({
  list,
  onRead,
}: {
  readonly list: ComponentList;
  readonly onRead: () => void;
}): React.ReactElement | null {
  const { t, plural } = useProduct();
  if (list.complete && list.unread.length === 0) return null;
  const details = list.unread.map(({ table, failure }) => ({
    label: table,
    value: failure.serverText ?? failure.code ?? failure.kind,
    long: true,
  }));
  return (
    <Notice kind="warning" title={t("Components_PartialTitle")} details={details} onRetry={onRead}>
      {list.unread.length > 0
        ? plural("Components_PartialTables", list.unread.length)
        : t("Components_PartialCancelled")}
    </Notice>
  );
}

function Nothing({ searching }: { readonly searching: boolean }): React.ReactElement {
  const { t } = useProduct();
  if (searching) {
    return <EmptyState shape="search" title={t("Components_NoMatchTitle")} text={t("Components_NoMatchText")} />;
  }
  return <EmptyState shape="box" title={t("Components_NoneTitle")} text={t("Components_NoneText")} />;
}
