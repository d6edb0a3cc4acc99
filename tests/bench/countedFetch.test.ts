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
    expect(traffic()).toEqual({ requests: 3, layerReads: 3, throttled: 0 });
  });

  it("counts answers of service protection", async () => {
    const { fetch, traffic } = answering(429);
    await fetch("https://org.example/api/data/v9.2/solutions", {});
    expect(traffic().throttled).toBe(1);
  });
});
