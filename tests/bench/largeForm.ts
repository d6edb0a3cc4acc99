import { NEVER_OVERWRITTEN } from "../../sandbox/engine/systemComponents";
import { guidFor } from "../../sandbox/store/guidFor";
import { ACTIVE_LAYER, type StoredComponent } from "../../sandbox/store/model";
import { largeEnvironment, type LargeEnvironment } from "./largeEnvironment";

const SECTION = 20;
const TAB = 100;
const EDITED = "2025-09-09T09:00:00Z";
/** One cell in so many is changed by the Active layer. */
const CHANGED_EVERY = 97;

export const FORM_NAME = "A form of a megabyte";

/** An environment with one form of so many bytes that a managed solution brings and Active changes in some places. */
export function withLargeForm(bytes: number): LargeEnvironment {
  const large = largeEnvironment({
    solutions: 2,
    components: 60,
    tables: 3,
    realOverrides: 0,
    stateOnly: 0,
    phantoms: 0,
  });
  const { state } = large;
  const form = state.components.find(({ type }) => type === 60);
  if (!form) throw new Error("The environment has no form.");
  const components = state.components.map((component) => (component === form ? edited(form, bytes) : component));
  return { ...large, state: { ...state, components }, realOverrides: [form.id] };
}

function edited(form: StoredComponent, bytes: number): StoredComponent {
  const layers = form.layers.map((layer) => ({
    ...layer,
    displayName: FORM_NAME,
    properties: { ...layer.properties, formxml: formXml(bytes, false) },
  }));
  const properties = { formxml: formXml(bytes, true) };
  const active = { solution: ACTIVE_LAYER, createdOn: EDITED, overwriteTime: NEVER_OVERWRITTEN, properties };
  return { ...form, name: FORM_NAME, displayName: FORM_NAME, layers: [...layers, active], modifiedOn: EDITED };
}

/** A form as its designer writes it: tabs of sections of rows with one cell each, labels in two languages. */
function formXml(bytes: number, isEdited: boolean): string {
  const cells: string[] = [];
  for (let length = 0; length < bytes; length += (cells[cells.length - 1] ?? "").length) {
    const number = cells.length;
    cells.push(cellXml(number, isEdited && number % CHANGED_EVERY === 5 ? "Changed" : "Field"));
  }
  const sections = chunks(cells, SECTION).map((rows, index) => sectionXml(index, rows.join("")));
  const tabs = chunks(sections, TAB / SECTION).map((own, index) => tabXml(index, own.join("")));
  return `<form><tabs>${tabs.join("")}</tabs></form>`;
}

const idOf = (kind: string, number: number): string => `{${guidFor("form", kind, number)}}`;

const labelXml = (text: string): string =>
  `<labels><label description="${text}" languagecode="1033" /><label description="${text} (de)" languagecode="1031" /></labels>`;

const cellXml = (number: number, word: string): string =>
  `<row><cell id="${idOf("cell", number)}" showlabel="true" locklevel="0">${labelXml(`${word} ${number}`)}` +
  `<control id="lp_field${number}" classid="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}" datafieldname="lp_field${number}" ` +
  `disabled="false"><parameters><AutoResolve>true</AutoResolve><DisableMru>false</DisableMru></parameters></control></cell></row>`;

const sectionXml = (number: number, rows: string): string =>
  `<section id="${idOf("section", number)}" name="section${number}">${labelXml(`Section ${number}`)}<rows>${rows}</rows></section>`;

const tabXml = (number: number, sections: string): string =>
  `<tab id="${idOf("tab", number)}" name="tab${number}">${labelXml(`Tab ${number}`)}<columns><column width="100%">` +
  `<sections>${sections}</sections></column></columns></tab>`;

function chunks<T>(items: readonly T[], size: number): T[][] {
  const found: T[][] = [];
  for (let from = 0; from < items.length; from += size) found.push(items.slice(from, from + size));
  return found;
}
