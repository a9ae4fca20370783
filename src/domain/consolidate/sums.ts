/**
 * Which units of a set are sums of others (U-020)?
 *
 * A unit is a column of integers, one for each figure that is filled in. Where units are fewer than
 * equations, elimination modulo a large prime finds every relation between them; what it finds is then
 * checked in exact integers. Beyond that the likely sums are tried: all others, those of its folder or
 * workbook, those that its name covers. Units with the same figures are taken as one column, which may
 * count as often as there are such units.
 */
import type { Amount } from '../amount';
import { absolute } from '../amount';
import { figureKey } from './figureTable';

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
}

/** A unit that is the sum of others. */
export interface FoundSum {
  readonly total: number;
  /** Two at least, ascending. */
  readonly parts: readonly number[];
}

/** Greatest prime under 2²⁶: products of two residues are exact doubles. */
const prime = 67_108_859;
const inverseOfPrime = 1 / prime;

/** Up to so many dependent columns every selection of them is tried as parts; of more, two at most. */
const mostFreely = 10;

/** Up to so many, two at most; of more, one at most. */
const mostInPairs = 24;

/** Units covered by names that are added up at most, all together. */
const mostCovered = 200_000;

/** Bits by which a total must say more than coincidence among so many subsets could. */
const coincidenceBits = 10;

/** Every unit that is the sum of others, by index, in the order of the units; in steps of a few milliseconds. */
export function* findSumsInSteps(addends: readonly Addend[]): Generator<undefined, FoundSum[]> {
  const columns = yield* columnsOf(addends);
  const found = new Map<Column, FoundSum>();
  const accept = (total: Column, parts: readonly number[]): void => {
    if (parts.length < 2 || found.has(total)) return;
    const [first = 0] = total.members;
    found.set(total, { total: first, parts: [...parts].sort((a, b) => a - b) });
  };
  yield* tryGroups(addends, columns, accept);
  for (const group of eliminationGroups(addends, columns)) yield* eliminate(group, accept);
  return [...found.entries()]
    .flatMap(([{ members }, { parts }]) => members.map((total) => ({ total, parts })))
    .sort((a, b) => a.total - b.total);
}

type Accept = (total: Column, parts: readonly number[]) => void;

/** Units with the same figures, not all of them zero. */
interface Column {
  readonly figures: readonly Amount[];
  readonly members: readonly number[];
  /** Members with different names: how often the column may count. */
  readonly times: number;
  readonly size: Amount;
}

function* columnsOf(addends: readonly Addend[]): Generator<undefined, Column[]> {
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
      figures,
      members: [...members, ...all.filter((index) => !members.includes(index))],
      times: members.length,
      size: figures.reduce((sum, figure) => sum + absolute(figure), 0n),
    });
  }
  return columns;
}

/** The units that make up `times` of a column. */
function partsOf(column: Column, times: number): readonly number[] {
  return column.members.slice(0, times);
}

/** All others, those of the same workbook or folder, those that the name covers; sums of sums aside. */
function* tryGroups(
  addends: readonly Addend[],
  columns: readonly Column[],
  accept: Accept,
): Generator<undefined, void> {
  const sums = new Set<Column>();
  let again = true;
  while (again) {
    again = false;
    const left = columns.filter((column) => !sums.has(column));
    for (const group of likelyGroups(addends, left)) {
      yield;
      const all = yield* totalOf(group.columns);
      for (const total of group.totals ?? group.columns) {
        if (sums.has(total)) continue;
        const isMember = group.columns.includes(total);
        const others = group.columns.filter((column) => column !== total);
        const own = isMember ? 1n + BigInt(total.times) : 1n;
        if (!total.figures.every((figure, at) => own * figure === all[at])) continue;
        const parts = others.flatMap((column) => partsOf(column, column.times));
        if (parts.length < 2) continue;
        accept(total, parts);
        sums.add(total);
        again = true;
      }
      if (again) break;
    }
  }
}

interface Group {
  readonly columns: readonly Column[];
  /** Which columns may be their sum; left out: each of them that of the others. */
  readonly totals?: readonly Column[];
}

function* likelyGroups(addends: readonly Addend[], columns: readonly Column[]): Generator<Group> {
  const groupedBy = (keyOf: (addend: Addend) => string): Group[] => {
    const groups = new Map<string, Set<Column>>();
    for (const column of columns) {
      for (const member of column.members) {
        const addend = addends[member];
        if (addend === undefined) continue;
        const key = keyOf(addend);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, new Set([column]));
        else group.add(column);
      }
    }
    return [...groups.values()]
      .filter(({ size }) => size > 1)
      .map((set) => ({ columns: [...set] }));
  };
  yield* groupedBy(({ workbook }) => workbook);
  yield* groupedBy(({ folder }) => folder);
  yield* namedGroups(addends, columns);
  yield { columns };
}

/** What a name has in common with those it covers: 濮阳市财政局 → 濮阳市. */
const ending = /(?:本级|财政厅|财政局|财政所|财政|汇总表?|合计)+$/;

function* namedGroups(addends: readonly Addend[], columns: readonly Column[]): Generator<Group> {
  const names = columns.map(({ members }) => addends[members[0] ?? 0]?.name ?? '');
  const order = names
    .map((name, at) => ({ name, at }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  let left = mostCovered;
  for (const [at, total] of columns.entries()) {
    const stem = (names[at] ?? '').replace(ending, '');
    if (stem.length < 2) continue;
    const covered: Column[] = [];
    for (let from = lowerBound(order, stem); from < order.length && left > 0; from += 1) {
      left -= 1;
      const entry = order[from];
      if (entry === undefined || !entry.name.startsWith(stem)) break;
      const column = columns[entry.at];
      if (entry.at !== at && column !== undefined) covered.push(column);
    }
    if (covered.length > 0) yield { columns: covered, totals: [total] };
  }
}

function lowerBound(order: readonly { readonly name: string }[], name: string): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle]?.name ?? '') < name) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* totalOf(columns: readonly Column[]): Generator<undefined, Amount[]> {
  const sum: Amount[] = (columns[0]?.figures ?? []).map(() => 0n);
  for (const { figures, times } of columns) {
    yield;
    figures.forEach((figure, at) => {
      if (figure !== 0n) sum[at] = (sum[at] ?? 0n) + figure * BigInt(times);
    });
  }
  return sum;
}

/** All units where they are fewer than equations; otherwise each folder and workbook of which that is true. */
function eliminationGroups(
  addends: readonly Addend[],
  columns: readonly Column[],
): readonly (readonly Column[])[] {
  const equations = addends[0]?.figures.length ?? 0;
  if (columns.length < equations) return columns.length < 3 ? [] : [columns];
  const groups = new Map<string, Set<Column>>();
  for (const column of columns) {
    for (const member of column.members) {
      const addend = addends[member];
      for (const key of [`workbook ${addend?.workbook}`, `folder ${addend?.folder}`]) {
        const group = groups.get(key) ?? new Set();
        groups.set(key, group.add(column));
      }
    }
  }
  return [...groups.values()]
    .map((group) => [...group])
    .filter(({ length }) => length >= 3 && length < equations);
}

/** A column that is a combination of others: column = Σ coefficient × other, modulo the prime. */
interface Relation {
  readonly column: number;
  readonly coefficients: readonly number[];
}

function* eliminate(group: readonly Column[], accept: Accept): Generator<undefined, void> {
  // The parts before their sum, so that the sum is what depends on them.
  const columns = [...group].sort((a, b) => (a.size < b.size ? -1 : a.size > b.size ? 1 : 0));
  const relations = yield* relationsOf(columns);
  for (const relation of relations) {
    yield;
    const direct = sumIn(relation, columns);
    if (direct !== null && confirm(direct, columns, accept)) continue;
    for (const nested of withNested(relation, relations)) {
      const sum = sumIn(nested, columns);
      if (sum !== null && confirm(sum, columns, accept)) break;
    }
  }
}

/** The same relation with other dependent columns as parts: one of them, two, and so on. */
function* withNested(relation: Relation, relations: readonly Relation[]): Generator<Relation> {
  const others = relations.filter(({ column }) => column !== relation.column);
  const inPairs = others.length < mostInPairs ? 2 : 1;
  const most = others.length <= mostFreely ? others.length : inPairs;
  let round: { readonly relation: Relation; readonly next: number }[] = [{ relation, next: 0 }];
  for (let size = 1; size <= most; size += 1) {
    const taken = round.flatMap(({ relation: base, next }) =>
      others.slice(next).map((other, at) => ({
        relation: taking(base, other),
        next: next + at + 1,
      })),
    );
    for (const entry of taken) yield entry.relation;
    round = taken;
  }
}

function taking(base: Relation, other: Relation): Relation {
  return {
    column: base.column,
    coefficients: base.coefficients.map((coefficient, at) =>
      at === other.column
        ? residue(coefficient + 1)
        : residue(coefficient - (other.coefficients[at] ?? 0)),
    ),
  };
}

/** Every column that depends on those before it, and how. */
function* relationsOf(columns: readonly Column[]): Generator<undefined, Relation[]> {
  const length = columns[0]?.figures.length ?? 0;
  // An equation in which nobody has a figure says nothing.
  const used = Array.from({ length }, (_, at) => at).filter((at) =>
    columns.some(({ figures }) => figures[at] !== 0n),
  );
  const equations = used.length;
  const modulus = BigInt(prime);
  const basis: { readonly pivot: number; readonly row: Float64Array }[] = [];
  const relations: Relation[] = [];
  for (const [index, { figures }] of columns.entries()) {
    yield;
    // The figures, and behind them of which columns the row is made.
    const row = new Float64Array(equations + index + 1);
    used.forEach((at, place) => {
      const figure = figures[at] ?? 0n;
      if (figure !== 0n) row[place] = residue(Number(figure % modulus));
    });
    row[equations + index] = 1;
    for (const known of basis) {
      const factor = row[known.pivot] ?? 0;
      if (factor !== 0) subtract(row, known.row, factor);
    }
    const pivot = row.findIndex((value, at) => at < equations && value !== 0);
    if (pivot < 0) {
      const coefficients = columns.map((_, at) =>
        at === index ? 0 : residue(-(row[equations + at] ?? 0)),
      );
      relations.push({ column: index, coefficients });
      continue;
    }
    const inverse = inverseOf(row[pivot] ?? 1);
    for (let at = 0; at < row.length; at += 1) row[at] = residue((row[at] ?? 0) * inverse);
    basis.push({ pivot, row });
  }
  return relations;
}

/** Takes off a multiple of a row that is no longer. */
function subtract(row: Float64Array, other: Float64Array, factor: number): void {
  for (let at = 0; at < other.length; at += 1) {
    const value = other[at] ?? 0;
    if (value !== 0) row[at] = residue((row[at] ?? 0) - factor * value);
  }
}

/** A whole number under 2⁵³ modulo the prime, from 0: `%`, many times quicker. */
function residue(value: number): number {
  const rest = value - Math.floor(value * inverseOfPrime) * prime;
  if (rest < 0) return rest + prime;
  return rest < prime ? rest : rest - prime;
}

/** By Fermat: value^(prime − 2). */
function inverseOf(value: number): number {
  let [result, base, exponent] = [1, value, prime - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = residue(result * base);
    base = residue(base * base);
    exponent = Math.floor(exponent / 2);
  }
  return result;
}

interface SumOfColumns {
  readonly total: number;
  /** How often each column is part of it. */
  readonly times: ReadonlyMap<number, number>;
}

/** A relation read as one column being a sum of others; null where it is none. */
function sumIn(
  { column, coefficients }: Relation,
  columns: readonly Column[],
): SumOfColumns | null {
  const signed = new Map<number, number>([[column, -1]]);
  for (const [at, value] of coefficients.entries()) {
    const coefficient = value > prime / 2 ? value - prime : value;
    if (coefficient === 0) continue;
    if (Math.abs(coefficient) > (columns[at]?.times ?? 0)) return null;
    signed.set(at, coefficient);
  }
  for (const sign of [-1, 1]) {
    const alone = [...signed].filter(([, coefficient]) => Math.sign(coefficient) === sign);
    const [only] = alone;
    if (only === undefined || alone.length > 1 || Math.abs(only[1]) !== 1) continue;
    const others = [...signed].filter(([at]) => at !== only[0]);
    return {
      total: only[0],
      times: new Map(others.map(([at, times]) => [at, Math.abs(times)])),
    };
  }
  return null;
}

/** In exact integers, and not by coincidence of a few round figures among many units. */
function confirm(
  { total, times }: SumOfColumns,
  columns: readonly Column[],
  accept: Accept,
): boolean {
  const column = columns[total];
  if (column === undefined) return false;
  const rest = [...column.figures];
  const parts: number[] = [];
  for (const [at, count] of times) {
    const part = columns[at];
    if (part === undefined) return false;
    part.figures.forEach((figure, row) => {
      if (figure !== 0n) rest[row] = (rest[row] ?? 0n) - figure * BigInt(count);
    });
    parts.push(...partsOf(part, count));
  }
  if (rest.some((figure) => figure !== 0n)) return false;
  const needed = subsetBits(columns.length - 1, parts.length) + coincidenceBits;
  if (parts.length < columns.length - 1 && informationBits(column) < needed) return false;
  accept(column, parts);
  return true;
}

/** Bits that a column's figures say, each value once and without its trailing zeros. */
function informationBits({ figures }: Column): number {
  const values = new Set(
    figures.filter((figure) => figure !== 0n).map((figure) => digitsOf(figure)),
  );
  let bits = 0;
  for (const digits of values) bits += Math.log2(Number(digits));
  return bits;
}

function digitsOf(figure: Amount): string {
  return absolute(figure).toString().replace(/0+$/, '');
}

/** log₂ of the number of subsets of a size. */
function subsetBits(count: number, size: number): number {
  let bits = 0;
  for (let at = 1; at <= Math.min(size, count - size); at += 1) {
    bits += Math.log2((count - at + 1) / at);
  }
  return bits;
}
