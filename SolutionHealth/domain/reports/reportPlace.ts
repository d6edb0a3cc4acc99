/** Where a report was made. */
export interface ReportPlace {
  /** Address of the environment. */
  readonly url: string;
  readonly name?: string;
}
