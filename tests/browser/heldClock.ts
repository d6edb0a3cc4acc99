import type { Clock } from "../../sandbox/server/options";

/**
 * The sandbox's time, with long waits held until the test lets them end: what a test does in between then never depends
 * on how fast the machine is.
 */
export class HeldClock implements Clock {
  private readonly held: (() => void)[] = [];
  private passed = 0;
  private released = false;

  /**
   * @param longest waits of this many milliseconds and more are held; shorter ones take their time
   * @param first so many of the long waits end at once before any is held
   */
  constructor(
    private readonly longest: number,
    private readonly first = 0,
  ) {}

  now(): number {
    return Date.now();
  }

  after(milliseconds: number, task: () => void): void {
    const isLong = milliseconds >= this.longest;
    if (isLong && !this.released && this.passed++ >= this.first) this.held.push(task);
    else setTimeout(task, isLong ? 0 : milliseconds).unref();
  }

  /** Ends what is held, and holds nothing any more. */
  release(): void {
    this.released = true;
    for (const task of this.held.splice(0)) task();
  }
}
