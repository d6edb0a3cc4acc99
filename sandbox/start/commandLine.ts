import { parseArgs } from "node:util";

/** What `npm start` was asked for. */
export interface StartOptions {
  readonly port: number;
  readonly empty: boolean;
  /** The demo solutions alone, without everything that is made to ail. */
  readonly well: boolean;
  readonly imports: readonly string[];
  readonly latency: number;
  readonly throttle: boolean;
  /** How long a solution operation takes, in milliseconds; absent = the server's own default. */
  readonly jobDuration?: number;
  /** How long somebody else's import holds the customization lock after the start, in milliseconds; 0 = none does. */
  readonly busy: number;
  readonly state?: string;
  readonly open: boolean;
  readonly user: "administrator" | "reader";
  readonly help: boolean;
}

/** A wrong option, in one sentence. */
export class CommandLineError extends Error {
  override readonly name = "CommandLineError";
}

export const DEFAULT_PORT = 8181;

/** An hour, in milliseconds. */
const LONGEST_WAIT = 3_600_000;

export const usage = `npm start -- [options]

  --port N         port on 127.0.0.1 (default ${DEFAULT_PORT}; the next free one when it is taken)
  --empty          without the demo solutions
  --well           the demo solutions alone: without what is made to ail, so that each rule of health shows
  --import A.zip   imports a solution at start (may be repeated)
  --latency MS     added to each answer of the Web API
  --throttle       with the platform's service protection limits
  --job-time MS    how long imports and uninstalls take
  --busy MS        somebody else's import holds the environment for so long after the start
  --state F.json   loads the environment from F at start and saves it there on each change
  --user KIND      administrator (default) or reader
  --no-open        does not open the browser
  --help           shows this

While it runs, type
  heal             makes the next step that heals the demo, and says what was wrong
  heal all         makes all of them
  heal ID          makes one of them
  ailments         lists what is still wrong
`;

/**
 * Reads the options of `npm start`.
 * @throws {CommandLineError} for an unknown option or a value that cannot be used.
 */
export function readCommandLine(args: readonly string[]): StartOptions {
  const values = parse(args);
  const user = values.user ?? "administrator";
  if (user !== "administrator" && user !== "reader") {
    throw new CommandLineError(`--user is administrator or reader, not "${user}".`);
  }
  return {
    port: wholeNumber("--port", values.port ?? String(DEFAULT_PORT), 65_535),
    ...contentOf(values),
    latency: wholeNumber("--latency", values.latency ?? "0", 600_000),
    throttle: values.throttle ?? false,
    ...operationsOf(values),
    ...(values.state === undefined ? {} : { state: values.state }),
    open: !(values["no-open"] ?? false),
    user,
    help: values.help ?? false,
  };
}

/** What the environment holds at first. */
const contentOf = (values: ReturnType<typeof parse>): Pick<StartOptions, "empty" | "well" | "imports"> => ({
  empty: values.empty ?? false,
  well: values.well ?? false,
  imports: values.import ?? [],
});

/** How solution operations go. */
function operationsOf(values: ReturnType<typeof parse>): Pick<StartOptions, "jobDuration" | "busy"> {
  const busy = wholeNumber("--busy", values.busy ?? "0", LONGEST_WAIT);
  const jobTime = values["job-time"];
  return jobTime === undefined ? { busy } : { busy, jobDuration: wholeNumber("--job-time", jobTime, LONGEST_WAIT) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        empty: { type: "boolean" },
        well: { type: "boolean" },
        import: { type: "string", multiple: true },
        latency: { type: "string" },
        throttle: { type: "boolean" },
        "job-time": { type: "string" },
        busy: { type: "string" },
        state: { type: "string" },
        user: { type: "string" },
        "no-open": { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (cause) {
    const [sentence] = (cause instanceof Error ? cause.message : String(cause)).split(". ");
    throw new CommandLineError(`${sentence ?? "The options cannot be read"}. Try --help.`, { cause });
  }
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) {
    throw new CommandLineError(`${option} takes a whole number from 0 to ${most}, not "${text}".`);
  }
  return value;
}
