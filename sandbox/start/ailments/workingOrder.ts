import type { Ailment } from "./ailment";
import { connectionReference, demoId, duplicateRule, emptyVariable, flow, pluginStep } from "./smallParts";

const [FLOW, STEP, RULE] = [demoId(21), demoId(22), demoId(23)];
const [CONNECTION, VARIABLE] = ["hbw_mail", "hbw_portaladdress"];
const CONNECTION_KIND = "connectionreference";

/** A flow of the demo solutions that somebody has turned off. */
const REMINDER = "2b7e47ee-67bf-4e3e-ac08-f6a964fd9762";

/** Everything in Harbour Berths that ought to work and does not. */
export const workingOrder: readonly Ailment[] = [
  {
    id: "steps-off",
    shows: ["stepsOff"],
    wrong: "A plug-in step of Harbour Berths is disabled.",
    remedy: "enables it",
    make(ward) {
      ward.daysAgo(28);
      ward.install({
        name: "HarbourBerths",
        title: "Harbour Berths",
        version: "1.0.0.0",
        parts: [
          flow("Berths | Confirm a booking", FLOW),
          pluginStep("Berths: check that a berth is free", STEP),
          duplicateRule("Ships with the same call sign", RULE),
          connectionReference(CONNECTION, "Harbour mail"),
          emptyVariable(VARIABLE, "Address of the harbour portal"),
        ],
      });
      ward.daysAgo(7);
      ward.customize(92, STEP, { statecode: 1, statuscode: 2 });
    },
    heal: (ward) => ward.customize(92, STEP, { statecode: 0, statuscode: 1 }),
  },
  {
    id: "flows-off",
    shows: ["processesOff"],
    wrong: "The flow that reminds inspectors is turned off.",
    remedy: "turns it on",
    heal: (ward) => ward.customize(29, REMINDER, { statecode: 1, statuscode: 2 }),
  },
  {
    id: "rules-off",
    shows: ["serviceRulesOff"],
    wrong: "A duplicate detection rule of Harbour Berths is not published.",
    remedy: "publishes it",
    make(ward) {
      ward.daysAgo(7);
      ward.customize(44, RULE, { statecode: 0, statuscode: 0 });
    },
    heal: (ward) => ward.customize(44, RULE, { statecode: 1, statuscode: 2 }),
  },
  {
    id: "owner-left",
    shows: ["ownerDisabled"],
    wrong: "A flow of Harbour Berths belongs to somebody who has left.",
    remedy: "gives it to somebody who is there",
    make: (ward) => ward.environment.assignOwner(FLOW, ward.departed, ward.caller),
    heal: (ward) => ward.environment.assignOwner(FLOW, ward.caller.userId, ward.caller),
  },
  {
    id: "unbound",
    shows: ["connectionUnbound"],
    wrong: "Connection references of Harbour Berths and of Alder Bay Permits have no connection.",
    remedy: "connects them",
    heal(ward) {
      const { components, environmentTypes } = ward.environment.state;
      const type = environmentTypes[CONNECTION_KIND];
      const references = components.filter((component) => component.type === type);
      for (const { id } of references) {
        ward.environment.customize(id, { connectionid: `shared-${id.slice(0, 8)}` }, ward.caller);
      }
    },
  },
  {
    id: "empty-variable",
    shows: ["variableEmpty"],
    wrong: "An environment variable of Harbour Berths is required and has no value.",
    remedy: "gives it a value",
    heal(ward) {
      const { id } = ward.component(380, VARIABLE);
      ward.environment.createVariableValue(id, "https://harbour.example", ward.caller);
    },
  },
];
