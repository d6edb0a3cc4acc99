import {
  type FormFate,
  type LastForm,
  lastFormOf,
  MAIN_FORM,
  type MainForms,
  mainFormsOf,
} from "../consequences/mainForms";
import type { ComponentKey } from "../layers/componentLayer";
import { optionNumber } from "../layers/optionNumber";
import { propertyWinners } from "../layers/winners";
import type { Guid } from "../model/guid";
import type { Departures } from "./departures";
import type { Blocker } from "./rollbackPreview";
import type { Subject } from "./subjects";
import { isTable } from "./wholes";

type Subjects = ReadonlyMap<ComponentKey, Subject>;

/**
 * Main forms that go while their table stays, and with them the last one: the platform refuses (`lastFormOf`). Judged step by
 * step: where the table goes in a later step, its last form still must not go before it. The platform's own tables have
 * forms of the platform, which no solution takes away.
 */
export function lastFormBlockers(subjects: Subjects, departures: Departures, forms?: MainForms): Blocker[] {
  const byId = new Map([...subjects.values()].filter(isForm).map((subject) => [subject.component.id, subject]));
  const tables = tablesIn(subjects);
  return [...byId.values()].flatMap((subject): Blocker[] => {
    const { component } = subject;
    const step = departures.goneAt(subject);
    const table = tableOfForm(subject);
    if (step === undefined || table === undefined || (departures.wholeGoneAt(subject) ?? Infinity) <= step) return [];
    const isPlatforms = isPlatformsTable(tables.get(table));
    if (isPlatforms === true || !mayBeMain(subject)) return [];
    const last = lastFormOf(component.id, mainFormsOf(forms, table), fatesUntil(step, byId, departures));
    return last.status === "other" ? [] : [blocker(subject, last, isPlatforms === false)];
  });
}

const blocker = ({ component }: Subject, last: LastForm, isSettled: boolean): Blocker => ({
  kind: last.status === "last" && isSettled ? "lastForm" : "mayBeLastForm",
  required: component,
  dependent: component,
  fix: { where: "here" },
  round: 1,
  ...("why" in last && last.why && { why: last.why }),
});

/** What becomes of forms that are here until a step is done. What nobody speaks of stays. */
const fatesUntil =
  (step: number, byId: ReadonlyMap<Guid, Subject>, departures: Departures) =>
  (form: Guid): FormFate => {
    const subject = byId.get(form);
    if (subject === undefined) return "stays";
    const gone = departures.goneAt(subject);
    if (gone === undefined) return subject.why ? "unknown" : "stays";
    return gone <= step ? "goes" : "stays";
  };

/**
 * Tables whose main forms decide whether something stands in the way. The order of the steps is not known yet: a form may
 * go before its table where not the same solutions hold both.
 * @param atOnce as if everything went in one step
 */
export function tablesForMainForms(subjects: Subjects, atOnce: Departures): string[] {
  const tables = tablesIn(subjects);
  const asked = [...subjects.values()].flatMap((subject) => {
    const table = tableOfForm(subject);
    if (table === undefined || atOnce.goneAt(subject) === undefined || !mayBeMain(subject)) return [];
    const whole = tables.get(table);
    return goesAlong(subject, whole, atOnce) || isPlatformsTable(whole) === true ? [] : [table];
  });
  return [...new Set(asked)];
}

/** Whether it goes with its table, whatever the order. */
function goesAlong(form: Subject, table: Subject | undefined, atOnce: Departures): boolean {
  if (table === undefined || atOnce.wholeGoneAt(form) === undefined) return false;
  const own = holdersOf(form, atOnce);
  return own === "" || own === holdersOf(table, atOnce);
}

/** The leaving solutions that hold it, as one text: by its layers where they were read. */
function holdersOf({ stack, heldBy }: Subject, departures: Departures): string {
  const layers = stack?.layers.filter((layer) => departures.stepOf(layer) !== undefined);
  const names = layers ? layers.map(({ solution }) => solution.toLowerCase()) : heldBy;
  return [...new Set(names)].sort().join();
}

const isForm = ({ component }: Subject): boolean => component.typeName === "SystemForm";

/** Logical name of the table, lower case; undefined for dashboards and for what is no form. */
const tableOfForm = (subject: Subject): string | undefined =>
  isForm(subject) ? subject.component.table?.toLowerCase() : undefined;

/** Its layers are known only where they decide its fate; where they do not tell, the forms that are here do. */
function mayBeMain({ stack }: Subject): boolean {
  const type = stack && optionNumber(propertyWinners(stack).get("type")?.value);
  return (type ?? MAIN_FORM) === MAIN_FORM;
}

/** By logical name, lower case. */
const tablesIn = (subjects: Subjects): ReadonlyMap<string, Subject> =>
  new Map(
    [...subjects.values()].flatMap((subject) =>
      isTable(subject.component) ? [[subject.component.name.toLowerCase(), subject] as const] : [],
    ),
  );

/** Whether the platform itself brought the table; undefined where nobody tells. */
function isPlatformsTable({ member, stack }: Partial<Subject> = {}): boolean | undefined {
  if (member?.custom === false) return true;
  if (stack) return stack.layers.at(-1)?.kind === "system";
  return member?.custom === true ? false : undefined;
}
