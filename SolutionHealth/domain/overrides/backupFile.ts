import { canonicalText } from "../canonicalText";
import type { PropertyValue } from "../model/property";
import { sha256OfText } from "../sha256";
import type { BackupItem, OverrideBackup } from "./backup";
import { componentContent, componentShape } from "./componentShape";
import { readFile, writeFile, type FileFormat } from "./fileEnvelope";
import { FileFormatError } from "./fileProblem";
import {
  anyText,
  fingerprint,
  guid,
  instant,
  json,
  list,
  object,
  optional,
  record,
  text,
  wholeNumber,
} from "./fileShape";

const FORMAT: FileFormat = { name: "solution-health/override-backup", version: 1 };

const layerShape = object({
  solution: text,
  publisher: anyText,
  order: wholeNumber,
  changes: json,
  componentJson: json,
  children: json,
});

const shape = object({
  createdOn: instant,
  environment: object({ url: text, organizationId: optional(guid), name: optional(text) }),
  items: list(
    object({
      component: componentShape,
      layers: list(layerShape),
      versions: list(object({ solution: text, version: text })),
      definition: optional(record),
    }),
  ),
  checksum: fingerprint,
});

/** A backup as a file, with a checksum over the items: what is put back must be what was taken. */
export function writeBackupFile({ createdOn, environment, items }: OverrideBackup): string {
  const content = items.map((item) => ({ ...item, component: componentContent(item.component) }));
  return writeFile(FORMAT, { createdOn, environment, items: content, checksum: checksumOf(items) });
}

/** @throws FileFormatError */
export function readBackupFile(content: string): OverrideBackup {
  const { checksum, ...backup } = readFile(FORMAT, content, shape);
  if (checksum !== checksumOf(backup.items)) {
    throw new FileFormatError({ code: "damaged", detail: "the items are not those the checksum was made from" });
  }
  return backup;
}

function checksumOf(items: readonly BackupItem[]): string {
  const content = items.map((item) => ({ ...item, component: componentContent(item.component) }));
  // Through JSON, as the file goes: members that are undefined are not in it.
  return sha256OfText(canonicalText(JSON.parse(JSON.stringify(content)) as PropertyValue));
}
