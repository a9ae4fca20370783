/**
 * Do two lines of a table hold the very same figures, so that one may be a copy of the other?
 *
 * Then what the tables differ by may be what the copy holds, less what stood there before, and no project
 * is missing. Figures of several measures are the same by chance in hardly any two lines.
 */
import type { Amount } from '../amount';
import type { Differences } from './events/crossTable';
import { shapeOf, type TableShape } from './shape';
import { valueOf } from './system';
import type { DiagnosisSystem } from './types';

/** So many figures of a line, counts and amounts, must be there for another to be its copy. */
const FEWEST_FIGURES = 2;

/**
 * May a copied line make the differences?
 *
 * @param differences of the totals, the first table's less the second's
 */
export function mayBeCopied(
  systems: readonly DiagnosisSystem[],
  differences: Differences,
): boolean {
  const shape = shapeOf(systems);
  return shape.tables.some((table, at) => {
    const sign = at === 0 ? 1n : -1n;
    return copiedRows(systems, table, (system, line, block) => {
      const figure = shape.places.figureAt(system, { table: table.table, line, block });
      return valueOf(systems[system]?.figures[figure ?? -1]);
    }).some((row) =>
      // What stood there before the copy was no less than nothing.
      row.every(({ system, block, value }) => {
        const more = sign * (differences.get(system)?.get(block) ?? 0n);
        return value >= more;
      }),
    );
  });
}

interface Held {
  readonly system: number;
  readonly block: number;
  readonly value: Amount;
}

/** The figures of each line of which there is another just like it. */
function copiedRows(
  systems: readonly DiagnosisSystem[],
  { lines, totalLine, blocks, totalBlock }: TableShape,
  valueAt: (system: number, line: number, block: number) => Amount,
): readonly (readonly Held[])[] {
  const seen = new Map<string, { times: number; readonly row: readonly Held[] }>();
  for (const line of lines) {
    if (line === totalLine) continue;
    const row = systems.flatMap((_, system) =>
      blocks
        .filter((block) => block !== totalBlock)
        .map((block) => ({ system, block, value: valueAt(system, line, block) })),
    );
    if (row.filter(({ value }) => value !== 0n).length < FEWEST_FIGURES) continue;
    const name = row.map(({ value }) => value).join();
    const same = seen.get(name);
    if (same === undefined) seen.set(name, { times: 1, row });
    else same.times += 1;
  }
  return [...seen.values()].flatMap(({ times, row }) => (times > 1 ? [row] : []));
}
