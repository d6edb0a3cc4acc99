import type { ComponentList, Resource } from "../../SolutionHealth/state/model";
import { settle } from "../dataverse/fakeClock";
import { failure, rows } from "../dataverse/fakeServer";
import { type Bench, SOLUTION_ID, createBench, guid } from "./bench";

const ROOTS = "$filter=(msdyn_solutionid";
const below = (table: string): string => `msdyn_primaryentityname eq '${table}'`;
const table = (number: number) => ({ msdyn_objectid: guid(number), msdyn_componenttype: 1, msdyn_name: `t${number}` });
const view = (number: number) => ({
  msdyn_objectid: guid(100 + number),
  msdyn_componenttype: 26,
  msdyn_name: `v${number}`,
});
const listOf = ({ store }: Bench): Resource<ComponentList> | undefined => store.getState().components.get(SOLUTION_ID);

function shownOf(bench: Bench): ComponentList | undefined {
  const list = listOf(bench);
  if (list?.status === "ready") return list.value;
  return list?.status === "loading" || list?.status === "failed" ? list.previous : undefined;
}

/** Starts reading a solution with so many tables, to the point where its tables are asked for. */
async function startReading(tables: number): Promise<Bench> {
  const bench = createBench();
  bench.store.loadComponents(SOLUTION_ID);
  await bench.answer("countsummaries", () => rows([{ msdyn_componenttype: 1, msdyn_total: tables }]));
  await bench.answer("solutioncomponentdefinitions", () => rows([{ solutioncomponenttype: 10_001, name: "bot" }]));
  await bench.answer(ROOTS, () => rows(Array.from({ length: tables }, (_, index) => table(index + 1))));
  return bench;
}

describe("the components of a solution", () => {
  it("are its roots and what hangs below each of its tables, each once", async () => {
    const bench = await startReading(2);
    await bench.answer(below("t1"), () => rows([view(1)]));
    await bench.answer(below("t2"), () => rows([view(1), view(2)]));
    const list = listOf(bench);
    expect(list).toMatchObject({ status: "ready", value: { complete: true, unread: [] } });
    expect(shownOf(bench)?.components.map(({ name }) => name)).toEqual(["t1", "t2", "v1", "v2"]);
    expect(shownOf(bench)?.totals).toEqual(new Map([[1, 2]]));
    expect(bench.store.getState().typeNames).toMatchObject({ status: "ready", value: new Map([[10_001, "bot"]]) });
  });

  it("appear as they come in, with the tables read so far", async () => {
    const bench = await startReading(2);
    expect(listOf(bench)).toMatchObject({ status: "loading", progress: { stage: "tables", done: 0, total: 2 } });
    await bench.answer(below("t2"), () => rows([view(2)]));
    expect(listOf(bench)).toMatchObject({ status: "loading", progress: { stage: "tables", done: 1, total: 2 } });
    expect(shownOf(bench)).toMatchObject({
      complete: false,
      components: [{ name: "t1" }, { name: "t2" }, { name: "v2" }],
    });
  });

  it("are asked for four tables at a time", async () => {
    const bench = await startReading(9);
    expect(bench.open("msdyn_primaryentityname eq")).toHaveLength(4);
    await bench.answer(below("t3"), () => rows([]));
    expect(bench.open("msdyn_primaryentityname eq")).toHaveLength(4);
    await bench.answerAll();
    expect(bench.asked().filter((path) => path.includes("msdyn_primaryentityname eq"))).toHaveLength(9);
  });

  it("are said to be partial, with the reason, when a table cannot be read", async () => {
    const bench = await startReading(2);
    await bench.answer(below("t1"), () => failure(500, "0x80040216", "plug-in"));
    await bench.answer(below("t2"), () => rows([view(2)]));
    expect(listOf(bench)).toMatchObject({
      status: "ready",
      value: { complete: false, unread: [{ table: "t1", failure: { kind: "server", serverText: "plug-in" } }] },
    });
    expect(shownOf(bench)?.components).toHaveLength(3);
  });

  it("stay as far as they were read when reading is cancelled, with every other table unread", async () => {
    const bench = await startReading(6);
    await bench.answer(below("t1"), () => rows([view(1)]));
    bench.store.cancelComponents(SOLUTION_ID);
    await settle();
    expect(bench.open()).toHaveLength(0);
    const list = listOf(bench);
    expect(list).toMatchObject({ status: "ready", value: { complete: false } });
    expect(shownOf(bench)?.components).toHaveLength(7);
    expect(
      shownOf(bench)
        ?.unread.map(({ table: name, failure: { kind } }) => `${name} ${kind}`)
        .sort(),
    ).toEqual(["t2", "t3", "t4", "t5", "t6"].map((name) => `${name} cancelled`));
  });

  it("have failed when reading is cancelled before anything came", async () => {
    const bench = createBench();
    bench.store.loadComponents(SOLUTION_ID);
    await settle();
    bench.store.cancelComponents(SOLUTION_ID);
    await settle();
    expect(listOf(bench)).toMatchObject({ status: "failed", failure: { kind: "cancelled", retryable: true } });
  });

  it("have failed when the roots cannot be read", async () => {
    const bench = createBench();
    bench.store.loadComponents(SOLUTION_ID);
    await bench.answer(ROOTS, () => failure(403, "0x80040220"));
    await bench.answerAll();
    expect(listOf(bench)).toMatchObject({ status: "failed", failure: { kind: "forbidden" } });
  });

  it("come without totals when only these cannot be read", async () => {
    const bench = createBench();
    bench.store.loadComponents(SOLUTION_ID);
    await bench.answer("countsummaries", () => failure(400, ""));
    await bench.answerAll();
    expect(listOf(bench)).toMatchObject({ status: "ready", value: { complete: true } });
    expect(shownOf(bench)).not.toHaveProperty("totals");
  });

  it("stay complete on the screen while they are read again", async () => {
    const bench = await startReading(1);
    await bench.answer(below("t1"), () => rows([view(1)]));
    bench.store.loadComponents(SOLUTION_ID);
    await bench.answer("countsummaries", () => rows([]));
    await bench.answer(ROOTS, () => rows([table(1)]));
    expect(listOf(bench)).toMatchObject({ status: "loading", previous: { complete: true } });
    expect(shownOf(bench)?.components).toHaveLength(2);
  });

  it("are dropped when the solution has another version after a refresh, and only then", async () => {
    const bench = createBench();
    const refresh = async (version: string): Promise<void> => {
      bench.store.refresh();
      await bench.answer("solutions?", () => rows([{ solutionid: SOLUTION_ID, uniquename: "S", version }]));
      await bench.answerAll();
    };
    await refresh("1.0");
    bench.store.loadComponents(SOLUTION_ID);
    await bench.answerAll();
    await refresh("1.0");
    expect(listOf(bench)?.status).toBe("ready");
    await refresh("1.1");
    expect(listOf(bench)).toBeUndefined();
  });

  it("bring the names of types once, and again only after these failed", async () => {
    const bench = createBench();
    const load = async (): Promise<number> => {
      bench.store.loadComponents(SOLUTION_ID);
      await bench.answerAll();
      return bench.asked().filter((path) => path.startsWith("solutioncomponentdefinitions")).length;
    };
    bench.store.loadComponents(SOLUTION_ID);
    await bench.answer("solutioncomponentdefinitions", () => failure(400, ""));
    await bench.answerAll();
    expect(await load()).toBe(2);
    expect(await load()).toBe(2);
  });
});
