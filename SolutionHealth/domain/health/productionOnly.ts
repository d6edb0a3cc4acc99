import type { EnvironmentInfo } from "../model/environment";
import type { RuleUnknown } from "./rule";
import { PRODUCTION_KINDS } from "./thresholds";

interface ProductionAnswer<F> {
  readonly findings: readonly F[];
  readonly unknowns: readonly Omit<RuleUnknown, "ruleId">[];
}

/** The answer of a rule that is about production only: elsewhere people build, and that is what it is for. */
export function productionAnswer<F>({ kind }: EnvironmentInfo, find: () => readonly F[]): ProductionAnswer<F> {
  if (kind === "unknown") return { findings: [], unknowns: [{ reason: "notTold", part: "environment" }] };
  return { findings: PRODUCTION_KINDS.has(kind) ? find() : [], unknowns: [] };
}
