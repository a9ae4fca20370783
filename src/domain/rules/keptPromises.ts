/**
 * Does everything hold that a correction promises, once its cells are changed and nothing else? The
 * balances are judged anew, and the place that the tables are rounded to is decided anew.
 */
import { decimalPlaces, parseAmount, type Amount } from '../amount';
import type { Finding } from '../finding';
import { coverageKey } from '../formulas/coverage';
import type { BudgetBlock, Measure } from '../forms/terms';
import { budgetBlocks, measures } from '../forms/terms';
import { roundingBetween } from '../returns/crossRounding';
import { agreeingTables } from '../returns/returnEqualities';
import type { Figure, LineView, TableView } from '../returns/tableView';
import { roundingOf } from '../returns/tolerance';
import { coverageOf } from '../returns/totals';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import { checkColumnBalances, checkCrossTableBalances, checkLineBalances } from './balances';
import type { CellCorrection } from './cellCorrection';
import { checkRequired } from './completeness';
import type { CheckSettings } from './settings';
import { checkUnitDoubt, isCostIncredible } from './unitDoubt';

/** Tries corrections on a return. */
export class Promises {
  #judged: Judged | null = null;
  readonly #equalityOf: ReadonlyMap<Finding['id'], string>;

  constructor(
    private readonly unit: UnitReturn,
    private readonly findings: readonly Finding[],
    private readonly settings: CheckSettings,
  ) {
    this.#equalityOf = new Map(
      findings.flatMap(({ id, detail }) =>
        'equality' in detail ? [[id, detail.equality] as const] : [],
      ),
    );
  }

  /** Whether a table is rounded, so that a correction may change what is taken for rounding. */
  get areOfRounded(): boolean {
    return (
      tablesOfReturn(this.unit).some((table) => roundingOf(table).isRounded) ||
      agreeingTables(this.unit).some(({ first, second }) => {
        const rounding = roundingBetween(first, second);
        return rounding(first).isRounded || rounding(second).isRounded;
      })
    );
  }

  /** Whether all that is said to be settled is, no other balance fails, and no more figures are missing. */
  areKept(corrections: readonly CellCorrection[], settles: readonly Finding['id'][]): boolean {
    const [before, after] = this.#try(corrections);
    return (
      [...after.failing].every((id) => before.failing.has(id)) &&
      after.lacking <= before.lacking &&
      this.#settled(settles, after).length === settles.length
    );
  }

  /**
   * What of it an act over many cells settles. What else is wrong may move with them, if it is no more:
   * nothing is settled where more fails or is missing than before.
   */
  settledByAct(
    corrections: readonly CellCorrection[],
    settles: readonly Finding['id'][],
  ): readonly Finding['id'][] {
    const [before, after] = this.#try(corrections);
    const isWorse = after.failing.size > before.failing.size || after.lacking > before.lacking;
    return isWorse ? [] : this.#settled(settles, after);
  }

  /** Whether projects of a table would cost what they cost nowhere once these cells are changed, and do not now. */
  makesCostsIncredible(corrections: readonly CellCorrection[]): boolean {
    const after = changedReturn(this.unit, corrections).tables;
    return [...this.unit.tables].some(([form, table]) => {
      const changed = after.get(form);
      return changed !== undefined && isCostIncredible(changed) && !isCostIncredible(table);
    });
  }

  /** Doubts about a table's unit that are none any more once these cells are changed. */
  doubtsSettledBy(corrections: readonly CellCorrection[]): readonly Finding['id'][] {
    const doubts = this.findings.flatMap(({ id, detail }) =>
      detail.kind === 'unitDoubt' ? [{ id, form: detail.form }] : [],
    );
    if (doubts.length === 0) return [];
    const left = new Set(
      checkUnitDoubt(changedReturn(this.unit, corrections)).flatMap((outcome) =>
        outcome.kind === 'violated' && outcome.finding.detail.kind === 'unitDoubt'
          ? [outcome.finding.detail.form]
          : [],
      ),
    );
    return doubts.flatMap(({ id, form }) => (left.has(form) ? [] : [id]));
  }

  #try(corrections: readonly CellCorrection[]): readonly [Judged, Judged] {
    const before = (this.#judged ??= judge(this.unit, this.settings));
    return [before, judge(changedReturn(this.unit, corrections), this.settings)];
  }

  #settled(settles: readonly Finding['id'][], { failing }: Judged): readonly Finding['id'][] {
    return settles.filter((id) => !failing.has(this.#equalityOf.get(id) ?? ''));
  }
}

interface Judged {
  /** Ids of the equalities that fail beyond rounding. */
  readonly failing: ReadonlySet<string>;
  /** How many figures are blank that the round asks for. */
  readonly lacking: number;
}

function judge(unit: UnitReturn, settings: CheckSettings): Judged {
  const failing = new Set<string>();
  for (const outcome of [
    ...checkLineBalances(unit, settings),
    ...checkColumnBalances(unit, settings),
    ...checkCrossTableBalances(unit, settings),
  ]) {
    if (outcome.kind !== 'violated' || outcome.as !== undefined) continue;
    const { detail } = outcome.finding;
    if ('equality' in detail) failing.add(detail.equality);
  }
  const required = checkRequired(unit, 'missing', settings);
  return { failing, lacking: required.filter(({ kind }) => kind === 'violated').length };
}

/** What is to stand in a figure's cell; undefined where nothing is changed, null for a blank. */
type Proposed = (figure: Figure) => string | null | undefined;

/** The return with some cells changed; totals that are sums of cells follow. */
function changedReturn(unit: UnitReturn, corrections: readonly CellCorrection[]): UnitReturn {
  const byCell = new Map(
    corrections.map(({ place, proposed }) => [`${place.sheet}!${place.cell}`, proposed]),
  );
  const proposed: Proposed = ({ table, address }) => byCell.get(`${table.sheet}!${address}`);
  const tables = [...unit.tables].map(
    ([form, table]) => [form, changedTable(table, proposed)] as const,
  );
  return { ...unit, tables: new Map(tables) };
}

function changedTable(table: TableView, proposed: Proposed): TableView {
  const amounts = new Map<Figure, Amount | null>();
  let isChanged = false;
  for (const figure of table.figures) {
    const value = proposed(figure);
    if (value !== undefined) isChanged = true;
    amounts.set(figure, value === undefined ? figure.amount : parseAmount(value ?? '0'));
  }
  if (!isChanged) return table;
  followFormulas(table, amounts, proposed);
  const view = like(table);
  const byLine = new Map(
    table.lines.map((line) => [line, changedLine(line, view, amounts, proposed)]),
  );
  const lines = [...byLine.values()];
  return put(view, {
    lines,
    summed: table.summed.flatMap((line) => byLine.get(line) ?? []),
    total: table.total && (byLine.get(table.total) ?? null),
    figures: lines.flatMap(({ all }) => all),
  });
}

/** The same but for what is put into it. */
function like<T extends object>(source: T): T {
  return Object.create(source) as T;
}

function put<T extends object>(into: T, own: Partial<T>): T {
  return Object.defineProperties(into, Object.getOwnPropertyDescriptors(own));
}

/** Line totals, then columns, then what adds those up. */
function followFormulas(
  table: TableView,
  amounts: Map<Figure, Amount | null>,
  proposed: Proposed,
): void {
  const byCell = new Map(
    table.figures.map((figure) => [coverageKey(figure.row, figure.column), figure]),
  );
  const sums = table.figures.flatMap((figure) => {
    const coverage = figure.isTotal && proposed(figure) === undefined ? coverageOf(figure) : null;
    return coverage === null ? [] : [{ figure, coverage }];
  });
  for (let pass = 0; pass < 3; pass += 1) {
    for (const { figure, coverage } of sums) {
      let sum = 0n;
      for (const [key, times] of coverage) {
        const part = byCell.get(key);
        if (part !== undefined) sum += (amounts.get(part) ?? 0n) * BigInt(times);
      }
      amounts.set(figure, sum);
    }
  }
}

function changedLine(
  line: LineView,
  table: TableView,
  amounts: ReadonlyMap<Figure, Amount | null>,
  proposed: Proposed,
): LineView {
  const changed = like(line);
  const make = (figure: Figure): Figure => {
    const amount = amounts.get(figure) ?? null;
    const same = put(like(figure), { table, line: changed, amount });
    const value = proposed(figure);
    if (value === undefined) return same;
    if (value === null) return put(same, { blank: true, reading: { kind: 'blank' } });
    const decimals = decimalPlaces(Number(value));
    return put(same, {
      blank: false,
      reading: { kind: 'number', amount: amount ?? 0n, decimals },
    });
  };
  const blockOf = (block: BudgetBlock): LineView['figures'][BudgetBlock] => {
    const { projectCount, budgeted, executed, finalAccounts } = line.figures[block];
    return {
      projectCount: make(projectCount),
      budgeted: make(budgeted),
      executed: make(executed),
      finalAccounts: make(finalAccounts),
    };
  };
  const figures: Record<BudgetBlock, Readonly<Record<Measure, Figure>>> = {
    generalPublic: blockOf('generalPublic'),
    governmentManagedFund: blockOf('governmentManagedFund'),
    total: blockOf('total'),
  };
  const all = budgetBlocks.flatMap((block) => measures.map((measure) => figures[block][measure]));
  return put(changed, { figures, all });
}
