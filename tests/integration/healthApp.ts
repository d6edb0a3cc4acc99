import { Bench, guid, part, table } from "../sandbox/engine/handMade";

export const FLOW = guid(6);
export const SHIPPED_OFF = guid(7);
export const STEP = guid(8);
export const REFERENCE = guid(9);
export const VARIABLE = guid(10);

const flow = (id: string, name: string, statecode: number) =>
  part(29, id, {
    id,
    name,
    properties: { name, category: 5, type: 1, clientdata: "{}", statecode, statuscode: 1 + statecode },
  });

/** A solution with a flow that is on and one that is off, a step, a bound connection and a variable with a value. */
export function createHealthyApp(): Bench {
  const bench = new Bench();
  bench.import({
    name: "App",
    components: [
      table("con_t", { description: "t" }),
      flow(FLOW, "Send mail", 1),
      flow(SHIPPED_OFF, "Only for those who want it", 0),
      part(92, STEP, { id: STEP, name: "Check", properties: { name: "Check", statecode: 0, statuscode: 1 } }),
      part("connectionreference", "con_mail", {
        id: REFERENCE,
        name: "con_mail",
        properties: {
          connectionreferencelogicalname: "con_mail",
          connectionreferencedisplayname: "Mail",
          connectorid: "/providers/Microsoft.PowerApps/apis/shared_office365",
          connectionid: "c1",
        },
      }),
      part(380, "con_url", {
        id: VARIABLE,
        name: "con_url",
        properties: { schemaname: "con_url", displayname: "Url", type: 100000000, isrequired: true, defaultvalue: "x" },
      }),
    ],
  });
  return bench;
}
