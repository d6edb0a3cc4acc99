import { A, ago, factsOf, FAILED, patch, type RuleCases } from "../factSamples";
import { solution } from "../../solutionSamples";

const of = (...solutions: ReturnType<typeof solution>[]) => factsOf({ solutions });
const unknown = { "the solutions could not be read": factsOf({ solutions: FAILED }) };
const fits = { "it fits": of(A, patch("P")) };

export const patchCases: RuleCases = {
  patchOrphaned: {
    found: [of(solution("A_Patch_1f", { parentId: "gone", version: "1.0.0.1" })), { version: "1.0.0.1", base: "A" }],
    clean: fits,
    unknown,
  },
  patchOutOfOrder: {
    found: [
      of(A, patch("P", { installedOn: ago(1) }), patch("Q", { version: "1.0.0.2", installedOn: ago(2) })),
      { version: "1.0.0.1", higher: "1.0.0.2" },
    ],
    clean: {
      "the higher one came later": of(
        A,
        patch("P", { installedOn: ago(2) }),
        patch("Q", { version: "1.0.0.2", installedOn: ago(1) }),
      ),
      "dates are not known": of(A, patch("P"), patch("Q", { version: "1.0.0.2" })),
    },
    unknown,
  },
  patchSuperseded: {
    found: [of(A, patch("P", { version: "1.0" })), { version: "1.0", base: "1.0.0.0" }],
    clean: fits,
    unknown,
  },
  patchVersionMismatch: {
    found: [of(A, patch("P", { version: "1.1.0.0" })), { version: "1.1.0.0", base: "1.0.0.0" }],
    clean: { ...fits, "it is overtaken, which another rule tells": of(A, patch("P", { version: "0.9" })) },
    unknown,
  },
  patchesPilingUp: {
    found: [
      of(A, ...[1, 2, 3, 4, 5, 6].map((number) => patch(`P${number}`, { version: `1.0.0.${number}` }))),
      { patches: 6, atMost: 5 },
    ],
    clean: { "they are few": of(A, ...[1, 2, 3, 4, 5].map((number) => patch(`P${number}`))) },
    unknown,
  },
  baseLocked: {
    found: [of({ ...A, managed: false }, patch("P", { managed: false })), { patches: 1 }],
    clean: { "the base is managed": of(A, patch("P")), "it has no patches": of({ ...A, managed: false }) },
    unknown,
  },
};
