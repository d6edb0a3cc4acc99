import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../../sandbox/engine/contract";
import { createEnvironment } from "../../../sandbox/engine/createEnvironment";
import { emptyState } from "../../../sandbox/engine/emptyState";
import { PlatformFault } from "../../../sandbox/engine/fault";
import { guid } from "./handMade";

const CORPUS = join(__dirname, "../../../../shared/corpus");
const here = existsSync(join(CORPUS, "index.json"));

interface Entry {
  readonly file: string;
  readonly UniqueName: string;
  readonly Version: string;
  readonly Managed: "0" | "1";
  /** Number of root components by their type. */
  readonly rootComponents: Readonly<Record<string, number>>;
}

interface Outcome {
  readonly entry: Entry;
  readonly code?: string;
  readonly roots: Record<string, number>;
  readonly update: boolean;
}

function rootsOf(environment: Environment, solutionId: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of environment.store.membershipsIn(solutionId)) {
    if (row.behavior !== null) counts[row.type] = (counts[row.type] ?? 0) + 1;
  }
  return counts;
}

function importOne(environment: Environment, entry: Entry, number: number): Outcome {
  const update = environment.store.solutionNamed(entry.UniqueName) !== undefined;
  const request = {
    content: new Uint8Array(readFileSync(join(CORPUS, entry.file))),
    importJobId: guid(number),
    overwriteUnmanagedCustomizations: false,
    publishWorkflows: true,
    holdingSolution: false,
    componentParameters: [],
  };
  const caller = {
    userId: environment.state.users[0]?.id ?? "",
    activityId: guid(number),
    correlationId: guid(number),
  };
  try {
    const { solutionId } = environment.importSolution(request, caller);
    return { entry, update, roots: rootsOf(environment, solutionId) };
  } catch (error) {
    if (error instanceof PlatformFault) return { entry, update, roots: {}, code: error.code };
    throw error;
  }
}

/** Where the solution was there before, what older versions brought stays: at least as many, else exactly as many. */
function agrees({ entry, roots, update }: Outcome): boolean {
  const types = new Set([...Object.keys(entry.rootComponents), ...Object.keys(roots)]);
  return [...types].every((type) => {
    const [got, wanted] = [roots[type] ?? 0, entry.rootComponents[type] ?? 0];
    return update ? got >= wanted : got === wanted;
  });
}

// Declared either way, so that a run without the packages shows how many tests it left out.
(here ? describe : describe.skip)("the corpus of real packages", () => {
  const entries = here ? (JSON.parse(readFileSync(join(CORPUS, "index.json"), "utf8")) as Entry[]) : [];
  const environment = createEnvironment(emptyState());
  const outcomes: Outcome[] = [];

  beforeAll(() => {
    for (const [index, entry] of entries.entries()) outcomes.push(importOne(environment, entry, index + 1));
    const refused = outcomes.filter((outcome) => outcome.code !== undefined);
    const counts: Record<string, number> = {};
    for (const { code } of refused) if (code !== undefined) counts[code] = (counts[code] ?? 0) + 1;
    const { components, solutions } = environment.state;
    process.stdout.write(
      `corpus: ${String(outcomes.length - refused.length)} of ${String(outcomes.length)} packages imported, ` +
        `${String(solutions.length)} solutions, ${String(components.length)} components; refused: ${JSON.stringify(counts)}\n`,
    );
  }, 300_000);

  it("is imported, or refused with an error of the platform that says why", () => {
    expect(outcomes).toHaveLength(223);
    const codes = new Set(outcomes.map((outcome) => outcome.code));
    expect(codes).not.toContain("0x80040216");
    expect(outcomes.filter((outcome) => outcome.code === undefined).length).toBeGreaterThan(180);
  });

  it("is refused only for the other mode, another publisher, its age or what an installed solution lacks", () => {
    const refused = outcomes.filter(
      (outcome) => outcome.code !== undefined && outcome.code !== "0x80048041" && outcome.code !== "0x80048040",
    );
    for (const outcome of refused) expect(["0x8004801C", "0x80048066", "0x8004801D"]).toContain(outcome.code);
    expect(outcomes.filter((outcome) => outcome.code === "0x80048066").map(({ entry }) => entry.UniqueName)).toEqual([
      "Sample_AdvancedPlugins",
    ]);
  });

  it("has as many roots of each type in the environment as its index counts", () => {
    const wrong = outcomes.filter((outcome) => outcome.code === undefined && !agrees(outcome));
    expect(
      wrong.map(({ entry, roots, update }) => ({ file: entry.file, wanted: entry.rootComponents, roots, update })),
    ).toEqual([]);
  });

  it("has exactly those roots in an environment of its own, where it met others of its name in the shared one", () => {
    const met = outcomes.filter(({ update, code }) => update || (code !== undefined && code !== "0x80048066"));
    const alone = met.map(({ entry }, index) => importOne(createEnvironment(emptyState()), entry, index + 1));
    const wrong = alone.filter((outcome) => outcome.code !== undefined || !agrees(outcome));
    expect(alone.length).toBeGreaterThan(50);
    expect(
      wrong.map(({ entry, roots, code }) => ({ file: entry.file, wanted: entry.rootComponents, roots, code })),
    ).toEqual([]);
  }, 300_000);

  it("leaves one history row and one import job a package", () => {
    expect(environment.state.importJobs).toHaveLength(entries.length);
    expect(environment.state.history).toHaveLength(entries.length);
    expect(environment.state.history.filter((row) => row.result === true)).toHaveLength(
      outcomes.filter((outcome) => outcome.code === undefined).length,
    );
  });

  it("leaves memberships of components and solutions that exist, and every layer of a solution that is installed", () => {
    const { store, state } = environment;
    expect(state.memberships.every((row) => store.component(row.componentId) && store.solution(row.solutionId))).toBe(
      true,
    );
    const names = new Set([...state.solutions.map((solution) => solution.uniqueName)]);
    expect(state.components.every((component) => component.layers.every((layer) => names.has(layer.solution)))).toBe(
      true,
    );
  });

  it("can be uninstalled down to what others hold, each time with an answer of the platform", () => {
    const managed = environment.state.solutions.filter(
      (solution) => solution.managed && solution.uniqueName !== "System",
    );
    const caller = { userId: environment.state.users[0]?.id ?? "", activityId: guid(1), correlationId: guid(1) };
    const codes = new Set<string>();
    for (const solution of [...managed].reverse()) {
      try {
        environment.uninstallSolution(solution.uniqueName, caller);
      } catch (error) {
        if (!(error instanceof PlatformFault)) throw error;
        codes.add(error.code);
      }
    }
    for (const code of codes) expect(["0x8004F01D", "0x8004F020", "0x80040216"]).toContain(code);
    const left = environment.state.solutions.filter((solution) => solution.managed && solution.uniqueName !== "System");
    expect(left.length).toBeLessThan(managed.length / 4);
  }, 120_000);
});
