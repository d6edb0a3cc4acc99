import type { StructureChange } from "./difference";
import { keptOrder } from "./keptOrder";
import { matchChildren, type Pair } from "./matchChildren";
import type { StructureNode } from "./structureNode";

interface Found {
  readonly change: StructureChange;
  /** The node that was added or removed. */
  readonly node?: StructureNode;
}

/**
 * What was added, removed, moved and changed between two structures. What was added or removed is told once, with all
 * that is in it; what left one place and stands in another has moved, and is compared inside.
 */
export function compareStructures(before: StructureNode, after: StructureNode): StructureChange[] {
  return joinMoved(compareNodes(before, after, [])).map(({ change }) => change);
}

function compareNodes(before: StructureNode, after: StructureNode, path: readonly string[]): Found[] {
  if (before.content === after.content) return [];
  const inside = after.name === undefined || after.borrowed ? path : [...path, after.name];
  return [...compareFields(before, after, path), ...compareChildren(before, after, inside)];
}

function compareChildren(before: StructureNode, after: StructureNode, inside: readonly string[]): Found[] {
  const { pairs, added, removed } = matchChildren(before, after);
  const moved = before.ordered && after.ordered ? movedOf(pairs) : new Set<StructureNode>();
  const found: Found[] = removed.map((node) => ({ change: changeOf("removed", node, inside), node }));
  const isNew = new Set(added);
  const partners = new Map(pairs.map((pair) => [pair.after, pair.before]));
  for (const [index, node] of after.children.entries()) {
    const follows = after.ordered ? nameBefore(after, index) : undefined;
    if (isNew.has(node)) found.push({ change: changeOf("added", node, inside, follows), node });
    if (moved.has(node)) found.push({ change: changeOf("moved", node, inside, follows) });
    const partner = partners.get(node);
    if (partner) for (const one of compareNodes(partner, node, inside)) found.push(one);
  }
  return found;
}

function compareFields(before: StructureNode, after: StructureNode, path: readonly string[]): Found[] {
  const found: Found[] = [];
  const add = (attribute: string | undefined, from?: string, to?: string): void => {
    const sides = { ...(from !== undefined && { before: from }), ...(to !== undefined && { after: to }) };
    const change = { ...changeOf("changed", after, path), ...(attribute !== undefined && { attribute }), ...sides };
    found.push({ change });
  };
  for (const [name, from] of before.fields) {
    const to = after.fields.get(name);
    if (from !== to) add(name, from, to);
  }
  for (const [name, to] of after.fields) if (!before.fields.has(name)) add(name, undefined, to);
  if (before.value !== after.value) add(undefined, before.value, after.value);
  return found;
}

/** Nodes that left the order which the others kept. */
function movedOf(pairs: readonly Pair[]): ReadonlySet<StructureNode> {
  const moved = new Set<StructureNode>();
  if (pairs.every(({ from }, index) => from > (pairs[index - 1]?.from ?? -1))) return moved;
  const kept = keptOrder(pairs.map(({ from }) => from));
  for (const [place, { after }] of pairs.entries()) if (!kept.has(place)) moved.add(after);
  return moved;
}

/** A thing that was removed in one place and added in another has moved; what changed in it is told after that. */
function joinMoved(found: readonly Found[]): Found[] {
  const gone = new Map<string, Found>();
  for (const one of found) {
    const { identity } = one.node ?? {};
    if (one.change.change === "removed" && identity !== undefined) gone.set(identity, one);
  }
  const moved = new Set<Found>();
  const joined = found.flatMap((one): Found[] => {
    const { identity } = one.node ?? {};
    const source = identity === undefined || one.change.change !== "added" ? undefined : gone.get(identity);
    if (source?.node === undefined || one.node === undefined || identity === undefined) return [one];
    gone.delete(identity);
    moved.add(source);
    const inside = compareNodes(source.node, one.node, one.change.path);
    return [{ change: { ...one.change, change: "moved" } }, ...inside];
  });
  return joined.filter((one) => !moved.has(one));
}

function changeOf(
  change: StructureChange["change"],
  node: StructureNode,
  path: readonly string[],
  follows?: string,
): StructureChange {
  return { change, name: node.name ?? node.what, what: node.what, path, ...(follows !== undefined && { follows }) };
}

function nameBefore({ children }: StructureNode, index: number): string | undefined {
  const node = children[index - 1];
  return node && (node.name ?? node.what);
}
