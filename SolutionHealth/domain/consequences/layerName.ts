/** Whose layer, by its solution. */
export interface LayerName {
  /** Unique name; `System` and `Active` for the platform's own. */
  readonly solution: string;
  readonly displayName: string;
  readonly publisher: string;
  readonly version?: string;
}
