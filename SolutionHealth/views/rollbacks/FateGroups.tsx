import * as React from "react";
import type { DataAtRisk } from "../../domain/consequences/dataAtRisk";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { ComponentFate, FateKind, RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import { Disclosure } from "../../ui/Disclosure";
import { EntryList } from "../../ui/EntryList";
import { Glyph } from "../../ui/icons";
import { Column, Row } from "../../ui/Layout";
import { Heading, Muted, TextButton } from "../../ui/Text";
import { useProduct } from "../product";
import { ComponentLink } from "./ComponentLink";
import { amountText } from "./dataTexts";
import { FATE_LOOKS } from "./fateLooks";
import type { FateGroup, FateSection } from "./fateList";
import type { FateSurroundings } from "./fateSentences";
import { fateSentences } from "./fateSentences";
import { useRollbackNames } from "./rollbackNames";
import { ValueChanges } from "./ValueChanges";

export interface FateGroupsProps {
  readonly sections: readonly FateSection[];
  readonly preview: RollbackPreview;
  readonly data: DataAtRisk | undefined;
  /** What was asked for must be seen. */
  readonly openAll: boolean;
  readonly onOpenComponent: (component: RollbackComponent) => void;
}

/** Fates that change nothing to be seen are closed at first, and all types where there are many components. */
const QUIET: ReadonlySet<FateKind> = new Set(["survives", "unchanged"]);
const MANY = 60;

/** Components put into the page at once; the rest when asked. */
const PAGE = 100;

/** The components by fate, then by type. */
export function FateGroups(props: FateGroupsProps): React.ReactElement {
  const { sections, preview, openAll } = props;
  const { t, host } = useProduct();
  const [toggled, setToggled] = React.useState<ReadonlySet<string>>(new Set());
  const surroundings = useSurroundings(props);
  const toggle = (key: string): void => {
    const next = new Set(toggled);
    if (!next.delete(key)) next.add(key);
    setToggled(next);
  };
  const openAtFirst = (kind: FateKind): boolean => openAll || (preview.fates.length <= MANY && !QUIET.has(kind));
  return (
    <Column gap={16}>
      {sections.map(({ kind, count, groups }) => (
        <Column key={kind} gap={4}>
          <Row gap={8} baseline>
            <Glyph shape={FATE_LOOKS[kind].shape} />
            <Heading level={4}>{t("Fates_Heading", t(FATE_LOOKS[kind].title), host.formatNumber(count))}</Heading>
          </Row>
          <Muted>{t(FATE_LOOKS[kind].sentence)}</Muted>
          <div>
            {groups.map((group) => (
              <Disclosure
                minor
                key={group.key}
                title={group.title}
                note={host.formatNumber(group.fates.length)}
                open={openAtFirst(kind) !== toggled.has(group.key)}
                onToggle={() => toggle(group.key)}
              >
                <Group group={group} surroundings={surroundings} onOpenComponent={props.onOpenComponent} />
              </Disclosure>
            ))}
          </div>
        </Column>
      ))}
    </Column>
  );
}

interface GroupProps {
  readonly group: FateGroup;
  readonly surroundings: (fate: ComponentFate) => FateSurroundings;
  readonly onOpenComponent: (component: RollbackComponent) => void;
}

function Group({ group: { title, fates }, surroundings, onOpenComponent }: GroupProps): React.ReactElement {
  const { plural } = useProduct();
  const names = useRollbackNames();
  const [pages, setPages] = React.useState(1);
  const shown = fates.slice(0, pages * PAGE);
  return (
    <>
      <EntryList
        label={title}
        indented
        items={shown}
        getKey={({ component }) => component.key}
        render={(fate) => (
          <Column gap={4}>
            <ComponentLink component={fate.component} second={names.place(fate.component)} onOpen={onOpenComponent} />
            <div>{fateSentences(fate, surroundings(fate)).join(" ")}</div>
            <ValueChanges changes={fate.changes} />
          </Column>
        )}
      />
      {shown.length < fates.length && (
        <TextButton onClick={() => setPages(pages + 1)}>{plural("Fates_More", fates.length - shown.length)}</TextButton>
      )}
    </>
  );
}

/** What the sentences of a component need: the whole it goes with, and the data it takes along. */
function useSurroundings({ preview, data }: FateGroupsProps): (fate: ComponentFate) => FateSurroundings {
  const texts = useProduct();
  const names = useRollbackNames();
  return React.useMemo(() => {
    const components = new Map(preview.fates.map(({ component }) => [component.key, component]));
    const counted = new Map(data?.items.map((item) => [item.component.key, item]));
    const several = preview.order.steps.length > 1;
    return ({ component: { key }, goesWith }) => {
      const whole = goesWith === undefined ? undefined : components.get(goesWith);
      const item = counted.get(key);
      return {
        names,
        texts,
        several,
        ...(whole ? { whole: names.component(whole) } : {}),
        ...(item ? { data: amountText(item, texts) } : {}),
      };
    };
  }, [preview, data, texts, names]);
}
