import type { CallRecord } from "./model";

/** How many requests are remembered. */
const LONGEST = 500;

/** The list with a record added, or put in place of the one with the same id. */
export function withCall(calls: readonly CallRecord[], record: CallRecord): readonly CallRecord[] {
  const last = calls[calls.length - 1];
  if (last === undefined || record.id > last.id) return [...calls, record].slice(-LONGEST);
  return calls.map((call) => (call.id === record.id ? record : call));
}
