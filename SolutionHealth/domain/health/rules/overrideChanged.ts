import { defineRule } from "../defineRule";
import { overrideAnswer } from "../overridesByOwner";

/** An accepted override has been changed since: what was accepted is not what is there. */
export const overrideChanged = defineRule({
  id: "overrideChanged",
  group: "layers",
  severity: "attention",
  source: "fact sheet §4.5, §8.1",
  scope: "own",
  needs: ["solutions", "overrides"],
  evaluate: ({ solutions, overrides }) => overrideAnswer("changed", overrides, solutions),
});
