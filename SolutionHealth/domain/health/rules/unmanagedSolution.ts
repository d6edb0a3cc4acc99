import { defineRule } from "../defineRule";
import { isContainer, isDefaultSolutionName } from "../platformSolutions";
import { productionAnswer } from "../productionOnly";
import { sinceOf, solutionSubject } from "../solutionSubject";

/** An unmanaged solution in a production environment: what is changed in it has no way back and no other place. */
export const unmanagedSolution = defineRule({
  id: "unmanagedSolution",
  group: "layers",
  severity: "attention",
  source: "fact sheet §1.3, §8.1; Microsoft's guidance on managed and unmanaged solutions",
  scope: "environment",
  needs: ["environment", "solutions"],
  evaluate: ({ environment, solutions }) =>
    productionAnswer(environment, () =>
      solutions
        .filter((solution) => !solution.managed && solution.visible && !isContainer(solution))
        .filter(({ uniqueName }) => !isDefaultSolutionName(uniqueName))
        .map((solution) => ({
          solution: solution.uniqueName,
          subjects: [solutionSubject(solution)],
          ...sinceOf(solution.installedOn),
          evidence: { version: solution.version, kind: environment.kind },
          action: { kind: "makerPortal", place: "solution", solution: solution.uniqueName } as const,
        })),
    ),
});
