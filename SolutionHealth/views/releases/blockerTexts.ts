import type { ReleaseBlocker, ReleaseBlockerKind } from "../../domain/releases/releasePreview";
import type { ReleaseNames } from "./releaseNames";

const WHY: Readonly<Record<ReleaseBlockerKind, string>> = {
  dependency: "Release_WhyDependency",
  coveredDependency: "Release_WhyCovered",
  incomingDependency: "Release_WhyIncoming",
  part: "Release_WhyPart",
  baseLayer: "Release_WhyBaseLayer",
  unmanagedBase: "Release_WhyUnmanagedBase",
  lastForm: "Release_WhyLastForm",
  columnType: "Release_WhyColumnType",
  unmanagedParent: "Release_WhyUnmanagedParent",
  notCustomizable: "Release_WhyNotCustomizable",
  managedProperty: "Release_WhyManagedProperty",
  unreadable: "Release_WhyUnreadable",
};

/** Why something stands in the way, or may: key of the text, which names what does. */
export const whyText = (kind: ReleaseBlockerKind, certain: boolean): string =>
  kind === "lastForm" && !certain ? "Release_WhyMayBeLastForm" : WHY[kind];

/** What is to be mended otherwise than an unmanaged customization here, or a reference in the package. */
const FIXES: Readonly<Partial<Record<ReleaseBlockerKind, string>>> = {
  lastForm: "Release_FixLastForm",
  columnType: "Release_FixColumnType",
};

/** Where and how it has to be mended: key and values of the text. */
export function fixText(
  { kind, fix }: Pick<ReleaseBlocker, "kind" | "fix">,
  names: ReleaseNames,
): [string, ...string[]] {
  const own = FIXES[kind];
  if (own !== undefined) return [own];
  switch (fix.where) {
    case "here":
      return ["Release_FixHere"];
    case "solution":
      return ["Release_FixSolution", names.layer(fix.solution)];
    case "package":
      return [kind === "part" ? "Release_FixPart" : "Release_FixPackage"];
    case "unknown":
      return ["Release_FixUnknown"];
  }
}
