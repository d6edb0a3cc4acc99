import type { Clock } from "../../dataverse/clock";

/** Milliseconds between two publications of what comes in one by one: often enough to look live. */
const PACE = 150;

/** Lets many changes be published as a few: the first at once, those that follow together. */
export class Pace {
  private callOff: (() => void) | undefined;
  private waiting = false;

  constructor(
    private readonly clock: Clock,
    private readonly publish: () => void,
  ) {}

  /** Something has changed that can wait for its like. */
  soon(): void {
    if (this.callOff) {
      this.waiting = true;
      return;
    }
    this.publish();
    this.rest();
  }

  /** Something has changed that must be known: published together with all that waits. */
  now(): void {
    this.stop();
    this.publish();
  }

  /** What waits is not published any more. */
  stop(): void {
    this.callOff?.();
    this.callOff = undefined;
    this.waiting = false;
  }

  private rest(): void {
    this.callOff = this.clock.after(PACE, () => {
      this.callOff = undefined;
      if (!this.waiting) return;
      this.waiting = false;
      this.publish();
      this.rest();
    });
  }
}
