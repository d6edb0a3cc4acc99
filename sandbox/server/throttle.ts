import type { Clock } from "./options";
import { RetryFault } from "./retryFault";

/** Service protection limits of the platform, per user and web server (fact sheet §10). */
const WINDOW = 300_000;
const REQUESTS = 6000;
const EXECUTION = 1_200_000;
const CONCURRENT = 52;

/** 429 of service protection: it always says how many seconds to wait. */
export class ThrottleFault extends RetryFault {
  constructor(
    code: string,
    message: string,
    override readonly retryAfter: number,
  ) {
    super(code, message, retryAfter);
  }
}

interface Served {
  readonly at: number;
  duration: number;
}

/** Counts the requests of the one user of a sandbox over a sliding window. */
export class Throttle {
  private served: Served[] = [];
  private running = 0;

  /** @param factor scales all limits; 1 = the platform's. At least one request is always allowed. */
  constructor(
    private readonly clock: Clock,
    private readonly factor: number,
  ) {}

  /**
   * Lets a request in. Refused ones count too: going on sending lengthens the wait.
   * @returns to be called when the request has been answered.
   * @throws ThrottleFault
   */
  admit(): () => void {
    const now = this.clock.now();
    this.served = this.served.filter(({ at }) => at > now - WINDOW);
    const entry: Served = { at: now, duration: 0 };
    this.served.push(entry);
    const fault = this.fault(now);
    if (fault) throw fault;
    this.running++;
    return () => {
      this.running--;
      entry.duration = this.clock.now() - now;
    };
  }

  /** Requests left in the window, for the debugging headers. */
  remaining(): number {
    return Math.max(0, this.limit(REQUESTS) - this.served.length);
  }

  private limit(platform: number): number {
    return Math.max(1, Math.round(platform * this.factor));
  }

  private fault(now: number): ThrottleFault | undefined {
    const oldest = this.served[0]?.at ?? now;
    const wait = Math.max(1, Math.ceil((oldest + WINDOW - now) / 1000));
    const requests = this.limit(REQUESTS);
    if (this.served.length > requests) {
      return new ThrottleFault(
        "0x80072322",
        `Number of requests exceeded the limit of ${requests} over time window of 300 seconds.`,
        wait,
      );
    }
    const execution = this.limit(EXECUTION);
    if (this.served.reduce((sum, { duration }) => sum + duration, 0) > execution) {
      return new ThrottleFault(
        "0x80072321",
        `Combined execution time of incoming requests exceeded limit of ${execution.toLocaleString("en-US")} ` +
          "milliseconds over time window of 300 seconds. Decrease number of concurrent requests or reduce the " +
          "duration of requests and try again later.",
        wait,
      );
    }
    const concurrent = this.limit(CONCURRENT);
    if (this.running < concurrent) return undefined;
    return new ThrottleFault("0x80072326", `Number of concurrent requests exceeded the limit of ${concurrent}.`, 1);
  }
}
