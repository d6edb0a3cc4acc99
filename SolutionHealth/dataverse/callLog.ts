import type { Answer } from "./answer";
import { type CallRecord, byteLength } from "./callRecord";
import type { Clock } from "./clock";

/** Reports the life of requests: once when a request is asked for, once when it has ended. */
export interface CallLog {
  /** @param url absolute; the record holds it without the host */
  open(method: string, url: string): OpenCall;
}

/** One request under way; `ended` is called exactly once. */
export interface OpenCall {
  answered(answer: Answer): void;
  retried(): void;
  ended(): void;
}

export function createCallLog(clock: Clock, onCall: (record: CallRecord) => void): CallLog {
  let lastId = 0;

  return {
    open(method, url) {
      lastId += 1;
      const { pathname, search } = new URL(url);
      const startedAt = clock.now();
      let record: CallRecord = {
        id: lastId,
        method,
        path: pathname + search,
        startedAt: new Date(startedAt),
        retries: 0,
      };
      onCall(record);
      return {
        answered(answer) {
          const bytes = (record.bytes ?? 0) + byteLength(answer.body);
          record = { ...record, status: answer.status, bytes };
        },
        retried() {
          record = { ...record, retries: record.retries + 1 };
        },
        ended() {
          onCall({ ...record, duration: clock.now() - startedAt });
        },
      };
    },
  };
}
