import { apiRoot } from "./address";
import { type CallLog, createCallLog } from "./callLog";
import type { CallRecord } from "./callRecord";
import type { ExchangePorts } from "./exchange";
import { createLanes, type Lanes } from "./lanes";

export interface TransportOptions extends ExchangePorts {
  /** Address of the environment, e.g. "https://org.crm4.dynamics.com". */
  readonly baseUrl: string;
  /** Told when a request is asked for and again, with the same id, when it has ended. */
  readonly onCall?: (record: CallRecord) => void;
  /** Told the seconds of rest the server asks for, and undefined when they are over. */
  readonly onThrottle?: (seconds: number | undefined) => void;
  /** Requests at once in the lane of the page, 6 unless told; safe are 4 to 8 (fact sheet §10). */
  readonly concurrency?: number;
  /** How often a read is sent at most, 5 unless told. */
  readonly maxTries?: number;
  /** Milliseconds for one try of a request, 120,000 unless told. */
  readonly timeout?: number;
}

/** What all requests to one environment share. */
export interface Connection {
  readonly ports: ExchangePorts;
  /** Root of the Web API, with a slash at its end. */
  readonly root: string;
  readonly maxTries: number;
  readonly timeout: number;
  readonly lanes: Lanes;
  readonly log: CallLog;
}

const nobody = (): void => undefined;

export function connect(options: TransportOptions): Connection {
  const { baseUrl, clock, onCall = nobody, onThrottle = nobody } = options;
  const { concurrency = 6, maxTries = 5, timeout = 120_000 } = options;
  return {
    ports: options,
    root: apiRoot(baseUrl),
    maxTries,
    timeout,
    lanes: createLanes(clock, concurrency, onThrottle),
    log: createCallLog(clock, onCall),
  };
}
