/**
 * Were only totals moved by an act, and may what they add up have been moved instead?
 *
 * Lines exchanged in the total block, or in the blocks that it adds up: their balances fail alike, and nothing
 * tells which. Columns are not alike: what stands beneath them adds up down the table, and agrees with the
 * other table's.
 */
import type { EventCandidate } from './events/candidate';
import { shapeOf } from './shape';
import { failing, withChanges, type Changes } from './state';
import type { DiagnosisSystem, DiagnosisUnit } from './types';

/** Whether nothing tells an act on totals from one on what they add up. */
export function movesTotalsOnly({ systems }: DiagnosisUnit, event: EventCandidate): boolean {
  const { scope, changes } = event;
  if (scope.kind !== 'shifted' && scope.kind !== 'exchanged') return false;
  const isOfTotals = [...changes].every(([index, own]) => {
    const totals = new Set(systems[index]?.equalities.map(({ total }) => total));
    return [...own.keys()].every((figure) => totals.has(figure));
  });
  if (!isOfTotals) return false;
  return scope.kind !== 'exchanged' || scope.what !== 'columns' || partsWouldDo(systems, event);
}

/** Would the same columns exchanged in the blocks that the total block adds up leave no more failing? */
function partsWouldDo(systems: readonly DiagnosisSystem[], event: EventCandidate): boolean {
  const { scope, table, changes } = event;
  if (scope.kind !== 'exchanged') return true;
  const [first, second] = [scope.first.system, scope.second.system];
  if (first === null || second === null || first === second) return true;
  const shape = shapeOf(systems);
  const own = shape.tables.find((each) => each.table === table);
  if (own === undefined) return true;
  const left = failures(systems, changes);
  return [own.lines, own.lines.filter((line) => line !== own.totalLine)].some((lines) => {
    const swapped = new Map<number, Map<number, bigint | null>>([
      [first, new Map()],
      [second, new Map()],
    ]);
    for (const line of lines) {
      for (const block of own.blocks) {
        if (block === own.totalBlock) continue;
        const place = { table: own.table, line, block };
        const [a, b] = [first, second].map((at) => shape.places.figureAt(at, place));
        if (a === undefined || b === undefined) continue;
        swapped.get(first)?.set(a, systems[second]?.figures[b]?.value ?? null);
        swapped.get(second)?.set(b, systems[first]?.figures[a]?.value ?? null);
      }
    }
    return failures(systems, typedOnly(systems, swapped)) <= left;
  });
}

/** How many balances fail after an act's figures are put back. */
function failures(
  systems: readonly DiagnosisSystem[],
  changes: ReadonlyMap<number, Changes>,
): number {
  return withChanges(systems, changes).reduce((sum, system) => sum + failing(system).length, 0);
}

function typedOnly(
  systems: readonly DiagnosisSystem[],
  changes: ReadonlyMap<number, Changes>,
): ReadonlyMap<number, Changes> {
  return new Map(
    [...changes].map(([index, own]) => [
      index,
      new Map([...own].filter(([figure]) => systems[index]?.figures[figure]?.kind === 'typed')),
    ]),
  );
}
