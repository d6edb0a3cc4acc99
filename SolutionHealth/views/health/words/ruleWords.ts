import type { RuleId } from "../../../domain/health/evidence";
import type { Finding } from "../../../domain/health/finding";
import { LAYER_WORDS } from "./layerWords";
import { OPERATION_WORDS } from "./operationWords";
import { OTHER_WORDS } from "./otherWords";
import { PATCH_WORDS } from "./patchWords";
import type { FoundContext, RuleWords, WordsOf } from "./words";
import { WORKING_WORDS } from "./workingWords";

/** Name, finding and meaning of every rule: the same pattern for all, in short words. */
export const RULE_WORDS: WordsOf<RuleId> = {
  ...OPERATION_WORDS,
  ...LAYER_WORDS,
  ...PATCH_WORDS,
  ...WORKING_WORDS,
  ...OTHER_WORDS,
};

/** "Upgrade failed (version 4.3.0.0)". */
export function foundText(finding: Finding, context: FoundContext): string {
  // Rule and evidence belong together; the union of all rules does not let the compiler see it.
  const words = RULE_WORDS[finding.ruleId] as RuleWords<RuleId>;
  return words.found(finding.evidence, context);
}
