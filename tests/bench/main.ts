// `npm run bench [-- NAME …] [--json]`: measures, and prints what it found beside what was aimed at.
import { parseArgs } from "node:util";
import type { Measurement } from "./measurement";
import { bundle } from "./measurements/bundle";
import { health } from "./measurements/health";
import { importPackage } from "./measurements/import";
import { list } from "./measurements/list";
import { load } from "./measurements/load";
import { overrides } from "./measurements/overrides";
import { pack } from "./measurements/pack";
import { releases } from "./measurements/releases";
import { rendering } from "./measurements/rendering";
import { rollback } from "./measurements/rollback";
import { closingText, isMissing, toJson, toText, type Outcome } from "./report";

const measurements: readonly Measurement[] = [
  bundle,
  load,
  importPackage,
  list,
  pack,
  overrides,
  rendering,
  rollback,
  health,
  releases,
];
const names = measurements.map(({ name }) => name).join(", ");

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } },
  });
  if (values.help) {
    console.log(`npm run bench [-- NAME …] [--json]\nMeasures everything, or what is named: ${names}.`);
    return 0;
  }
  const unknown = positionals.find((name) => !measurements.some((one) => one.name === name));
  if (unknown !== undefined) throw new Error(`There is no measurement ${unknown}; there are ${names}.`);
  const chosen = measurements.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const outcomes: Outcome[] = [];
  for (const measurement of chosen) {
    console.error(`Measuring ${measurement.name}…`);
    const outcome = await take(measurement);
    outcomes.push(outcome);
    if (!values.json) console.log(toText(outcome));
  }
  console.log(values.json ? toJson(outcomes) : closingText(outcomes));
  return outcomes.some(isMissing) ? 1 : 0;
}

async function take(measurement: Measurement): Promise<Outcome> {
  const { name, title } = measurement;
  try {
    return { name, title, ...(await measurement.measure()) };
  } catch (error) {
    return { name, title, figures: [], missing: [error instanceof Error ? error.message : String(error)] };
  }
}

main()
  .then((code) => (process.exitCode = code))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
