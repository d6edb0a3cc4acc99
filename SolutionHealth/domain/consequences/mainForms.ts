import type { Guid } from "../model/guid";
import type { NotKnown } from "./affectedComponent";

/** `systemform.type` of main forms. */
export const MAIN_FORM = 2;

/** The platform's error of who would delete the last one: FallbackFormDeletion in Microsoft's list of error codes. */
export const LAST_FORM_CODE = "0x8004F654";

/** A main form that is here, whoever brought it. */
export interface MainForm {
  readonly id: Guid;
  /** False where it is switched off: nobody opens it (`formactivationstate`). */
  readonly active: boolean;
}

/** The main forms of a table: read, or not known. */
export type MainFormsReading =
  | { readonly status: "read"; readonly forms: readonly MainForm[] }
  | { readonly status: "unknown"; readonly why: NotKnown };

/** By logical name of the table, lower case. Only of tables of which it matters. */
export type MainForms = ReadonlyMap<string, MainFormsReading>;

/** Of a table that was not asked about it is not known. */
export const mainFormsOf = (forms: MainForms | undefined, table: string): MainFormsReading =>
  forms?.get(table.toLowerCase()) ?? { status: "unknown", why: { reason: "notRead" } };

/** Tables whose forms could not be read, and why. */
export const unreadForms = (forms: MainForms): { readonly table: string; readonly why: NotKnown }[] =>
  [...forms].flatMap(([table, reading]) => (reading.status === "unknown" ? [{ table, why: reading.why }] : []));

/** What becomes of a form. */
export type FormFate = "goes" | "stays" | "unknown";

/** `last`: the platform refuses. `unknown`: it may, with the reason where that is what could not be read. */
export type LastForm = { readonly status: "last" | "other" } | { readonly status: "unknown"; readonly why?: NotKnown };

/**
 * Whether no main form of the table stays when this one goes. "You cannot delete this form because it is the only fallback
 * form of type main for the table. Each table must have at least one fallback form for each form type": Microsoft Learn
 * gives as the cause that an upgrade or uninstall deletes the last one that remains, whoever's it is. An inactive one may
 * not count: switching the last active one off is refused as well, by another error (0x8004F661); what holds of deleting it
 * no source says [?]. One that stays need not be marked as the fallback: an import marks one where none is.
 */
export function lastFormOf(form: Guid, reading: MainFormsReading, fateOf: (form: Guid) => FormFate): LastForm {
  if (reading.status === "unknown") return reading;
  // Another kind of form, or one that was never published, is not among them.
  if (reading.forms.every(({ id }) => id !== form)) return { status: "other" };
  const left = reading.forms.filter(({ id }) => id !== form && fateOf(id) !== "goes");
  if (left.length === 0) return { status: "last" };
  return { status: left.some(({ id, active }) => active && fateOf(id) === "stays") ? "other" : "unknown" };
}
