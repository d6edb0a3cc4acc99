/** Why something could not be read, in the words of whoever read it. */
export interface FactFailure {
  /** Kind of the error: "forbidden", "network", "throttled", … */
  readonly kind: string;
  readonly code?: string;
  readonly serverText?: string;
  /** Privilege that is missing, where the server named it. */
  readonly privilege?: string;
}

/**
 * Something that rules go by, or why they cannot:
 * - `notAsked` a part that costs many calls and that nobody has asked for yet
 * - `reading` it is on its way
 * - `absent` this environment has no such table
 * - `failed` it was asked for and could not be read
 */
export type Fact<T> =
  | { readonly status: "read"; readonly value: T; readonly readAt: Date }
  | { readonly status: "notAsked" }
  | { readonly status: "reading" }
  | { readonly status: "absent" }
  | { readonly status: "failed"; readonly failure: FactFailure; readonly readAt: Date };

export const NOT_ASKED: Fact<never> = { status: "notAsked" };

export const readFact = <T>(value: T, readAt: Date): Fact<T> => ({ status: "read", value, readAt });

/** The value, where it was read. */
export const valueOf = <T>(fact: Fact<T>): T | undefined => (fact.status === "read" ? fact.value : undefined);
