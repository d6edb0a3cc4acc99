import { ComponentType } from "../../domain/model/componentType";
import { defined } from "../defined";
import type { PackageComponent, RootComponent } from "../model";
import { mapInSteps } from "../../domain/inSteps";
import type { Steps } from "../reading/steps";
import type { UnreadParts } from "../unreadParts";
import { componentType, mentionedKey } from "./componentKey";
import type { ComponentDraft } from "./source";

/**
 * Marks what stands in `<RootComponents>`. A root that nothing in the package describes is kept by type and key as a
 * shell, so nothing vanishes.
 */
export function* markRoots(
  drafts: readonly ComponentDraft[],
  roots: readonly RootComponent[],
  unread: UnreadParts,
): Steps<PackageComponent[]> {
  const matched = new Map<ComponentDraft, RootComponent>();
  const index = indexDrafts(drafts);
  const left = roots.filter((root) => {
    const draft = candidates(root)
      .map((key) => index.get(key))
      .find((found) => found && !matched.has(found));
    if (draft) matched.set(draft, root);
    return draft === undefined;
  });
  const bare = pairNameless(drafts, left, matched);
  const described = yield* mapInSteps(drafts, (draft) => componentOf(draft, matched.get(draft)));
  return [...described, ...bare.map((root) => bareRoot(root, unread))];
}

function indexDrafts(drafts: readonly ComponentDraft[]): Map<string, ComponentDraft> {
  const index = new Map<string, ComponentDraft>();
  for (const draft of drafts) {
    for (const key of [draft.key, draft.id]) {
      const place = `${String(draft.type)}|${key ?? ""}`;
      if (key !== undefined && !index.has(place)) index.set(place, draft);
    }
  }
  return index;
}

function candidates(root: RootComponent): string[] {
  const type = String(componentType(root.type));
  return [mentionedKey(root), root.id].flatMap((key) => (key === undefined ? [] : [`${type}|${key}`]));
}

/**
 * Early exports name environment variables by id in the manifest and by schema name in the definition, with nothing
 * to join them. When as many of each are left, they are the same.
 */
function pairNameless(
  drafts: readonly ComponentDraft[],
  left: readonly RootComponent[],
  matched: Map<ComponentDraft, RootComponent>,
): RootComponent[] {
  const type = ComponentType.EnvironmentVariableDefinition;
  const nameless = left.filter((root) => root.type === type && root.schemaName === undefined);
  const idless = drafts.filter((draft) => draft.type === type && draft.id === undefined && !matched.has(draft));
  if (nameless.length !== idless.length) return [...left];
  idless.forEach((draft, index) => {
    const root = nameless[index];
    if (root) matched.set(draft, root);
  });
  return left.filter((root) => !nameless.includes(root));
}

function componentOf(draft: ComponentDraft, root: RootComponent | undefined): PackageComponent {
  return defined({
    ...draft,
    root: root !== undefined,
    behavior: root?.behavior,
    shell: draft.shell ?? false,
    references: draft.references ?? [],
  });
}

function bareRoot(root: RootComponent, unread: UnreadParts): PackageComponent {
  const key = mentionedKey(root) ?? "";
  const type = componentType(root.type);
  const text = "A root component is named and not described";
  const place = `solution.xml, root component ${String(type)} ${key}`;
  unread.add({ code: "notDescribed", entry: "solution.xml", place, text, type, key }, place);
  return defined({
    type,
    key,
    id: root.id ?? root.parentId,
    name: root.schemaName ?? key,
    root: true,
    behavior: root.behavior,
    shell: true,
    properties: {},
    references: [],
  });
}
