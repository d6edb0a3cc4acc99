import { readRelease } from "../../SolutionHealth/dataverse/releases/readRelease";
import { previewRelease } from "../../SolutionHealth/domain/releases/previewRelease";
import type { ReleaseFacts } from "../../SolutionHealth/domain/releases/releaseFacts";
import type { PackagePreview, WayPreview } from "../../SolutionHealth/domain/releases/releasePreview";
import type { EngineOptions } from "../../sandbox/engine/contract";
import { PlatformFault } from "../../sandbox/engine/fault";
import type { UnconfirmedHabits } from "../../sandbox/server/options";
import { openSandbox } from "../dataverse/rollbacks/openSandbox";
import { Bench, type PackageText } from "../sandbox/engine/handMade";
import { stateToTry } from "./frozen";
import { differences, type OwnLayer, snapshotOf } from "./releaseOutcome";
import { incoming } from "./releasePackages";

/** Settles what no document settles as strictly as the platform may. */
export const STRICT: EngineOptions = { missingDependencies: "refuse" };

/** The preview with and without overwriting, over the Web API. */
export async function previewsOf(
  bench: Bench,
  text: PackageText,
  how: Partial<UnconfirmedHabits> = {},
  onFacts: (facts: ReleaseFacts) => void = () => undefined,
): Promise<readonly { readonly overwrite: boolean; readonly preview: PackagePreview }[]> {
  const sandbox = await openSandbox(bench.environment, how);
  try {
    const facts = await readRelease([incoming(text)], sandbox.transport);
    onFacts(facts);
    return [true, false].flatMap((overwrite) => {
      const [preview] = previewRelease(facts, { overwrite }).packages;
      return preview ? [{ overwrite, preview }] : [];
    });
  } finally {
    await sandbox.close();
  }
}

export async function previewIn(bench: Bench, text: PackageText, overwrite: boolean): Promise<PackagePreview> {
  const found = (await previewsOf(bench, text)).find((one) => one.overwrite === overwrite);
  if (!found) throw new Error("no preview");
  return found.preview;
}

/** Every difference between what was said and what then comes, of all ways, with and without overwriting. */
export async function waysThatDiffer(
  bench: Bench,
  text: PackageText,
  how: Partial<UnconfirmedHabits> = {},
  onWay: (way: WayPreview) => void = () => undefined,
  onFacts?: (facts: ReleaseFacts) => void,
): Promise<string[]> {
  const told: string[] = [];
  for (const { overwrite, preview } of await previewsOf(bench, text, how, onFacts)) {
    for (const way of Object.values(preview.ways)) {
      onWay(way);
      // A patch that does not exist has the publisher of its base.
      const isMade = !way.hypothetical || way.findings.every(({ id }) => id !== "publisherDiffers");
      if (way.status !== "notApplicable" && isMade) told.push(...tell(bench, way, text, overwrite));
    }
  }
  return told;
}

/** Does it, in a copy. @returns the refusal, if there was one */
function carryOut(
  copy: Bench,
  { way, hypothetical }: WayPreview,
  text: PackageText,
  overwrite: boolean,
): PlatformFault | undefined {
  const patch = { ...text, name: `${text.name}_Patch_ffff`, version: patchVersion(copy, text.name) };
  try {
    if (way === "upgrade") copy.upgrade(text, { overwrite });
    else if (way === "stagedUpgrade") {
      copy.import(text, { overwrite, holding: true });
      copy.promote(text.name);
    } else copy.import(hypothetical ? patch : text, { overwrite });
    return undefined;
  } catch (error) {
    if (error instanceof PlatformFault && error.status < 500) return error;
    throw error;
  }
}

function patchVersion({ environment }: Bench, name: string): string {
  const base = environment.state.solutions.find(({ uniqueName }) => uniqueName === name);
  const [major = "1", minor = "0"] = (base?.version ?? "").split(".");
  return `${major}.${minor}.65000.0`;
}

function ownLayer({ way, hypothetical }: WayPreview, { name, managed = true }: PackageText): OwnLayer {
  if (!managed) return { said: "Active", real: "Active" };
  const isMadeUp = way === "patch" && hypothetical;
  return isMadeUp ? { said: `${name}_Patch`, real: `${name}_Patch_ffff` } : { said: name, real: name };
}

/** What was said against what came, of one way. */
function tell(bench: Bench, way: WayPreview, text: PackageText, overwrite: boolean): string[] {
  const copy = new Bench(STRICT, stateToTry(bench.environment));
  const before = snapshotOf(copy.environment);
  const refusal = carryOut(copy, way, text, overwrite);
  const about = `${way.way}${overwrite ? " overwriting" : ""}`;
  if (refusal) return refusalDifferences(way, refusal).map((one) => `${about}: ${one}`);
  if (way.status === "refused") return [`${about}: said refused for ${reasons(way)}, but it went through`];
  return differences(before, snapshotOf(copy.environment), way, ownLayer(way, text)).map((one) => `${about}: ${one}`);
}

function refusalDifferences(way: WayPreview, { code, message }: PlatformFault): string[] {
  if (way.status === "possible") return [`said possible, but ${code} ${message}`];
  const codes = [...way.findings, ...way.blockers].flatMap((one) => one.code ?? []);
  const isUncoded = way.findings.some((one) => one.severity === "blocker" && one.code === undefined);
  return way.status === "uncertain" || isUncoded || codes.includes(code)
    ? []
    : [`${code} ${message}, said ${codes.join()}`];
}

const reasons = ({ findings, blockers }: WayPreview): string =>
  [
    ...findings.flatMap(({ id, severity }) => (severity === "blocker" ? [id] : [])),
    ...blockers.map(({ kind, required, dependent }) => `${kind} ${required.address} ${dependent.address}`),
  ].join("; ");
