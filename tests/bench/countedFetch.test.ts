import { createCountedFetch } from "./countedFetch";

const answering = (status: number) => createCountedFetch(() => Promise.resolve(new Response("{}", { status })));

describe("createCountedFetch", () => {
  it("counts a batch as one request and each layer read in it", async () => {
    const { fetch, traffic } = answering(200);
    const body =
      "GET /api/data/v9.2/msdyn_componentlayers?a HTTP/1.1\r\n\r\nGET /api/data/v9.2/msdyn_componentlayers?b";
    await fetch("https://org.example/api/data/v9.2/$batch", { method: "POST", body });
    await fetch("https://org.example/api/data/v9.2/msdyn_componentlayers?c", {});
    await fetch("https://org.example/api/data/v9.2/solutions", {});
    expect(traffic()).toEqual({ requests: 3, reads: 4, layerReads: 3, throttled: 0, atOnce: 1 });
  });

  it("counts answers of service protection", async () => {
    const { fetch, traffic } = answering(429);
    await fetch("https://org.example/api/data/v9.2/solutions", {});
    expect(traffic().throttled).toBe(1);
  });

  it("knows how many were under way at once, however they ended", async () => {
    const open: (() => void)[] = [];
    const { fetch, traffic } = createCountedFetch(
      () => new Promise((_resolve, reject) => open.push(() => reject(new Error("lost")))),
    );
    const url = "https://org.example/api/data/v9.2/solutions";
    const first = [fetch(url, {}), fetch(url, {})];
    open.splice(0).forEach((end) => end());
    await Promise.allSettled(first);
    const last = fetch(url, {});
    open.splice(0).forEach((end) => end());
    await Promise.allSettled([last]);
    expect(traffic().atOnce).toBe(2);
  });
});
