// Started by runChild.ts: one job, its report sent to the parent, then the end.
import type { Job, JobName, JobRunner, Memory } from "./jobs";
import { peakMemory } from "./peakMemory";

/** Loaded one at a time, so that a job carries no other job's modules. */
const loaders: { readonly [N in JobName]: () => Promise<JobRunner<N>> } = {
  import: async () => (await import("./importJob")).runImport,
  pack: async () => (await import("./packJobs")).runPack,
  unpack: async () => (await import("./packJobs")).runUnpack,
};

async function work<N extends JobName>(
  name: N,
  input: Job<N>["input"],
): Promise<Job<N>["report"] & { memory: Memory }> {
  const run = await loaders[name]();
  const before = peakMemory();
  const report = await run(input);
  return { ...report, memory: { before, peak: peakMemory() } };
}

const [name = "", input = ""] = process.argv.slice(2);
work(name as JobName, JSON.parse(input) as Job<JobName>["input"])
  .then((report) => process.send?.(report, () => process.disconnect()))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
