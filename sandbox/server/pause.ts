import type { Clock } from "./options";

/** Waits by the server's clock. */
export function pause(clock: Clock, milliseconds: number): Promise<void> {
  return milliseconds <= 0 ? Promise.resolve() : new Promise((resolve) => clock.after(milliseconds, resolve));
}
