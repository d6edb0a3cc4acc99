/** Up to four numbers; missing ones count as 0 (fact sheet §9: "1.0" = "1.0.0.0", "1.10" > "1.9"). */
function parts(version: string): number[] {
  const numbers = version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  return [0, 1, 2, 3].map((index) => numbers[index] ?? 0);
}

/** Negative, zero or positive, as the first version is lower than, equal to or higher than the second. */
export function compareVersionText(first: string, second: string): number {
  const [a, b] = [parts(first), parts(second)];
  const index = a.findIndex((part, at) => part !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

/** "9.2" of "9.2.25112.171". */
export function majorMinor(version: string): string {
  return parts(version).slice(0, 2).join(".");
}
