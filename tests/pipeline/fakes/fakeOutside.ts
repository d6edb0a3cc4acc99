import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Outside } from "../../../Solutions/pipeline/outside/outside";

export interface FakeOutside extends Outside {
  /** Everything said to people. */
  readonly messages: string[];
  /** Everything drawn without a line end. */
  readonly drawn: string[];
  /** Everything written as data, joined. */
  readonly data: () => string;
  /** Commands run, with their arguments. */
  readonly commands: { readonly command: string; readonly args: readonly string[]; readonly workingDir: string }[];
}

export interface FakeOutsideOptions {
  readonly workingDir?: string;
  readonly productRoot?: string;
  readonly environment?: Record<string, string>;
  /** Optional packages that are "installed". */
  readonly packages?: Readonly<Record<string, unknown>>;
  /** Answers of commands; default: exit code 0. */
  readonly run?: (command: string, args: readonly string[]) => number;
  readonly terminal?: boolean;
  /** What is typed when it is asked; nobody is there without. */
  readonly typed?: readonly string[];
  readonly fetch?: Outside["fetch"];
  readonly signal?: AbortSignal;
}

/** Root of this repository. */
export const REPOSITORY = resolve(__dirname, "..", "..", "..");

/** An outside that records what it is asked, and in which waits are short. */
export function fakeOutside(options: FakeOutsideOptions = {}): FakeOutside {
  const messages: string[] = [];
  const drawn: string[] = [];
  const written: string[] = [];
  const commands: FakeOutside["commands"] = [];
  const typed = [...(options.typed ?? [])];
  return {
    messages,
    drawn,
    commands,
    data: () => written.join(""),
    workingDir: options.workingDir ?? REPOSITORY,
    productRoot: options.productRoot ?? REPOSITORY,
    environment: options.environment ?? {},
    logger: {
      info: (text) => void messages.push(text),
      warn: (text) => void messages.push(`Warning: ${text}`),
      error: (text) => void messages.push(text),
      draw: (text) => void drawn.push(text),
    },
    output: { write: (text) => void written.push(text) },
    host: {
      name: "test",
      loadPackage: (name) => Promise.resolve(options.packages?.[name]),
      run: (command, args, workingDir) => {
        commands.push({ command, args, workingDir });
        return Promise.resolve(options.run?.(command, args) ?? 0);
      },
      askLine: (question) => {
        drawn.push(question);
        return Promise.resolve(typed.shift());
      },
      makeTemporaryFolder: makeFolder,
    },
    fetch: options.fetch ?? (() => Promise.reject(new Error("no network in this test"))),
    clock: HASTY_CLOCK,
    terminal: options.terminal ?? false,
    signal: options.signal ?? new AbortController().signal,
  };
}

/** A fresh, empty folder. */
export function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "pipeline-test-"));
}

/** Longer than any wait between looks, shorter than any time-out of a request. */
const LONGEST_WAIT = 60_000;

/** Waits between looks take a thousandth of their time; time-outs of requests stay what they are. */
const HASTY_CLOCK: Outside["clock"] = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const handle = setTimeout(run, milliseconds > LONGEST_WAIT ? milliseconds : milliseconds / 1000);
    return () => clearTimeout(handle);
  },
};
