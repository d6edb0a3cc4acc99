import { sameButCalls } from "../../SolutionHealth/views/product";
import { appState, ready } from "./fakes";

const call = { id: 1, method: "GET", path: "/api/data/v9.2/solutions", startedAt: new Date(0), retries: 0 };

describe("whether nothing but the list of calls has changed", () => {
  const before = appState();

  it("is true of a call more", () => {
    expect(sameButCalls(before, { ...before, calls: [call] })).toBe(true);
  });

  it("is false of anything else, with a call or without", () => {
    expect(sameButCalls(before, { ...before, solutions: ready([]) })).toBe(false);
    expect(sameButCalls(before, { ...before, solutions: ready([]), calls: [call] })).toBe(false);
  });

  it("is false where something comes that was not there, and where it goes", () => {
    const waiting = { ...before, throttledFor: 5 };
    expect(sameButCalls(before, waiting)).toBe(false);
    expect(sameButCalls(waiting, before)).toBe(false);
  });
});
