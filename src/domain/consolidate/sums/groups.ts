/** Which units belong together, so that a sum of them is likely: of a workbook, a folder, a name, all? */
import type { Addend, Column } from './columns';

/** Units covered by names that are looked at most, all together. */
const mostCovered = 200_000;

export interface Group {
  readonly columns: readonly Column[];
  /** Which columns may be their sum; left out: each of them that of the others. */
  readonly totals?: readonly Column[];
}

/** The smaller groups first, all together last. */
export function* likelyGroups(
  addends: readonly Addend[],
  columns: readonly Column[],
): Generator<Group> {
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
const ending = /(?:本级|财政厅|财政局|财政所|财政|汇总表?|合计|及(?:所属|下属)(?:单位)?)+$/;

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
