import fc from "fast-check";
import { roundTripDepth, type RequestSpan } from "./roundTrips";

const span = (start: number, end: number): RequestSpan => ({ start, end });

describe("roundTripDepth", () => {
  it("is zero without requests", () => {
    expect(roundTripDepth([])).toBe(0);
  });

  it("counts requests under way at the same time once", () => {
    expect(roundTripDepth([span(0, 80), span(1, 85), span(2, 90)])).toBe(1);
  });

  it("counts each request of a chain", () => {
    expect(roundTripDepth([span(0, 80), span(81, 160), span(165, 250)])).toBe(3);
  });

  it("counts a request that starts the moment another ends as waiting for it", () => {
    expect(roundTripDepth([span(0, 80), span(80, 160)])).toBe(2);
  });

  it("does not let a long request hide a chain beside it", () => {
    expect(roundTripDepth([span(0, 500), span(0, 80), span(90, 170), span(180, 260)])).toBe(3);
  });

  it("follows the chain that branches off a shared beginning", () => {
    expect(roundTripDepth([span(0, 80), span(85, 400), span(86, 160), span(170, 250)])).toBe(3);
  });

  it("does not depend on the order in which requests are listed", () => {
    expect(roundTripDepth([span(165, 250), span(0, 80), span(81, 160)])).toBe(3);
  });

  it("finds the longest chain there is, whatever the requests", () => {
    const spans = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 })), { maxLength: 9 });
    fc.assert(
      fc.property(spans, (drawn) => {
        const requests = drawn.map(([start, length]) => span(start, start + length));
        expect(roundTripDepth(requests)).toBe(longestChain(requests, -Infinity));
      }),
    );
  });
});

/** The plain definition: try every request that may come next. */
function longestChain(requests: readonly RequestSpan[], from: number): number {
  const next = requests.filter(({ start }) => start >= from);
  return Math.max(0, ...next.map(({ end }) => 1 + longestChain(requests, end)));
}
