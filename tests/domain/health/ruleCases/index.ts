import type { RuleCases } from "../factSamples";
import { compatibilityCases } from "./compatibility";
import { layerCases } from "./layers";
import { operationCases } from "./operation";
import { patchCases } from "./patches";
import { planCases } from "./plan";
import { workingCases } from "./workingOrder";

/** The cases of every rule. */
export const RULE_CASES: RuleCases = {
  ...operationCases,
  ...layerCases,
  ...patchCases,
  ...workingCases,
  ...compatibilityCases,
  ...planCases,
};
