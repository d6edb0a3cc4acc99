import { cpus, loadavg } from "node:os";
import { isMet, type Findings } from "./measurement";
import { formatTable } from "./table";

/** What became of one measurement. */
export interface Outcome extends Findings {
  readonly name: string;
  readonly title: string;
}

export const isMissing = ({ missing = [] }: Outcome): boolean => missing.length > 0;

/** Numbers mean little without the machine they come from. */
const machine = (): { node: string; cores: number; load: number } => ({
  node: process.version,
  cores: cpus().length,
  load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
});

/** One measurement, as it is shown when it has been taken. */
export function toText({ title, figures, notes = [], missing = [] }: Outcome): string {
  return [
    title,
    ...(figures.length > 0 ? [formatTable(figures)] : []),
    ...notes.map((note) => `  ${note}`),
    ...missing.map((reason) => `  Could not be taken: ${reason}`),
    "",
  ].join("\n");
}

/** What is said after all of them. */
export function closingText(outcomes: readonly Outcome[]): string {
  const { node, cores, load } = machine();
  const failed = outcomes.filter(isMissing).map(({ name }) => name);
  return [
    `Node ${node}, ${cores} cores, load ${load} at the end. KB = 1,000 bytes, MB = 1,000,000 bytes.`,
    ...(failed.length > 0 ? [`Could not be taken: ${failed.join(", ")}.`] : []),
  ].join("\n");
}

export function toJson(outcomes: readonly Outcome[]): string {
  const measurements = outcomes.map(({ figures, ...outcome }) => ({
    ...outcome,
    figures: figures.map((figure) => ({ ...figure, met: isMet(figure) ?? null })),
  }));
  return JSON.stringify({ machine: machine(), measurements }, null, 2);
}
