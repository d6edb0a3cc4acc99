import type { Outside } from "./outside";

const BAR_WIDTH = 30;

/** Reports how far long work has come: a bar on a terminal, plain lines elsewhere. */
export interface Progress {
  /**
   * @param percent 0 to 100, or undefined while it is not known.
   * @param phase what is being done, a few words.
   */
  report(percent: number | undefined, phase: string): void;
  /** Removes the bar. Call before any other message, and at the end. */
  close(): void;
}

/** A bar that is redrawn in place; plain lines (one a phase or ten percent) where nobody would see it move. */
export function createProgress(outside: Pick<Outside, "logger" | "terminal">): Progress {
  return outside.terminal ? createBar(outside) : createLines(outside);
}

function createBar({ logger }: Pick<Outside, "logger">): Progress {
  let drawn = false;
  return {
    report(percent, phase) {
      drawn = true;
      const done = Math.round((clamp(percent ?? 0) / 100) * BAR_WIDTH);
      const bar = "#".repeat(done) + "-".repeat(BAR_WIDTH - done);
      const number = percent === undefined ? "  ?" : String(Math.round(clamp(percent))).padStart(3);
      logger.draw(`\r\u001b[2K[${bar}] ${number} % ${phase}`);
    },
    close() {
      if (drawn) {
        logger.draw("\r\u001b[2K");
      }
      drawn = false;
    },
  };
}

function createLines({ logger }: Pick<Outside, "logger">): Progress {
  let last = "";
  return {
    report(percent, phase) {
      const tens = percent === undefined ? undefined : Math.floor(clamp(percent) / 10) * 10;
      const line = tens === undefined ? phase : `${phase}: ${tens} %`;
      if (line !== last) {
        logger.info(line);
        last = line;
      }
    },
    close() {
      last = "";
    },
  };
}

function clamp(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
