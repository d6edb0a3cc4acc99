/** A text as an OData literal: in single quotes, quotes inside doubled (fact sheet §6). */
export const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;

/** Query options as the part of an address after the path; values are encoded, names are not. */
export function queryText(options: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return given.map(([name, value], index) => `${index === 0 ? "?" : "&"}${name}=${encode(String(value))}`).join("");
}

/** Encodes what an address may not hold, and leaves readable what it may. */
const encode = (value: string): string =>
  encodeURIComponent(value).replace(/%(?:20|24|27|28|29|2C|3B|3D|40|2F|3A)/g, (code) =>
    code === "%20" ? code : decodeURIComponent(code),
  );
