/**
 * What does it cost to decide from the figures to which place a table is rounded? Honest tables taken
 * for wrong, and wrong figures taken for rounding.
 */
import type { Finding } from '../../../src/domain/finding';
import { cellAddress } from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { checkReturn } from '../../../src/domain/rules/checkReturn';
import {
  changed,
  grid,
  officialSheet,
  settings,
  type Changes,
  type Content,
} from '../../domain/forms';
import type { Project, TableFigures, WrittenTable } from '../../properties/pairs';
import { inUnit, lineLabels, tablesOf, written } from '../../properties/pairs';
import { printTable } from './print';
import { seeded, type Random } from './random';
import { percent } from './tally';

/** How the cells of a table are written. */
interface Habit {
  readonly name: string;
  /** Decimals in 万元. */
  readonly places: number;
  /** Each cell is rounded for itself; otherwise the projects were, and everything adds up. */
  readonly isRounded: boolean;
  /** So many amounts are written with one decimal more; `mixed`: each with 0 to `places` decimals. */
  readonly finer: 'none' | 'one' | 'twentieth' | 'mixed';
  /** Totals are formulas over what is written; only inputs can be wrong. */
  readonly isOfFormulas?: boolean;
}

const PURE: readonly Habit[] = [0, 1, 2].flatMap((places): Habit[] => {
  const name = `${places} decimals`;
  return [
    { name: `${name}, adds up`, places, isRounded: false, finer: 'none' },
    { name: `${name}, adds up, one project finer`, places, isRounded: false, finer: 'one' },
    { name: `${name}, rounded`, places, isRounded: true, finer: 'none' },
    { name: `${name}, rounded, one cell finer`, places, isRounded: true, finer: 'one' },
    { name: `${name}, rounded, 1 in 20 finer`, places, isRounded: true, finer: 'twentieth' },
  ];
});

const HABITS: readonly Habit[] = [
  ...PURE,
  { name: '0 to 2 decimals, adds up', places: 2, isRounded: false, finer: 'mixed' },
  { name: '0 to 2 decimals, rounded', places: 2, isRounded: true, finer: 'mixed' },
  ...[0, 1, 2].flatMap((places): Habit[] =>
    [false, true].map((isRounded) => ({
      name: `${places} decimals, ${isRounded ? 'rounded' : 'adds up'}, formula totals`,
      places,
      isRounded,
      finer: 'none',
      isOfFormulas: true,
    })),
  ),
];

/** By how many units of the last place a figure is wrong. */
const SLIPS = [1, 2, 5, 10] as const;
const BALANCES: readonly Finding['rule'][] = ['B-010', 'B-020', 'X-010'];

function drawProjects(random: Random, { places, isRounded, finer }: Habit): readonly Project[] {
  const amount = (value: number, isFirst: boolean): bigint => {
    const more = isFirst && finer === 'one' ? 1 : 0;
    const own = finer === 'mixed' ? random.below(places + 1) : places + more;
    const unit = isRounded ? 1 : 10 ** (6 - own);
    return BigInt(Math.max(1, Math.round(value / unit)) * unit);
  };
  return Array.from({ length: 5 + random.below(60) }, (_, at): Project => {
    const budgeted = Math.exp(Math.log(1e6) + random.next() * Math.log(1e4));
    const executed = random.next() < 0.4 ? budgeted : budgeted * (0.7 + 0.3 * random.next());
    const accounts = random.next() < 0.7 ? executed : executed * (0.9 + 0.1 * random.next());
    return {
      line1: random.below(19),
      line2: random.below(6),
      block: random.next() < 0.8 ? 0 : 1,
      count: 1 + random.below(8),
      budgeted: amount(budgeted, at === 0),
      executed: amount(executed, at === 0),
      finalAccounts: amount(accounts, at === 0),
    };
  });
}

interface Amounts {
  readonly tables: readonly WrittenTable[];
  /** Places of amounts that are not zero. */
  readonly cells: readonly {
    readonly table: number;
    readonly line: number;
    readonly column: number;
  }[];
}

function drawTables(random: Random, habit: Habit): Amounts {
  const { places, isRounded, finer } = habit;
  const pair = tablesOf(drawProjects(random, habit), null);
  const tables = pair.map((table) =>
    written(table, {
      unit: 'tenThousandYuan',
      places: isRounded ? places : places + 1,
      empty: null,
    }).map((line) => [...line]),
  );
  const cells = pair.flatMap((table: TableFigures, index) =>
    table.flatMap((row, line) =>
      row.flatMap((value, column) =>
        value === null ||
        value === 0n ||
        column % 4 === 0 ||
        (habit.isOfFormulas === true && (column >= 8 || line === table.length - 1))
          ? []
          : [{ table: index, line, column }],
      ),
    ),
  );
  const write = ({ table, line, column }: (typeof cells)[number], own: number): void => {
    const row = tables[table]?.[line];
    const value = pair[table]?.[line]?.[column] ?? 0n;
    if (row !== undefined) row[column] = inUnit(value, 'tenThousandYuan', own);
  };
  if (finer === 'mixed') {
    if (isRounded) for (const cell of cells) write(cell, random.below(places + 1));
    return { tables, cells };
  }
  const times =
    finer === 'none' || !isRounded ? 0 : finer === 'one' ? 1 : Math.ceil(cells.length / 20);
  for (let time = 0; time < times; time += 1) {
    write(random.pick(cells), places + 1);
  }
  return { tables, cells };
}

/** The balances that are errors, and those within rounding. */
function balancesOf(
  tables: readonly WrittenTable[],
  slip: Changes,
  at: number,
  isOfFormulas = false,
): [number, number] {
  const sheets = tables.map((table, index) => {
    const labels = [...lineLabels[index === 0 ? 0 : 1], '合计'];
    const rows = table.map((row, line) => [labels[line] ?? '', ...row.map((value) => value ?? '')]);
    const cells = {
      ...officialSheet(index === 0 ? 1 : 2, rows),
      ...(isOfFormulas ? totalFormulas(table.length) : {}),
    };
    return grid(`统计表${index + 1}`, index === at ? changed(cells, slip) : cells);
  });
  const workbook = { sheets };
  const findings = viewReturns(recogniseWorkbook(workbook).returns, workbook).flatMap(
    (unit) => checkReturn(unit, settings).findings,
  );
  const count = (rules: readonly Finding['rule'][]) =>
    findings.filter(({ rule }) => rules.includes(rule)).length;
  return [count(BALANCES), count(['R-060'])];
}

/** Not worked out yet: they give what stands in the table. */
function totalFormulas(lines: number): Record<string, Content> {
  const formulas: Record<string, Content> = {};
  for (let line = 0; line < lines; line += 1) {
    for (let column = 0; column < 12; column += 1) {
      const isTotal = line === lines - 1;
      if (!isTotal && column < 8) continue;
      const address = (row: number, at: number) => cellAddress(row + 4, at + 1);
      formulas[address(line, column)] = {
        formula: isTotal
          ? `=SUM(${address(0, column)}:${address(lines - 2, column)})`
          : `=${address(line, column - 8)}+${address(line, column - 4)}`,
        value: null,
      };
    }
  }
  return formulas;
}

/** Prints the study. */
export function studyTolerance(scale: number): void {
  const tables = Math.ceil(200 * scale);
  const rows = HABITS.map((habit, index) => {
    const random = seeded(7000 + index);
    let [wrong, errors, warnings] = [0, 0, 0];
    const hidden = SLIPS.map(() => 0);
    for (let table = 0; table < tables; table += 1) {
      const honest = drawTables(random, habit);
      const [own, rounding] = balancesOf(honest.tables, {}, -1, habit.isOfFormulas);
      if (own > 0) wrong += 1;
      errors += own;
      warnings += rounding;
      SLIPS.forEach((units, at) => {
        const cell = random.pick(honest.cells);
        const value = honest.tables[cell.table]?.[cell.line]?.[cell.column] ?? 0;
        const off = Number((value + units / 10 ** habit.places).toFixed(habit.places + 1));
        const slip = { [cellAddress(cell.line + 4, cell.column + 1)]: off };
        const [found] = balancesOf(honest.tables, slip, cell.table, habit.isOfFormulas);
        if (found <= own) hidden[at] = (hidden[at] ?? 0) + 1;
      });
    }
    return [
      habit.name,
      percent(wrong, tables),
      (errors / tables).toFixed(2),
      (warnings / tables).toFixed(1),
      ...hidden.map((count) => percent(count, tables)),
    ];
  });
  printTable(
    `To which place is a table rounded? ${tables} tables of each kind`,
    [
      'tables',
      'honest with errors',
      'errors each',
      'warnings each',
      ...SLIPS.map((units) => `off by ${units}: no error`),
    ],
    rows,
  );
}
