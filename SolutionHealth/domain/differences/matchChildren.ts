import type { StructureNode } from "./structureNode";

/** Two nodes that are the same thing, before and after. */
export interface Pair {
  readonly before: StructureNode;
  readonly after: StructureNode;
  /** Position among the children, before. */
  readonly from: number;
}

export interface Matching {
  /** In the order after. */
  readonly pairs: readonly Pair[];
  readonly added: readonly StructureNode[];
  readonly removed: readonly StructureNode[];
}

/**
 * Which child is which: by identity first, however often one occurs; then, of those that have no partner yet, nodes of
 * one tag without an identity of their own (a filter, a row) by the order they stand in.
 */
export function matchChildren(before: StructureNode, after: StructureNode): Matching {
  if (sameSequence(before, after)) return pairedInPlace(before, after);
  const open = new Set(before.children.keys());
  const partners = new Map<StructureNode, number>();
  pairUp(before, after, open, partners, ({ what, identity }) => identity ?? `${what}?`);
  pairUp(before, after, open, partners, ({ what, identity }) => (isHeld(identity) ? `${what}?` : undefined));
  const pairs = after.children.flatMap((node): Pair[] => {
    const from = partners.get(node);
    const partner = from === undefined ? undefined : before.children[from];
    return from === undefined || partner === undefined ? [] : [{ before: partner, after: node, from }];
  });
  return {
    pairs,
    added: after.children.filter((node) => !partners.has(node)),
    removed: before.children.filter((_node, index) => open.has(index)),
  };
}

/** Most lists are as they were: these need no search. */
function sameSequence({ children: before }: StructureNode, { children: after }: StructureNode): boolean {
  return (
    before.length === after.length &&
    after.every((node, index) => {
      const other = before[index];
      if (other?.content === node.content) return true;
      return other?.what === node.what && other.identity === node.identity;
    })
  );
}

const pairedInPlace = ({ children }: StructureNode, after: StructureNode): Matching => ({
  pairs: after.children.flatMap((node, from): Pair[] => {
    const partner = children[from];
    return partner ? [{ before: partner, after: node, from }] : [];
  }),
  added: [],
  removed: [],
});

/** An identity that comes from something inside, or none at all. */
const isHeld = (identity: string | undefined): boolean => identity?.includes(">") ?? true;

function pairUp(
  before: StructureNode,
  after: StructureNode,
  open: Set<number>,
  partners: Map<StructureNode, number>,
  keyOf: (node: StructureNode) => string | undefined,
): void {
  const waiting = new Map<string, Queue>();
  for (const index of open) {
    const node = before.children[index];
    const key = node && keyOf(node);
    const queue = key === undefined ? undefined : waiting.get(key);
    if (queue) queue.places.push(index);
    else if (key !== undefined) waiting.set(key, { places: [index], next: 0 });
  }
  for (const node of after.children) {
    const key = partners.has(node) ? undefined : keyOf(node);
    const queue = key === undefined ? undefined : waiting.get(key);
    const index = queue?.places[queue.next];
    if (queue === undefined || index === undefined) continue;
    queue.next += 1;
    partners.set(node, index);
    open.delete(index);
  }
}

/** Places of nodes with the same key, and how many of them have found a partner. */
interface Queue {
  readonly places: number[];
  next: number;
}
