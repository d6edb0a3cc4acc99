import type { SolutionOperation } from "../model/operation";

export type OperationKind = "import" | "uninstall" | "other";

/** Documented option values (fact sheet §5.1); other sources number them differently, so words come first. */
const CODES: Readonly<Record<number, OperationKind>> = { 0: "import", 1: "uninstall" };

/** "Uninstall", "Deinstallieren", "Désinstaller", "Desinstalar", "Disinstalla": the word of the languages at hand. */
const UNINSTALL = /\b(un|d[eé]s?|dis)instal/i;
const IMPORT = /\bimport/i;

/**
 * What an operation of the history does. The server's words decide, since the codes conflict; the code only where the
 * words are of a language that is not known here.
 */
export function operationKind({ operation, operationCode }: SolutionOperation): OperationKind {
  if (UNINSTALL.test(operation)) return "uninstall";
  if (IMPORT.test(operation)) return "import";
  // Without words the documented name stands in their place, so a word that is none of these says something else.
  return /^[\x20-\x7e]+$/.test(operation) ? "other" : (CODES[operationCode ?? -1] ?? "other");
}
