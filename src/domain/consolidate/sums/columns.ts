/** The units of a set as the columns of a system of equations, one for each figure that is filled in. */
import type { Amount } from '../../amount';
import { absolute } from '../../amount';
import type { Calling } from '../calledSums';
import { figureKey } from '../figureTable';

/** A unit as a column of the system. */
export interface Addend {
  /** As compared: without width, spaces and brackets. */
  readonly name: string;
  readonly workbook: string;
  readonly folder: string;
  /** One amount for each equation, blanks as zero; all addends in the same order. */
  readonly figures: readonly Amount[];
  /** A text that is the same for the same figures, where there is one already; empty for zeros only. */
  readonly key?: string;
  /** As what its name presents it. Left out: a unit of its own. */
  readonly calling?: Calling;
}

/** Units with the same figures, not all of them zero. */
export interface Column {
  /** Its place among the columns. */
  readonly at: number;
  readonly figures: readonly Amount[];
  /** Those with different names first. */
  readonly members: readonly number[];
  /** Members with different names: how often the column may count. */
  readonly times: number;
  readonly size: Amount;
  /** The equations in which it has a figure, ascending. */
  readonly filled: readonly number[];
  /** Of its members the strongest. */
  readonly calling: Calling;
}

/** Units with the same figures taken as one, in the order of the units; in steps of a unit. */
export function* columnsOf(addends: readonly Addend[]): Generator<undefined, Column[]> {
  const groups = new Map<string, number[]>();
  addends.forEach(({ figures, key = figureKey(figures) }, index) => {
    if (key === '') return;
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [index]);
    else members.push(index);
  });
  const columns: Column[] = [];
  for (const all of groups.values()) {
    yield;
    const figures = addends[all[0] ?? 0]?.figures ?? [];
    const names = new Set<string>();
    const members = all.filter((index) => {
      const name = addends[index]?.name ?? '';
      const isNew = !names.has(name);
      names.add(name);
      return isNew;
    });
    columns.push({
      at: columns.length,
      figures,
      members: [...members, ...all.filter((index) => !members.includes(index))],
      times: members.length,
      size: figures.reduce((sum, figure) => sum + absolute(figure), 0n),
      filled: figures.flatMap((figure, at) => (figure === 0n ? [] : [at])),
      calling: strongest(all.map((index) => addends[index]?.calling ?? 'own')),
    });
  }
  return columns;
}

function strongest(callings: readonly Calling[]): Calling {
  if (callings.includes('all')) return 'all';
  return callings.includes('sum') ? 'sum' : 'own';
}

/** How often each column is part of a sum. */
export type Parts = ReadonlyMap<Column, number>;

/** The units that make up the parts, ascending. */
export function unitsOfParts(parts: Parts): number[] {
  return [...parts]
    .flatMap(([{ members }, times]) => members.slice(0, times))
    .sort((a, b) => a - b);
}

/** By equation: what the parts come to. */
export function* totalOf(parts: Parts): Generator<undefined, Amount[]> {
  const [first] = parts.keys();
  const sum: Amount[] = (first?.figures ?? []).map(() => 0n);
  for (const [{ figures, filled }, times] of parts) {
    yield;
    for (const at of filled) sum[at] = (sum[at] ?? 0n) + (figures[at] ?? 0n) * BigInt(times);
  }
  return sum;
}
