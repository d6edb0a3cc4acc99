import * as React from "react";
import type { SolutionComponent } from "../../../domain/model/component";
import { Disclosure } from "../../../ui/Disclosure";
import { Grid } from "../../../ui/Grid";
import type { GridColumn } from "../../../ui/gridColumns";
import { Lines, Muted, OneLine, TextButton } from "../../../ui/Text";
import type { Texts } from "../../texts";
import { useProduct } from "../../product";
import type { ComponentGroup } from "./groupComponents";

export interface ComponentGroupsProps {
  readonly groups: readonly ComponentGroup[];
  /** A search opens every group: what was found must be seen. */
  readonly searching: boolean;
  readonly onOpen: (component: SolutionComponent) => void;
}

/** One part a type, closed at first. */
export function ComponentGroups({ groups, searching, onOpen }: ComponentGroupsProps): React.ReactElement {
  const product = useProduct();
  const [toggled, setToggled] = React.useState<ReadonlySet<number>>(new Set());
  const latestOpen = React.useRef(onOpen);
  React.useEffect(() => {
    latestOpen.current = onOpen;
  });
  const columns = React.useMemo(() => componentColumns(product, (it) => latestOpen.current(it)), [product]);
  const openByItself = searching || groups.length === 1;
  const toggle = (type: number): void => {
    const next = new Set(toggled);
    if (!next.delete(type)) next.add(type);
    setToggled(next);
  };
  return (
    <div>
      {groups.map(({ type, title, components, total }) => (
        <Disclosure
          key={type}
          title={title}
          note={countText(components.length, total, product)}
          open={openByItself !== toggled.has(type)}
          onToggle={() => toggle(type)}
        >
          <Grid label={title} items={components} columns={columns} getKey={({ id }) => id} />
        </Disclosure>
      ))}
    </div>
  );
}

function countText(read: number, total: number | undefined, { t, host }: ReturnType<typeof useProduct>): string {
  if (total === undefined || total <= read) return host.formatNumber(read);
  return t("Components_CountOf", host.formatNumber(read), host.formatNumber(total));
}

function componentColumns(
  { t }: Texts,
  onOpen: (component: SolutionComponent) => void,
): GridColumn<SolutionComponent>[] {
  return [
    {
      key: "name",
      name: t("Components_Name"),
      minWidth: 180,
      rowHeader: true,
      render: (component) => <ComponentName component={component} onOpen={onOpen} />,
    },
    {
      key: "table",
      name: t("Components_Table"),
      minWidth: 90,
      maxWidth: 160,
      render: ({ table }) => <OneLine text={table ?? ""} />,
    },
  ];
}

interface ComponentNameProps {
  readonly component: SolutionComponent;
  readonly onOpen: (component: SolutionComponent) => void;
}

/** The way to the component's layers. */
function ComponentName({ component, onOpen }: ComponentNameProps): React.ReactElement {
  const { name, displayName } = component;
  return (
    <Lines>
      <TextButton onClick={() => onOpen(component)} oneLine>
        {displayName || name}
      </TextButton>
      {displayName && displayName !== name && (
        <Muted>
          <OneLine text={name} />
        </Muted>
      )}
    </Lines>
  );
}
