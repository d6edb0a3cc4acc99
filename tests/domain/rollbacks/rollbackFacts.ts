import { componentKey, type LayerRow, type LayerStack } from "../../../SolutionHealth/domain/layers/componentLayer";
import { toLayerStack } from "../../../SolutionHealth/domain/layers/layerStack";
import type { Properties } from "../../../SolutionHealth/domain/model/property";
import type { InstalledSolution } from "../../../SolutionHealth/domain/model/solution";
import type {
  RollbackComponent,
  RollbackFacts,
  RollbackMember,
  StackReading,
} from "../../../SolutionHealth/domain/rollbacks/rollbackFacts";

/** Facts as the Web API gives them, small enough to be read. Ids are names. */
const PUBLISHERS: Readonly<Record<string, string>> = { F: "fabrikam", G: "gamma" };

export function solution(uniqueName: string, more: Partial<InstalledSolution> = {}): InstalledSolution {
  const publisher = PUBLISHERS[uniqueName.charAt(0)] ?? "contoso";
  return {
    id: uniqueName,
    uniqueName,
    displayName: `${uniqueName} display`,
    version: "1.0.0.0",
    managed: true,
    visible: true,
    publisher: { id: publisher, uniqueName: publisher, displayName: publisher, prefix: "con" },
    ...more,
  };
}

const TYPES: Readonly<Record<string, number>> = {
  Entity: 1,
  Attribute: 2,
  SavedQuery: 26,
  SystemForm: 60,
  WebResource: 61,
};

export function component(typeName: string, name: string, table?: string): RollbackComponent {
  const id = `id of ${name}`;
  return {
    key: componentKey({ id, typeName }),
    id,
    type: TYPES[typeName] ?? 10_000,
    typeName,
    name,
    displayName: name,
    ...(table !== undefined && { table }),
  };
}

export const table = (name: string): RollbackComponent => component("Entity", name, name);
export const column = (owner: string, name: string): RollbackComponent => component("Attribute", name, owner);

const text = (properties: Properties): string =>
  JSON.stringify({ Attributes: Object.entries(properties).map(([Key, Value]) => ({ Key, Value })) });

/** Layers from the bottom to the top: what each changes. The whole of each is what lies below and its own. */
export function stack(of: RollbackComponent, ...layers: readonly (readonly [string, Properties])[]): LayerStack {
  let whole: Properties = {};
  const rows = layers.map(([name, changes], index): LayerRow => {
    whole = { ...whole, ...changes };
    return {
      name: of.name,
      solution: name,
      publisher: PUBLISHERS[name.charAt(0)] ?? "contoso",
      order: index + 1,
      changes: text(changes),
      componentJson: text(whole),
      children: null,
    };
  });
  return toLayerStack(of, rows);
}

export const member = (
  of: RollbackComponent,
  heldBy: readonly string[],
  more: Partial<RollbackMember> = {},
): RollbackMember => ({ component: of, heldBy, alsoHeldBy: [], custom: true, ...more });

export interface FactsText extends Partial<Omit<RollbackFacts, "stacks">> {
  readonly stacks?: readonly LayerStack[];
  readonly unknownStacks?: readonly RollbackComponent[];
}

export function facts({ stacks = [], unknownStacks = [], ...more }: FactsText): RollbackFacts {
  const readings: [string, StackReading][] = [
    ...stacks.map((one): [string, StackReading] => [componentKey(one.component), { status: "read", stack: one }]),
    ...unknownStacks.map(({ key }): [string, StackReading] => [
      key,
      { status: "unknown", why: { reason: "notRead", code: "0x80040216" } },
    ]),
  ];
  return {
    solutions: [],
    targets: [],
    members: [],
    dependencies: [],
    unread: [],
    readAt: new Date("2026-01-01T00:00:00Z"),
    ...more,
    stacks: new Map(readings),
  };
}
