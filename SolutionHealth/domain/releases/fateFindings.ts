import { RELEASE_WAYS, type ComponentRelease, type ReleaseFinding, type ReleaseWay } from "./releasePreview";

/**
 * What the fates of one way add to the findings: what overwriting costs, code that browsers may not fetch anew, types that
 * could not be judged, and what an earlier package of the release may turn.
 * @param earlier unique names of the packages that are imported before
 */
export function fateFindings(
  way: ReleaseWay,
  fates: readonly ComponentRelease[],
  earlier: readonly string[],
): ReleaseFinding[] {
  const where = (test: (fate: ComponentRelease) => boolean): string[] =>
    fates.filter(test).map(({ component }) => component.address);
  const gone = where(({ override }) => override === "removedByOverwrite");
  const kept = where(({ override }) => override === "mergeTypeKept");
  const turning = where(({ asOfNow }) => asOfNow === true);
  return [
    ...about("overwriteLosesOverrides", "warning", way, gone),
    ...about("overwriteKeepsMerged", "info", way, kept),
    ...about("controlVersionKept", "warning", way, where(keepsItsVersion)),
    ...unjudged(way, fates),
    ...about("judgedAsOfNow", "warning", way, turning).map((finding) => ({
      ...finding,
      evidence: { ...finding.evidence, packages: earlier.join(", ") },
    })),
  ];
}

/**
 * A code component whose files change under the version that is here: the host may keep the old bundle (fact sheet §13.4).
 * Where the layers do not tell the version, it is among the changes, and nothing is said.
 */
const keepsItsVersion = ({ kind, component, changes }: ComponentRelease): boolean =>
  kind === "changed" &&
  component.typeName === "CustomControl" &&
  changes.some(({ property }) => property === "CustomControlResources") &&
  changes.every(({ property }) => property !== "version");

const about = (
  id: ReleaseFinding["id"],
  severity: ReleaseFinding["severity"],
  way: ReleaseWay,
  components: readonly string[],
): ReleaseFinding[] =>
  components.length === 0
    ? []
    : [{ id, severity, ways: [way], evidence: { count: String(components.length) }, components }];

/** Per type, so that nothing is left out silently. */
function unjudged(way: ReleaseWay, fates: readonly ComponentRelease[]): ReleaseFinding[] {
  const byType = new Map<string, string[]>();
  for (const { kind, component } of fates) {
    if (kind !== "unknown") continue;
    const known = byType.get(component.typeName);
    if (known) known.push(component.address);
    else byType.set(component.typeName, [component.address]);
  }
  return [...byType].map(([type, components]) => ({
    id: "typesUnjudged",
    severity: "warning",
    ways: [way],
    evidence: { type, count: String(components.length) },
    components,
  }));
}

/** The same finding of several ways becomes one. */
export function joinWays(findings: readonly ReleaseFinding[]): ReleaseFinding[] {
  const joined = new Map<string, ReleaseFinding[]>();
  for (const finding of findings) {
    const { ways, components, ...rest } = finding;
    // Thousands of components would make long keys: they are compared.
    const key = JSON.stringify(rest);
    const alike = joined.get(key) ?? [];
    const index = alike.findIndex((one) => sameList(one.components, components));
    const all = new Set([...(alike[index]?.ways ?? []), ...ways]);
    const whole = { ...finding, ways: RELEASE_WAYS.filter((way) => all.has(way)) };
    joined.set(key, index < 0 ? [...alike, whole] : alike.map((one, at) => (at === index ? whole : one)));
  }
  return [...joined.values()].flat();
}

const sameList = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
  one.length === other.length && one.every((address, index) => address === other[index]);
