import type { Clock } from "./clock";

/**
 * Milliseconds of the server's work that may be asked for at a stroke, and for each millisecond that passes. Together
 * they bound what falls into any window of 300 seconds: 210 s + 300 × 2.5 s = 960 s, four fifths of the 1,200 s that
 * service protection allows (fact sheet §10). The rest is for the app around us and for other tabs of the same user.
 */
const AT_A_STROKE = 210_000;
const PER_MILLISECOND = 2.5;

/**
 * What a read costs at least, in milliseconds: 1,200 s by 6,000 requests. So the limit of requests (§10) is kept by the
 * same figure. Whether the parts of a batch count as requests is not documented [?], so they do here.
 */
const LEAST_COST = 200;

/** What is left divided by this is how many requests may run beside those that the steady income pays for. */
const EASE = 2_500;

/**
 * How much of the server's time has been asked for, reckoned by how long answers took, which is never less than what
 * the server counts. Pure but for the clock.
 */
export class ExecutionBudget {
  private left = AT_A_STROKE;
  private at: number;
  /** Milliseconds of a read, as far as known. */
  private usual = LEAST_COST;

  constructor(private readonly clock: Clock) {
    this.at = clock.now();
  }

  /**
   * Requests that may run at once: many while there is plenty, no more than the steady income pays for at the end, none
   * when others have used it up.
   */
  atOnce(): number {
    this.earn();
    return Math.max(0, Math.floor(PER_MILLISECOND + this.left / EASE));
  }

  /** Milliseconds until one request may run. */
  untilOne(): number {
    this.earn();
    const wanted = (1 - PER_MILLISECOND) * EASE - this.left;
    return Math.max(0, Math.ceil(wanted / PER_MILLISECOND));
  }

  /**
   * Takes out what a request is expected to cost.
   * @param parts reads in it
   * @returns to be told the milliseconds that it took
   */
  charge(parts: number): (milliseconds: number) => void {
    const expected = parts * this.usual;
    this.left -= expected;
    return (milliseconds) => {
      const cost = Math.max(milliseconds, parts * LEAST_COST);
      this.earn();
      this.left += expected - cost;
      this.usual += (cost / parts - this.usual) / 8;
    };
  }

  /** The server says that it is used up, by whomever. */
  useUp(): void {
    this.earn();
    this.left = Math.min(this.left, 0);
  }

  private earn(): void {
    const now = this.clock.now();
    this.left = Math.min(AT_A_STROKE, this.left + (now - this.at) * PER_MILLISECOND);
    this.at = now;
  }
}
