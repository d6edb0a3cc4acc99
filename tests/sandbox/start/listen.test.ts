import { listenNear } from "../../../sandbox/start/listen";

const taken = (...ports: number[]) => ({
  listen: (port: number) =>
    ports.includes(port)
      ? Promise.reject(Object.assign(new Error("taken"), { code: "EADDRINUSE" }))
      : Promise.resolve(port),
});

describe("listenNear", () => {
  it("takes the port that was asked for", async () => {
    await expect(listenNear(taken(), 8181)).resolves.toBe(8181);
  });

  it("takes the next free port when it is taken", async () => {
    await expect(listenNear(taken(8181, 8182), 8181)).resolves.toBe(8183);
  });

  it("says what to do when no port near it is free", async () => {
    const everything = Array.from({ length: 100 }, (_, index) => 8181 + index);
    await expect(listenNear(taken(...everything), 8181)).rejects.toThrow("give another with --port");
  });

  it("does not look further when something else is wrong", async () => {
    const broken = { listen: () => Promise.reject(new Error("no network")) };
    await expect(listenNear(broken, 8181)).rejects.toThrow("no network");
  });
});
