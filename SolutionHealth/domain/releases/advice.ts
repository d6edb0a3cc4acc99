import { compareVersions, sameMajorMinor } from "../version";
import { mayBeLeft } from "./droppedChild";
import { type Dropped, droppedIn } from "./droppedIn";
import { type Family, isStagedAlready } from "./family";
import type { IncomingManifest, IncomingPackage } from "./incomingPackage";
import { addressOf, type ReleaseAddress } from "./releaseAddress";
import type { AdviceReason, ReleaseAdvice } from "./releaseAdvice";
import type { ReleaseWay, WayPreview } from "./releasePreview";

type Ways = Readonly<Record<ReleaseWay, WayPreview>>;

/** Which way fits, and why (the update is the preferred way where nothing must be deleted). */
export function adviceOf(ways: Ways, content: IncomingPackage, family: Family): ReleaseAdvice {
  const { manifest } = content;
  if (family.patchOf !== undefined) return one(ways, "patch", "isPatch");
  if (!manifest.managed) return one(ways, family.installed ? "update" : "install", "unmanaged");
  if (!family.installed) return one(ways, "install", "firstInstall");
  if (isStagedAlready(manifest, family.pending)) {
    return { way: "stagedUpgrade", reason: "staged", components: [], alternatives: [] };
  }
  const advice = ofInstalled(ways, manifest, family);
  if (advice.reason !== "nothingLeftBehind") return advice;
  if (mayLeaveMore(ways, content)) return { ...advice, reason: "leftBehindUnknown" };
  const components = withDroppedParts(ways.update);
  return components.length > 0 && advice.way === "update" ? { ...advice, reason: "partsMayStay", components } : advice;
}

/** Components whose options or labels an update may leave although the package no longer has them (§8.3 [?]). */
const withDroppedParts = ({ fates }: WayPreview): ReleaseAddress[] =>
  fates.flatMap(({ changes, component }) => (changes.some(mayBeLeft) ? [component.address] : [])).sort();

/** Whether something that is installed, and not in the package, could not be read or judged. */
function mayLeaveMore({ update, upgrade }: Ways, { components }: IncomingPackage): boolean {
  const held = new Set(components.map(addressOf));
  const unjudged = [...update.fates, ...upgrade.fates].some(
    ({ kind, component }) => kind === "unknown" && !held.has(component.address),
  );
  return unjudged || update.unlisted || upgrade.unlisted;
}

function one(ways: Ways, way: ReleaseWay, reason: AdviceReason): ReleaseAdvice {
  if (!isOpen(ways[way])) return { reason: "allRefused", components: [], alternatives: [] };
  return { way, reason, components: [], alternatives: [] };
}

const isOpen = ({ status }: WayPreview): boolean => status === "possible" || status === "uncertain";

function ofInstalled(ways: Ways, manifest: IncomingManifest, family: Family): ReleaseAdvice {
  const dropped = droppedIn(ways);
  const open = (["update", "upgrade", "stagedUpgrade"] as const).filter((way) => isOpen(ways[way]));
  const advise = (way: ReleaseWay, reason: AdviceReason, others: readonly ReleaseWay[]): ReleaseAdvice => ({
    way,
    reason,
    components: dropped.components,
    ...(dropped.along.length > 0 && { along: dropped.along }),
    alternatives: others.filter((other) => other !== way && isOpen(ways[other])),
  });
  if (open.length === 0) return { reason: "allRefused", components: [], alternatives: [] };
  if (dropped.components.length === 0) {
    const way = isOpen(ways.update) ? "update" : "upgrade";
    return advise(way, "nothingLeftBehind", open);
  }
  if (isSubset(ways, dropped, manifest, family)) return advise("patch", "subset", open);
  if (isOpen(ways.upgrade)) return advise("upgrade", "leftBehind", ["stagedUpgrade", "update"]);
  return advise("update", "upgradeBlocked", open);
}

/**
 * A small part of what is installed, within its major and minor version, nothing new: that is the content of a patch, and
 * hardly a version that means to drop all the rest.
 */
function isSubset({ patch }: Ways, dropped: Dropped, { version }: IncomingManifest, { base }: Family): boolean {
  const { added, changed, unchanged } = patch.counts;
  const held = changed + unchanged;
  if (!base || !isOpen(patch) || added > 0 || held === 0 || dropped.total <= held) return false;
  return sameMajorMinor(version, base.version) && compareVersions(version, base.version) > 0;
}
