import { createTransport } from "../../../SolutionHealth/dataverse/transport";
import type { RollbackComponent } from "../../../SolutionHealth/domain/rollbacks/rollbackFacts";
import { createDependentsStore } from "../../../SolutionHealth/state/dependents/dependentsStore";
import { createFakeClock } from "../../dataverse/fakeClock";
import { API, BASE_URL, createAnsweringServer, failure, rows } from "../../dataverse/fakeServer";
import { guid } from "../bench";

const COLUMN: RollbackComponent = {
  key: `Attribute ${guid(1)}`,
  id: guid(1),
  type: 2,
  typeName: "Attribute",
  name: "con_a",
  displayName: "A",
};

const dependency = (id: string, type: number) => ({
  requiredcomponentobjectid: COLUMN.id,
  requiredcomponenttype: 2,
  dependentcomponentobjectid: id,
  dependentcomponenttype: type,
});

function createBench(dependencies: () => Response) {
  const server = createAnsweringServer(({ url }) => {
    const path = decodeURIComponent(url.slice(API.length));
    if (path.startsWith("RetrieveDependenciesForDelete")) return dependencies();
    if (path.startsWith("msdyn_solutioncomponentsummaries")) {
      return rows([
        { msdyn_objectid: guid(2), msdyn_componenttype: 26, msdyn_name: "Active", msdyn_displayname: "Active" },
      ]);
    }
    if (path.startsWith("solutioncomponentdefinitions")) {
      return rows([{ solutioncomponenttype: 10_050, name: "customapi", primaryentityname: "customapi" }]);
    }
    return failure(404, "0x80060888", path);
  });
  const clock = createFakeClock();
  const transport = createTransport({ baseUrl: BASE_URL, fetch: server.fetch, clock });
  return { store: createDependentsStore(transport, clock), clock };
}

describe("createDependentsStore", () => {
  it("reads what needs a component, each once, by name where one is known", async () => {
    const { store, clock } = createBench(() =>
      rows([dependency(guid(2), 26), dependency(guid(2), 26), dependency(guid(3), 10_050)]),
    );
    store.read(COLUMN);
    expect(store.getState().get(COLUMN.key)).toEqual({ status: "loading" });
    await clock.pass(0);
    expect(store.getState().get(COLUMN.key)).toMatchObject({
      status: "ready",
      value: [
        { key: `SavedQuery ${guid(2)}`, displayName: "Active" },
        { key: `customapi ${guid(3)}`, displayName: guid(3) },
      ],
    });
  });

  it("says why it could not be read, and keeps what was known", async () => {
    let answer = (): Response => rows([dependency(guid(2), 26)]);
    const { store, clock } = createBench(() => answer());
    store.read(COLUMN);
    await clock.pass(0);
    answer = () => failure(403, "0x80040220", "no");
    store.read(COLUMN);
    await clock.pass(0);
    expect(store.getState().get(COLUMN.key)).toMatchObject({
      status: "failed",
      failure: { kind: "forbidden" },
      previous: [{ id: guid(2) }],
    });
  });
});
