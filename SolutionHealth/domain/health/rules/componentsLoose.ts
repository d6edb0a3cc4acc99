import { ComponentType } from "../../model/componentType";
import { componentTypeName } from "../../components/componentTypes";
import { isDefaultSolutionName, isContainer } from "../platformSolutions";
import { defineRule } from "../defineRule";
import { productionAnswer } from "../productionOnly";
import { earliest, sinceOf } from "../solutionSubject";

/** Components made by hand in production that no unmanaged solution keeps together: nobody knows whose they are. */
export const componentsLoose = defineRule({
  id: "componentsLoose",
  group: "layers",
  severity: "attention",
  source: "fact sheet §1.3, §2.1, §3.2",
  scope: "environment",
  needs: ["environment", "solutions", "unmanaged"],
  evaluate: ({ environment, solutions, unmanaged }) =>
    productionAnswer(environment, () => {
      const containers = new Set(
        solutions
          .filter((solution) => isContainer(solution) || isDefaultSolutionName(solution.uniqueName))
          .map(({ uniqueName }) => uniqueName),
      );
      // The value of an environment variable is set in each environment: that is what it is for (fact sheet §13.3).
      const made = unmanaged.filter(({ type }) => type !== ComponentType.EnvironmentVariableValue);
      const loose = made.filter(({ solutions: holders }) => holders.every((holder) => containers.has(holder)));
      if (loose.length === 0) return [];
      return [
        {
          subjects: loose.map(({ type, name, id, table }) => ({
            kind: componentTypeName(type).platformName,
            name,
            id,
            ...(table !== undefined && { table }),
          })),
          ...sinceOf(earliest(loose.map(({ modifiedOn }) => modifiedOn))),
          evidence: { components: loose.length, kind: environment.kind },
          action: { kind: "makerPortal", place: "solution" } as const,
        },
      ];
    }),
});
