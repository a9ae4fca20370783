/**
 * The specification of every rule by example: changes to the Puyang pair and what the rule alone says
 * of it. `bound` is exactly on a bound, `beyond` just over it.
 */
import type { RuleId } from '../../../src/domain/finding';
import type { CellRange } from '../../../src/domain/grid';
import { lastRoundOf } from '../../../src/domain/lastRound/lastRound';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import type { ReportingRound } from '../../../src/domain/forms/rounds';
import type { CheckSettings } from '../../../src/domain/rules/settings';
import type { Changes } from '../forms';
import { puyang, puyangRows } from '../forms';

/** Which situation an example shows. */
export type Situation = 'satisfied' | 'violated' | 'undetermined' | 'bound' | 'beyond';

/** One example. */
export interface RuleExample {
  readonly rule: RuleId;
  readonly situation: Situation;
  readonly table1?: Changes;
  readonly table2?: Changes;
  readonly settings?: Partial<CheckSettings>;
  /** Hidden rows and columns of Table 1, zero-based. */
  readonly hidden?: { readonly rows?: readonly number[]; readonly columns?: readonly number[] };
  /** Merged areas of Table 1. */
  readonly merges?: readonly CellRange[];
  /** `sheet cell[ cell…] stated computed` of each finding; '-' for null. Left out: none. */
  readonly findings?: readonly string[];
  /** How many checks of the rule are undetermined. Left out: none. */
  readonly undetermined?: number;
}

/** Situations that a rule cannot be in, with the reason. */
export const cannotBe: Readonly<Partial<Record<RuleId, readonly Situation[]>>> = {
  // Headings, lines and presence are there or not: nothing is measured and nothing can be unknown.
  'X-020': ['bound', 'beyond'],
  'X-030': ['bound', 'beyond'],
  'X-040': ['bound', 'beyond'],
  'C-020': ['undetermined', 'bound', 'beyond'],
  'C-025': ['undetermined', 'bound', 'beyond'],
  'C-030': ['undetermined', 'bound', 'beyond'],
  'C-035': ['undetermined', 'bound', 'beyond'],
  'C-040': ['undetermined', 'bound', 'beyond'],
  'C-050': ['undetermined', 'bound', 'beyond'],
  'C-060': ['undetermined', 'bound', 'beyond'],
  // What a cell holds is always known; the kinds of content have no bound.
  'L-010': ['undetermined'],
  'L-020': ['undetermined'],
  'L-050': ['undetermined', 'bound', 'beyond'],
  'L-060': ['undetermined', 'bound', 'beyond'],
  'L-065': ['undetermined', 'bound', 'beyond'],
  'L-070': ['undetermined', 'bound', 'beyond'],
  'R-050': ['undetermined'],
  // Figures that cannot be told are left out of these.
  'R-030': ['undetermined'],
  'R-040': ['undetermined'],
  'C-010': ['undetermined', 'bound', 'beyond'],
  'C-015': ['undetermined', 'bound', 'beyond'],
  'C-070': ['undetermined'],
  'F-010': ['undetermined'],
  'F-020': ['bound', 'beyond'],
  'F-025': ['bound', 'beyond'],
  'F-030': ['undetermined', 'bound', 'beyond'],
  'F-040': ['undetermined'],
  'S-010': ['undetermined', 'bound', 'beyond'],
  'S-020': ['undetermined', 'bound', 'beyond'],
  'S-030': ['undetermined'],
  'S-040': ['undetermined', 'bound', 'beyond'],
  'D-020': ['undetermined', 'bound', 'beyond'],
  // What cannot be told is left out; the round before is.
  'Y-020': ['undetermined'],
  'Y-025': ['undetermined'],
  'Y-030': ['undetermined'],
  // Recorded by the balances, which have these situations themselves.
  'R-060': ['satisfied', 'undetermined', 'bound', 'beyond'],
};

/** The figure columns of both tables. */
const letters = ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M'];

/** Lines 一般事务 … 其他 and the total line emptied, but for what is put in. */
export function emptied(lines: number, changes: Changes): Changes {
  const result: Record<string, Changes[string]> = {};
  for (let row = 5; row < 5 + lines; row += 1) {
    for (const letter of letters) result[`${letter}${row}`] = undefined;
  }
  return { ...result, ...changes };
}

/** Only 一般事务 and 教育 hold whole amounts; every total is theirs. */
function wholeTable1(changes: Changes): Changes {
  return emptied(20, { C5: 10, K5: 10, C8: 20, K8: 20, C24: 30, K24: 30, ...changes });
}

/** Only the first two kinds of service hold whole amounts. */
function wholeTable2(changes: Changes): Changes {
  return emptied(7, { C5: 10, K5: 10, C6: 20, K6: 20, C11: 30, K11: 30, ...changes });
}

const formula = (text: string, value: number | string) => ({ formula: text, value });

/** Rows of the lines of Table 1. */
const puyangLines = Array.from({ length: 19 }, (_line, at) => at + 5);

/** Total formulas across the total line of Table 1 but for one. */
function totalLineFormulas(except: Changes): Changes {
  const totals = [
    222, 35956.4864, 35051.1564, 34462.5264, 14, 5571.632, 5739.352, 5739.352, 236, 41528.1184,
    40790.5084, 40201.8784,
  ];
  const result: Record<string, Changes[string]> = {};
  totals.forEach((value, at) => {
    const letter = letters[at] ?? '';
    result[`${letter}24`] = formula(`=SUM(${letter}5:${letter}23)`, value);
  });
  return { ...result, ...except };
}

/** The first totals of the lines' budgets as formulas. */
function budgetTotalFormulas(count: number): Changes {
  return Object.fromEntries(
    puyangRows(1)
      .slice(0, count)
      .map((row, at) => [`K${at + 5}`, formula(`=C${at + 5}+G${at + 5}`, Number(row[10] ?? ''))]),
  );
}

/** What was reported in the round before: the city's pair of a year, with changes to Table 1. */
function before(
  year: number,
  changes: Changes = {},
  round: ReportingRound | null = null,
): Partial<CheckSettings> {
  const workbook = puyang(
    { K2: `金额：万元 年份：（${year}）`, ...changes },
    { K2: `金额：万元 年份：（${year}）` },
  );
  const units = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  return { lastRound: lastRoundOf(units, round) };
}

/** Ten budgets of Table 1, all but the last 100. */
function tenBudgets(last: number): Changes {
  const lines = Array.from({ length: 9 }, (_, at): [string, number] => [`C${at + 5}`, 100]);
  return emptied(20, { ...Object.fromEntries(lines), C14: last });
}

/** Nine budgets of Table 1 alike, and nothing else. */
function nineBudgets(each: number): Changes {
  return { ...tenBudgets(each), ...nineLines('C', each), C14: undefined };
}

function nineLines(letter: string, each: number): Changes {
  return Object.fromEntries(
    Array.from({ length: 9 }, (_, at): [string, number] => [`${letter}${at + 5}`, each]),
  );
}

/** Amounts of Table 1 in these columns, so many times as large. */
function timesAsLarge(times: number, columns = 'CDEGHI'): Changes {
  return Object.fromEntries(
    puyangRows(1).flatMap((row, line) =>
      Array.from(columns).flatMap((letter): [string, number][] => {
        const value = row['ABCDEFGHIJKLM'.indexOf(letter)];
        return typeof value === 'number'
          ? [[`${letter}${line + 5}`, Number((value * times).toPrecision(12))]]
          : [];
      }),
    ),
  );
}

function blankColumns(columns: string): Changes {
  const rows = Array.from({ length: 20 }, (_, at) => at + 5);
  return Object.fromEntries(
    rows.flatMap((row) =>
      Array.from(columns).map((letter): [string, undefined] => [`${letter}${row}`, undefined]),
    ),
  );
}

/** The examples. */
export const examples: readonly RuleExample[] = [
  { rule: 'B-010', situation: 'satisfied' },
  {
    rule: 'B-010',
    situation: 'violated',
    table1: { K12: 7580.924 },
    findings: ['统计表1 K12 7580.924 7580.942'],
  },
  {
    rule: 'B-010',
    situation: 'violated',
    table1: { K12: undefined },
    findings: ['统计表1 K12 - 7580.942'],
  },
  // Nothing is a sum, too: where a part says so, a blank total does not.
  {
    rule: 'B-010',
    situation: 'violated',
    table1: { C6: 0, K6: undefined },
    findings: ['统计表1 K6 - 0'],
  },
  { rule: 'B-010', situation: 'undetermined', table1: { C12: 'abc' }, undetermined: 1 },
  // Two figures of whole 万元 and their total may be off by 1 in all, three halves.
  {
    rule: 'B-010',
    situation: 'bound',
    table1: wholeTable1({ G5: 5, K5: 16, G24: 5, K24: 36 }),
    table2: wholeTable2({}),
    findings: ['统计表1 K5 16 15 R-060', '统计表1 K24 36 35 R-060'],
  },
  {
    rule: 'B-010',
    situation: 'beyond',
    table1: wholeTable1({ G5: 5, K5: 17, G24: 5, K24: 35 }),
    table2: wholeTable2({}),
    findings: ['统计表1 K5 17 15'],
  },
  // The bound itself: one part and the total, each half a 万元.
  {
    rule: 'B-010',
    situation: 'bound',
    table1: wholeTable1({ K5: 11 }),
    table2: wholeTable2({}),
    findings: ['统计表1 K5 11 10 R-060'],
  },
  {
    rule: 'B-010',
    situation: 'beyond',
    table1: wholeTable1({ K5: 11 }),
    table2: wholeTable2({}),
    settings: { strict: true },
    findings: ['统计表1 K5 11 10'],
  },
  // Decimals below a 分 do not narrow the interval: half a 分 each, so 1 分 (10⁻⁶ 万元) is within, more is not.
  {
    rule: 'B-010',
    situation: 'bound',
    table1: wholeTable1({ C5: 10.1234567, K5: 10.1234577 }),
    table2: wholeTable2({}),
    findings: ['统计表1 K5 10.1234577 10.1234567 R-060'],
  },
  {
    rule: 'B-010',
    situation: 'beyond',
    table1: wholeTable1({ C5: 10.1234567, K5: 10.1234578 }),
    table2: wholeTable2({}),
    findings: ['统计表1 K5 10.1234578 10.1234567'],
  },
  // Counts have no interval.
  {
    rule: 'B-010',
    situation: 'violated',
    table1: wholeTable1({ B5: 1, J5: 2 }),
    table2: wholeTable2({}),
    findings: ['统计表1 J5 2 1'],
  },
  // Float noise of a computed total is no difference.
  {
    rule: 'B-010',
    situation: 'satisfied',
    table1: { K24: formula('=C24+G24', Number('41528.118399999994')) },
  },
  { rule: 'B-020', situation: 'satisfied' },
  {
    rule: 'B-020',
    situation: 'violated',
    table1: { B24: 221, J24: 235 },
    findings: ['统计表1 B24 221 222', '统计表1 J24 235 236'],
  },
  { rule: 'B-020', situation: 'undetermined', table1: { C12: true }, undetermined: 1 },
  {
    rule: 'B-020',
    situation: 'undetermined',
    table1: { A24: undefined, ...emptiedRow(24) },
    undetermined: 12,
  },
  // Two lines and their total: three halves of one 万元, so 1 is within and 2 is not.
  {
    rule: 'B-020',
    situation: 'bound',
    table1: wholeTable1({ C24: 31, K24: 31 }),
    table2: wholeTable2({}),
    findings: ['统计表1 C24 31 30 R-060', '统计表1 K24 31 30 R-060'],
  },
  // Nor is a total that is not there rounded.
  {
    rule: 'B-020',
    situation: 'violated',
    table1: wholeTable1({ D5: formula('=0.4', 0.4) }),
    table2: wholeTable2({}),
    findings: ['统计表1 D24 - 0.4'],
  },
  {
    rule: 'B-020',
    situation: 'beyond',
    table1: wholeTable1({ C24: 32, K24: 32 }),
    table2: wholeTable2({}),
    findings: ['统计表1 C24 32 30', '统计表1 K24 32 30'],
  },
  { rule: 'X-010', situation: 'satisfied' },
  {
    rule: 'X-010',
    situation: 'violated',
    table2: { J11: 237 },
    findings: ['统计表1 J24 236 237'],
  },
  { rule: 'X-010', situation: 'undetermined', table2: { J11: '待定' }, undetermined: 1 },
  {
    rule: 'X-010',
    situation: 'undetermined',
    table2: { K2: '金额：元 年份：（2019）' },
    undetermined: 9,
  },
  { rule: 'X-010', situation: 'undetermined', table2: emptied(7, {}), undetermined: 12 },
  {
    rule: 'X-010',
    situation: 'bound',
    table1: wholeTable1({ C24: 30, K24: 30 }),
    table2: wholeTable2({ C11: 31, K11: 31 }),
    findings: ['统计表1 C24 30 31 R-060', '统计表1 K24 30 31 R-060'],
  },
  {
    rule: 'X-010',
    situation: 'beyond',
    table1: wholeTable1({ C24: 30, K24: 30 }),
    table2: wholeTable2({ C11: 32, K11: 31 }),
    findings: ['统计表1 C24 30 32', '统计表1 K24 30 31 R-060'],
  },
  // A blank is no rounded figure: 0.4 against nothing is not within half a 万元, on either side.
  {
    rule: 'X-010',
    situation: 'violated',
    table1: wholeTable1({ C24: undefined }),
    table2: wholeTable2({ C11: formula('=0.4', 0.4) }),
    findings: ['统计表1 C24 - 0.4'],
  },
  {
    rule: 'X-010',
    situation: 'violated',
    table1: wholeTable1({ C24: formula('=0.4', 0.4) }),
    table2: wholeTable2({ C11: undefined }),
    findings: ['统计表1 C24 0.4 0'],
  },
  { rule: 'X-020', situation: 'satisfied', table2: { A2: '填报单位： 濮阳市财政局（汇总）' } },
  {
    rule: 'X-020',
    situation: 'violated',
    table2: { A2: '填报单位：濮阳县财政局' },
    findings: ['统计表1 A2 - -'],
  },
  { rule: 'X-020', situation: 'undetermined', table2: { A2: '填报单位：' }, undetermined: 1 },
  { rule: 'X-030', situation: 'satisfied', table2: { K2: '金额：万元 年份：二〇一九年' } },
  {
    rule: 'X-030',
    situation: 'violated',
    table2: { K2: '金额：万元 年份：（2018）' },
    findings: ['统计表1 K2 - -'],
  },
  {
    rule: 'X-030',
    situation: 'undetermined',
    table2: { K2: '金额：万元 年份：（ ）' },
    undetermined: 1,
  },
  { rule: 'X-040', situation: 'satisfied', table2: { K2: '单位：人民币万元 年份：（2019）' } },
  {
    rule: 'X-040',
    situation: 'violated',
    table2: { K2: '金额：元 年份：（2019）' },
    findings: ['统计表1 K2 - -'],
  },
  {
    rule: 'X-040',
    situation: 'undetermined',
    table2: { K2: '金额： 年份：（2019）' },
    undetermined: 1,
  },
  { rule: 'L-010', situation: 'satisfied' },
  { rule: 'L-010', situation: 'bound', table1: { B5: 0 } },
  {
    rule: 'L-010',
    situation: 'beyond',
    table1: { B5: -1 },
    findings: ['统计表1 B5 -1 -'],
  },
  {
    rule: 'L-010',
    situation: 'violated',
    table1: { B5: 34.5 },
    findings: ['统计表1 B5 34.5 -'],
  },
  { rule: 'L-020', situation: 'satisfied' },
  { rule: 'L-020', situation: 'bound', table1: { C5: 0 } },
  {
    rule: 'L-020',
    situation: 'beyond',
    table1: { C5: -0.0001 },
    findings: ['统计表1 C5 -0.0001 -'],
  },
  {
    rule: 'L-020',
    situation: 'violated',
    table1: { C5: -3275.2964 },
    findings: ['统计表1 C5 -3275.2964 -'],
  },
  { rule: 'L-030', situation: 'satisfied' },
  {
    rule: 'L-030',
    situation: 'violated',
    table1: { B8: undefined },
    findings: ['统计表1 B8 - -'],
  },
  { rule: 'L-030', situation: 'undetermined', table1: { B8: '三个' }, undetermined: 1 },
  { rule: 'L-030', situation: 'bound', table1: { B8: 1 } },
  { rule: 'L-030', situation: 'beyond', table1: { B8: 0 }, findings: ['统计表1 B8 0 -'] },
  // Less than none are no projects either.
  { rule: 'L-030', situation: 'beyond', table1: { B8: -1 }, findings: ['统计表1 B8 -1 -'] },
  // In July 决算数 is last year's: it needs no project of this year.
  {
    rule: 'L-030',
    situation: 'satisfied',
    settings: { round: 'july' },
    table1: { B8: undefined, C8: undefined, D8: undefined },
  },
  { rule: 'L-035', situation: 'satisfied' },
  {
    rule: 'L-035',
    situation: 'violated',
    table1: { C8: undefined },
    findings: ['统计表1 C8 - -'],
  },
  { rule: 'L-035', situation: 'undetermined', table1: { C8: '见附件' }, undetermined: 1 },
  { rule: 'L-035', situation: 'bound', table1: { C8: 0.0001 } },
  { rule: 'L-035', situation: 'beyond', table1: { C8: 0 }, findings: ['统计表1 C8 0 -'] },
  {
    rule: 'L-035',
    situation: 'satisfied',
    settings: { round: 'july' },
    table1: { C8: undefined, D8: undefined },
  },
  { rule: 'L-040', situation: 'satisfied' },
  {
    rule: 'L-040',
    situation: 'violated',
    table1: { C8: undefined, D8: undefined, E8: undefined },
    findings: ['统计表1 B8 3 -'],
  },
  {
    rule: 'L-040',
    situation: 'undetermined',
    table1: { C8: '无法', D8: undefined, E8: undefined },
    undetermined: 1,
  },
  { rule: 'L-040', situation: 'bound', table1: { C8: 0.0001, D8: 0, E8: 0 } },
  {
    rule: 'L-040',
    situation: 'beyond',
    table1: { C8: 0, D8: 0, E8: 0 },
    findings: ['统计表1 B8 3 -'],
  },
  { rule: 'L-050', situation: 'satisfied' },
  {
    rule: 'L-050',
    situation: 'violated',
    table1: { C5: '３，２７５．２９６４ 万元', B5: '34个' },
    findings: ['统计表1 B5 34 -', '统计表1 C5 3275.2964 -'],
  },
  {
    rule: 'L-050',
    situation: 'violated',
    table1: { C5: '32752964元', D5: '3121.4864元', E5: '77元' },
    findings: ['统计表1 C5 3275.2964 -', '统计表1 D5 3121.4864 -', '统计表1 E5 0.0077 -'],
  },
  {
    rule: 'L-060',
    situation: 'violated',
    table1: { B5: '30\n4', C5: '1200\n2075.2964', C24: '三' },
    findings: ['统计表1 B5 - 34', '统计表1 C5 - 3275.2964', '统计表1 C24 - 35956.4864'],
  },
  { rule: 'L-060', situation: 'satisfied', table1: { F5: '   ', G5: '\u2060\u0007' } },
  {
    rule: 'L-060',
    situation: 'violated',
    table1: { C5: '三千', D5: true, E5: { value: 43831, numberFormat: 'yyyy/m/d' } },
    findings: ['统计表1 C5 - 3275.2964', '统计表1 D5 - 3121.4864', '统计表1 E5 - 3119.3864'],
  },
  { rule: 'L-065', situation: 'satisfied' },
  {
    rule: 'L-065',
    situation: 'violated',
    table1: { F5: '—', G5: '－', H5: '/', I5: '无' },
    findings: ['统计表1 F5 - -', '统计表1 G5 - -', '统计表1 H5 - -', '统计表1 I5 - -'],
  },
  { rule: 'L-070', situation: 'satisfied' },
  {
    rule: 'L-070',
    situation: 'violated',
    table1: { C24: { value: { error: '#REF!' }, formula: '=SUM(#REF!)' } },
    findings: ['统计表1 C24 - -'],
  },
  { rule: 'R-010', situation: 'satisfied', table1: onlyLine8({}), table2: onlyLine5({}) },
  // A budget that is missing is no limit of nothing.
  {
    rule: 'R-010',
    situation: 'satisfied',
    table1: onlyLine8({ C8: undefined }),
    table2: onlyLine5({}),
  },
  {
    rule: 'R-010',
    situation: 'bound',
    table1: onlyLine8({ D8: 691.45 }),
    table2: onlyLine5({}),
  },
  {
    rule: 'R-010',
    situation: 'beyond',
    table1: onlyLine8({ D8: 691.4501 }),
    table2: onlyLine5({}),
    findings: ['统计表1 D8 691.4501 691.45'],
  },
  {
    rule: 'R-010',
    situation: 'violated',
    table1: onlyLine8({ D8: 700 }),
    table2: onlyLine5({}),
    findings: ['统计表1 D8 700 691.45'],
  },
  {
    rule: 'R-010',
    situation: 'undetermined',
    table1: onlyLine8({ D8: 'x' }),
    table2: onlyLine5({}),
    undetermined: 1,
  },
  { rule: 'R-020', situation: 'satisfied', table1: onlyLine8({}), table2: onlyLine5({}) },
  { rule: 'R-020', situation: 'bound', table1: onlyLine8({ E8: 600 }), table2: onlyLine5({}) },
  {
    rule: 'R-020',
    situation: 'beyond',
    table1: onlyLine8({ E8: 600.0001 }),
    table2: onlyLine5({}),
    findings: ['统计表1 E8 600.0001 600'],
  },
  {
    rule: 'R-020',
    situation: 'violated',
    table1: onlyLine8({ E8: 640 }),
    table2: onlyLine5({}),
    findings: ['统计表1 E8 640 600'],
  },
  {
    rule: 'R-020',
    situation: 'undetermined',
    table1: onlyLine8({ E8: 'x' }),
    table2: onlyLine5({}),
    undetermined: 1,
  },
  // In July the two belong to different years.
  {
    rule: 'R-020',
    situation: 'satisfied',
    settings: { round: 'july' },
    table1: onlyLine8({ E8: 640 }),
    table2: onlyLine5({}),
  },
  { rule: 'R-030', situation: 'satisfied', table1: onlyLine8({}), table2: onlyLine5({}) },
  {
    rule: 'R-030',
    situation: 'bound',
    settings: { lowestExecutionRate: 80 },
    table1: onlyLine8({ C8: 750 }),
    table2: onlyLine5({ C5: 750 }),
  },
  {
    rule: 'R-030',
    situation: 'beyond',
    settings: { lowestExecutionRate: 80 },
    table1: onlyLine8({ C8: 750.01 }),
    table2: onlyLine5({ C5: 750 }),
    findings: ['统计表1 D8 600 -'],
  },
  {
    rule: 'R-030',
    situation: 'violated',
    settings: { lowestExecutionRate: 90 },
    table1: onlyLine8({ D8: 60 }),
    table2: onlyLine5({ D5: 690 }),
    findings: ['统计表1 D8 60 -'],
  },
  { rule: 'R-040', situation: 'satisfied' },
  {
    rule: 'R-040',
    situation: 'violated',
    table1: { K2: '金额：元 年份：（2019）' },
    findings: ['统计表1 K2 - -'],
  },
  // 3 line-blocks with 100,000 万元 (10⁹ yuan) per project: the highest that is credible.
  { rule: 'R-040', situation: 'bound', table1: threeLines(100_000), table2: emptied(7, {}) },
  {
    rule: 'R-040',
    situation: 'beyond',
    table1: threeLines(100_001),
    table2: emptied(7, {}),
    findings: ['统计表1 K2 - -'],
  },
  // Two line-blocks are too few to tell, however much they hold.
  {
    rule: 'R-040',
    situation: 'bound',
    table1: emptied(20, { B5: 1, C5: 500_000, B6: 1, C6: 500_000 }),
    table2: emptied(7, {}),
  },
  { rule: 'R-050', situation: 'satisfied' },
  { rule: 'R-050', situation: 'bound', table1: { C5: 3275.296412 } },
  {
    rule: 'R-050',
    situation: 'beyond',
    table1: { C5: 3275.2964121 },
    findings: ['统计表1 C5 3275.2964121 -'],
  },
  {
    rule: 'R-050',
    situation: 'violated',
    table1: { C5: 1.23456789 },
    findings: ['统计表1 C5 1.23456789 -'],
  },
  { rule: 'R-060', situation: 'violated' },
  { rule: 'C-010', situation: 'satisfied' },
  {
    rule: 'C-010',
    situation: 'violated',
    table1: { C8: undefined, D10: undefined, E10: undefined },
    findings: ['统计表1 C8 - -', '统计表1 D10 - -', '统计表1 E10 - -'],
  },
  {
    rule: 'C-010',
    situation: 'satisfied',
    settings: { round: 'january' },
    table1: { E8: undefined, E10: undefined },
  },
  {
    rule: 'C-010',
    situation: 'satisfied',
    settings: { round: 'july' },
    table1: { E8: undefined },
  },
  {
    rule: 'C-010',
    situation: 'violated',
    settings: { round: 'july' },
    table1: {
      I11: undefined,
      I12: undefined,
      I14: undefined,
      I15: undefined,
      I20: undefined,
      I23: undefined,
    },
    findings: ['统计表1 I11 I12 I14 I15 I20 I23 - -'],
  },
  { rule: 'C-015', situation: 'satisfied', settings: { round: 'july' } },
  {
    rule: 'C-015',
    situation: 'violated',
    settings: { round: 'july' },
    table1: { E8: undefined },
    findings: ['统计表1 E8 - -'],
  },
  { rule: 'C-015', situation: 'satisfied', table1: { E8: undefined } },
  { rule: 'C-020', situation: 'satisfied' },
  {
    rule: 'C-020',
    situation: 'violated',
    table1: { A2: '填报单位：', K2: undefined },
    findings: ['统计表1 A2 - -', '统计表1 A3 - -', '统计表1 A3 - -'],
  },
  {
    rule: 'C-020',
    situation: 'violated',
    table1: { K2: '金额：美元 年份：（2019）' },
    findings: ['统计表1 K2 - -'],
  },
  { rule: 'C-025', situation: 'satisfied' },
  // A sample's words for a unit say of none which it is.
  {
    rule: 'C-025',
    situation: 'violated',
    table1: { A2: '填报单位：××县财政局' },
    table2: { A2: '填报单位：××县财政局' },
    findings: ['统计表1 A2 - -', '统计表2 A2 - -'],
  },
  { rule: 'C-030', situation: 'satisfied' },
  {
    rule: 'C-030',
    situation: 'violated',
    table1: { A8: '教育支出', A9: '教育' },
    findings: ['统计表1 A9 - -', '统计表1 A10 - -'],
  },
  {
    rule: 'C-030',
    situation: 'violated',
    table1: { A9: '科技三项费用' },
    findings: ['统计表1 A10 - -', '统计表1 A9 - -'],
  },
  {
    rule: 'C-030',
    situation: 'violated',
    table1: { A24: undefined },
    findings: ['统计表1 A24 - -'],
  },
  { rule: 'C-030', situation: 'violated', table1: { A24: '合汁' }, findings: ['统计表1 A24 - -'] },
  { rule: 'C-030', situation: 'satisfied', table1: { A24: '全市合计（19项）' } },
  { rule: 'C-035', situation: 'satisfied' },
  {
    rule: 'C-035',
    situation: 'violated',
    table1: {
      N3: '国有资本经营预算',
      N4: '项目数',
      O4: '预算数',
      P4: '执行数',
      Q4: '决算数',
      N5: 1,
      O5: 20,
    },
    findings: ['统计表1 N3 - -'],
  },
  { rule: 'C-040', situation: 'satisfied' },
  {
    rule: 'C-040',
    situation: 'violated',
    table1: { A12: '卫生健康支出' },
    findings: ['统计表1 A12 - -'],
  },
  { rule: 'C-050', situation: 'satisfied', table2: emptied(7, { J11: 0 }) },
  {
    rule: 'C-050',
    situation: 'violated',
    table2: emptied(7, { J11: formula('=SUM(J5:J10)', 0) }),
    findings: ['统计表2 A3 - -'],
  },
  { rule: 'C-060', situation: 'satisfied' },
  {
    rule: 'C-060',
    situation: 'violated',
    table2: {
      A3: undefined,
      B4: undefined,
      C4: undefined,
      D4: undefined,
      E4: undefined,
      F4: undefined,
      G4: undefined,
      H4: undefined,
      I4: undefined,
      J4: undefined,
      K4: undefined,
      L4: undefined,
      M4: undefined,
    },
    findings: ['统计表1 A3 - -'],
  },
  { rule: 'C-070', situation: 'satisfied' },
  { rule: 'C-070', situation: 'bound', settings: { today: { year: 2020, month: 1, day: 1 } } },
  {
    rule: 'C-070',
    situation: 'beyond',
    settings: { today: { year: 2019, month: 12, day: 31 } },
    findings: ['统计表1 K2 2019 -', '统计表2 K2 2019 -'],
  },
  {
    rule: 'C-070',
    situation: 'violated',
    settings: { round: 'july', today: { year: 2020, month: 7, day: 1 } },
    findings: ['统计表1 K2 2019 2020', '统计表2 K2 2019 2020'],
  },
  { rule: 'C-070', situation: 'satisfied', settings: { round: 'january' } },
  { rule: 'F-010', situation: 'satisfied', table1: totalLineFormulas({}) },
  {
    rule: 'F-010',
    situation: 'violated',
    table1: totalLineFormulas({ C24: 35956.4864, J24: 236, K24: undefined }),
    findings: ['统计表1 C24 35956.4864 35956.4864', '统计表1 J24 236 236'],
  },
  // Of a line's total 18 neighbours: half of them are not more than half.
  { rule: 'F-010', situation: 'bound', table1: budgetTotalFormulas(9) },
  {
    rule: 'F-010',
    situation: 'beyond',
    table1: budgetTotalFormulas(10),
    findings: [
      '统计表1 K15 662.57 662.57',
      '统计表1 K16 60.5 60.5',
      '统计表1 K17 71.77 71.77',
      '统计表1 K18 847.9 847.9',
      '统计表1 K19 8051.18 8051.18',
      '统计表1 K20 4781.5 4781.5',
      '统计表1 K21 370 370',
      '统计表1 K22 0 0',
      '统计表1 K23 563.36 563.36',
    ],
  },
  { rule: 'F-020', situation: 'satisfied', table1: totalLineFormulas({}) },
  {
    rule: 'F-020',
    situation: 'violated',
    table1: totalLineFormulas({ F24: formula('=SUM(F6:F23)', 14) }),
    findings: ['统计表1 F24 14 14'],
  },
  {
    rule: 'F-020',
    situation: 'satisfied',
    table1: totalLineFormulas({ F24: formula('=ROUND(SUM(F5:F10)+SUM(F11:F23),2)', 14) }),
  },
  {
    rule: 'F-020',
    situation: 'undetermined',
    table1: totalLineFormulas({ F11: 'x', F24: formula('=SUM(F6:F23)', 10) }),
    undetermined: 1,
  },
  { rule: 'F-025', situation: 'satisfied', table1: totalLineFormulas({}) },
  {
    rule: 'F-025',
    situation: 'violated',
    table1: totalLineFormulas({ B24: formula('=SUM(B6:B23)', 188) }),
    findings: ['统计表1 B24 188 222'],
  },
  {
    rule: 'F-025',
    situation: 'undetermined',
    table1: totalLineFormulas({ F11: 'x', F24: formula('=SUM(F6:F23)', 10) }),
    undetermined: 1,
  },
  { rule: 'F-030', situation: 'satisfied', table1: { C5: formula('=Sheet9!A1', 3275.2964) } },
  {
    rule: 'F-030',
    situation: 'violated',
    table1: {
      C5: formula("='[上报表.xlsx]统计表1'!C5", 3275.2964),
      D5: formula('=[1]表!D5', 3121.4864),
    },
    findings: ['统计表1 C5 3275.2964 -', '统计表1 D5 3121.4864 -'],
  },
  { rule: 'F-040', situation: 'satisfied', table1: totalLineFormulas({}) },
  // A right SUM that shows 0 because a figure is text: the text is named (L-050), not the formula.
  {
    rule: 'F-040',
    situation: 'satisfied',
    table1: totalLineFormulas({ F11: '4', F24: formula('=SUM(F5:F23)', 10) }),
  },
  {
    rule: 'F-040',
    situation: 'bound',
    table1: totalLineFormulas({ C24: formula('=SUM(C5:C23)', 35956.4864005) }),
  },
  {
    rule: 'F-040',
    situation: 'beyond',
    table1: totalLineFormulas({ C24: formula('=SUM(C5:C23)', 35956.4864006) }),
    findings: ['统计表1 C24 35956.4864006 35956.4864'],
  },
  // An input was changed and nothing calculated since: its total, the column's and the corner's.
  {
    rule: 'F-040',
    situation: 'violated',
    table1: totalLineFormulas({ B7: 16, J7: formula('=B7+F7', 15) }),
    findings: ['统计表1 J7 B24 J24 15 16'],
  },
  // An empty text that is a number by now; one that still is empty, and one that comes to nought, are left.
  {
    rule: 'F-040',
    situation: 'violated',
    table1: {
      F6: formula('=IF(AA1>0,AA1,"")', ''),
      F7: formula('=IF(AA2>0,AA2,"")', ''),
      F8: formula('=IF(AA2=0,AA2,"")', ''),
      F9: formula('=IFERROR(1/AA2,"")', ''),
      AA1: 5,
      AA2: 0,
    },
    findings: ['统计表1 F6 - 5'],
  },
  // Rows 11 and 12 are hidden; the count adds up what is seen only.
  {
    rule: 'F-040',
    situation: 'violated',
    table1: totalLineFormulas({
      B24: formula('=SUBTOTAL(9,B5:B23)', 196),
      F24: formula('=SUBTOTAL(9,F5:F23)', 14),
      C24: formula('=SUBTOTAL(109,C5:C23)', 27758.3864),
    }),
    hidden: { rows: [10, 11] },
    findings: ['统计表1 B24 C24 196 222'],
  },
  // AGGREGATE leaves hidden rows out where its second argument says so (5), and does not (4).
  {
    rule: 'F-040',
    situation: 'violated',
    table1: totalLineFormulas({
      B24: formula('=AGGREGATE(9,5,B5:B23)', 196),
      C24: formula('=AGGREGATE(9,4,C5:C23)', 35956.4864),
    }),
    hidden: { rows: [10, 11] },
    findings: ['统计表1 B24 196 222'],
  },
  // A part that is the total less the others, and the total: neither can be calculated.
  {
    rule: 'F-040',
    situation: 'violated',
    table1: totalLineFormulas({
      F11: formula('=F24-SUM(F12:F23)', 0),
      F24: formula('=SUM(F5:F23)', 0),
    }),
    findings: ['统计表1 F11 F24 0 -'],
  },
  {
    rule: 'S-010',
    situation: 'satisfied',
    table1: { J6: undefined, K6: undefined, L6: undefined, M6: undefined },
    hidden: { rows: [5] },
  },
  {
    rule: 'S-010',
    situation: 'violated',
    hidden: { rows: [10], columns: [7] },
    findings: [
      '统计表1 B11 C11 D11 E11 F11 G11 H11 I11 J11 K11 L11 M11 - -',
      '统计表1 H11 H12 H14 H15 H20 H23 H24 - -',
    ],
  },
  // C7:C8 and B6:E6 (a blank line) merged; the title's merge is none of the table's.
  {
    rule: 'S-020',
    situation: 'satisfied',
    merges: [area(6, 2, 6, 2), area(5, 1, 5, 4), area(0, 0, 0, 12), area(2, 1, 2, 4)],
  },
  {
    rule: 'S-020',
    situation: 'violated',
    merges: [area(6, 2, 7, 2), area(21, 0, 22, 3)],
    findings: ['统计表1 C8 - -', '统计表1 B23 C23 D23 - -'],
  },
  // Text under a merge adds nothing; it is another rule's.
  {
    rule: 'S-020',
    situation: 'satisfied',
    table1: { C8: '见附表' },
    merges: [area(6, 2, 7, 2)],
  },
  // Signatures, a date in cells, a telephone and a page number, a check formula, line numbers.
  {
    rule: 'S-030',
    situation: 'satisfied',
    table1: {
      A26: '填表人：张某',
      D26: '联系电话：',
      E26: 13800000000,
      G26: '2020年',
      H26: 1,
      F28: 1,
      ...Object.fromEntries(puyangLines.map((row) => [`O${row}`, row - 4])),
      N24: formula('=J24-B24-F24', 5),
    },
  },
  // Another list, with headings of its own, further down.
  {
    rule: 'S-030',
    situation: 'satisfied',
    table1: {
      A28: '序号',
      B28: '项目名称',
      C28: '合同金额',
      A29: 1,
      B29: '某项目',
      C29: 12.5,
    },
  },
  { rule: 'S-030', situation: 'bound', table1: { L26: 999 } },
  {
    rule: 'S-030',
    situation: 'beyond',
    table1: { L26: 1000 },
    findings: ['统计表1 L26 - -'],
  },
  {
    rule: 'S-030',
    situation: 'violated',
    table1: { K24: undefined, L24: undefined, M24: undefined, J26: 41528.1184, K26: 1, L26: 2 },
    table2: { A13: '其中：非税安排', B13: 3, C13: 55, N9: 12.5 },
    findings: ['统计表1 J26 K26 L26 - -', '统计表2 B13 C13 - -', '统计表2 N9 - -'],
  },
  // Several numbers beside a line are figures, small ones too; one may number something.
  {
    rule: 'S-030',
    situation: 'violated',
    table1: { N7: 3, O7: 55, P7: 54, N9: 2, N11: 2019, O11: 7 },
    findings: ['统计表1 N7 O7 P7 - -'],
  },
  { rule: 'S-040', situation: 'satisfied' },
  {
    rule: 'S-040',
    situation: 'satisfied',
    table1: {
      C5: { value: 3275.2964, numberFormat: '#,##0.00_ ;\\-#,##0.00' },
      C7: { value: 2625.51, numberFormat: '0.00"万元"' },
      B7: { value: 15, numberFormat: '0"个"' },
      C8: { value: 0, numberFormat: '0!.0,"万"' },
    },
  },
  {
    rule: 'S-040',
    situation: 'violated',
    table1: {
      C5: { value: 32752964, numberFormat: '0!.0,"万"' },
      D5: { value: 31214864, numberFormat: '0!.0,"万"' },
      E5: { value: 31193.864, numberFormat: '#,##0.00,' },
      B7: { value: 15, numberFormat: '0%' },
      C7: { value: 26255100, numberFormat: '0.00"元"' },
      D7: { value: 2628.37, numberFormat: '[>=10000]0!.0,"万";0.00' },
    },
    findings: [
      '统计表1 C5 D5 32752964 -',
      '统计表1 E5 31193.864 -',
      '统计表1 B7 15 -',
      '统计表1 C7 26255100 -',
    ],
  },
  { rule: 'D-010', situation: 'satisfied', table1: ofWhich({ C25: 300 }) },
  { rule: 'D-010', situation: 'bound', table1: ofWhich({ C25: 600 }) },
  {
    rule: 'D-010',
    situation: 'beyond',
    table1: ofWhich({ C25: 600.0001 }),
    findings: ['统计表1 C25 600.0001 600'],
  },
  {
    rule: 'D-010',
    situation: 'violated',
    table1: ofWhich({ C25: 700 }),
    findings: ['统计表1 C25 700 600'],
  },
  { rule: 'D-010', situation: 'undetermined', table1: ofWhich({ C25: 'x' }), undetermined: 1 },
  { rule: 'D-020', situation: 'satisfied' },
  {
    rule: 'D-020',
    situation: 'violated',
    table1: emptied(20, {
      B5: 1,
      J5: 1,
      C5: { value: 1.4, numberFormat: '0' },
      G5: { value: 1.4, numberFormat: '0' },
      K5: { value: 2.8, numberFormat: '0' },
    }),
    findings: ['统计表1 K5 3 2'],
  },
  // 14,040 + 14,040 = 28,080 shown in thousands: 14.0, 14.0 and 28.1.
  {
    rule: 'D-020',
    situation: 'violated',
    table1: emptied(20, {
      C5: { value: 14000, numberFormat: '0!.0000"万"' },
      G5: { value: 14000, numberFormat: '0!.0000"万"' },
      K5: { value: 28000, numberFormat: '0!.0000"万"' },
      C6: { value: 14000, numberFormat: '0.0,' },
      G6: { value: 14040, numberFormat: '0.0,' },
      K6: { value: 28040, numberFormat: '0.0,' },
      C7: { value: 14040, numberFormat: '0.0,' },
      G7: { value: 14040, numberFormat: '0.0,' },
      K7: { value: 28080, numberFormat: '0.0,' },
    }),
    findings: ['统计表1 K7 28100 28000'],
  },
  // Nothing is asked where nothing is set beside; the same year's budget must be the same.
  {
    rule: 'Y-010',
    situation: 'satisfied',
    settings: before(2019, {}, 'july'),
  },
  {
    rule: 'Y-010',
    situation: 'violated',
    settings: before(2019, { C8: 690, D8: 1 }, 'july'),
    findings: ['统计表1 C8 691.45 690'],
  },
  // In July last year's accounts are the annual report's.
  {
    rule: 'Y-010',
    situation: 'violated',
    settings: { ...before(2018, { C8: 1, D8: 1, E8: 700 }), round: 'july' },
    findings: ['统计表1 E8 693.92 700'],
  },
  // January's budget and execution are the annual report's, its accounts may be blank.
  {
    rule: 'Y-010',
    situation: 'violated',
    settings: { ...before(2019, { C8: 690, D8: 691, E8: 700 }, 'annual'), round: 'january' },
    findings: ['统计表1 C8 691.45 690', '统计表1 D8 693.92 691'],
  },
  // A blank is nothing; what only one of the two reports differs by all of it.
  {
    rule: 'Y-010',
    situation: 'violated',
    settings: before(2019, { C6: 0, C8: undefined, G8: 5 }, 'july'),
    findings: ['统计表1 C8 691.45 -', '统计表1 G8 - 5'],
  },
  {
    rule: 'Y-010',
    situation: 'undetermined',
    table1: { C8: '待定' },
    settings: before(2019, {}, 'july'),
    undetermined: 1,
  },
  // Tables of whole 万元 agree with the other within half of one.
  {
    rule: 'Y-010',
    situation: 'bound',
    table1: wholeTable1({}),
    settings: before(2019, wholeTable1({ C5: 10.5 }), 'july'),
  },
  {
    rule: 'Y-010',
    situation: 'beyond',
    table1: wholeTable1({}),
    settings: before(2019, wholeTable1({ C5: 10.5001 }), 'july'),
    findings: ['统计表1 C5 10 10.5001'],
  },
  {
    rule: 'Y-010',
    situation: 'violated',
    table1: wholeTable1({}),
    settings: { ...before(2019, wholeTable1({ C5: 10.5 }), 'july'), strict: true },
    findings: ['统计表1 C5 10 10.5'],
  },
  // A line that is not there any more shows in the total.
  {
    rule: 'Y-010',
    situation: 'violated',
    settings: before(2019, { A6: '灾害防治及应急管理', C6: 3, C24: 35959.4864 }, 'july'),
    findings: ['统计表1 C24 35956.4864 35959.4864'],
  },
  // January's whole year is the annual report's.
  { rule: 'Y-010', situation: 'satisfied', settings: before(2019, {}, 'january') },
  {
    rule: 'Y-020',
    situation: 'satisfied',
    settings: before(2018, { C8: 500 }, 'annual'),
  },
  {
    rule: 'Y-020',
    situation: 'violated',
    settings: before(2018, { C7: 262.551, E14: 57223.7 }, 'annual'),
    findings: ['统计表1 C7 2625.51 262.551', '统计表1 E14 5722.37 57223.7'],
  },
  // 50 to 100 among lines of 100 is exactly on the fence.
  {
    rule: 'Y-020',
    situation: 'bound',
    table1: tenBudgets(100),
    settings: before(2018, tenBudgets(50), 'annual'),
  },
  {
    rule: 'Y-020',
    situation: 'beyond',
    table1: tenBudgets(100),
    settings: before(2018, tenBudgets(49.99), 'annual'),
    findings: ['统计表1 C14 100 49.99'],
  },
  // Of a half year nothing is compared with a whole one.
  {
    rule: 'Y-020',
    situation: 'violated',
    settings: { ...before(2018, { C7: 262.551, D7: 1 }, 'annual'), round: 'july' },
    findings: ['统计表1 C7 2625.51 262.551'],
  },
  // A column in another unit is told as such; the lines beside it are none the worse for it.
  {
    rule: 'Y-020',
    situation: 'satisfied',
    table1: timesAsLarge(0.01, 'C'),
    settings: before(2018, {}, 'annual'),
  },
  {
    rule: 'Y-020',
    situation: 'violated',
    table1: { ...timesAsLarge(0.01, 'C'), C7: 2625.51 },
    settings: before(2018, {}, 'annual'),
    findings: ['统计表1 C7 2625.51 2625.51'],
  },
  { rule: 'Y-025', situation: 'satisfied', settings: before(2018, { C8: 500 }, 'annual') },
  {
    rule: 'Y-025',
    situation: 'violated',
    settings: before(2018, { C8: undefined, E8: 0 }, 'annual'),
    findings: ['统计表1 C8 691.45 -', '统计表1 E8 693.92 -'],
  },
  {
    rule: 'Y-025',
    situation: 'violated',
    table1: { C8: undefined, D8: 'x' },
    settings: before(2018, {}, 'annual'),
    findings: ['统计表1 C8 - 691.45'],
  },
  // A line that is not there any more is told at the total line.
  {
    rule: 'Y-025',
    situation: 'violated',
    settings: before(2018, { A6: '灾害防治及应急管理', C6: 3, C24: 35959.4864 }, 'january'),
    findings: ['统计表1 C24 - 3'],
  },
  // A measure that one of the years does not report at all says nothing.
  {
    rule: 'Y-025',
    situation: 'satisfied',
    settings: before(2018, blankColumns('DH'), 'annual'),
  },
  // 100 of 1,000 is a tenth.
  {
    rule: 'Y-025',
    situation: 'bound',
    table1: tenBudgets(100),
    settings: before(2018, nineBudgets(100), 'annual'),
    findings: ['统计表1 C14 100 -'],
  },
  {
    rule: 'Y-025',
    situation: 'beyond',
    table1: tenBudgets(100.1),
    settings: before(2018, nineBudgets(100), 'annual'),
    findings: ['统计表1 C14 100.1 - Y-020'],
  },
  { rule: 'Y-030', situation: 'satisfied', settings: before(2018, timesAsLarge(2), 'annual') },
  // The whole table; the second block; the budgets of both blocks.
  {
    rule: 'Y-030',
    situation: 'violated',
    table1: timesAsLarge(10_000),
    settings: before(2018, {}, 'annual'),
    findings: ['统计表1 K2 80511800 8051.18'],
  },
  {
    rule: 'Y-030',
    situation: 'violated',
    table1: timesAsLarge(0.01, 'GHI'),
    settings: before(2018, {}, 'annual'),
    findings: [
      '统计表1 G11 G12 G14 G15 G20 G23 H11 H12 H14 H15 H20 H23 I11 I12 I14 I15 I20 I23 36.4763 3647.63',
    ],
  },
  {
    rule: 'Y-030',
    situation: 'violated',
    table1: timesAsLarge(100, 'CG'),
    settings: before(2018, {}, 'annual'),
    findings: [
      '统计表1 C5 C7 C8 C9 C10 C11 C12 C13 C14 C15 C16 C17 C18 C19 C20 C21 C23 G11 G12 G14 G15 G20 G23 805118 8051.18',
    ],
  },
  // Also where the two must be equal.
  {
    rule: 'Y-030',
    situation: 'violated',
    settings: before(2019, timesAsLarge(10_000, 'CG'), 'july'),
    findings: [
      '统计表1 C5 C7 C8 C9 C10 C11 C12 C13 C14 C15 C16 C17 C18 C19 C20 C21 C23 G11 G12 G14 G15 G20 G23 8051.18 80511800',
    ],
  },
  {
    rule: 'Y-030',
    situation: 'bound',
    table1: nineBudgets(700),
    settings: before(2018, nineBudgets(100), 'annual'),
  },
  {
    rule: 'Y-030',
    situation: 'beyond',
    table1: nineBudgets(700.1),
    settings: before(2018, nineBudgets(100), 'annual'),
    findings: ['统计表1 C5 C6 C7 C8 C9 C10 C11 C12 C13 700.1 100'],
  },
  // Of few lines only a larger factor says anything.
  {
    rule: 'Y-030',
    situation: 'bound',
    table1: onlyLine8({ C8: 691450 }),
    settings: before(2018, onlyLine8({}), 'annual'),
  },
  {
    rule: 'Y-030',
    situation: 'beyond',
    table1: onlyLine8({ C8: 691451 }),
    settings: before(2018, onlyLine8({}), 'annual'),
    findings: ['统计表1 C8 691451 691.45'],
  },
];

function area(top: number, left: number, bottom: number, right: number): CellRange {
  return { top, left, bottom, right };
}

function emptiedRow(row: number): Changes {
  return Object.fromEntries(
    letters.map((letter): [string, undefined] => [`${letter}${row}`, undefined]),
  );
}

/** Only 教育 of Table 1: 3 projects, 691.45 budgeted, 600 executed, 600 in the accounts. */
function onlyLine8(changes: Changes): Changes {
  return emptied(20, { B8: 3, C8: 691.45, D8: 600, E8: 600, ...changes });
}

/** Only 基本公共服务 of Table 2, alike. */
function onlyLine5(changes: Changes): Changes {
  return emptied(7, { B5: 3, C5: 691.45, D5: 600, E5: 600, ...changes });
}

function threeLines(amount: number): Changes {
  return emptied(20, { B5: 1, C5: amount, B6: 1, C6: amount, B7: 2, C7: amount * 2 });
}

/** Table 1 with 其他 over 600 in row 24, an 其中 line in row 25 and the total below. */
function ofWhich(changes: Changes): Changes {
  return emptied(20, {
    A24: '其他适用项',
    C24: 600,
    A25: '其中：市本级',
    A26: '合计',
    C26: 600,
    ...changes,
  });
}
