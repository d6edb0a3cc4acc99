import type { Fact } from "../../domain/health/fact";
import type { HealthFacts } from "../../domain/health/healthFacts";
import { toFailure } from "../failure";
import { appFacts, type AppPart } from "./appFacts";
import type { HealthBoard } from "./healthBoard";
import type { ShippedMemory } from "./shippedMemory";
import { OWN_CHEAP_PARTS, type CheapReader, type ComingFacts, type HealthPorts, type OwnCheapPart } from "./ports";

/** Reads the cheap parts that nothing else reads; each fails by itself, and is then said to be unknown. */
export class CheapReading {
  private current: AbortController | undefined;

  constructor(
    private readonly board: HealthBoard,
    private readonly read: CheapReader,
    private readonly app: HealthPorts["app"],
    /** What is known of parts that this reading leaves open. */
    private readonly shipped: ShippedMemory,
  ) {}

  /** Reads anew; an older reading still under way is given up. */
  async run(): Promise<void> {
    this.current?.abort();
    const own = new AbortController();
    this.current = own;
    const { board } = this;
    // What was read before stays on the screen meanwhile.
    board.setFacts(forEachPart((part) => (board.facts()[part].status === "read" ? board.facts()[part] : READING)));
    const facts = await this.read(this.coming(own.signal), own.signal).catch((error: unknown) => {
      const failed = { status: "failed", failure: toFailure(error), readAt: board.now() } as const;
      return forEachPart(() => failed);
    });
    if (this.current === own) board.setFacts({ ...forEachPart((part) => facts[part]), ...this.shipped.filled(facts) });
  }

  abort(): void {
    this.current?.abort();
    this.current = undefined;
  }

  private coming(signal: AbortSignal): ComingFacts {
    const { app, board } = this;
    const facts = (): Pick<HealthFacts, AppPart> => appFacts(app.getState(), board.facts(), board.now());
    return {
      environment: settled(app, "environment", signal).then(() => facts().environment),
      solutions: settled(app, "solutions", signal).then(() => facts().solutions),
      history: settled(app, "history", signal).then(() => facts().history),
    };
  }
}

const READING: Fact<never> = { status: "reading" };

type OwnFacts = Pick<HealthFacts, OwnCheapPart>;

const forEachPart = (fact: (part: OwnCheapPart) => Fact<unknown>): OwnFacts =>
  Object.fromEntries(OWN_CHEAP_PARTS.map((part) => [part, fact(part)])) as unknown as OwnFacts;

/** Waits until a part of the app has been read, or has failed. */
function settled(app: HealthPorts["app"], part: AppPart, signal: AbortSignal): Promise<void> {
  const isSettled = (): boolean => ["ready", "failed"].includes(app.getState()[part].status);
  if (isSettled()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      stop();
      signal.removeEventListener("abort", end);
      resolve();
    };
    const stop = app.subscribe(() => isSettled() && end());
    signal.addEventListener("abort", end);
  });
}
