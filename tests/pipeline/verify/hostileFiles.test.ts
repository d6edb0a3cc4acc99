import { verifyPackage } from "../../../Solutions/pipeline/verify/verifyPackage";
import { noise, soundFiles, zipOf } from "../fakes/soundPackage";

describe("verifyPackage, on files that are no sound zip", () => {
  const CENTRAL_HEADER = [0x50, 0x4b, 0x01, 0x02];

  /** Changes one byte of every central (offset given) and local header. */
  function patchHeaders(bytes: Uint8Array, central: number, local: number, value: number): Uint8Array {
    const copy = bytes.slice();
    for (let index = 0; index + 46 < copy.length; index += 1) {
      const signature = [0, 1, 2, 3].map((offset) => copy[index + offset]);
      if (signature.join() === CENTRAL_HEADER.join()) copy[index + central] = value;
      if (signature.join() === [0x50, 0x4b, 0x03, 0x04].join()) copy[index + local] = value;
    }
    return copy;
  }

  const sound = zipOf(soundFiles());
  const hostile: readonly (readonly [string, Uint8Array, string])[] = [
    ["it is empty", new Uint8Array(), "empty-file"],
    ["it is no zip", new TextEncoder().encode("this is a text, not a zip"), "not-a-zip"],
    ["it is cut off", sound.slice(0, sound.length - 200), "damaged-zip"],
    ["it is encrypted", patchHeaders(sound, 8, 6, 1), "encrypted-zip"],
    ["its compression is unknown", patchHeaders(sound, 10, 8, 12), "unsupported-compression"],
  ];

  it.each(hostile)("says so when %s", (_what, bytes, code) => {
    expect(verifyPackage(bytes).map((finding) => finding.code)).toContain(code);
  });

  it("finds a damaged file that no rule reads", () => {
    const files = { ...soundFiles(), "WebResources/shl_page": noise(2000) };
    const bytes = zipOf(files);
    const at = Buffer.from(bytes).indexOf("WebResources/shl_page") + "WebResources/shl_page".length + 100;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    const damaged = verifyPackage(bytes).filter(({ code }) => code === "damaged-zip");
    expect(damaged.map(({ place }) => place)).toEqual(["WebResources/shl_page"]);
  });
});
