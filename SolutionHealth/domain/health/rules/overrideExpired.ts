import { defineRule } from "../defineRule";
import { overrideAnswer } from "../overridesByOwner";

/** The acceptance of an override has run out. */
export const overrideExpired = defineRule({
  id: "overrideExpired",
  group: "layers",
  severity: "attention",
  source: "fact sheet §4.5, §8.1",
  scope: "own",
  needs: ["solutions", "overrides"],
  evaluate: ({ solutions, overrides }) => overrideAnswer("expired", overrides, solutions),
});
