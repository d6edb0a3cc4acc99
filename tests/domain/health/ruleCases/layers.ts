import {
  A,
  ago,
  FABRIKAM,
  FAILED,
  factsOf,
  layer,
  MICROSOFT,
  override,
  production,
  type RuleCases,
  stacked,
} from "../factSamples";
import { solution } from "../../solutionSamples";

const B = solution("B", { publisher: FABRIKAM });
const sibling = solution("C");
const ms = solution("Ms", { publisher: MICROSOFT });
const scan = (...rows: ReturnType<typeof override>[]) =>
  factsOf({ solutions: [A, ms], overrides: { rows, unread: [] } });
const stacks = (...components: ReturnType<typeof stacked>[]) =>
  factsOf({ solutions: [A, B, sibling, ms], stacks: { components, unread: [] } });
const handMade = solution("Hotfixes", { managed: false, installedOn: ago(3) });
const sandbox = { ...production, kind: "sandbox" } as const;
const loose = { id: "x", type: 26, name: "Mine", solutions: [] };
const notScanned = {
  "nobody has asked for a scan": factsOf({ solutions: [A] }),
  "the scan failed": factsOf({ solutions: [A], overrides: FAILED }),
};

export const layerCases: RuleCases = {
  overrideNew: {
    found: [scan(override({})), { overrides: 1 }],
    clean: {
      "it changes nothing": scan(override({ state: "phantom" })),
      "it changes the state only": scan(override({ state: "stateOnly" })),
      "it is accepted": scan(override({ acceptance: "accepted" })),
    },
    unknown: {
      ...notScanned,
      "layers could not be read": scan(override({ state: "unknown", acceptance: "unknown" })),
      "flags could not be read": factsOf({ solutions: [A], overrides: { rows: [], unread: ["A"] } }),
      "its solution has changed since": factsOf({
        solutions: [A],
        overrides: { rows: [], unread: [], outdated: ["a"] },
      }),
    },
  },
  overrideChanged: {
    found: [scan(override({ acceptance: "changed" })), { overrides: 1 }],
    clean: { "it is accepted as it is": scan(override({ acceptance: "accepted" })) },
    unknown: notScanned,
  },
  overrideExpired: {
    found: [scan(override({ acceptance: "expired" })), { overrides: 1 }],
    clean: { "it still counts": scan(override({ acceptance: "accepted" })) },
    unknown: notScanned,
  },
  overrideAccepted: {
    found: [scan(override({ acceptance: "accepted" })), { overrides: 1 }],
    clean: { "it is not accepted": scan(override({})) },
    unknown: notScanned,
  },
  layerShadowed: {
    found: [stacks(stacked(layer("B", "fetchxml"), layer("A", "fetchxml"))), { components: 1, by: ["B"] }],
    clean: {
      "the higher layer sets something else": stacks(
        stacked(layer("B", "name"), layer("A", "fetchxml"), layer("System", "fetchxml")),
      ),
      "the higher layer sets bookkeeping only": stacks(stacked(layer("B", "modifiedon"), layer("A", "fetchxml"))),
      "the higher layer is its own patch": factsOf({
        solutions: [A, solution("A_Patch_1", { parentId: "A" })],
        stacks: { components: [stacked(layer("A_Patch_1", "fetchxml"), layer("A", "fetchxml"))], unread: [] },
      }),
      "layers of the type are merged": stacks({
        ...stacked(layer("B", "formxml"), layer("A", "formxml")),
        typeName: "SystemForm",
      }),
      "Microsoft's is below": stacks(stacked(layer("B", "fetchxml"), layer("Ms", "fetchxml"))),
    },
    unknown: {
      "nobody has asked": factsOf({ solutions: [A] }),
      "layers could not be read": factsOf({
        solutions: [A],
        stacks: { components: [], unread: [{ solutions: ["A"], failure: { kind: "server" } }] },
      }),
      "its solution has changed since": factsOf({
        solutions: [A],
        stacks: { components: [], unread: [], outdated: ["a"] },
      }),
      "a layer does not say what it changes": stacks(
        stacked({ solution: "B", publisher: "B", kind: "managed" }, layer("A", "fetchxml")),
      ),
    },
  },
  layerUnexplained: {
    found: [stacks(stacked(layer("Gone", "name"), layer("A"))), { components: 1, layers: ["Gone"] }],
    clean: {
      "all are installed": stacks(stacked(layer("Active", "name"), layer("B"), layer("a"), layer("System"))),
    },
    unknown: {
      "nobody has asked": factsOf({ solutions: [A] }),
      "a solution has changed since, or has gone": factsOf({
        solutions: [A],
        stacks: { components: [], unread: [], outdated: ["gone"] },
      }),
      "layers could not be read": factsOf({
        solutions: [A],
        stacks: { components: [], unread: [{ solutions: [], failure: { kind: "server" } }] },
      }),
    },
  },
  unmanagedSolution: {
    found: [factsOf({ environment: production, solutions: [A, handMade] }), { version: "1.0.0.0", kind: "production" }],
    clean: {
      "it is no production environment": factsOf({ environment: sandbox, solutions: [handMade] }),
      "it is a container of the platform": factsOf({
        environment: production,
        solutions: ["Default", "Basic", "Crefda7"].map((name) => solution(name, { managed: false })),
      }),
      "it is not visible": factsOf({ environment: production, solutions: [{ ...handMade, visible: false }] }),
    },
    unknown: {
      "the environment's kind is not known": factsOf({
        environment: { ...production, kind: "unknown" },
        solutions: [handMade],
      }),
      "the environment could not be read": factsOf({ environment: FAILED, solutions: [handMade] }),
    },
  },
  componentsLoose: {
    found: [
      factsOf({ environment: production, solutions: [A], unmanaged: [loose] }),
      { components: 1, kind: "production" },
    ],
    clean: {
      "an unmanaged solution holds it": factsOf({
        environment: production,
        solutions: [handMade],
        unmanaged: [{ ...loose, solutions: ["Hotfixes"] }],
      }),
      "it is no production environment": factsOf({ environment: sandbox, solutions: [], unmanaged: [loose] }),
      "it is the value of an environment variable": factsOf({
        environment: production,
        solutions: [A],
        unmanaged: [{ ...loose, type: 381 }],
      }),
    },
    unknown: { "nobody has asked": factsOf({ environment: production, solutions: [A] }) },
  },
};
