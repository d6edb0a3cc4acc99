import { joinReferences } from "./components/joinReferences";
import { resolveLookups } from "./components/lookups";
import { READERS } from "./components/readers";
import { markRoots } from "./components/rootComponents";
import { isDraft, type ComponentDraft, type ComponentReader, type PackageSource } from "./components/source";
import { PackageError } from "./errors";
import type { PackageLimits } from "./limits";
import { readManifest } from "./manifest";
import type { SolutionPackage, UnreadPart } from "./model";
import { PackageFiles, type ReadingWay } from "./packageFiles";
import { NO_BYTES, type Steps } from "./reading/steps";
import type { Archive } from "./zip/archive";

/**
 * Reads what a package holds, in steps.
 * @throws PackageError when it is no package, or when one of its two main documents cannot be read; unless `way` is
 * tolerant, also for any other part.
 */
export function* readSolution(archive: Archive, limits: PackageLimits, way: ReadingWay): Steps<SolutionPackage> {
  const files = new PackageFiles(archive, limits, way);
  yield { phase: "definitions", done: 0, total: 1 };
  // The platform refuses packages without any of the three (0x80048060, fact sheet §13).
  if (files.find("[Content_Types].xml") === undefined) {
    throw new PackageError("missingEntry", "The package has no [Content_Types].xml", "[Content_Types].xml");
  }
  const manifest = readManifest(yield* files.requiredXml("solution.xml"));
  const customizations = yield* files.requiredXml("customizations.xml");
  if (customizations.name !== "ImportExportXml") {
    throw new PackageError("notSolution", "customizations.xml holds no customizations", "customizations.xml");
  }
  const { drafts, unread } = yield* readDrafts({ customizations, files, languageCode: manifest.languageCode });
  const marked = yield* markRoots(drafts, manifest.rootComponents);
  return {
    manifest,
    components: yield* joinReferences(marked, manifest.missingDependencies),
    entries: archive.entries.map((entry) => entry.name),
    ...(unread.length === 0 ? {} : { partial: unread }),
  };
}

interface Drafts {
  readonly drafts: readonly ComponentDraft[];
  readonly unread: readonly UnreadPart[];
}

/** Runs all readers. Of two definitions of one component the first counts, as in the platform's own lists. */
function* readDrafts(source: PackageSource): Steps<Drafts> {
  const drafts = new Map<string, ComponentDraft>();
  const unread: UnreadPart[] = [];
  for (const [index, read] of READERS.entries()) {
    yield { phase: "components", done: index, total: READERS.length };
    unread.push(...(yield* runReader(read, source, drafts)));
  }
  const resolved = yield* resolveLookups([...drafts.values()]);
  return { drafts: resolved, unread: unread.map((part) => attributed(part, drafts)) };
}

function* runReader(
  read: ComponentReader,
  source: PackageSource,
  drafts: Map<string, ComponentDraft>,
): Steps<readonly UnreadPart[]> {
  const unread: UnreadPart[] = [];
  const found = read(source)[Symbol.iterator]();
  let answer = NO_BYTES;
  for (let next = found.next(answer); next.done !== true; next = found.next(answer)) {
    if (isDraft(next.value)) {
      const notes = source.files.takeNotes();
      unread.push(...notes.unread);
      keep(notes.deferred.length === 0 ? next.value : { ...next.value, deferred: notes.deferred }, drafts);
      answer = yield;
    } else answer = yield next.value;
  }
  return [...unread, ...source.files.takeNotes().unread];
}

function keep(draft: ComponentDraft, drafts: Map<string, ComponentDraft>): void {
  const place = `${String(draft.type)}|${draft.key}`;
  if (draft.key !== "" && !drafts.has(place)) drafts.set(place, draft);
}

/** A part belongs to the component whose file it lies in. */
function attributed(part: UnreadPart, drafts: ReadonlyMap<string, ComponentDraft>): UnreadPart {
  for (const { type, key, files } of drafts.values()) {
    if (files?.some(({ path }) => path === part.entry) === true) return { ...part, type, key };
  }
  return part;
}
