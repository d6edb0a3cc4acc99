import type { Clock } from "./clock";

/** Requests at once to begin with: what a browser sends to one host at a time without HTTP/2. */
const FIRST = 6;

/** Requests at once at most. With those of the page that is less than 52 (fact sheet §10) by as much as the app needs. */
export const WIDEST = 24;

/** Twice as many at once are worth it unless answers take this many times as long; at 2 nothing at all is won. */
const TOO_SLOW = 1.4;

/** Rounds until being wider is tried once more. */
const ROUNDS_OF_REST = 4;

/** Milliseconds of service protection's window (§10). */
const WINDOW = 300_000;

/**
 * How many requests of the background may be under way at once. It doubles after each round of answers as long as
 * answers come as fast as before; where they do not – connections of the browser used up, a server that is busy – it
 * goes back, since waiting in another line brings nothing. A refusal of service protection halves it for good.
 */
export class LaneWidth {
  private width = FIRST;
  private most = WIDEST;
  private narrowUntil = 0;
  /** Milliseconds a read took before the width was doubled last. */
  private before = Infinity;
  private rest = 0;
  /**
   * Answers to requests sent since the width has changed: others tell about another width. Half as many as the width
   * are enough, since after a doubling the other half is still under way from before.
   */
  private round = { answers: 0, milliseconds: 0 };

  constructor(private readonly clock: Clock) {}

  now(): number {
    return this.width;
  }

  /** Told that a request begins. @returns to be told the milliseconds that each of its reads took */
  begin(): (milliseconds: number) => void {
    const { round } = this;
    return (milliseconds) => {
      if (round !== this.round) return;
      round.answers += 1;
      round.milliseconds += milliseconds;
      if (round.answers >= Math.min(this.width, Math.max(FIRST, this.width / 2)))
        this.endRound(round.milliseconds / round.answers);
    };
  }

  /**
   * Halves it, until the lane has been empty and a window has passed.
   * @param pause milliseconds of rest the server asks for
   */
  narrow(pause: number): void {
    this.narrowUntil = this.clock.now() + pause + WINDOW;
    this.most = Math.max(1, Math.floor(this.width / 2));
    this.changeTo(this.most);
  }

  /** A refusal long past says nothing about new work. */
  startAfresh(): void {
    if (this.clock.now() >= this.narrowUntil) this.most = WIDEST;
  }

  private endRound(milliseconds: number): void {
    const lowest = Math.min(FIRST, this.most);
    if (this.width > lowest && milliseconds > TOO_SLOW * this.before) {
      this.rest = ROUNDS_OF_REST;
      this.changeTo(Math.max(lowest, Math.floor(this.width / 2)));
    } else if (this.rest > 0 || this.width === this.most) {
      this.rest = Math.max(0, this.rest - 1);
      this.changeTo(this.width);
    } else {
      this.before = milliseconds;
      this.changeTo(Math.min(this.most, this.width * 2));
    }
  }

  private changeTo(width: number): void {
    this.width = width;
    this.round = { answers: 0, milliseconds: 0 };
  }
}
