import { onAbort } from "./abortListeners";
import type { Clock } from "./clock";
import { cancelled } from "./errors";

/** Decides when the next one in a queue may begin. */
export interface Gate {
  /** Milliseconds after which to ask again: 0 = it may begin now, Infinity = not before one that runs has ended. */
  waitFor(running: number): number;
  /**
   * Told that one begins.
   * @param parts reads in the request
   * @returns told that it has ended, and whether well
   */
  begin(parts: number): (well: boolean) => void;
  /** Told that one comes while nothing runs or waits. */
  arriveAtRest?(): void;
}

interface Waiting {
  readonly parts: number;
  readonly again: boolean;
  readonly begin: (ended: (well: boolean) => void) => void;
}

/** Runs tasks in the order they came, as fast as its gate lets them in; those that are sent again go first. */
export class Queue {
  private running = 0;
  private readonly waiting: Waiting[] = [];
  private stopAsking = (): void => undefined;

  constructor(
    private readonly gate: Gate,
    private readonly clock: Clock,
  ) {}

  /**
   * @param parts reads in the request that the task sends
   * @param again it has been sent before: it goes ahead of those that were not, else it could be refused for ever
   * @throws DataverseError of kind "cancelled" when the signal aborts before the task began.
   */
  async run<T>(task: () => Promise<T>, parts: number, signal?: AbortSignal, again = false): Promise<T> {
    const ended = await this.takeTurn(parts, again, signal);
    let well = false;
    try {
      const result = await task();
      well = true;
      return result;
    } finally {
      this.running -= 1;
      ended(well);
      this.letIn();
    }
  }

  private takeTurn(parts: number, again: boolean, signal?: AbortSignal): Promise<(well: boolean) => void> {
    if (signal?.aborted) return Promise.reject(cancelled(signal.reason));
    if (this.running === 0 && this.waiting.length === 0) this.gate.arriveAtRest?.();
    return new Promise((resolve, reject) => {
      const begin: Waiting["begin"] = (ended) => {
        stopListening();
        resolve(ended);
      };
      const entry = { parts, again, begin };
      const stopListening = onAbort(signal, () => {
        this.leave(entry);
        reject(cancelled(signal?.reason));
      });
      this.enter(entry);
      this.letIn();
    });
  }

  private enter(entry: Waiting): void {
    const firstNew = this.waiting.findIndex(({ again }) => !again);
    const place = entry.again && firstNew >= 0 ? firstNew : this.waiting.length;
    this.waiting.splice(place, 0, entry);
  }

  private leave(entry: Waiting): void {
    this.waiting.splice(this.waiting.indexOf(entry), 1);
    if (this.waiting.length === 0) this.stopAsking();
  }

  private letIn(): void {
    this.stopAsking();
    for (let next = this.waiting[0]; next !== undefined; next = this.waiting[0]) {
      const milliseconds = this.gate.waitFor(this.running);
      if (milliseconds > 0) {
        if (milliseconds < Infinity) this.stopAsking = this.clock.after(milliseconds, () => this.letIn());
        return;
      }
      this.waiting.shift();
      this.running += 1;
      next.begin(this.gate.begin(next.parts));
    }
  }
}
