/** The component at fault: its number of `componenttype` and its key. */
interface FaultPlace {
  readonly type: number;
  readonly key: string;
}

/**
 * An error of the platform: what the Web API answers as `{"error":{"code","message"}}`.
 * `code` is the hex text of fact sheet §6.8, e.g. "0x80048540".
 */
export class PlatformFault extends Error {
  override readonly name = "PlatformFault";

  constructor(
    readonly code: string,
    message: string,
    /** HTTP status the Web API would answer with. */
    readonly status = 400,
    /** Where known: its row of the import job's data carries the failure. */
    readonly place?: FaultPlace,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
