import type { DependencyReading } from "../../../../SolutionHealth/domain/health/deepFacts";
import { A, factsOf, FAILED, flow, MICROSOFT, type RuleCases } from "../factSamples";
import { solution } from "../../solutionSamples";

const solutions = [A, solution("Ms", { publisher: MICROSOFT }), solution("Core", { version: "1.0" })];
const ann = { id: "ann", name: "Ann Beck", kind: "user", disabled: true } as const;
const switches = (part: "steps" | "processes" | "serviceRules") => ({
  clean: {
    "it is shipped off": factsOf({ solutions, [part]: [flow({ shipped: "off" })] }),
    "it is Microsoft's": factsOf({ solutions, [part]: [flow({ solutions: ["Ms"] })] }),
    "there is none": factsOf({ solutions, [part]: [] }),
  },
  unknown: {
    "the list could not be read": factsOf({ solutions, [part]: FAILED }),
    "nobody has looked at how it is shipped": factsOf({ solutions, [part]: [flow({ shipped: "notRead" })] }),
    "how it is shipped is not known": factsOf({ solutions, [part]: [flow({ shipped: "unknown" })] }),
    "whose it is could not be read": factsOf({ solutions, [part]: [homeless()] }),
  },
});
function homeless() {
  const { solutions: _solutions, ...part } = flow();
  return part;
}

const reference = { id: "r", name: "Mail", logicalName: "cts_mail", bound: false, solutions: ["A"] };
const variable = {
  id: "v",
  name: "Url",
  schemaName: "cts_url",
  required: true,
  hasDefault: false,
  hasValue: false,
  solutions: ["A"],
};
const needs = (requiredSolution: string, requiredSince?: string) =>
  dependencies({
    status: "read",
    missing: [
      {
        required: { id: "q", type: 1, name: "Table" },
        dependent: { id: "d", type: 60, name: "Form" },
        requiredSolution,
        ...(requiredSince !== undefined && { requiredSince }),
      },
    ],
  });
const NOTHING: DependencyReading = { status: "read", missing: [] };
const dependencies = (reading: DependencyReading, core: DependencyReading = NOTHING) =>
  factsOf({
    solutions,
    dependencies: new Map([
      ["a", reading],
      ["core", core],
    ]),
  });
const nothingMissing = { "nothing is missing": dependencies({ status: "read", missing: [] }) };
const notLooked = { "nobody has asked": factsOf({ solutions }) };

export const workingCases: RuleCases = {
  stepsOff: { found: [factsOf({ solutions, steps: [flow({ kind: "step" })] }), { parts: 1 }], ...switches("steps") },
  processesOff: {
    found: [factsOf({ solutions, processes: [flow(), flow({ id: "w", kind: "workflow" })] }), { parts: 2, flows: 1 }],
    ...switches("processes"),
  },
  serviceRulesOff: {
    found: [factsOf({ solutions, serviceRules: [flow({ kind: "sla" })] }), { parts: 1 }],
    ...switches("serviceRules"),
  },
  ownerDisabled: {
    found: [
      factsOf({ solutions, owners: [flow({ state: "on", owner: ann })], processes: [flow({ id: "o", owner: ann })] }),
      { parts: 2, owners: ["Ann Beck"] },
    ],
    clean: {
      "the owner can sign in": factsOf({ solutions, owners: [flow({ owner: { ...ann, disabled: false } })] }),
      "it is shipped off": factsOf({ solutions, owners: [], processes: [flow({ shipped: "off", owner: ann })] }),
    },
    unknown: {
      "the list could not be read": factsOf({ solutions, owners: FAILED }),
      "those that are off could not be read": factsOf({ solutions, owners: [], processes: FAILED }),
    },
  },
  connectionUnbound: {
    found: [factsOf({ solutions, connections: [reference] }), { references: 1 }],
    clean: { "it is bound": factsOf({ solutions, connections: [{ ...reference, bound: true }] }) },
    unknown: { "the list could not be read": factsOf({ solutions, connections: FAILED }) },
  },
  variableEmpty: {
    found: [factsOf({ solutions, variables: [variable] }), { variables: 1, required: 1 }],
    clean: {
      "it has a value": factsOf({ solutions, variables: [{ ...variable, hasValue: true }] }),
      "it has a default": factsOf({ solutions, variables: [{ ...variable, hasDefault: true }] }),
    },
    unknown: { "the list could not be read": factsOf({ solutions, variables: FAILED }) },
  },
  dependencyMissing: {
    found: [needs("Core"), { components: 1, solutions: ["Core"] }],
    clean: { ...nothingMissing, "its solution is not there, which another rule tells": needs("Gone") },
    unknown: {
      ...notLooked,
      "it could not be read": dependencies({ status: "failed", failure: { kind: "server" } }),
      "a solution has changed since it was read": dependencies({ status: "outdated" }),
      "a solution came after it was read": factsOf({ solutions, dependencies: new Map([["a", NOTHING]]) }),
    },
  },
  requiredSolutionMissing: {
    found: [needs("Gone"), { required: "Gone", components: 1 }],
    clean: { ...nothingMissing, "the solution is there": needs("Core") },
    unknown: notLooked,
  },
  requiredSolutionOlder: {
    found: [needs("Core", "2.0"), { required: "Core", installed: "1.0", needed: "2.0" }],
    clean: { ...nothingMissing, "it is new enough": needs("Core", "1.0") },
    unknown: notLooked,
  },
};
