/**
 * What is the least total deviation that any rounding to neighbouring values can have? As an integer
 * programme: one binary variable per figure (down or up), every equality a row, solved to a gap of
 * nothing. The solver works in floating point; what it chooses is added up exactly.
 */
import highsLoader from 'highs';
import { AMOUNT_DECIMALS, absolute } from '../../../src/domain/amount';
import { amountMeasures } from '../../../src/domain/forms/terms';
import { equalitiesOf } from '../../../src/domain/returns/returnEqualities';
import type { Figure } from '../../../src/domain/returns/tableView';
import type { UnitReturn } from '../../../src/domain/returns/unitReturn';
import type { Amounts } from './methods';

/** The rounding of least total deviation; null where the solver finds none, or cannot prove it. */
export type Prove = (unit: UnitReturn, amounts: Amounts) => ReadonlyMap<Figure, bigint> | null;

/** Loads the solver. */
export async function loadProver(): Promise<Prove> {
  const highs = await highsLoader();
  return (unit, amounts) => {
    const values = new Map<Figure, bigint>();
    for (const measure of amountMeasures) {
      const figures = [...amounts.exact.keys()].filter((figure) => figure.measure === measure);
      const { problem, names } = programme(unit, figures, amounts);
      const solution = highs.solve(problem, {
        ...{ time_limit: 60, mip_rel_gap: 0, mip_abs_gap: 1e-9 },
        ...{ mip_feasibility_tolerance: 1e-9, primal_feasibility_tolerance: 1e-9 },
      });
      if (solution.Status !== 'Optimal') return null;
      for (const [figure, name] of names) {
        const isUp = (solution.Columns[name]?.Primal ?? 0) > 0.5;
        values.set(figure, floorOf(figure, amounts) + (isUp ? amounts.step : 0n));
      }
    }
    return values;
  };
}

function floorOf(figure: Figure, { exact, step }: Amounts): bigint {
  const amount = exact.get(figure) ?? 0n;
  const rest = ((amount % step) + step) % step;
  return amount - rest;
}

function programme(unit: UnitReturn, figures: readonly Figure[], amounts: Amounts) {
  const { exact, step } = amounts;
  const names = new Map(figures.map((figure, index) => [figure, `x${index}`]));
  const scale = Number(step);
  const cost = (figure: Figure): number => {
    const amount = exact.get(figure) ?? 0n;
    const low = floorOf(figure, amounts);
    return Number(absolute(low + step - amount) - absolute(low - amount)) / scale;
  };
  const rows = equalitiesOf(unit)
    .filter(({ total }) => names.has(total))
    .map(({ total, parts }) => {
      const terms = [signed(1, total), ...parts.map((part) => signed(-1, part))];
      const floors = parts.reduce(
        (sum, part) => sum - floorOf(part, amounts),
        floorOf(total, amounts),
      );
      return `${terms.join(' ')} = ${Number(-floors / step)}`;
    });
  function signed(sign: 1 | -1, figure: Figure): string {
    return `${sign < 0 ? '-' : '+'} 1 ${names.get(figure) ?? ''}`;
  }
  // What is a neighbour of itself stays.
  const fixed = figures.filter((figure) => (exact.get(figure) ?? 0n) % step === 0n);
  const problem = [
    'Minimize',
    figures
      .map((figure) => {
        const own = cost(figure);
        return `${own < 0 ? '-' : '+'} ${Math.abs(own).toFixed(AMOUNT_DECIMALS)} ${names.get(figure) ?? ''}`;
      })
      .join('\n'),
    'Subject To',
    ...rows,
    ...fixed.map((figure) => `${names.get(figure) ?? ''} = 0`),
    'Binary',
    [...names.values()].join(' '),
    'End',
  ].join('\n');
  return { problem, names };
}
