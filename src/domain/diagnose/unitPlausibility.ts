/**
 * How plausible are all inputs of a unit together, as one hypothesis says that they were meant?
 *
 * What its rows have in common (sizes, decimals, how close measures are) is learned from the figures
 * of the very hypothesis, so that one in which everything fits together describes them in fewer
 * words. Beside the rows: what a counted thing costs, that the first block is the fuller one, and that
 * a later measure rarely exceeds the one before. Of many lines a sample is looked at.
 */
import { learnEvidence, type Reading } from './evidence';
import {
  amountSystems,
  countSystems,
  logLaplace,
  logNormal,
  median,
  sizeOf,
} from './events/candidate';
import { PlaceIndex } from './places';
import type { UnitShape } from './shape';
import { failing, type Changes } from './state';
import { valueOf } from './system';
import type { DiagnosisFigure, DiagnosisSystem, DiagnosisUnit } from './types';

/** The inputs of one line and block: for each system its figure, where it has one. */
interface Row {
  readonly table: number;
  readonly line: number;
  readonly block: number;
  readonly figures: readonly (number | undefined)[];
}

/** A row with the sizes of its values; null for blank, zero and what is below zero. */
interface SizedRow extends Row {
  readonly sizes: readonly (number | null)[];
}

/** So many rows are looked at: all of the official tables'. */
const MOST_ROWS = 240;
/** What one counted thing costs where nothing is known: anything; and how it varies from row to row. */
const UNKNOWN_SIZE = { centre: 4, width: 4 };
const ROW_WIDTH = 1.5;
/** Units in which a later block is the fuller one, and in which a later measure is mostly the larger. */
const LATER_FULLER = 1 / 30;
const FULLER_STEP = 0.35;
const LATER_LARGER = 0.05;
const GRID = 20;
const SHIFT_WIDTH = 0.3;

/** Weighs hypotheses about one unit against each other. */
export class UnitPlausibility {
  private readonly rows: readonly Row[];
  /** The rows' figures of a system: what other hypotheses have as well is learned from once. */
  private readonly sampled = new WeakMap<DiagnosisSystem, DiagnosisSystem>();
  /** Where these stand, in every hypothesis. */
  private places: PlaceIndex | null = null;

  constructor(
    private readonly unit: DiagnosisUnit,
    shape: UnitShape,
  ) {
    this.rows = sampleOf(unit.systems, shape);
  }

  /**
   * Natural logarithm, up to a constant of the unit.
   *
   * @param systems the figures with a hypothesis' events undone
   * @param changes what its slips change beside, by system: the values meant
   */
  of(systems: readonly DiagnosisSystem[], changes: ReadonlyMap<number, Changes>): number {
    const meant = systems.map((system, index): DiagnosisSystem => {
      const own = changes.get(index);
      const isAsItStands = own === undefined || own.size === 0;
      const sampled = isAsItStands ? this.sampled.get(system) : undefined;
      if (sampled !== undefined) return sampled;
      const figures = this.rows.flatMap((row): DiagnosisFigure[] => {
        const at = row.figures[index];
        const figure = system.figures[at ?? -1];
        if (at === undefined || figure === undefined) return [];
        const value = own?.get(at);
        return [value === undefined ? figure : { ...figure, value }];
      });
      const whole = { ...system, figures, equalities: [] };
      if (isAsItStands) this.sampled.set(system, whole);
      return whole;
    });
    const read: Reading = (system, figure) => valueOf(meant[system]?.figures[figure]);
    const evidence = learnEvidence(meant, (this.places ??= new PlaceIndex(meant)));
    const nth = meant.map(() => 0);
    const rows = this.rows.map((row): SizedRow => {
      const sizes = row.figures.map((figure, system) => {
        if (figure === undefined) return null;
        const at = nth[system] ?? 0;
        nth[system] = at + 1;
        const value = read(system, at);
        return value > 0n ? sizeOf(value) : null;
      });
      return { ...row, sizes };
    });
    const own = rows.reduce((sum, row) => sum + evidence.logRow(row, read), 0);
    return own + this.costLog(rows) + fullnessLog(rows) + orderLog(meant, rows);
  }

  /** What one counted thing costs, in each block of each table. */
  private costLog(rows: readonly SizedRow[]): number {
    const { systems, typicalSize } = this.unit;
    const { centre, width } = typicalSize ?? UNKNOWN_SIZE;
    const [count] = countSystems(systems);
    if (count === undefined) return 0;
    const amounts = amountSystems(systems);
    const groups = new Map<string, { costs: number[]; rows: number }>();
    for (const { table, block, sizes } of rows) {
      const counted = sizes[count] ?? null;
      const used = amounts.flatMap((system) => sizes[system] ?? []);
      if (counted === null || used.length === 0) continue;
      const group = groups.get(`${table}/${block}`) ?? { costs: [], rows: 0 };
      group.costs.push(...used.map((size) => size - counted));
      group.rows += 1;
      groups.set(`${table}/${block}`, group);
    }
    let log = 0;
    for (const group of groups.values()) {
      const spread = Math.hypot(width, ROW_WIDTH / Math.sqrt(group.rows));
      log += logNormal(median(group.costs) ?? centre, centre, spread);
    }
    return log;
  }
}

/** Rows of lines in which something fails first, then every so manieth. */
function sampleOf(systems: readonly DiagnosisSystem[], shape: UnitShape): readonly Row[] {
  const { tables, places, lineBalances } = shape;
  const rowsOf = (table: number, line: number, blocks: readonly number[]): Row[] =>
    blocks.map((block) => ({
      table,
      line,
      block,
      figures: systems.map((_, system) => places.figureAt(system, { table, line, block })),
    }));
  const failed = systems.map((system) => new Set(failing(system)));
  const all = tables.flatMap(({ table, lines, totalLine, blocks, totalBlock }) =>
    lines.flatMap((line) => {
      if (line === totalLine) return [];
      const isOff = systems.some((_, system) =>
        failed[system]?.has(lineBalances[system]?.get(table)?.get(line) ?? -1),
      );
      return [{ table, line, isOff, blocks: blocks.filter((block) => block !== totalBlock) }];
    }),
  );
  const size = Math.max(1, all[0]?.blocks.length ?? 1);
  const most = Math.floor(MOST_ROWS / size);
  const step = Math.max(1, Math.ceil((2 * all.length) / most));
  const off = all.length <= most ? [] : all.filter(({ isOff }) => isOff).slice(0, most / 2);
  const chosen =
    all.length <= most
      ? all
      : [...off, ...all.filter((line, at) => at % step === 0 && !off.includes(line))];
  return chosen.flatMap(({ table, line, blocks }) => rowsOf(table, line, blocks));
}

/** The first block is mostly the fuller one, in both tables alike. */
function fullnessLog(rows: readonly SizedRow[]): number {
  const used = new Map<number, number>();
  for (const { block, sizes } of rows) {
    const isUsed = sizes.some((size) => size !== null);
    used.set(block, (used.get(block) ?? 0) + (isUsed ? 1 : 0));
  }
  const [first = 0, ...others] = [...used].sort(([a], [b]) => a - b).map(([, lines]) => lines);
  return others.reduce((log, lines) => {
    const share = 1 / (1 + Math.exp(-FULLER_STEP * (first - lines)));
    return log + Math.log(Math.min(1 - LATER_FULLER, Math.max(LATER_FULLER, share)));
  }, 0);
}

/**
 * Of two measures, how much larger is the later one mostly, and how often is it? The share is unknown, and
 * in nearly all units at most a half.
 */
function orderLog(systems: readonly DiagnosisSystem[], rows: readonly SizedRow[]): number {
  const amounts = amountSystems(systems).filter((index) => systems[index]?.comparable !== false);
  return amounts.slice(1).reduce((log, later, at) => {
    const earlier = amounts[at] ?? -1;
    let [larger, smaller] = [0, 0];
    const ratios: number[] = [];
    for (const { sizes } of rows) {
      const [before, after] = [sizes[earlier] ?? null, sizes[later] ?? null];
      if (before === null || after === null) continue;
      ratios.push(after - before);
      if (before === after) continue;
      if (after > before) larger += 1;
      else smaller += 1;
    }
    const shift = logLaplace(median(ratios) ?? 0, SHIFT_WIDTH);
    return log + shift + Math.log(shareLikelihood(larger, smaller));
  }, 0);
}

/** P(so many larger, so many smaller) × 2^all, by the middle of each of some shares. */
function shareLikelihood(larger: number, smaller: number): number {
  let sum = 0;
  for (let each = 0; each < GRID; each += 1) {
    const share = (each + 0.5) / GRID;
    const weight = share < 0.5 ? 1 - LATER_LARGER : LATER_LARGER;
    const odds = larger * Math.log(2 * share) + smaller * Math.log(2 * (1 - share));
    sum += (weight * Math.exp(odds)) / (GRID / 2);
  }
  return sum;
}
