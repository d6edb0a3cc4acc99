/**
 * Groups nodes so that no group leads back to an earlier one, and puts what leads first: single nodes, and rings of nodes
 * that lead to each other (strongly connected components, after Tarjan). Where several may come next, the order given
 * decides. Iterative, so that long chains cost no stack.
 */
export function ringsOf<Node>(nodes: readonly Node[], leadsTo: (node: Node) => Iterable<Node>): Node[][] {
  const search = new RingSearch(leadsTo);
  // Found last comes first: what was given first has to be found last.
  for (const node of [...nodes].reverse()) search.visit(node);
  return search.found.reverse();
}

interface Visit<Node> {
  readonly node: Node;
  readonly rest: Iterator<Node>;
}

class RingSearch<Node> {
  readonly found: Node[][] = [];
  private readonly number = new Map<Node, number>();
  private readonly lowest = new Map<Node, number>();
  private readonly open: Node[] = [];
  private readonly isOpen = new Set<Node>();

  constructor(private readonly leadsTo: (node: Node) => Iterable<Node>) {}

  visit(start: Node): void {
    if (this.number.has(start)) return;
    const path: Visit<Node>[] = [this.enter(start)];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const next = at.rest.next();
      if (next.done === true) {
        path.pop();
        this.leave(at.node, path.at(-1)?.node);
      } else if (!this.number.has(next.value)) path.push(this.enter(next.value));
      else if (this.isOpen.has(next.value)) this.lower(at.node, this.number.get(next.value));
    }
  }

  private enter(node: Node): Visit<Node> {
    const number = this.number.size;
    this.number.set(node, number);
    this.lowest.set(node, number);
    this.open.push(node);
    this.isOpen.add(node);
    return { node, rest: this.leadsTo(node)[Symbol.iterator]() };
  }

  private leave(node: Node, from: Node | undefined): void {
    if (from !== undefined) this.lower(from, this.lowest.get(node));
    if (this.lowest.get(node) !== this.number.get(node)) return;
    const ring = this.open.splice(this.open.indexOf(node));
    for (const one of ring) this.isOpen.delete(one);
    this.found.push(ring);
  }

  private lower(node: Node, number = Infinity): void {
    this.lowest.set(node, Math.min(this.lowest.get(node) ?? Infinity, number));
  }
}
