/**
 * Which units of a set are sums of others (U-020)?
 *
 * Where units are fewer than equations, elimination modulo a large prime finds every relation between
 * them. One that says that a column is the sum of others is a sum; where relations say more, and where
 * units are as many as equations or more, the parts of each total are searched for among the columns
 * that are nowhere greater. All others, those of a folder or workbook, and those that a name covers are
 * tried before. A search that could not be ended says of which units.
 */
import type { Addend, Column, Parts } from './columns';
import { columnsOf, totalOf, unitsOfParts } from './columns';
import type { Component } from './elimination';
import { componentsOf, relationsOf, sumIn } from './elimination';
import type { Sureness } from './evidence';
import { surenessOf, surplusBits } from './evidence';
import { likelyGroups } from './groups';
import type { Numbers } from './numbers';
import { fitsInto, numbersOf } from './numbers';
import type { Budget, PartSearch } from './partSearch';
import { isSum, searchParts } from './partSearch';

/** Figures looked at in the searches of a set, at most. */
export const mostStepsInSet = 40_000_000;

/** A unit that is the sum of others. */
export interface FoundSum {
  readonly total: number;
  /** Two at least, ascending. */
  readonly parts: readonly number[];
  readonly sureness: Sureness;
}

/** What was found out. */
export interface SumSearch {
  /** In the order of the totals. */
  readonly sums: readonly FoundSum[];
  /** Units of which it is not known whether they are the sum of others, ascending. */
  readonly unexamined: readonly number[];
  /** Figures that were looked at in the searches. */
  readonly steps: number;
}

/** Every unit that is the sum of others, by index; in steps of a few milliseconds. */
export function* findSumsInSteps(
  addends: readonly Addend[],
  budget: Budget = { steps: mostStepsInSet },
): Generator<undefined, SumSearch> {
  const columns = yield* columnsOf(addends);
  const finder = new SumFinder(addends, columns, budget);
  yield* finder.run();
  return finder.outcome();
}

interface Found {
  readonly parts: Parts;
  readonly sureness: Sureness;
}

class SumFinder {
  readonly #found = new Map<Column, Found>();
  readonly #unexamined = new Set<Column>();
  readonly #before: number;

  constructor(
    readonly addends: readonly Addend[],
    readonly columns: readonly Column[],
    readonly budget: Budget,
  ) {
    this.#before = budget.steps;
  }

  outcome(): SumSearch {
    const found = withoutFlood(this.#found, this.columns.length);
    const sums = [...found].flatMap(([{ members }, { parts, sureness }]) =>
      members.map((total) => ({ total, parts: unitsOfParts(parts), sureness })),
    );
    const unexamined = [...this.#unexamined].flatMap(({ members }) => members);
    return {
      sums: sums.sort((a, b) => a.total - b.total),
      unexamined: unexamined.sort((a, b) => a - b),
      steps: this.#before - this.budget.steps,
    };
  }

  *run(): Generator<undefined, void> {
    const { columns } = this;
    yield* this.#tryGroups();
    if (columns.length < 2) return;
    const used = new Set(columns.flatMap(({ filled }) => filled)).size;
    if (columns.length >= used) {
      yield* this.#search(columns);
      return;
    }
    // The parts before their sum, so that the sum is what depends on them.
    const bySize = [...columns].sort(bySizeAscending);
    const relations = yield* relationsOf(bySize);
    for (const component of componentsOf(relations, bySize)) {
      if (!this.#readDirectly(component, bySize)) yield* this.#search(component.columns);
    }
  }

  /** Accepts a component's sums where each of its relations says one; they are the only ones then. */
  #readDirectly({ columns, relations }: Component, all: readonly Column[]): boolean {
    const sums = relations.map((relation) => {
      const [total, parts] = [all[relation.column], sumIn(relation, all)];
      return total === undefined || parts === null || !isSum(total, parts)
        ? null
        : { total, parts };
    });
    if (sums.includes(null)) return false;
    const candidates = columns.length - relations.length;
    for (const sum of sums) {
      if (sum !== null) this.#accept(sum.total, sum.parts, { candidates, isOnly: true });
    }
    return true;
  }

  #accept(
    total: Column,
    parts: Parts,
    { candidates, isOnly }: { readonly candidates: number | null; readonly isOnly: boolean },
  ): void {
    if (unitsOfParts(parts).length < 2) return;
    const surplus = surplusBits(total, parts, { totals: this.columns.length, candidates });
    const isGroup = candidates === null;
    const sureness = surenessOf(total, surplus, { isOnly, isGroup });
    const before = this.#found.get(total);
    if (before !== undefined && rank[before.sureness] >= rank[sureness]) return;
    this.#found.set(total, { parts, sureness });
  }

  #isCertain(column: Column): boolean {
    return this.#found.get(column)?.sureness === 'certain';
  }

  /** All others, those of the same workbook or folder, those that the name covers; sums of sums aside. */
  *#tryGroups(): Generator<undefined, void> {
    for (const isAside of [
      (column: Column) => this.#isCertain(column),
      (column: Column) => this.#found.has(column),
    ]) {
      let before = -1;
      while (this.#found.size !== before) {
        before = this.#found.size;
        yield* this.#tryGroupsOf(this.columns.filter((column) => !isAside(column)));
      }
    }
  }

  *#tryGroupsOf(columns: readonly Column[]): Generator<undefined, void> {
    for (const group of likelyGroups(this.addends, columns)) {
      yield;
      const whole = new Map(group.columns.map((column) => [column, column.times]));
      const all = yield* totalOf(whole);
      for (const total of group.totals ?? group.columns) {
        yield;
        if (this.#found.has(total)) continue;
        const own = whole.has(total) ? 1n + BigInt(total.times) : 1n;
        if (!total.figures.every((figure, at) => own * figure === all[at])) continue;
        const parts = new Map([...whole].filter(([column]) => column !== total));
        this.#accept(total, parts, { candidates: null, isOnly: false });
        if (this.#isCertain(total)) return;
      }
    }
  }

  /** Searches for the parts of every column among those that are less. */
  *#search(columns: readonly Column[]): Generator<undefined, void> {
    const numbers = yield* numbersOf(this.columns);
    const bySize = [...columns].sort(bySizeAscending);
    for (const [at, total] of bySize.entries()) {
      if (this.#isCertain(total)) continue;
      const candidates = bySize.slice(0, at).filter((part) => fitsInto(part, total, numbers));
      yield* this.#searchFor(total, candidates, numbers);
    }
  }

  *#searchFor(
    total: Column,
    candidates: readonly Column[],
    numbers: Numbers,
  ): Generator<undefined, void> {
    const leaves = candidates.filter((column) => !this.#isCertain(column));
    let used: readonly Column[] = leaves;
    let outcome = yield* searchParts(total, leaves, numbers, this.budget);
    if (outcome.found.length === 0 && outcome.isComplete && leaves.length < candidates.length) {
      used = candidates;
      outcome = yield* searchParts(total, candidates, numbers, this.budget);
    }
    if (outcome.found.length === 0 && !outcome.isComplete) {
      const near = yield* this.#searchNearby(total, candidates, numbers);
      if (near !== null) [used, outcome] = [near.candidates, near.outcome];
    }
    const [parts] = outcome.found;
    if (parts !== undefined) {
      const isOnly = outcome.isComplete && outcome.found.length === 1;
      this.#accept(total, parts, { candidates: used.length, isOnly });
    } else if (!outcome.isComplete && !this.#found.has(total)) this.#unexamined.add(total);
  }

  /** Where a search among all did not end: among those of the total's workbook, or of its folder. */
  *#searchNearby(
    total: Column,
    candidates: readonly Column[],
    numbers: Numbers,
  ): Generator<undefined, { candidates: readonly Column[]; outcome: PartSearch } | null> {
    const places = (place: 'workbook' | 'folder') =>
      new Set(total.members.map((member) => this.addends[member]?.[place]));
    for (const place of ['workbook', 'folder'] as const) {
      const own = places(place);
      const near = candidates.filter(({ members }) =>
        members.some((member) => own.has(this.addends[member]?.[place])),
      );
      if (near.length < 2 || near.length === candidates.length) continue;
      const outcome = yield* searchParts(total, near, numbers, this.budget);
      if (outcome.found.length > 0) return { candidates: near, outcome };
    }
    return null;
  }
}

const rank: Readonly<Record<Sureness, number>> = { unclear: 0, probable: 1, certain: 2 };

function bySizeAscending(a: Column, b: Column): number {
  return a.size < b.size ? -1 : a.size > b.size ? 1 : 0;
}

/** Where many units seem to be sums of others, the figures are of a kind that proves nothing. */
function withoutFlood(found: ReadonlyMap<Column, Found>, columns: number): Map<Column, Found> {
  const open = [...found].filter(
    ([{ calling }, { sureness }]) => sureness !== 'certain' && calling === 'own',
  );
  if (open.length < 3 || open.length * 4 <= columns) return new Map(found);
  const unclear = open.map(([column, one]): [Column, Found] => [
    column,
    { ...one, sureness: 'unclear' },
  ]);
  return new Map([...found, ...unclear]);
}
