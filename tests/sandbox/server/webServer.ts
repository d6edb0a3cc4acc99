import { request as httpRequest } from "node:http";
import type { Clock, ServerOptions, UnconfirmedHabits } from "../../../sandbox/server/options";
import { defaultHabits } from "../../../sandbox/server/options";
import type { ForeignLock } from "../../../sandbox/server/foreignLock";
import type { HostHandler, SandboxServer } from "../../../sandbox/server/server";
import { createServer } from "../../../sandbox/server/server";
import type { Row } from "../../../sandbox/store/model";
import { Bench } from "../engine/handMade";

/** Time that passes only when told to. */
class ManualClock implements Clock {
  private time = Date.UTC(2026, 0, 1);
  private tasks: { readonly at: number; readonly task: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(milliseconds: number, task: () => void): void {
    this.tasks.push({ at: this.time + milliseconds, task });
  }

  advance(milliseconds: number): void {
    const until = this.time + milliseconds;
    for (;;) {
      const [next] = this.tasks.filter(({ at }) => at <= until).sort((left, right) => left.at - right.at);
      if (!next) break;
      this.tasks = this.tasks.filter((task) => task !== next);
      this.time = next.at;
      next.task();
    }
    this.time = until;
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; `{}` when it is not JSON. */
  readonly body: Row & { value?: Row[]; error?: { code: string; message: string } };
}

export const JOB_DURATION = 1000;

type Settings = Partial<Omit<ServerOptions, "habits">> & { habits?: Partial<UnconfirmedHabits>; host?: HostHandler };

/** A server on a free port, with an engine of hand-made packages and a clock that stands still. */
export class WebServer {
  readonly clock = new ManualClock();
  port = 0;
  private server: SandboxServer | undefined;

  constructor(readonly bench = new Bench()) {}

  async start({ habits, host, ...options }: Settings = {}): Promise<void> {
    await this.stop();
    this.server = createServer({
      environment: this.bench.environment,
      options: { jobDuration: JOB_DURATION, clock: this.clock, ...options, habits: { ...defaultHabits, ...habits } },
      ...(host ? { host } : {}),
    });
    this.port = await this.server.listen(0);
  }

  async stop(): Promise<void> {
    await this.server?.close();
    this.server = undefined;
  }

  /** Lets somebody else hold the customization lock. @returns a function that ends it */
  hold(lock: ForeignLock): () => void {
    if (!this.server) throw new Error("The server has not been started.");
    return this.server.hold(lock);
  }

  /** Waits, by real time, until the server has come so far; the server's own clock stands still meanwhile. */
  async until(reached: () => boolean): Promise<void> {
    while (!reached()) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async send(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const url = path.startsWith("http") ? path : `${this.origin}/api/data/v9.2/${path}`;
    const response = await fetch(url, { method, ...init });
    const text = await response.text();
    const json = response.headers.get("content-type")?.startsWith("application/json");
    return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : {} };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send("GET", path, { headers });
  }

  /** Rows of a collection; fails on any other answer. */
  async rows(path: string, headers: Record<string, string> = {}): Promise<Row[]> {
    const answer = await this.get(path, headers);
    if (answer.status !== 200 || !answer.body.value) throw new Error(`${answer.status} ${answer.text}`);
    return answer.body.value;
  }

  post(path: string, body: Row): Promise<Answer> {
    return this.send("POST", path, { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  }

  /** Sends headers that `fetch` does not let one set. */
  raw(method: string, path: string, headers: Record<string, string>): Promise<number> {
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest({ host: "127.0.0.1", port: this.port, method, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      outgoing.on("error", reject);
      outgoing.end();
    });
  }
}
