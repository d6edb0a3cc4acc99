import { PlatformFault } from "../engine/fault";

/** 429: whoever asks is to wait. Service protection says how long, the customization lock mostly does not (§6.8, §10). */
export class RetryFault extends PlatformFault {
  constructor(
    code: string,
    message: string,
    /** Seconds, for `Retry-After`; undefined = the answer has no such header. */
    readonly retryAfter?: number,
  ) {
    super(code, message, 429);
  }
}
