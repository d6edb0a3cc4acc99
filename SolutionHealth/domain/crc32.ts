const TABLE = buildTable();

function buildTable(): Uint32Array {
  const table = new Uint32Array(256);
  for (let index = 0; index < 256; index++) {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    table[index] = value >>> 0;
  }
  return table;
}

/**
 * Checksum of the zip format (CRC-32, IEEE 802.3), as an unsigned 32-bit number.
 * @param before checksum of the bytes that stand before these.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = before ^ 0xffffffff;
  let index = 0;
  // Indexed, not iterated: an iterator costs several times as much on the megabytes that pass through here.
  while (index < bytes.length) value = (TABLE[(value ^ (bytes[index++] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
