import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packFiles } from "../../../Solutions/pipeline/layout/pack";
import { SourceFiles } from "../../../Solutions/pipeline/layout/sourceFiles";
import { unpackFiles } from "../../../Solutions/pipeline/layout/unpack";
import { differences } from "./equivalence";

const CORPUS = join(__dirname, "../../../../shared/corpus/zips");
const zips = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => name.endsWith(".zip")) : [];

/** What is refused, and why: kinds that the layout does not know here, and entries that no component refers to. */
const REFUSED: readonly (readonly [name: string, code: string])[] = [
  ["Charts4PowerApps__1.0.0.1__unmanaged__dd523309.zip", "unknownEntry"],
  ["IconOptionSetPCF__1.0.5.1__managed__380fdb4b.zip", "unknownEntry"],
  ["NonprofitCore__2.2.3.0__managed__6ceeab7f.zip", "unsupportedKind"],
  ["UnifiedResourceScheduling_UpgradeScripts__1.0.0.0__managed__c371634e.zip", "unsupportedKind"],
];
const refused = new Set(REFUSED.map(([name]) => name));
const supported = zips.filter((name) => !refused.has(name));

const read = (name: string): Uint8Array => readFileSync(join(CORPUS, name));

const describeCorpus = zips.length > 0 ? describe : describe.skip;

describeCorpus(`real packages (${String(zips.length)})`, () => {
  it.each(supported.length > 0 ? supported : ["none"])("%s comes back equivalent", (name) => {
    const zip = read(name);
    const packed = packFiles(new SourceFiles(unpackFiles(zip)), { managed: name.includes("__managed__") });
    // Exports call XML bytes in [Content_Types].xml; packers call it XML. Nobody reads it.
    expect(differences(zip, packed).filter((found) => !found.startsWith("[Content_Types].xml"))).toEqual([]);
  });

  it.each(REFUSED)("%s is refused: %s", (name, code) => {
    expect(() => unpackFiles(read(name))).toThrow(expect.objectContaining({ code }) as Error);
  });
});
