import type { LayerStack } from "../layers/componentLayer";
import { optionNumber } from "../layers/optionNumber";
import { valueBelow } from "../layers/winners";
import { partOf } from "../rollbacks/wholes";
import { goingWholes } from "./droppedFates";
import { addressIn } from "./releaseAddress";
import type { ComponentRelease, ReleaseBlocker } from "./releasePreview";
import { type Situation, stackOf } from "./situation";

/** `systemform.type` of main forms. */
const MAIN = 2;

/**
 * Main forms that an upgrade deletes while their table stays, and no other main form of it is known to stay: "each table must
 * have at least one fallback form for each form type" (Microsoft Learn, "You cannot delete this form because it is the only
 * fallback form" when updating or uninstalling a solution; fact sheet §8.3). Forms of other solutions are not among the facts,
 * so it may be the last one. The platform's own tables have forms of the platform, which no solution takes away.
 */
export function lastFormBlockers(fates: readonly ComponentRelease[], at: Situation): ReleaseBlocker[] {
  const forms = fates.filter(({ component }) => component.typeName === "SystemForm" && component.table !== undefined);
  const kept = new Set(
    forms
      .filter((fate) => fate.kind !== "deleted" && typeOf(fate, at) === MAIN)
      .map(({ component }) => component.table),
  );
  const wholes = goingWholes(fates);
  return forms
    .filter((fate) => fate.kind === "deleted" && !goesAlong(fate, wholes) && (typeOf(fate, at) ?? MAIN) === MAIN)
    .filter(({ component: { table = "" } }) => !kept.has(table) && !isPlatforms(table, at))
    .map(({ component }) => ({
      kind: "lastForm",
      required: component,
      dependent: component,
      fix: { where: "here" },
      round: 1,
      certain: false,
    }));
}

const goesAlong = ({ component: { here } }: ComponentRelease, wholes: ReadonlyMap<string, unknown>): boolean =>
  here !== undefined && wholes.has(partOf(here) ?? "");

/** Undefined where neither the package nor the layers tell. */
function typeOf({ component: { address, here } }: ComponentRelease, at: Situation): number | undefined {
  const told = optionNumber(at.incoming.get(address)?.properties.type);
  const stack = here && stackIn(here.key, at);
  return told ?? (stack && optionNumber(valueBelow(stack, "type", 0).value));
}

function stackIn(key: string, { facts }: Situation): LayerStack | undefined {
  const reading = facts.stacks.get(key);
  return reading?.status === "read" ? reading.stack : undefined;
}

/** Whether something of the platform lies at the bottom of the table, as far as anybody tells. */
function isPlatforms(table: string, at: Situation): boolean {
  const presence = at.found.presence.get(addressIn("Entity", table));
  const here =
    presence?.status === "present"
      ? presence.here
      : at.found.members.find(({ component }) => component.typeName === "Entity" && component.name === table);
  if (here === undefined) return false;
  const reading = stackOf(at, here);
  return here.custom === false || (reading.status === "read" && reading.stack.layers.at(-1)?.kind === "system");
}
