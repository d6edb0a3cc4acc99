import * as fc from "fast-check";
import { createHash } from "node:crypto";
import { decodeBase64 } from "../../SolutionHealth/domain/decodeBase64";
import { Sha256, sha256, sha256OfText, utf8Bytes } from "../../SolutionHealth/domain/sha256";
import { utf8Text } from "../../SolutionHealth/domain/utf8Text";

const bytes = fc.uint8Array({ maxLength: 300 });

describe("sha256", () => {
  it("is what the standard says", () => {
    expect(sha256OfText("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(sha256OfText("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("is what another implementation says, for any bytes", () => {
    fc.assert(fc.property(bytes, (some) => expect(sha256(some)).toBe(createHash("sha256").update(some).digest("hex"))));
  });
});

describe("Sha256", () => {
  it("does not depend on how the bytes are cut into pieces", () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 5 }), (pieces) => {
        const hash = new Sha256();
        for (const piece of pieces) hash.update(piece);
        expect(hash.hex()).toBe(createHash("sha256").update(Buffer.concat(pieces)).digest("hex"));
      }),
    );
  });
});

describe("utf8Bytes and utf8Text", () => {
  it("agree with another implementation, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(Buffer.from(utf8Bytes(text)).equals(Buffer.from(text, "utf8"))).toBe(true);
      }),
    );
  });

  it("read back what is text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(utf8Text(utf8Bytes(text))).toBe(text.replace(/^\uFEFF/, ""));
      }),
    );
  });

  it.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]],
    ["a character cut off", [0x61, 0xe2, 0x82]],
    ["a character written too long", [0xc0, 0xaf]],
    ["half a surrogate pair", [0xed, 0xa0, 0x80]],
    ["a zero byte", [0x61, 0x00]],
  ])("does not take %s for text", (_what, some) => {
    expect(utf8Text(Uint8Array.from(some))).toBeUndefined();
  });
});

describe("decodeBase64", () => {
  it("reads what another implementation writes, lines broken or not", () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const text = Buffer.from(some).toString("base64");
        expect(decodeBase64(text)).toEqual(some);
        expect(decodeBase64(text.replace(/.{10}/g, "$&\r\n"))).toEqual(some);
      }),
    );
  });

  it.each(["a", "ab=c", "äöü=", "<form/>"])("does not take %p for base64", (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });
});
