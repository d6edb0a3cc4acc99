import type { Clock } from "../../dataverse/clock";
import { readCheapFacts } from "../../dataverse/health/readCheapFacts";
import { readDeepFacts } from "../../dataverse/health/readDeepFacts";
import type { Transport } from "../../dataverse/transport";
import { NOT_ASKED } from "../../domain/health/fact";
import type { HealthPorts } from "./ports";

/** Reads what health goes by from the environment itself. */
export function environmentReaders(transport: Transport, clock: Clock): Pick<HealthPorts, "cheap" | "deep"> {
  const now = (): Date => new Date(clock.now());
  return {
    // Plans come from the memory.
    cheap: (coming, signal) => readCheapFacts({ ...coming, plans: NOT_ASKED }, transport, { now, signal }),
    deep: (facts, options) => readDeepFacts(facts, transport, { now, ...options }),
  };
}
