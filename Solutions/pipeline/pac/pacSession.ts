import { ExitCode, messageOf, PipelineError } from "../errors";
import type { Outside } from "../outside/outside";
import { findPac } from "./findPac";
import { loadWrapper } from "./loadWrapper";
import type {
  ArtifactStore,
  HostAbstractions,
  HostParameterEntry,
  RunnerParameters,
  WrapperActions,
} from "./wrapperPackage";

/** What every action of the wrapper needs. */
export interface PacSession {
  readonly actions: WrapperActions;
  readonly runner: RunnerParameters;
  /** A host that answers an action's questions with these values, by the names of the entries. */
  readonly hostFor: (
    values: Readonly<Record<string, string | undefined>>,
    artifacts?: ArtifactStore,
  ) => HostAbstractions;
}

/** @throws PipelineError `wrapperMissing`, `wrapperBroken`, `pacMissing`. */
export async function openPacSession(pac: string | undefined, outside: Outside): Promise<PacSession> {
  const { actions } = await loadWrapper(outside.host);
  const { host, logger, workingDir } = outside;
  const line = (...args: string[]): void => {
    const text = args.join(" ");
    // At its end an action says once more, on one line, all that pac has said.
    if (!text.includes(" Action Result: ")) {
      logger.info(text);
    }
  };
  return {
    actions,
    runner: {
      workingDir,
      runnersDir: workingDir,
      pacPath: await findPac(pac, outside),
      logger: { log: line, debug: () => undefined, warn: (...args) => logger.warn(args.join(" ")), error: line },
      agent: host.name,
    },
    hostFor: (values, artifacts) => ({
      name: host.name,
      getInput: ({ name }) => values[name],
      getArtifactStore: () => artifacts ?? NO_ARTIFACTS,
    }),
  };
}

/** An entry that an action asks its host for. */
export function entry(name: string, required = false): HostParameterEntry {
  return { name, required };
}

/** The error for an action that failed; pac has said why on stderr. */
export function pacFailed(doing: string, cause: unknown): PipelineError {
  const text = messageOf(cause).trim();
  const last = text.slice(text.lastIndexOf("\n") + 1).trim();
  return new PipelineError({
    code: "pacFailed",
    message: `pac failed ${doing}${last === "" ? "" : `: ${last}`}`,
    whatToDo: "Mend what the messages of pac above say, then run this again.",
    exitCode: ExitCode.input,
    cause,
  });
}

const NO_ARTIFACTS: ArtifactStore = {
  getTempFolder: () => {
    throw new Error("This action has no artifacts.");
  },
  upload: () => Promise.resolve(),
};
