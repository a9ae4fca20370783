/** What the overview shows of real tables, and what it does with figures that are missing or do not add up. */
import { formatAmount } from '../../../src/domain/amount';
import { barLength, overviewOf } from '../../../src/domain/overview/overview';
import type { OverviewLine, OverviewTable } from '../../../src/domain/overview/overview';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import type { Changes } from '../forms';
import { puyang } from '../forms';

function overview(changes: Changes = {}): readonly OverviewTable[] {
  const workbook = puyang(changes);
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  return overviewOf(unit);
}

/** A line as it is read: label, projects, budget, executed, rate, share. */
const read = ({ label, projectCount, budgeted, executed, rate, share }: OverviewLine) => [
  label,
  ...[projectCount, budgeted, executed].map((one) => (one === null ? null : formatAmount(one))),
  rate,
  share,
];

const only = (tables: readonly OverviewTable[], form: string): OverviewTable => {
  const found = tables.find((table) => table.form === form);
  if (found === undefined) throw new Error(`no ${form}`);
  return found;
};

test('kinds of service by budget, with both budgets and the whole', () => {
  const kinds = only(overview(), 'table2');
  expect(kinds.lines.lines.map(read)).toEqual([
    ['基本公共服务', '71', '19321.762', '19033.542', 9851, 4653],
    ['政府履职所需辅助性事项', '53', '10947.6264', '10328.8564', 9435, 2636],
    ['技术性服务', '89', '6958.7', '6801.24', 9774, 1676],
    ['社会管理性服务', '7', '3167.67', '3425.36', 10814, 763],
    ['其他适宜由社会力量承担的服务事项', '14', '997.36', '1068.01', 10708, 240],
    ['行业管理与协调性服务', '2', '135', '133.5', 9889, 33],
  ]);
  expect(kinds.budgets.lines.map(read)).toEqual([
    ['一般公共预算', '222', '35956.4864', '35051.1564', 9748, 8658],
    ['政府性基金预算', '14', '5571.632', '5739.352', 10301, 1342],
  ]);
  expect(read(kinds.total)).toEqual(['合计', '236', '41528.1184', '40790.5084', 9822, 10_000]);
  expect(kinds.budgets.largest).toBe(kinds.total.budgeted);
  expect(kinds.budgets.largestOf).toBe('total');
  expect(kinds.lines.largest).toBe(kinds.lines.lines[0]?.budgeted);
  expect(kinds.lines.largestOf).toBe('line');
  expect(kinds.sum).toBe('whole');
  expect(kinds.lines.lines[0]?.place).toMatchObject({ sheet: '统计表2', cell: 'K5' });
});

test('lines that report nothing are counted, not listed', () => {
  const areas = only(overview(), 'table1');
  expect(areas.lines.lines.length + areas.blankLines).toBe(19);
  expect(areas.lines.lines.every(({ budgeted }) => budgeted !== null && budgeted > 0n)).toBe(true);
  const budgets = areas.lines.lines.map(({ budgeted }) => budgeted ?? 0n);
  expect([...budgets].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))).toEqual(budgets);
});

test('a figure that cannot be told is none, and stands last', () => {
  const areas = only(overview({ K8: '约七百' }), 'table1');
  const last = areas.lines.lines.at(-1);
  expect(last).toMatchObject({ budgeted: null, rate: null, share: null });
  expect(last?.place).toMatchObject({ cell: 'K8' });
  expect(areas.sum).toBe('unclear');
});

test('without a total there are no shares; where the lines do not come to it, that is said', () => {
  const blank = only(overview({ K24: '' }), 'table1');
  expect(blank.sum).toBe('unclear');
  expect(blank.lines.lines.every(({ share }) => share === null)).toBe(true);
  expect(only(overview({ K24: 41600 }), 'table1').sum).toBe('differs');
  // Less than a hundredth of a percent shows in no share.
  expect(only(overview({ K24: 41528.11 }), 'table1').sum).toBe('whole');
});

test('a budget that states more than the whole is itself the longest bar, and is not called the total', () => {
  const { budgets, total } = only(overview({ C24: 50_000 }), 'table1');
  expect(budgets.largestOf).toBe('line');
  expect(budgets.largest).toBe(budgets.lines[0]?.budgeted);
  expect(budgets.largest > (total.budgeted ?? 0n)).toBe(true);
});

test('what is nothing or below has no bar; the least amount above it has one', () => {
  const areas = only(overview({ K8: -5, L8: 3 }), 'table1');
  const line = areas.lines.lines.find(({ place }) => place?.cell === 'K8');
  expect(line).toMatchObject({ rate: null });
  expect(line?.share).toBeLessThan(0);
  expect(barLength(line?.budgeted ?? null, areas.lines.largest)).toBeNull();
  expect(barLength(0n, areas.lines.largest)).toBeNull();
  expect(barLength(1n, areas.lines.largest)).toBe(0);
  expect(barLength(areas.lines.largest, areas.lines.largest)).toBe(100);
  expect(barLength(areas.lines.largest / 4n, areas.lines.largest)).toBeCloseTo(25, 1);
  expect(barLength(null, areas.lines.largest)).toBeNull();
  expect(barLength(5n, 0n)).toBeNull();
});
