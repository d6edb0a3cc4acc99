import { createProgress } from "../../../Solutions/pipeline/outside/progress";
import { fakeOutside } from "../fakes/fakeOutside";

describe("createProgress", () => {
  it("draws a bar in place on a terminal, and takes it away at the end", () => {
    const outside = fakeOutside({ terminal: true });
    const progress = createProgress(outside);
    progress.report(50, "Importing");
    progress.close();
    expect(outside.drawn[0]).toBe(`\r\u001b[2K[${"#".repeat(15)}${"-".repeat(15)}]  50 % Importing`);
    expect(outside.drawn[1]).toBe("\r\u001b[2K");
    expect(outside.messages).toEqual([]);
  });

  it("prints plain lines elsewhere, one for each ten percent", () => {
    const outside = fakeOutside();
    const progress = createProgress(outside);
    [undefined, 0, 3, 9, 12, 14, 100, 140].forEach((percent) => progress.report(percent, "Importing"));
    progress.close();
    expect(outside.messages).toEqual(["Importing", "Importing: 0 %", "Importing: 10 %", "Importing: 100 %"]);
    expect(outside.drawn).toEqual([]);
  });

  it("has nothing to take away when nothing was drawn", () => {
    const outside = fakeOutside({ terminal: true });
    createProgress(outside).close();
    expect(outside.drawn).toEqual([]);
  });
});
