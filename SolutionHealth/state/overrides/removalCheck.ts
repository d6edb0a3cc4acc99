import { wait } from "../../dataverse/clock";
import { pollingInterval } from "../../dataverse/operations/pollingInterval";
import { retrieveLayersOfMany } from "../../dataverse/overrides/retrieveComponentLayers";
import { DataverseError } from "../../dataverse/errors";
import { toLayerStack } from "../../domain/layers/layerStack";
import { judgeOverride } from "../../domain/overrides/judgeOverride";
import type { OverriddenComponent } from "../../domain/overrides/override";
import type { RemovalResult } from "../../domain/overrides/removalReport";
import { present } from "../../domain/present";
import type { OverridesPorts } from "./ports";
import type { SentOutcome } from "./removalRun";

/** What reading a component again shows. */
export type Found =
  | { readonly status: "gone" }
  | { readonly status: "there"; readonly fingerprint: string }
  | { readonly status: "unread"; readonly error: DataverseError };

/** Components in one batch. */
const AT_ONCE = 8;

/** Looks again at components after an answer that said nothing, before what is still there is called unknown. */
const LOOKS_AT_UNCLEAR = 5;

/** Reads components again. @throws DataverseError "cancelled" */
export async function lookAgain(
  components: readonly OverriddenComponent[],
  bookkeeping: readonly string[],
  { transport }: OverridesPorts,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>();
  for (let from = 0; from < components.length; from += AT_ONCE) {
    const some = components.slice(from, from + AT_ONCE);
    const items = await retrieveLayersOfMany(some, transport, signal).catch((error: unknown) => {
      if (error instanceof DataverseError && error.kind !== "cancelled") {
        return some.map(() => ({ status: "failed", error }) as const);
      }
      throw error;
    });
    for (const [index, component] of some.entries()) {
      const item = items[index];
      if (item?.status === "failed") found.set(component.key, { status: "unread", error: item.error });
      if (item?.status === "read") {
        const stack = toLayerStack({ id: component.id, typeName: component.typeName }, item.rows);
        found.set(component.key, whatIsThere(judgeOverride(stack, bookkeeping)));
      }
    }
  }
  return found;
}

/** An Active layer that changes nothing meaningful is no override any more. */
function whatIsThere(verdict: ReturnType<typeof judgeOverride>): Found {
  if (verdict.kind === "none") return { status: "gone" };
  if (verdict.kind === "unmanagedOnly") return { status: "there", fingerprint: "" };
  const { state, reason, fingerprint } = verdict.facts;
  if (state === "phantom") return { status: "gone" };
  if (state !== "unknown") return { status: "there", fingerprint };
  return { status: "unread", error: new DataverseError("unreadable", `The layers cannot be judged: ${reason}.`) };
}

/**
 * Looks again and again, with growing waits, at components of which nobody knows whether the server is still at work on
 * them, until none is there any more or enough was waited.
 */
export async function lookUntilGone(
  components: readonly OverriddenComponent[],
  bookkeeping: readonly string[],
  ports: OverridesPorts,
): Promise<ReadonlyMap<string, Found>> {
  for (let looks = 0; ; looks += 1) {
    const found = await lookAgain(components, bookkeeping, ports);
    const open = [...found.values()].some(({ status }) => status !== "gone");
    if (!open || looks === LOOKS_AT_UNCLEAR) return found;
    await wait(pollingInterval(looks), ports.clock);
  }
}

/** What is known of one override beside what the server said. */
export interface Evidence {
  /** Found right after. */
  readonly first: Found | undefined;
  /** Found a while later, of those that were gone. */
  readonly second: Found | undefined;
  /** Fingerprint of the override that was to be removed. */
  readonly before: string;
}

/** What became of one override. @param sent what the server said to it */
export function resultOf(component: OverriddenComponent, sent: SentOutcome, evidence: Evidence): RemovalResult {
  const { first, second, before } = evidence;
  if (sent.status === "notSent") return { component, outcome: "skipped" };
  if (first?.status === "gone") return { component, ...afterGone(second) };
  if (first?.status !== "there") return { component, outcome: "unknown", ...reasonOf(first?.error) };
  if (sent.status === "refused") return { component, outcome: "refused", ...reasonOf(sent.error) };
  // Another override than the one that was there has been made meanwhile.
  if (first.fingerprint !== before) return { component, outcome: "reappeared" };
  if (sent.status === "unclear") return { component, outcome: "unknown", ...reasonOf(sent.error) };
  return { component, outcome: "stillThere" };
}

function afterGone(second: Found | undefined): Omit<RemovalResult, "component"> {
  if (second?.status === "there") return { outcome: "reappeared" };
  return second?.status === "unread" ? { outcome: "unknown", ...reasonOf(second.error) } : { outcome: "removed" };
}

const reasonOf = (error: DataverseError | undefined): { code?: string; serverText?: string } =>
  error ? present({ code: error.code, serverText: error.serverText ?? error.message }) : {};
