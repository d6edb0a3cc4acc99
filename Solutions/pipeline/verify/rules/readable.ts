import type { PackageError, PackageErrorCode } from "../../../../SolutionHealth/package/errors";
import type { Finding } from "../finding";
import { finding, type Rule } from "../rule";

/** Finding and advice for each way in which a package can be unreadable. */
const REFUSALS: Readonly<Record<PackageErrorCode, { readonly code: string; readonly whatToDo: string }>> = {
  empty: { code: "empty-file", whatToDo: "Pack or download the package again." },
  unreadable: { code: "unreadable-file", whatToDo: "See that the file is still there and that nobody holds it open." },
  notZip: { code: "not-a-zip", whatToDo: "Give the .zip that the packer or the export wrote." },
  damagedZip: { code: "damaged-zip", whatToDo: "Pack or download the package again: it was cut off or changed." },
  unsafePath: { code: "unsafe-path", whatToDo: "Do not unpack or import this file; ask whoever gave it to you." },
  tooLarge: { code: "zip-bomb", whatToDo: "Do not unpack or import this file; ask whoever gave it to you." },
  duplicateEntry: { code: "duplicate-entry", whatToDo: "Pack again with a packer that writes each file once." },
  missingEntry: {
    code: "missing-entry",
    whatToDo: "solution.xml, customizations.xml and [Content_Types].xml must lie at the root of the zip.",
  },
  brokenXml: { code: "broken-xml", whatToDo: "Mend the XML at this place, or export the solution again." },
  forbiddenXml: { code: "forbidden-xml", whatToDo: "Remove the DOCTYPE: no exporter writes one, and it can do harm." },
  notSolution: { code: "not-a-solution", whatToDo: "Give the zip of a solution, not another kind of package." },
  encrypted: { code: "encrypted-zip", whatToDo: "Pack without a password." },
  unsupportedCompression: { code: "unsupported-compression", whatToDo: "Pack with the deflate method." },
};

/** The package can be read at all, and every file in it. */
export const readable: Rule = ({ faults }) => faults.map(describeFault);

/** The finding for a fault that reading ended in. */
export function describeFault(fault: PackageError): Finding {
  const kind = { ...REFUSALS[fault.code], severity: "error" } as const;
  return finding(kind, fault.place?.replace(/^\//, "") ?? "package", `${fault.message.replace(/\.$/, "")}.`);
}
