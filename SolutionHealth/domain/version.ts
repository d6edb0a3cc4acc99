/** Major, minor, build, revision. */
export type Version = readonly [number, number, number, number];

const VERSION_SHAPE = /^\d+(?:\.\d+){0,3}$/;

/**
 * Reads a version of one to four parts; missing parts are zero, since "1.0" and "1.0.0.0" are the same version
 * (fact sheet §9).
 * @returns undefined for anything else
 */
export function parseVersion(text: string): Version | undefined {
  if (!VERSION_SHAPE.test(text.trim())) return undefined;
  const [major = 0, minor = 0, build = 0, revision = 0] = text.trim().split(".").map(Number);
  const version = [major, minor, build, revision] as const;
  return version.every(Number.isSafeInteger) ? version : undefined;
}

/**
 * Order of two versions, part by part as numbers: 1.10 comes after 1.9. Texts that are no version come last, in the
 * order of their characters. Never throws.
 * @returns below zero when `a` comes first, zero when both are the same version
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  if (left && right) return compareParts(left, right);
  if (left) return -1;
  if (right) return 1;
  return compareText(a, b);
}

/** Whether both share major and minor, as a patch must with its base (fact sheet §1.5). False for what is no version. */
export function sameMajorMinor(a: string, b: string): boolean {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  if (!left || !right) return false;
  return left[0] === right[0] && left[1] === right[1];
}

function compareParts(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
