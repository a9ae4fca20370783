/**
 * Reference: the smallest set of values to change, by mixed-integer programming.
 *
 * The paradigm of I. P. Fellegi and D. Holt (JASA 71, 1976) as usually put to a solver: one binary
 * variable per value, |change| ≤ M × binary, all balance edits hold, as few binaries as possible.
 * The solver works in floating point and returns one set; others as small are not reported.
 */
import highsLoader from 'highs';
import { AMOUNT_DECIMALS, type Amount } from '../../../src/domain/amount';
import type { Edit } from './scholtus';

/** M as in the usual implementation. */
const BIG_M = 1e7;

/** The set that the solver returns with its values; null without a solution. */
export type Localise = (
  values: readonly Amount[],
  edits: readonly Edit[],
) => ReadonlyMap<number, Amount> | null;

function signed(coefficient: number, name: string): string {
  return `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${name}`;
}

/** Loads the solver. */
export async function loadFellegiHolt(): Promise<Localise> {
  const highs = await highsLoader();
  return (values, edits) => {
    const scale = 10 ** AMOUNT_DECIMALS;
    const names = values.map((_, index) => index);
    const rows = edits.map((edit) => {
      const terms = edit.map(([variable, sign]) => signed(sign, `y${variable}`)).join(' ');
      const residual = edit.reduce(
        (sum, [variable, sign]) => sum + BigInt(sign) * (values[variable] ?? 0n),
        0n,
      );
      return `${terms} = ${-Number(residual) / scale}`;
    });
    const bounds = names.flatMap((j) => [
      `y${j} - ${BIG_M} d${j} <= 0`,
      `y${j} + ${BIG_M} d${j} >= 0`,
    ]);
    const problem = [
      'Minimize',
      names.map((j) => `+ 1 d${j}`).join(' '),
      'Subject To',
      ...rows,
      ...bounds,
      'Bounds',
      ...names.map((j) => `y${j} free`),
      'Binary',
      names.map((j) => `d${j}`).join(' '),
      'End',
    ].join('\n');
    const solution = highs.solve(problem, {
      time_limit: 10,
      mip_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: 1e-9,
    });
    if (solution.Status !== 'Optimal') return null;
    const found = new Map<number, Amount>();
    for (const j of names) {
      const chosen = solution.Columns[`d${j}`]?.Primal ?? 0;
      const change = solution.Columns[`y${j}`]?.Primal ?? 0;
      if (chosen < 0.5) continue;
      found.set(j, (values[j] ?? 0n) + BigInt(Math.round(change * 1e6)) * 10n ** 6n);
    }
    return found;
  };
}
