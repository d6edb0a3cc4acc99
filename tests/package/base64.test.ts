import { encodeBase64, encodeFile } from "../../SolutionHealth/package/base64";

const bytes = (length: number): Uint8Array => new Uint8Array(length).map((_, index) => (index * 7_919) >> 3);
const inNode = (some: Uint8Array): string => Buffer.from(some).toString("base64");

/** Lengths around the ends of what is encoded at once, and of what is read at once. */
const LENGTHS = [0, 1, 2, 3, 24_575, 24_576, 24_577, 196_607, 196_608, 196_609, 2_000_000];

describe("base64", () => {
  it.each(LENGTHS)("of %d bytes is what everybody writes", (length) => {
    expect(encodeBase64(bytes(length)) === inNode(bytes(length))).toBe(true);
  });

  it.each(LENGTHS)("of a file of %d bytes is the same, in pieces", async (length) => {
    const text = await encodeFile(new File([Buffer.from(bytes(length))], "some.zip"));
    expect((await text.text()) === inNode(bytes(length))).toBe(true);
  });

  it("of a file is given up when nobody wants it any more", async () => {
    const gone = AbortSignal.abort(new Error("left"));
    await expect(encodeFile(new File([Buffer.from(bytes(100))], "some.zip"), gone)).rejects.toThrow("left");
  });

  it("of a file that has become shorter is none", async () => {
    const file = new File([Buffer.from(bytes(100))], "some.zip");
    const shorter = { name: file.name, size: 200, slice: (from: number, to: number) => file.slice(from, to) };
    await expect(encodeFile(shorter)).rejects.toThrow("some.zip has become shorter.");
  });
});
