import { A, FABRIKAM, factsOf, FAILED, layer, MICROSOFT, production, type RuleCases, stacked } from "../factSamples";
import { solution } from "../../solutionSamples";

const B = solution("B", { publisher: FABRIKAM });
const ms = solution("Ms", { publisher: MICROSOFT });
const made = (packageVersion: string) => factsOf({ environment: production, solutions: [{ ...A, packageVersion }] });
const published = (change: Partial<typeof A.publisher>) =>
  factsOf({ solutions: [{ ...A, publisher: { ...A.publisher, ...change } }] });
const stacks = (...components: ReturnType<typeof stacked>[]) =>
  factsOf({ solutions: [A, B, ms, solution("C")], stacks: { components, unread: [] } });
const { packageVersion: _packageVersion, ...withoutVersion } = A;

export const compatibilityCases: RuleCases = {
  packageNewer: {
    found: [made("9.3"), { package: "9.3", environment: "9.2" }],
    clean: { "it is as old": made("9.2"), "it is older": made("9.1"), "9.10 of another major": made("8.10") },
    unknown: {
      "the environment could not be read": factsOf({ environment: FAILED, solutions: [A] }),
      "the environment does not tell its build": factsOf({
        environment: { ...production, version: "" },
        solutions: [A],
      }),
    },
  },
  packageTooOld: {
    found: [made("5.0"), { package: "5.0" }],
    clean: { "it is importable": made("6.0"), "it is Microsoft's": factsOf({ solutions: [ms] }) },
    unknown: {
      "the package does not tell": factsOf({ solutions: [withoutVersion] }),
      "what it tells is no version": made("five"),
    },
  },
  defaultPublisher: {
    found: [
      published({ uniqueName: "Crefda7", displayName: "CDS Default Publisher" }),
      { publisher: "CDS Default Publisher" },
    ],
    clean: { "it has one of its own": published({}), "its name only begins so": published({ uniqueName: "Creative" }) },
    unknown: { "the solutions could not be read": factsOf({ solutions: FAILED }) },
  },
  severalPublishers: {
    found: [stacks(stacked(layer("B", "name"), layer("A", "name"))), { components: 1, publishers: ["Fabrikam"] }],
    clean: {
      "the platform's own are everybody's": stacks(stacked(layer("B"), layer("A"), layer("System"))),
      "Microsoft's are everybody's": stacks(stacked(layer("B"), layer("A"), layer("Ms"))),
      "it is the same publisher": stacks(stacked(layer("C"), layer("A"))),
      "Microsoft lies on top": stacks(stacked(layer("Ms"), layer("A"))),
    },
    unknown: { "nobody has asked": factsOf({ solutions: [A] }) },
  },
};
