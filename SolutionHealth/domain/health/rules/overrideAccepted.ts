import { defineRule } from "../defineRule";
import { overrideAnswer } from "../overridesByOwner";

/** Overrides that somebody has accepted: they still hide what releases bring. */
export const overrideAccepted = defineRule({
  id: "overrideAccepted",
  group: "layers",
  severity: "info",
  source: "fact sheet §4.5, §8.1",
  scope: "own",
  needs: ["solutions", "overrides"],
  evaluate: ({ solutions, overrides }) => overrideAnswer("accepted", overrides, solutions),
});
