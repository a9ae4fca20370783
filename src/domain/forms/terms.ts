/** Which words do the two official tables use for their columns? The administration's own terms. */

/** The three blocks of figure columns. */
export type BudgetBlock = 'generalPublic' | 'governmentManagedFund' | 'total';

/** The four figures of each block. */
export type Measure = 'projectCount' | 'budgeted' | 'executed' | 'finalAccounts';

/** A form's identity: `table1` (by service area), `table2` (by kind of service); see officialForms. */
export type FormId = string;

/** The units that 金额 is stated in. */
export type CurrencyUnit = 'yuan' | 'thousandYuan' | 'tenThousandYuan' | 'hundredMillionYuan';

/** Blocks in the order of the official header. */
export const budgetBlocks: readonly BudgetBlock[] = [
  'generalPublic',
  'governmentManagedFund',
  'total',
];

/** The blocks that are filled in; the total block is their sum. */
export const sourceBlocks: readonly BudgetBlock[] = ['generalPublic', 'governmentManagedFund'];

/** Measures in the order of the official header. */
export const measures: readonly Measure[] = [
  'projectCount',
  'budgeted',
  'executed',
  'finalAccounts',
];

/** Measures that are amounts of money. */
export const amountMeasures: readonly Measure[] = ['budgeted', 'executed', 'finalAccounts'];

/** Official labels of the blocks. */
export const blockTitles: Readonly<Record<BudgetBlock, string>> = {
  generalPublic: '一般公共预算',
  governmentManagedFund: '政府性基金预算',
  total: '合计',
};

/** Official labels of the measures. */
export const measureTitles: Readonly<Record<Measure, string>> = {
  projectCount: '项目数',
  budgeted: '预算数',
  executed: '执行数',
  finalAccounts: '决算数',
};

/** Official label of the total line. */
export const totalLineTitle = '合计';

/** Units as written after 金额. */
export const currencyUnitTitles: Readonly<Record<CurrencyUnit, string>> = {
  yuan: '元',
  thousandYuan: '千元',
  tenThousandYuan: '万元',
  hundredMillionYuan: '亿元',
};

/** All of them, the smallest first. */
export const currencyUnits = Object.keys(currencyUnitTitles) as readonly CurrencyUnit[];

/** All of them, the form's own first. */
export const currencyUnitsOfForm: readonly CurrencyUnit[] = [
  'tenThousandYuan',
  ...currencyUnits.filter((unit) => unit !== 'tenThousandYuan'),
];

/** Decimal places of one 分 in each unit: one 分 is 10⁻⁶ 万元. */
export const fenDecimals: Readonly<Record<CurrencyUnit, number>> = {
  yuan: 2,
  thousandYuan: 5,
  tenThousandYuan: 6,
  hundredMillionYuan: 10,
};

/** Decimal places of a hundredth of a 分, the finest amount held; below lies floating-point noise. */
export function heldDecimals(unit: CurrencyUnit): number {
  return fenDecimals[unit] + 2;
}

/** Yuan in one unit, as a power of ten: 万元 → 4. */
export const unitPower: Readonly<Record<CurrencyUnit, number>> = {
  yuan: 0,
  thousandYuan: 3,
  tenThousandYuan: 4,
  hundredMillionYuan: 8,
};
