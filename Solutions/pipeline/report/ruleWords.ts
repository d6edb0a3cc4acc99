import type { EvidenceByRule, RuleId } from "../../../SolutionHealth/domain/health/evidence";

/** What one rule says: by itself, with what it has seen, and why that matters. */
export interface RuleWords<K extends RuleId> {
  readonly rule: string;
  readonly found: (evidence: EvidenceByRule[K]) => string;
  readonly meaning: string;
}

export type WordsByRule = { readonly [K in RuleId]: RuleWords<K> };

export const many = (number: number, one: string, more = `${one}s`): string => `${number} ${number === 1 ? one : more}`;

export const day = (date: Date): string => date.toISOString().slice(0, 10);

/** "Upgrade of 1.2". */
export const named = (act: string, version: string): string => {
  const word = act === "other" ? "Operation" : `${act.charAt(0).toUpperCase()}${act.slice(1)}`;
  return version === "" ? word : `${word} of ${version}`;
};
