/**
 * How are the figures of a network rounded so that every node stays balanced, at the least cost?
 *
 * Each figure is an arc that may take one of two neighbouring whole values; what flows into a node
 * must flow out of it. Cheapest choices leave nodes with too much or too little; the difference is led along
 * the cheapest paths of arcs that change to their other value (minimum-cost flow by successive shortest
 * paths: Ahuja, Magnanti, Orlin 1993, ch. 9). That rounding of a balanced table is such a flow:
 * Bacharach 1966, Cox and Ernst 1982.
 */

/** An arc whose value is to be chosen. */
export interface RoundedArc {
  readonly from: number;
  readonly to: number;
  /** The value rounded down, in units of the last place that is kept. */
  readonly lower: bigint;
  /** The value rounded up: `lower`, where it is exact, or one more. */
  readonly upper: bigint;
  readonly lowerCost: bigint;
  readonly upperCost: bigint;
}

/**
 * For every arc the value that it takes, the sum of costs being the least; null where no choice
 * balances all nodes. The same arcs in the same order give the same answer.
 *
 * @param nodes how many nodes there are; arcs name them from 0
 */
export function roundArcs(nodes: number, arcs: readonly RoundedArc[]): readonly bigint[] | null {
  const network = new Network(nodes, arcs);
  return network.balance() ? network.values() : null;
}

/** A change of one arc to its other value, which leads one unit from node to node. */
interface Change {
  readonly arc: number;
  readonly to: number;
  readonly cost: bigint;
}

/** A node that a path has come to. */
interface Reached {
  readonly node: number;
  readonly distance: bigint;
  readonly by: { readonly from: Reached; readonly arc: number } | null;
}

class Network {
  /** Whether each arc takes its upper value. */
  readonly #isUpper: boolean[];
  /** Inflow minus outflow of each node. */
  readonly #excess: bigint[];
  readonly #arcsAt: number[][];
  /** Node potentials, which keep every change's reduced cost from being negative. */
  readonly #potential: bigint[];

  constructor(
    nodes: number,
    private readonly arcs: readonly RoundedArc[],
  ) {
    this.#excess = new Array<bigint>(nodes).fill(0n);
    this.#potential = new Array<bigint>(nodes).fill(0n);
    this.#arcsAt = Array.from({ length: nodes }, () => []);
    this.#isUpper = arcs.map((arc) => arc.upperCost < arc.lowerCost);
    arcs.forEach((arc, index) => {
      const value = this.#isUpper[index] === true ? arc.upper : arc.lower;
      this.#add(arc.from, -value);
      this.#add(arc.to, value);
      if (arc.lower === arc.upper) return;
      this.#arcsAt[arc.from]?.push(index);
      this.#arcsAt[arc.to]?.push(index);
    });
  }

  /** Leads all excess away; false where it cannot be. */
  balance(): boolean {
    for (;;) {
      const sources = this.#excess.flatMap((excess, node) => (excess > 0n ? [node] : []));
      if (sources.length === 0) return this.#excess.every((excess) => excess === 0n);
      if (!this.#leadOneUnit(sources)) return false;
    }
  }

  values(): bigint[] {
    return this.arcs.map(({ lower, upper }, index) =>
      this.#isUpper[index] === true ? upper : lower,
    );
  }

  #add(node: number, amount: bigint): void {
    this.#excess[node] = (this.#excess[node] ?? 0n) + amount;
  }

  /** Along a cheapest path from a node with too much to one with too little (Dijkstra, by scanning). */
  #leadOneUnit(sources: readonly number[]): boolean {
    const reached = new Map<number, Reached>(
      sources.map((node) => [node, { node, distance: 0n, by: null }]),
    );
    const settled: Reached[] = [];
    const frontier = new Map(reached);
    for (let nearest = least(frontier); nearest !== null; nearest = least(frontier)) {
      const { node, distance } = nearest;
      frontier.delete(node);
      settled.push(nearest);
      if ((this.#excess[node] ?? 0n) < 0n) {
        for (const each of settled) this.#raise(each.node, each.distance - distance);
        this.#follow(nearest);
        return true;
      }
      for (const { arc, to, cost } of this.#changesFrom(node)) {
        const length =
          distance + cost + (this.#potential[node] ?? 0n) - (this.#potential[to] ?? 0n);
        const known = reached.get(to);
        if (known !== undefined && known.distance <= length) continue;
        const step = { node: to, distance: length, by: { from: nearest, arc } };
        reached.set(to, step);
        frontier.set(to, step);
      }
    }
    return false;
  }

  #raise(node: number, by: bigint): void {
    this.#potential[node] = (this.#potential[node] ?? 0n) + by;
  }

  #follow(end: Reached): void {
    let start = end;
    for (let { by } = end; by !== null; { by } = start) {
      this.#isUpper[by.arc] = this.#isUpper[by.arc] !== true;
      start = by.from;
    }
    this.#add(start.node, -1n);
    this.#add(end.node, 1n);
  }

  #changesFrom(node: number): Change[] {
    return (this.#arcsAt[node] ?? []).flatMap((index): Change[] => {
      const arc = this.arcs[index];
      if (arc === undefined) return [];
      const isUpper = this.#isUpper[index] === true;
      // One more on an arc leads a unit along it; one less leads a unit back.
      if (!isUpper && arc.from === node) {
        return [{ arc: index, to: arc.to, cost: arc.upperCost - arc.lowerCost }];
      }
      if (isUpper && arc.to === node) {
        return [{ arc: index, to: arc.from, cost: arc.lowerCost - arc.upperCost }];
      }
      return [];
    });
  }
}

function least(frontier: ReadonlyMap<number, Reached>): Reached | null {
  let nearest: Reached | null = null;
  for (const step of frontier.values()) {
    if (nearest === null || step.distance < nearest.distance) nearest = step;
  }
  return nearest;
}
