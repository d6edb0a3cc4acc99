import type { Place } from "../../SolutionHealth/views/host";
import { createPlacePort } from "../../SolutionHealth/views/placePort";
import type { AddressBar } from "../../SolutionHealth/views/placePort";

const ID = "11111111-2222-3333-4444-555555555555";
const OTHER = "00000000-0000-4000-8000-000000000002";

function fakeBar(hash = "") {
  const location = { hash };
  const listeners = new Set<() => void>();
  const write = (_state: unknown, _title: string, address?: string | URL | null): void => {
    location.hash = String(address ?? "");
  };
  const bar = {
    location,
    history: { state: { host: 1 }, pushState: jest.fn(write), replaceState: jest.fn(write) },
    addEventListener: (_type: string, listener: () => void) => void listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => void listeners.delete(listener),
    goTo(address: string) {
      location.hash = address;
      listeners.forEach((listener) => listener());
    },
    listeners,
  };
  return bar satisfies AddressBar;
}

describe("createPlacePort", () => {
  it("reads back what it wrote", () => {
    const bar = fakeBar();
    const place: Place = { page: "solutions", solution: ID, panelTab: "history" };
    createPlacePort(bar).write(place);
    expect(createPlacePort(bar).read()).toEqual(place);
  });

  it("reads back an opened operation, and nothing from what is no row", () => {
    const bar = fakeBar();
    const place: Place = { page: "history", operation: ID };
    createPlacePort(bar).write(place);
    expect(bar.location.hash).toBe(`#sh=history@${ID}`);
    expect(createPlacePort(bar).read()).toEqual(place);
    expect(createPlacePort(fakeBar("#sh=history@nothing")).read()).toEqual({ page: "history" });
  });

  it("reads back which solution a list is narrowed to, and nothing that is no name", () => {
    const bar = fakeBar();
    const place: Place = { page: "overrides", about: "ContosoSales" };
    createPlacePort(bar).write(place);
    expect(bar.location.hash).toBe("#sh=overrides*ContosoSales");
    expect(createPlacePort(bar).read()).toEqual(place);
    expect(createPlacePort(fakeBar("#sh=overrides*a b")).read()).toEqual({ page: "overrides" });
  });

  it("reads back which package is being imported, whatever its file is called, and nothing that is no checksum", () => {
    const sha256 = "ab".repeat(32);
    for (const fileName of ["Sales 1.2.zip", "a~b!c*d(e)'f/g^h&i=j@k.zip", "Größe 100%.zip", ""]) {
      const bar = fakeBar("#theirs=1");
      const place: Place = { page: "release", imported: { sha256, way: "stagedUpgrade", fileName } };
      createPlacePort(bar).write(place);
      expect(createPlacePort(bar).read()).toEqual(place);
      expect(bar.location.hash.startsWith("#theirs=1&sh=release^stagedUpgrade.")).toBe(true);
    }
    for (const entry of ["upgrade", `upgrade.${sha256.slice(1)}.a`, `sideways.${sha256}.a`, `upgrade.${sha256}.%`]) {
      expect(createPlacePort(fakeBar(`#sh=release^${entry}`)).read()).toEqual({ page: "release" });
    }
  });

  it("keeps no more of a file's name than is needed to know it again", () => {
    const bar = fakeBar();
    const imported = { sha256: "ab".repeat(32), way: "update" as const, fileName: `${"x".repeat(99)}😀.zip` };
    createPlacePort(bar).write({ page: "release", imported });
    expect(createPlacePort(bar).read().imported?.fileName).toBe("x".repeat(99));
  });

  it("keeps what the host has in the hash, and its history state", () => {
    const bar = fakeBar("#theirs=1&more");
    createPlacePort(bar).write({ page: "solutions" });
    expect(bar.location.hash).toBe("#theirs=1&more&sh=solutions");
    expect(bar.history.pushState).toHaveBeenCalledWith({ host: 1 }, "", expect.anything());
  });

  it("makes a step for the back button when another solution is opened, none for another tab", () => {
    const bar = fakeBar();
    const port = createPlacePort(bar);
    port.write({ page: "solutions", solution: ID, panelTab: "overview" });
    port.write({ page: "solutions", solution: ID, panelTab: "history" });
    expect(bar.history.pushState).toHaveBeenCalledTimes(1);
    expect(bar.history.replaceState).toHaveBeenCalledTimes(1);
  });

  it.each(["#sh=", "#sh=../../evil", "#sh=%3Cscript%3E", "#other=1"])("is at home for %s", (hash) => {
    expect(createPlacePort(fakeBar(hash)).read()).toEqual({ page: "health" });
  });

  it.each<Place>([
    { page: "overrides", component: { typeName: "SystemForm", id: ID } },
    { page: "solutions", solution: ID, panelTab: "components", component: { typeName: "SavedQuery", id: ID } },
  ])("keeps the component whose layers are open: %j", (place) => {
    const bar = fakeBar();
    createPlacePort(bar).write(place);
    expect(createPlacePort(bar).read()).toEqual(place);
  });

  it.each(["#sh=overrides~SystemForm/abc", "#sh=overrides~<b>/" + ID, "#sh=overrides~SystemForm"])(
    "drops a component that is none in %s",
    (hash) => {
      expect(createPlacePort(fakeBar(hash)).read()).toEqual({ page: "overrides" });
    },
  );

  it.each<Place>([
    { page: "solutions", rollback: [ID, OTHER] },
    { page: "solutions", rollback: [ID], component: { typeName: "SystemForm", id: OTHER } },
  ])("keeps the solutions whose uninstall is previewed: %j", (place) => {
    const bar = fakeBar();
    createPlacePort(bar).write(place);
    expect(createPlacePort(bar).read()).toEqual(place);
  });

  it("drops the choice as a whole where one of it is no id", () => {
    expect(createPlacePort(fakeBar(`#sh=solutions!${ID},abc`)).read()).toEqual({ page: "solutions" });
  });

  it("drops a solution that is not an id", () => {
    expect(createPlacePort(fakeBar("#sh=solutions/abc/history")).read()).toEqual({ page: "solutions" });
  });

  it("tells of the back button until told to stop", () => {
    const bar = fakeBar();
    const listener = jest.fn();
    const stop = createPlacePort(bar).onChange(listener);
    bar.goTo(`#sh=solutions/${ID}`);
    expect(listener).toHaveBeenCalledWith({ page: "solutions", solution: ID });
    stop();
    expect(bar.listeners.size).toBe(0);
  });

  it("remembers the place by itself where the host refuses", () => {
    const bar = fakeBar();
    bar.history.pushState.mockImplementation(() => {
      throw new Error("refused");
    });
    const port = createPlacePort(bar);
    port.write({ page: "solutions", solution: ID });
    expect(port.read()).toEqual({ page: "solutions", solution: ID });
  });
});
