/** How do pairs with hundreds of lines look? Honest pairs put one below another, their totals done. */
import { recomputed, type Pair } from '../../domain/diagnose/pair';
import { generatePair } from './generator';

/** Lines of both tables of one printed pair. */
const LINES_EACH = 25;

/** An honest pair with about so many lines in both tables together, each of its own kind. */
export function largePair(seed: number, lines: number): Pair {
  const pairs = Array.from({ length: Math.max(1, Math.round(lines / LINES_EACH)) }, (_, at) =>
    generatePair(seed * 1000 + at, 'tenThousandYuan'),
  );
  const stacked = [0, 1].map((table) => [
    ...pairs.flatMap(({ pair }) => (pair[table] ?? []).slice(0, -1)),
    Array.from({ length: 12 }, () => null),
  ]);
  return recomputed(stacked);
}
