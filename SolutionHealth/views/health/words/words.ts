import type { FindingOf } from "../../../domain/health/finding";
import type { RuleId } from "../../../domain/health/evidence";
import type { Product } from "../../product";

/** What a rule's words are made with. */
export interface FoundContext extends Pick<Product, "t" | "plural" | "host"> {
  /** Display name of a solution, where it is installed; else the unique name. */
  readonly solution: (uniqueName: string) => string;
}

/** The words of one rule: its name, what it has found, and why that matters. */
export interface RuleWords<K extends RuleId> {
  readonly title: string;
  readonly meaning: string;
  /** The finding with its evidence, in one line. */
  readonly found: (evidence: FindingOf<K>["evidence"], context: FoundContext) => string;
}

export type WordsOf<K extends RuleId> = { readonly [R in K]: RuleWords<R> };

/** "A, B and C" without the last word's grammar: names are listed, not told. */
export const listed = (names: readonly string[]): string => names.join(", ");
