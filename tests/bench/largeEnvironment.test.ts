import { largeEnvironment } from "./largeEnvironment";
import { createEnvironment } from "../../sandbox/engine/createEnvironment";
import { createServer } from "../../sandbox/server/server";
import { defaultHabits, type UnconfirmedHabits } from "../../sandbox/server/options";

const sizes = { solutions: 4, components: 300, tables: 5, realOverrides: 10, stateOnly: 2, phantoms: 12 };
const large = largeEnvironment(sizes);
const FLAGGED = "msdyn_ismanaged eq 'true' and msdyn_hasactivecustomization eq 'true'";

async function flagged(habits: Partial<UnconfirmedHabits>, filter = FLAGGED): Promise<[number, string[]]> {
  const server = createServer({
    environment: createEnvironment(largeEnvironment(sizes).state),
    options: { habits: { ...defaultHabits, ...habits } },
  });
  const port = await server.listen(0);
  try {
    const path = `msdyn_solutioncomponentsummaries?$select=msdyn_objectid&$filter=${encodeURIComponent(filter)}`;
    const response = await fetch(`http://127.0.0.1:${String(port)}/api/data/v9.2/${path}`);
    const body = (await response.json()) as { value?: { msdyn_objectid: string }[] };
    return [response.status, (body.value ?? []).map((row) => row.msdyn_objectid).sort()];
  } finally {
    await server.close();
  }
}

describe("flag query over the whole environment", () => {
  it("answers every component with an Active layer, phantoms too", async () => {
    const all = [...large.realOverrides, ...large.stateOnly, ...large.phantoms].sort();
    expect(await flagged({})).toEqual([200, all]);
  });

  it("leaves phantoms out when switched so", async () => {
    const real = [...large.realOverrides, ...large.stateOnly].sort();
    expect(await flagged({ phantomLayersAreFlagged: false })).toEqual([200, real]);
  });

  it("answers the same when values travel as text", async () => {
    expect(await flagged({ summaryValues: "text" })).toEqual(await flagged({}));
  });

  it("misses some when switched so, but not within one solution", async () => {
    const [, all] = await flagged({});
    const [, some] = await flagged({ environmentFlagQuery: "incomplete" });
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    const solution = large.state.solutions.find(({ uniqueName }) => uniqueName === "Large00")?.id ?? "";
    const within = `msdyn_solutionid eq ${solution} and ${FLAGGED}`;
    expect(await flagged({ environmentFlagQuery: "incomplete" }, within)).toEqual(await flagged({}, within));
  });

  it("is refused with 400 when switched so", async () => {
    expect((await flagged({ environmentFlagQuery: "refused" }))[0]).toBe(400);
  });
});

describe("largeEnvironment", () => {
  it("holds what was asked for and is the same each time", () => {
    expect(large.state.components).toHaveLength(sizes.components);
    expect(large.state.components.filter(({ type }) => type === 1)).toHaveLength(sizes.tables);
    expect([large.realOverrides, large.stateOnly, large.phantoms].map((list) => list.length)).toEqual([10, 2, 12]);
    expect(largeEnvironment(sizes)).toEqual(large);
  });
});
