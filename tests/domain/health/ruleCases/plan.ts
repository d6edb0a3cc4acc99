import { A, done, factsOf, MICROSOFT, patch, plan, type RuleCases } from "../factSamples";
import { solution } from "../../solutionSamples";

const planned = (...plans: ReturnType<typeof plan>[]) => factsOf({ solutions: [A, patch("P")], plans });
const released = (way: "update" | "upgrade" | "patch" | "furtherSolution", suboperation: string, days = 1) =>
  factsOf({
    solutions: [A, patch("P")],
    history: [done("A", days, { suboperation })],
    plans: [plan({ way })],
  });
const unknown = {
  "this environment has no plans": factsOf({ solutions: [A], history: [], plans: { status: "absent" } }),
};
const ann = { id: "ann", name: "Ann Beck", kind: "user" } as const;

export const planCases: RuleCases = {
  planMissing: {
    found: [planned(), {}],
    clean: {
      "there is one, whatever the case of its name": planned(plan()),
      "Microsoft's need none": factsOf({ solutions: [solution("Ms", { publisher: MICROSOFT })], plans: [] }),
    },
    unknown,
  },
  reviewOverdue: {
    found: [planned(plan({ nextReview: "2026-01-30" })), { nextReview: "2026-01-30", days: 2 }],
    clean: { "it is due today": planned(plan({ nextReview: "2026-02-01" })), "none is planned": planned(plan()) },
    unknown,
  },
  versionBehind: {
    found: [planned(plan({ expectedVersion: "1.10" })), { installed: "1.0.0.1", expected: "1.10" }],
    clean: {
      "it is there": planned(plan({ expectedVersion: "1.0" })),
      "a patch brought it": planned(plan({ expectedVersion: "1.0.0.1" })),
    },
    unknown: { ...unknown, "the plan names no version": planned(plan({ expectedVersion: "next" })) },
  },
  wayDiffers: {
    found: [released("update", "Upgrade"), { planned: "update", used: "upgrade", version: "1.0.0.0" }],
    clean: {
      "it came as planned": released("update", "Update"),
      "patches are rolled up by an upgrade": released("patch", "Upgrade"),
      "a first install is no release": released("upgrade", "New"),
      "it is long ago": released("update", "Upgrade", 100),
      "what was staged is not applied": factsOf({
        solutions: [A],
        history: [done("A_Upgrade", 1), done("A", 2)],
        plans: [plan({ way: "update" })],
      }),
      "no way is planned": factsOf({ solutions: [A], history: [done("A", 1)], plans: [plan()] }),
    },
    unknown,
  },
  planOwnerDisabled: {
    found: [planned(plan({ owner: { ...ann, disabled: true } })), { owner: "Ann Beck" }],
    clean: {
      "the owner can sign in": planned(plan({ owner: { ...ann, disabled: false } })),
      "it is not known": planned(plan({ owner: ann })),
    },
    unknown,
  },
};
