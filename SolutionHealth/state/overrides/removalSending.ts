import type { DataverseError } from "../../dataverse/errors";
import type { OverriddenComponent } from "../../domain/overrides/override";
import type { OverridesPorts } from "./ports";
import { type Found, lookAgain, lookUntilGone } from "./removalCheck";
import { removeInBulk, removeOne, type SentOutcome } from "./removalRun";

export interface Sending {
  readonly ports: OverridesPorts;
  readonly bookkeeping: readonly string[];
  readonly signal: AbortSignal;
  readonly tell: (stage: "job" | "oneByOne" | "checking", done: number, total: number) => void;
}

export interface Sent {
  readonly sent: Map<string, SentOutcome>;
  readonly first: Map<string, Found>;
}

/**
 * The bulk job first, for more than one; then, one by one, what it left – its answer names no component, so only the
 * single call tells why. After an answer that says nothing, nothing is sent any more: it is looked up.
 */
export async function sendAll(components: readonly OverriddenComponent[], sending: Sending): Promise<Sent> {
  const { ports, bookkeeping, signal, tell } = sending;
  const sent = new Map<string, SentOutcome>();
  const first = new Map<string, Found>();
  let left = components;
  if (components.length > 1 && !signal.aborted) {
    tell("job", 0, components.length);
    const bulk = await removeInBulk(components, ports, signal);
    if (bulk.status === "unclear") {
      for (const { key } of components) sent.set(key, { status: "unclear", error: bulk.error });
      for (const [key, found] of await lookUntilGone(components, bookkeeping, ports)) first.set(key, found);
      return { sent, first };
    }
    if (bulk.status === "ended") {
      for (const [key, found] of await lookAgain(components, bookkeeping, ports)) first.set(key, found);
      for (const { key } of components) sent.set(key, { status: "taken" });
      left = components.filter(({ key }) => first.get(key)?.status === "there");
    }
  }
  await sendOneByOne(left, sent, sending);
  const unclear = left.filter(({ key }) => sent.get(key)?.status === "unclear");
  const clear = left.filter((component) => !unclear.includes(component) && sent.has(component.key));
  for (const [key, found] of await lookAgain(clear, bookkeeping, ports)) first.set(key, found);
  for (const [key, found] of await lookUntilGone(unclear, bookkeeping, ports)) first.set(key, found);
  return { sent, first };
}

async function sendOneByOne(
  components: readonly OverriddenComponent[],
  sent: Map<string, SentOutcome>,
  { ports, signal, tell }: Sending,
): Promise<void> {
  for (const [index, component] of components.entries()) {
    if (signal.aborted) return;
    tell("oneByOne", index, components.length);
    const outcome = await removeOne(component, ports.transport);
    sent.set(component.key, outcome);
    // Who is signed out, or may not do this at all, need not be told so for each.
    if (outcome.status === "refused" && endsAll(outcome.error)) return;
  }
}

const endsAll = ({ kind }: DataverseError): boolean => kind === "signedOut";
