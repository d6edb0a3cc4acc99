/** What to do about the platform's own errors, by code (fact sheet §6.8). Lower case. */
const ADVICE_BY_CODE: Readonly<Record<string, string>> = {
  "0x80071151":
    "Another solution operation is running. Wait until it has ended (solution history shows it), then run this again.",
  "0x8004f01d":
    "Other components need this solution. Remove what uses it first; the app shows what blocks the uninstall.",
  "0x8004f01f": "A component is still in use. Remove what refers to it in this environment, then run this again.",
  "0x8004f020": "Another solution needs a part of this one. Uninstall that solution first.",
  "0x8004f005": "This solution belongs to the platform and cannot be deleted.",
  "0x8004f007": "This solution is restricted and cannot be imported.",
  "0x8004f016": "A component exists here unmanaged. Delete it here, or import the package unmanaged.",
  "0x8004f01e": "Mend the version in solution.xml: two to four numbers between points.",
  "0x8004f031": "A managed property was set by another publisher. Pack with the publisher that owns the component.",
  "0x80048541": "Raise the version of the package above the installed one and pack again.",
  "0x80048540": "Install the base solution of this patch first, in the version it was made for.",
  "0x80061771": "A patch of this or a higher version is installed. Give the patch a higher version.",
  "0x8004853b": "There is no staged upgrade. Import the package with --as stage first.",
  "0x80048040":
    "The solution is installed unmanaged here, the package is managed. Use the unmanaged package, or another environment.",
  "0x80048041": "The solution is installed managed here, the package is unmanaged. Use the managed package.",
  "0x8004801c": "The publisher of the package is not the one that the installed solution has.",
  "0x8004801d": "Install what the package needs first; its solution.xml lists it under MissingDependencies.",
  "0x80048034": "Install the solutions named in the message first.",
  "0x80048060": "The file is not a solution package. Run verify on it.",
  "0x80048068":
    "The package was made for a newer environment. Import it into one of that version, or export it from an older one.",
  "0x8004802c": "The XML of the package is broken. Run verify on it.",
  "0x8004803a": "A component is described but not listed in solution.xml. Run verify on it.",
  "0x80160000": "The control was refused: check its platform libraries and its manifest, and build it again.",
  "0x80040220": "Your user lacks a privilege; a system administrator has it. The message names it.",
  "0x80040216":
    "An unexpected error of the server, often a passing one. Look at the solution history before trying again.",
};

const BY_TEXT: readonly (readonly [RegExp, string])[] = [
  [
    /other managed layers over the base layer/i,
    "Other solutions build on components of this one. Uninstall those solutions first.",
  ],
  [
    /both be managed for upgrade/i,
    "Only a managed package can upgrade a managed solution. Use --as update, or the managed package.",
  ],
];

const GENERAL = "Look at the solution history of the environment; with --json this prints the code to search for.";

/** What a person can do about an error of the platform. */
export function adviceFor(code: string | undefined, text: string | undefined): string {
  const byText = BY_TEXT.find(([pattern]) => pattern.test(text ?? ""))?.[1];
  return byText ?? ADVICE_BY_CODE[code?.toLowerCase() ?? ""] ?? GENERAL;
}
