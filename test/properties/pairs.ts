/**
 * Which pairs of tables balance? Any number of projects, each posted to one line of either table: so
 * the two tables agree by construction, and nothing here knows how the product adds up.
 */
import * as fc from 'fast-check';
import type { CurrencyUnit } from '../../src/domain/forms/terms';

/** Labels of the printed forms. */
export const lineLabels: readonly [readonly string[], readonly string[]] = [
  [
    '一般事务',
    '外交',
    '公共安全',
    '教育',
    '科学技术',
    '文化体育与传媒',
    '社会保障和就业',
    '医疗卫生与计划生育',
    '节能环保',
    '城乡社区',
    '农林水',
    '交通运输',
    '资源勘探信息等',
    '商业服务业等',
    '金融',
    '国土资源气象等',
    '住房保障',
    '粮油物资储备',
    '其他',
  ],
  [
    '基本公共服务',
    '社会管理性服务',
    '行业管理与协调性服务',
    '技术性服务',
    '政府履职所需辅助性事项',
    '其他适宜由社会力量承担的服务事项',
  ],
];

/** One project (or several alike); amounts in 分, each at most the one before. */
export interface Project {
  readonly line1: number;
  readonly line2: number;
  /** 0 一般公共预算, 1 政府性基金预算. */
  readonly block: 0 | 1;
  readonly count: number;
  readonly budgeted: bigint;
  readonly executed: bigint;
  readonly finalAccounts: bigint;
}

/**
 * The twelve figures of each line, the total line last, in the official order of columns; null is
 * blank. Counts are whole; amounts are in 分.
 */
export type TableFigures = readonly (readonly (bigint | null)[])[];

/** Projects of a village or of a province: 1,000 元 to 100 亿元 each. */
export const projects: fc.Arbitrary<readonly Project[]> = fc.array(
  fc
    .record({
      line1: fc.integer({ min: 0, max: 18 }),
      line2: fc.integer({ min: 0, max: 5 }),
      block: fc.constantFrom<0 | 1>(0, 0, 1),
      count: fc.integer({ min: 1, max: 60 }),
      power: fc.integer({ min: 5, max: 11 }),
      share: fc.bigInt({ min: 100_000n, max: 999_999n }),
      executed: fc.bigInt({ min: 1n, max: 100n }),
      finalAccounts: fc.bigInt({ min: 1n, max: 100n }),
    })
    .map(({ power, share, executed, finalAccounts, ...rest }): Project => {
      const budgeted = (share * 10n ** BigInt(power)) / 100_000n;
      const spent = (budgeted * executed) / 100n;
      return { ...rest, budgeted, executed: spent, finalAccounts: (spent * finalAccounts) / 100n };
    }),
  { minLength: 1, maxLength: 40 },
);

/** Both tables of these projects; `empty` stands where a line has none. */
export function tablesOf(list: readonly Project[], empty: 0n | null): [TableFigures, TableFigures] {
  return [
    tableOf(list, 19, (project) => project.line1, empty),
    tableOf(list, 6, (project) => project.line2, empty),
  ];
}

function tableOf(
  list: readonly Project[],
  lines: number,
  lineOf: (project: Project) => number,
  empty: 0n | null,
): TableFigures {
  const total = new Array<bigint | null>(12).fill(empty);
  const rows = Array.from({ length: lines }, () => new Array<bigint | null>(12).fill(empty));
  const add = (figures: (bigint | null)[] | undefined, column: number, value: bigint) => {
    if (figures !== undefined) figures[column] = (figures[column] ?? 0n) + value;
  };
  for (const project of list) {
    const values = [
      BigInt(project.count),
      project.budgeted,
      project.executed,
      project.finalAccounts,
    ];
    values.forEach((value, measure) => {
      for (const figures of [rows[lineOf(project)], total]) {
        add(figures, project.block * 4 + measure, value);
        add(figures, 8 + measure, value);
      }
    });
  }
  return [...rows, total];
}

/** Units with the decimal places of one 分 in them. */
export const unitPlaces: Readonly<Record<CurrencyUnit, number>> = {
  yuan: 2,
  thousandYuan: 5,
  tenThousandYuan: 6,
  hundredMillionYuan: 10,
};

/** 分 as a number in the unit, rounded half away from zero to `places`; as a clerk's cell holds it. */
export function inUnit(fen: bigint, unit: CurrencyUnit, places: number): number {
  const drop = unitPlaces[unit] - places;
  const divisor = 10n ** BigInt(Math.max(0, drop));
  const sign = fen < 0n ? -1n : 1n;
  const kept = (sign * ((sign * fen + divisor / 2n) / divisor)).toString();
  const digits = drop > 0 ? places : unitPlaces[unit];
  return Number(`${kept}e-${digits}`);
}

/** How a table is written down: unit, decimals, and what an empty line shows. */
export interface Writing {
  readonly unit: CurrencyUnit;
  readonly places: number;
  readonly empty: 0n | null;
}

/** Every unit with every number of decimals that a table is rounded to, down to 分. */
export const writings: fc.Arbitrary<Writing> = fc
  .constantFrom<CurrencyUnit>('yuan', 'thousandYuan', 'tenThousandYuan', 'hundredMillionYuan')
  .chain((unit) =>
    fc.record({
      unit: fc.constant(unit),
      places: fc.integer({ min: 0, max: unitPlaces[unit] }),
      empty: fc.constantFrom<0n | null>(0n, null),
    }),
  );

/** Cells' numbers by line and official column; null is blank. */
export type WrittenTable = readonly (readonly (number | null)[])[];

/** Rounds every cell for itself, as a ledger's printout in a larger unit does. */
export function written(table: TableFigures, { unit, places }: Writing): WrittenTable {
  return table.map((line) =>
    line.map((figure, column) => {
      if (figure === null) return null;
      return column % 4 === 0 ? Number(figure) : inUnit(figure, unit, places);
    }),
  );
}
