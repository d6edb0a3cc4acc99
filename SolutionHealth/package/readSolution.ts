import { joinReferences } from "./components/joinReferences";
import { resolveLookups } from "./components/lookups";
import { READERS } from "./components/readers";
import { markRoots } from "./components/rootComponents";
import { isDraft, type ComponentDraft, type ComponentReader, type PackageSource } from "./components/source";
import { PackageError } from "./errors";
import type { PackageLimits } from "./limits";
import { readManifest } from "./manifest";
import { noteUnreadDependencies } from "./missingDependencies";
import type { PackageComponent, SolutionPackage, UnreadPart } from "./model";
import { PackageFiles, type ReadingWay } from "./packageFiles";
import { NO_BYTES, type Steps } from "./reading/steps";
import { noteUnknownElements } from "./unknownElements";
import { UnreadParts } from "./unreadParts";
import type { Archive } from "./zip/archive";

/**
 * Reads what a package holds, in steps.
 * @throws PackageError when it is no package, or when one of its two main documents cannot be read; unless `way` is
 * tolerant, also for any other part.
 */
export function* readSolution(archive: Archive, limits: PackageLimits, way: ReadingWay): Steps<SolutionPackage> {
  const unread = new UnreadParts();
  const files = new PackageFiles(archive, limits, way, unread);
  yield { phase: "definitions", done: 0, total: 1 };
  // The platform refuses packages without any of the three (0x80048060, fact sheet §13).
  if (!files.has("[Content_Types].xml")) {
    throw new PackageError("missingEntry", "The package has no [Content_Types].xml", "[Content_Types].xml");
  }
  const document = yield* files.requiredXml("solution.xml");
  const manifest = readManifest(document);
  noteUnreadDependencies(document, unread);
  const customizations = yield* files.requiredXml("customizations.xml");
  if (customizations.name !== "ImportExportXml") {
    throw new PackageError("notSolution", "customizations.xml holds no customizations", "customizations.xml");
  }
  yield* noteUnknownElements(customizations, unread);
  const drafts = yield* readDrafts({ customizations, files, unread, languageCode: manifest.languageCode });
  const marked = yield* markRoots(drafts, manifest.rootComponents, unread);
  const partial = unread.list.map((part) => attributed(part, marked));
  return {
    manifest,
    components: yield* joinReferences(marked, manifest.missingDependencies),
    entries: archive.entries.map((entry) => entry.name),
    ...(partial.length === 0 ? {} : { partial }),
  };
}

/** Runs all readers. Of two definitions of one component the first counts, as in the platform's own lists. */
function* readDrafts(source: PackageSource): Steps<readonly ComponentDraft[]> {
  const drafts = new Map<string, ComponentDraft>();
  for (const [index, read] of READERS.entries()) {
    yield { phase: "components", done: index, total: READERS.length };
    yield* runReader(read, source, drafts);
  }
  return yield* resolveLookups([...drafts.values()]);
}

function* runReader(read: ComponentReader, source: PackageSource, drafts: Map<string, ComponentDraft>): Steps<void> {
  const found = read(source)[Symbol.iterator]();
  let answer = NO_BYTES;
  for (let next = found.next(answer); next.done !== true; next = found.next(answer)) {
    if (isDraft(next.value)) {
      const deferred = source.files.takeDeferred();
      keep(deferred.length === 0 ? next.value : { ...next.value, deferred }, drafts, source.unread);
      answer = yield;
    } else answer = yield next.value;
  }
}

function keep(draft: ComponentDraft, drafts: Map<string, ComponentDraft>, unread: UnreadParts): void {
  const { type, key } = draft;
  const place = `${String(type)}|${key}`;
  unread.claimMissing(draft);
  const about = { entry: "customizations.xml", place: `customizations.xml, component of type ${String(type)}`, type };
  if (key === "") unread.add({ code: "nameless", ...about, text: "A component has neither name nor id" }, place);
  else if (drafts.has(place)) {
    unread.add({ code: "duplicateComponent", ...about, key, text: "A component is described twice" }, place);
  } else drafts.set(place, draft);
}

/** A part belongs to the component whose file it lies in. */
function attributed(part: UnreadPart, components: readonly PackageComponent[]): UnreadPart {
  if (part.key !== undefined) return part;
  const owner = components.find(({ files }) => files?.some(({ path }) => path === part.entry));
  return owner === undefined ? part : { ...part, type: owner.type, key: owner.key };
}
