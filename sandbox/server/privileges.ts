const ACTIONS = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign", "Share"];

const MISCELLANEOUS = new Set([
  "prvImportCustomization",
  "prvExportCustomization",
  "prvPublishCustomization",
  "prvPublishCustomizations",
  "prvRestoreSqlEncryptionKey",
  "prvBulkDelete",
  "prvActOnBehalfOfAnotherUser",
]);

const PRIVILEGE = new RegExp(`^prv(?:${[...ACTIONS].sort((a, b) => b.length - a.length).join("|")})[A-Za-z]\\w*$`);

/** Names that an environment knows: one of the eight rights on some table, or one of the others (fact sheet §12). */
export function isKnownPrivilege(name: string): boolean {
  return MISCELLANEOUS.has(name) || PRIVILEGE.test(name);
}
