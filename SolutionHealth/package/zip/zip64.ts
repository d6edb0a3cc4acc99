import { PackageError } from "../errors";

/** Sizes and place of an entry, in bytes. */
export interface EntryExtent {
  readonly size: number;
  readonly storedSize: number;
  readonly headerOffset: number;
}

const ZIP64_EXTRA = 0x0001;
const IN_EXTRA = 0xffffffff;

/**
 * Replaces fields that are written as 0xFFFFFFFF by their 64-bit values. Most exports say "version 4.5" (zip64) and
 * use none of it; packers that stream do.
 * @throws PackageError damagedZip when a 64-bit value is announced and absent.
 */
export function readZip64(view: DataView, from: number, to: number, plain: EntryExtent, name: string): EntryExtent {
  const wanted = [plain.size, plain.storedSize, plain.headerOffset];
  if (!wanted.includes(IN_EXTRA)) return plain;
  let place = findExtra(view, from, to);
  const values = wanted.map((value) => {
    if (value !== IN_EXTRA) return value;
    if (place === undefined || place + 8 > to) throw new PackageError("damagedZip", "A 64-bit size is missing", name);
    const long = Number(view.getBigUint64(place, true));
    place += 8;
    return long;
  });
  return { size: values[0] ?? 0, storedSize: values[1] ?? 0, headerOffset: values[2] ?? 0 };
}

function findExtra(view: DataView, from: number, to: number): number | undefined {
  for (let offset = from; offset + 4 <= to; offset += 4 + view.getUint16(offset + 2, true)) {
    if (view.getUint16(offset, true) === ZIP64_EXTRA) return offset + 4;
  }
  return undefined;
}
