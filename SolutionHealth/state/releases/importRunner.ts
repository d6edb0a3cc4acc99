import type { ImportSource } from "../../dataverse/operations/importRequest";
import { stageSolution } from "../../dataverse/operations/stageSolution";
import { compareRelease, toLookAt } from "../../domain/releases/compareRelease";
import type { IncomingPackage } from "../../domain/releases/incomingPackage";
import type { ReleasePreview } from "../../domain/releases/releasePreview";
import { encodeFile } from "../../package/base64";
import type { StoredFile } from "../../package/reading/fileSource";
import { toFailure } from "../failure";
import type { JobPhase, TrackedJob } from "../jobs/model";
import { givenValues, previewOf, requestOf, targetOf } from "./importSteps";
import type { CheckState, ImportRun, ImportStep, PackageId, StepComparison } from "./model";
import type { ReleasePorts } from "./ports";

/** What a run is made of, fixed when it begins. */
export interface ImportPlan {
  readonly preview: ReleasePreview;
  readonly packages: readonly IncomingPackage[];
  readonly steps: readonly ImportStep[];
  readonly overwrite: boolean;
  readonly activates: boolean;
  readonly values: ReadonlyMap<string, string>;
  readonly checks: ReadonlyMap<PackageId, CheckState>;
  readonly fileOf: (id: PackageId) => StoredFile | undefined;
}

interface Waits {
  readonly waitForLock: boolean;
}

/** Imports one package after the other. The first that does not succeed ends it: what comes after was judged as if it had. */
export class ImportRunner {
  private readonly jobs: TrackedJob[] = [];
  private step = 0;
  private ended = false;

  /** @param tell told how it stands, each time that changes */
  constructor(
    private readonly plan: ImportPlan,
    private readonly ports: ReleasePorts,
    private readonly session: AbortSignal,
    private readonly tell: (run: ImportRun) => void,
  ) {}

  async run({ waitForLock }: Waits): Promise<void> {
    const { steps } = this.plan;
    while (this.step < steps.length && !this.ended) {
      const step = steps[this.step];
      if (!step) break;
      const outcome = await this.importOne(step, { waitForLock });
      if (outcome !== "succeeded") return;
      if (step.way === "stagedUpgrade") {
        this.tell({ status: "paused", ...this.sofar() });
        return;
      }
      this.step += 1;
    }
    if (!this.ended) await this.compare("succeeded");
  }

  /** Applies the upgrade of the step that is paused at, and goes on with the next package. */
  async apply({ waitForLock }: Waits): Promise<void> {
    const step = this.plan.steps[this.step];
    if (!step) return;
    const outcome = await this.follow(
      (onListed) => this.ports.jobs.applyUpgrade(targetOf(step), { waitForLock, onListed }),
      { applies: true },
    );
    // Refused before anything was done: it is still staged, and can be applied when what is in the way has gone.
    if (outcome === "notStarted") this.tell({ status: "paused", ...this.sofar() });
    if (outcome !== "succeeded") return;
    this.step += 1;
    await this.run({ waitForLock });
  }

  /** Ends here: the upgrade stays staged, packages after it are not imported. */
  async leaveStaged(): Promise<void> {
    await this.compare("staged");
  }

  private async importOne(step: ImportStep, { waitForLock }: Waits): Promise<JobPhase | "ended"> {
    const { plan, ports } = this;
    const preview = previewOf(plan.preview, step.id);
    const source = await this.sourceOf(step.id);
    // The page was left while a large package was read: it is not sent behind anybody's back.
    if (this.session.aborted) return "ended";
    if (!source) {
      this.end("fileGone");
      return "ended";
    }
    const request = requestOf({
      source,
      importJobId: ports.newId(),
      overwrite: plan.overwrite,
      activates: plan.activates,
      values: preview ? givenValues(preview, plan.values) : [],
    });
    const phase = await this.follow((onListed) =>
      ports.jobs.importPackage(targetOf(step), request, { waitForLock, onListed }),
    );
    if (phase === "notStarted") this.end("notStarted");
    return phase;
  }

  /** What the server has already, so that a large package is uploaded once. */
  private async sourceOf(id: PackageId): Promise<ImportSource | undefined> {
    const check = this.plan.checks.get(id);
    if (check?.status === "checked") return { stageUploadId: check.result.uploadId };
    const customizationFile = await base64Of(this.plan.fileOf(id), this.session);
    return customizationFile === undefined ? undefined : { customizationFile };
  }

  /** Of all operations that go on only its own is told of. */
  private async follow(
    start: (onListed: (key: string) => void) => Promise<TrackedJob>,
    what: { readonly applies?: true } = {},
  ): Promise<JobPhase> {
    let own: string | undefined;
    const running = (): TrackedJob[] => this.ports.jobs.getState().jobs.filter(({ key }) => key === own);
    const tell = (): void => this.tell({ status: "running", ...what, ...this.sofar(running()) });
    const stop = this.ports.jobs.subscribe(tell);
    try {
      const ending = start((key) => (own = key));
      tell();
      const job = await ending;
      this.jobs.push(job);
      if (job.phase !== "succeeded" && job.phase !== "notStarted") this.end(outcomeOf(job.phase));
      return job.phase;
    } finally {
      stop();
    }
  }

  private end(outcome: "failed" | "notStarted" | "lost" | "fileGone"): void {
    this.ended = true;
    this.tell({
      status: "ended",
      outcome,
      steps: this.plan.steps,
      done: this.step,
      jobs: [...this.jobs],
      comparisons: [],
    });
  }

  /** What was announced against what is there: also where everything seems to have gone well. */
  private async compare(outcome: "succeeded" | "staged"): Promise<void> {
    const { steps } = this.plan;
    const jobs = [...this.jobs];
    this.tell({ status: "comparing", steps, jobs });
    const comparisons: StepComparison[] = [];
    for (const step of steps.slice(0, this.step)) comparisons.push(await this.compareOne(step));
    this.tell({ status: "ended", outcome, steps, done: this.step, jobs, comparisons });
  }

  private async compareOne(step: ImportStep): Promise<StepComparison> {
    const { plan, session } = this;
    const { work } = this.ports;
    const preview = previewOf(plan.preview, step.id);
    const content = plan.packages.find(({ sha256 }) => sha256 === step.id);
    if (!preview || !content) return { step };
    try {
      const after = await work.read([content], { signal: session, onProgress: () => undefined });
      const looked = await work.lookAt(toLookAt(preview, step.way, after), session);
      return { step, comparison: compareRelease(preview, step.way, after, looked) };
    } catch (error) {
      return { step, failure: toFailure(error) };
    }
  }

  private sofar(running: readonly TrackedJob[] = []) {
    return { steps: this.plan.steps, step: this.step, jobs: [...this.jobs, ...running] };
  }
}

/** A job that is not at its end when nobody follows it any more is one whose end is not known. */
const outcomeOf = (phase: JobPhase): "failed" | "lost" => (phase === "failed" ? phase : "lost");

/** @returns undefined where the file is gone, is another one than was chosen (browsers refuse to read that), or is not wanted */
async function base64Of(file: StoredFile | undefined, signal: AbortSignal): Promise<Blob | undefined> {
  return file && encodeFile(file, signal).catch(() => undefined);
}

/** Uploads a package and lets the server check it; never throws. */
export async function checkOnServer(
  file: StoredFile | undefined,
  { transport }: Pick<ReleasePorts, "transport">,
  signal: AbortSignal,
): Promise<CheckState> {
  const content = await base64Of(file, signal);
  if (content === undefined) return { status: "fileGone" };
  try {
    return { status: "checked", result: await stageSolution(content, transport, signal) };
  } catch (error) {
    return { status: "failed", failure: toFailure(error) };
  }
}
