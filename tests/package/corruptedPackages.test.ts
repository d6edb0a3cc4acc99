import fc from "fast-check";
import { PackageError } from "../../SolutionHealth/package/errors";
import { readPackage } from "../../SolutionHealth/package/readPackage";
import { solutionXml, solutionZip } from "./solutionZip";

const ZIP = solutionZip({
  "solution.xml": solutionXml({ roots: '<RootComponent type="1" schemaName="con_order" behavior="0" />' }),
  "customizations.xml":
    '<ImportExportXml><Entities><Entity><Name LocalizedName="Order">con_Order</Name><EntityInfo><entity Name="con_Order">' +
    '<attributes><attribute PhysicalName="con_Name"><Type>nvarchar</Type><LogicalName>con_name</LogicalName></attribute>' +
    "</attributes></entity></EntityInfo></Entity></Entities></ImportExportXml>",
  "Workflows/flow.json": '{"properties":{}}',
});

/** Reads, and every lazily read property too. Anything but a package or a PackageError is a fault of the reader. */
function outcome(bytes: Uint8Array): "read" | "refused" {
  try {
    const read = readPackage(bytes);
    JSON.stringify(read);
    return "read";
  } catch (error) {
    if (error instanceof PackageError) return "refused";
    throw error;
  }
}

const byte = fc.integer({ min: 0, max: 255 });
const place = fc.integer({ min: 0, max: ZIP.length - 1 });

describe("readPackage on corrupted packages", () => {
  it("reads the package the corruptions start from", () => {
    expect(outcome(ZIP)).toBe("read");
  });

  it("either reads or refuses when any bytes differ", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, byte), { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = ZIP.slice();
        for (const [offset, value] of changes) bytes[offset] = value;
        outcome(bytes);
      }),
      { numRuns: 2_000 },
    );
  });

  it("refuses whenever the end is cut off", () => {
    fc.assert(
      fc.property(place, (length) => {
        expect(outcome(ZIP.subarray(0, length))).toBe("refused");
      }),
    );
  });

  it("either reads or refuses when the XML is cut, doubled or reordered anywhere", () => {
    const xml = solutionXml({ roots: '<RootComponent type="61" schemaName="con_x" />' });
    const cut = fc.integer({ min: 0, max: xml.length });
    fc.assert(
      fc.property(cut, cut, (from, to) => {
        outcome(solutionZip({ "solution.xml": xml.slice(0, from) + xml.slice(to) }));
      }),
      { numRuns: 500 },
    );
  });
});
