import { type FormFate, LAST_FORM_CODE, lastFormOf, MAIN_FORM, mainFormsOf } from "../consequences/mainForms";
import type { LayerStack } from "../layers/componentLayer";
import { optionNumber } from "../layers/optionNumber";
import { valueBelow } from "../layers/winners";
import type { Guid } from "../model/guid";
import { partOf } from "../rollbacks/wholes";
import { goingWholes } from "./droppedFates";
import { addressIn, platformTypeName } from "./releaseAddress";
import type { ComponentRelease, ReleaseBlocker, ReleaseComponent } from "./releasePreview";
import { incomingAs, type Situation } from "./situation";
import { isPlatformsTable } from "./tableOrigin";

/**
 * Main forms that an upgrade deletes while their table stays, and with them the last one (`lastFormOf`, fact sheet §8.3).
 * It is certain where the table's forms were read, none of them stays, and no earlier package of the release touches forms
 * of the table. The platform's own tables have forms of the platform, which no solution takes away.
 */
export function lastFormBlockers(fates: readonly ComponentRelease[], at: Situation): ReleaseBlocker[] {
  const fateOf = formFates(fates, at);
  return goingForms(fates, at).flatMap(({ id, table, form }): ReleaseBlocker[] => {
    const last = lastFormOf(id, mainFormsOf(at.found.mainForms, table), fateOf);
    if (last.status === "other") return [];
    const isSettled = !at.earlier.formTables.has(table) && isPlatformsTable(table, at) === false;
    return [
      {
        kind: "lastForm",
        required: form,
        dependent: form,
        fix: { where: "here" },
        round: 1,
        certain: last.status === "last" && isSettled,
        code: LAST_FORM_CODE,
        ...("why" in last && last.why && { why: last.why }),
      },
    ];
  });
}

/** Tables whose main forms decide whether something stands in the way of the upgrade. */
export const tablesAskedForForms = (fates: readonly ComponentRelease[], at: Situation): string[] => [
  ...new Set(goingForms(fates, at).map(({ table }) => table)),
];

interface GoingForm {
  readonly form: ReleaseComponent;
  readonly id: Guid;
  /** Logical name, lower case. */
  readonly table: string;
}

/** Deleted forms that may be main ones, of tables that stay and of which no other main form is known to stay. */
function goingForms(fates: readonly ComponentRelease[], at: Situation): GoingForm[] {
  const wholes = goingWholes(fates);
  const going = fates.flatMap(({ kind, component: form }): GoingForm[] => {
    const table = tableOfForm(form);
    if (kind !== "deleted" || form.here === undefined || table === undefined) return [];
    const isOther = (valueOf("type", form, at) ?? MAIN_FORM) !== MAIN_FORM;
    return isOther || wholes.has(partOf(form.here) ?? "") ? [] : [{ form, id: form.here.id, table }];
  });
  if (going.length === 0) return [];
  const kept = tablesWithForm(fates, at);
  return going.filter(({ table }) => !kept.has(table) && isPlatformsTable(table, at) !== true);
}

/** Logical name of the table, lower case; undefined for dashboards and for what is no form. */
const tableOfForm = ({ typeName, table }: ReleaseComponent): string | undefined =>
  typeName === "SystemForm" ? table?.toLowerCase() : undefined;

/** Tables of which the package holds a main form that people can open, or drops one that others hold. */
function tablesWithForm(fates: readonly ComponentRelease[], at: Situation): ReadonlySet<string> {
  const surviving = fates.filter(({ kind, component }) => kind === "survives" && !mayGoEarlier(component.address, at));
  const known = [...incomingForms(at), ...surviving.map(({ component }) => component)];
  return new Set(known.filter((form) => isOpen(form, at)).flatMap((form) => tableOfForm(form) ?? []));
}

const isOpen = (form: ReleaseComponent, at: Situation): boolean =>
  valueOf("type", form, at) === MAIN_FORM && valueOf("formactivationstate", form, at) !== 0;

const incomingForms = (at: Situation): ReleaseComponent[] =>
  [...at.incoming].flatMap(([address, component]) => {
    const presence = at.found.presence.get(address);
    return platformTypeName(component.type) === "SystemForm"
      ? [incomingAs(component, presence?.status === "present" ? presence.here : undefined)]
      : [];
  });

/** Of forms that are here, by id. What nobody speaks of stays. */
function formFates(fates: readonly ComponentRelease[], at: Situation): (form: Guid) => FormFate {
  const kinds = new Map(
    fates.flatMap(({ kind, component: { here } }) =>
      here?.typeName === "SystemForm" ? [[here.id, kind] as const] : [],
    ),
  );
  return (form) => {
    const address = addressIn("SystemForm", form);
    if (at.incoming.has(address)) return "stays";
    const kind = kinds.get(form);
    if (kind === "deleted") return "goes";
    return kind === "unknown" || mayGoEarlier(address, at) ? "unknown" : "stays";
  };
}

const mayGoEarlier = (address: string, { earlier }: Situation): boolean => earlier.dropped.has(address);

/** A number of the form; undefined where neither the package nor the layers tell. */
function valueOf(property: string, { address, here }: ReleaseComponent, at: Situation): number | undefined {
  const told = optionNumber(at.incoming.get(address)?.properties[property]);
  const stack = here && stackIn(here.key, at);
  return told ?? (stack && optionNumber(valueBelow(stack, property, 0).value));
}

function stackIn(key: string, { facts }: Situation): LayerStack | undefined {
  const reading = facts.stacks.get(key);
  return reading?.status === "read" ? reading.stack : undefined;
}
