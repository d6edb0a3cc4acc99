/** One line of a table. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  /** What it should be; undefined where nothing was promised. */
  readonly aim?: Aim;
  /** How many runs the value was taken from; undefined where running again would give the same. */
  readonly runs?: number;
}

/** KB and MB are 1,000 and 1,000,000 bytes. */
export type Unit = "KB" | "MB" | "ms" | "requests" | "round trips" | "times" | "components" | "%";

export interface Aim {
  readonly at: "most" | "least";
  readonly value: number;
}

/** What a measurement found. */
export interface Findings {
  readonly figures: readonly Figure[];
  /** Sentences about what was measured, and about parts that were left out. */
  readonly notes?: readonly string[];
  /** Sentences about parts that should have been measured and could not be. */
  readonly missing?: readonly string[];
}

/** Something that is measured. `measure` throws when it cannot be: one sentence that says why. */
export interface Measurement {
  /** As given on the command line. */
  readonly name: string;
  readonly title: string;
  measure(): Promise<Findings>;
}

export const atMost = (value: number): Aim => ({ at: "most", value });
export const atLeast = (value: number): Aim => ({ at: "least", value });

/** @returns undefined where there is no aim. */
export function isMet({ value, aim }: Figure): boolean | undefined {
  if (!aim) return undefined;
  return aim.at === "most" ? value <= aim.value : value >= aim.value;
}
