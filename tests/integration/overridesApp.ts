import type { Row } from "../../sandbox/store/model";
import { Bench, form, guid, part, table, webResource } from "../sandbox/engine/handMade";

export const VIEW = guid(4);
export const VIEW_TWO = guid(5);
export const FORM = guid(1);
export const FLOW = guid(6);

const view = (id: string, name: string, fetchxml: string) =>
  part(26, id, { id, name, table: "con_t", root: false, properties: { fetchxml, name, returnedtypecode: "con_t" } });

/** A small managed solution with a table, two views, a form, a script and a flow; nothing customized yet. */
export function createApp(): Bench {
  const bench = new Bench();
  bench.import({
    name: "App",
    components: [
      table("con_t", { description: "t" }),
      view(VIEW, "First", "<fetch><entity name='con_t'/></fetch>"),
      view(VIEW_TWO, "Second", "<fetch><entity name='con_t'/></fetch>"),
      form(FORM, "con_t", [], { properties: { formxml: "<form/>", name: "Main", objecttypecode: "con_t" } }),
      webResource("con_/a.js", { content: "YQ==", webresourcetype: 3 }),
      part(29, FLOW, { id: FLOW, name: "Flow", properties: { clientdata: "{}", statecode: 1, name: "Flow" } }),
    ],
  });
  return bench;
}

export const edit = (bench: Bench, id: string, values: Row): void =>
  bench.environment.customize(id, values, bench.caller);

export const scriptId = (bench: Bench): string => bench.get(61, "con_/a.js").id;

/** An app in which two views and the script are overridden, the flow is switched off, and the form's layer is empty. */
export function createCustomizedApp(): Bench {
  const bench = createApp();
  edit(bench, VIEW, { fetchxml: "<fetch top='1'><entity name='con_t'/></fetch>" });
  edit(bench, VIEW_TWO, { name: "Mine" });
  edit(bench, scriptId(bench), { content: "Yg==" });
  // The platform writes the status along with the state.
  edit(bench, FLOW, { statecode: 0, statuscode: 1 });
  edit(bench, FORM, {});
  return bench;
}

export const key = (typeName: string, id: string): string => `${typeName} ${id}`;
