import { defineRule } from "../defineRule";
import { overrideAnswer } from "../overridesByOwner";

/**
 * Properties of a managed component were changed here and nobody has said why:
 * the next release of it will not be seen there.
 */
export const overrideNew = defineRule({
  id: "overrideNew",
  group: "layers",
  severity: "attention",
  source: "fact sheet §4.5, §8.1",
  scope: "own",
  needs: ["solutions", "overrides"],
  evaluate: ({ solutions, overrides }) => overrideAnswer("new", overrides, solutions),
});
