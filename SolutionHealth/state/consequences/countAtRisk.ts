import type { DataAtRisk } from "../../domain/consequences/dataAtRisk";

/** How far counting has come. */
export type Counting =
  /** `data.items` of `data.total` have been counted. */
  | { readonly status: "counting"; readonly data: DataAtRisk }
  | { readonly status: "counted"; readonly data: DataAtRisk };

export interface CountingOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (some: DataAtRisk) => void;
}

const NOT_COUNTED: DataAtRisk = { items: [], complete: false, total: 0 };

/** Counts what would be deleted, and tells each step. What was counted until it ended stays, as incomplete. Never throws. */
export async function countAtRisk(
  count: (options: CountingOptions) => Promise<DataAtRisk>,
  signal: AbortSignal,
  tell: (counting: Counting) => void,
): Promise<void> {
  let known = NOT_COUNTED;
  tell({ status: "counting", data: known });
  try {
    known = await count({
      signal,
      onProgress: (some) => {
        known = some;
        tell({ status: "counting", data: some });
      },
    });
  } catch {
    // Signed out, which every page says.
  }
  tell({ status: "counted", data: known });
}
