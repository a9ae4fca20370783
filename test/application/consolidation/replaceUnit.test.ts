import { insertConsolidation } from '../../../src/application/consolidation/insertConsolidation';
import { addUp } from '../../../src/application/consolidation/judgeGiven';
import type { Replacement } from '../../../src/application/consolidation/replaceUnit';
import { planReplacement } from '../../../src/application/consolidation/replaceUnit';
import { writeReplacement } from '../../../src/application/consolidation/writeReplacement';
import { undoLast } from '../../../src/application/undo';
import { formatAmount } from '../../../src/domain/amount';
import { LabelMap } from '../../../src/domain/consolidate/labelMap';
import { officialForms } from '../../../src/domain/forms/officialForms';
import type { WorkbookGrids } from '../../../src/domain/grid';
import type { UnitPlan } from '../../domain/consolidate/sets';
import type { OpenWorkbook } from '../fixture';
import { newLog, openMemory } from '../fixture';
import { givenFiles, judgedGiven, takenFile } from './given';

const jia: UnitPlan = { name: '甲县', times: 3, file: '甲县.xlsx' };
const yi: UnitPlan = { name: '乙县', times: 5, file: '乙县.xlsx' };
/** Every figure is another, in 元. */
const corrected: UnitPlan = {
  ...jia,
  times: 7,
  currency: 'yuan',
  file: '甲县（更正）.xlsx',
};
const noLabels = new LabelMap([], officialForms);

async function written(
  plans: readonly UnitPlan[],
  inputs: 'formulas' | 'values',
): Promise<OpenWorkbook> {
  const open = openMemory([]);
  const set = judgedGiven(givenFiles(plans), { currencyUnit: 'tenThousandYuan' });
  const result = addUp(set, '全市');
  if (result === null) throw new Error('nothing counts');
  const notes = { name: '汇总说明', columns: [], rows: [], hasFilter: false };
  const done = await insertConsolidation(open.workbook, open.log, { result, inputs, notes });
  if (!done.ok) throw new Error(done.fault.fault.code);
  return open;
}

async function read({ workbook }: OpenWorkbook): Promise<WorkbookGrids> {
  const grids = await workbook.readWorkbook();
  if (!grids.ok) throw new Error(grids.fault.code);
  return grids.value;
}

function unitOf(plan: UnitPlan) {
  const [checked] = takenFile('x', plan).units;
  if (checked === undefined) throw new Error('no unit');
  return checked.unit;
}

/** All that stands in the cells, as values; formulas by what they show. */
const values = ({ sheets }: WorkbookGrids) =>
  sheets.map(({ name, rows }) => [
    name,
    rows.map((row) => row?.map((cell) => cell?.value ?? null) ?? []),
  ]);

async function planned(open: OpenWorkbook, plan: UnitPlan): Promise<Replacement> {
  const found = planReplacement(await read(open), unitOf(plan), noLabels);
  if (!found.ok) throw new Error(found.fault);
  return found.value;
}

const faultOf = async (open: OpenWorkbook, plan: UnitPlan) => {
  const found = planReplacement(await read(open), unitOf(plan), noLabels);
  return found.ok ? null : found.fault;
};

test.each(['formulas', 'values'] as const)(
  'a unit replaced equals a result made anew, and comes back by undo: %s',
  async (inputs) => {
    const open = await written([jia, yi], inputs);
    const before = values(await read(open));
    const plan = await planned(open, corrected);
    expect(plan.fileBefore).toBe('甲县.xlsx');
    const total = plan.figures.find(
      ({ form, line, block, measure }) =>
        form === 'table1' && line === 'total' && block === 'total' && measure === 'projectCount',
    );
    expect(total).toBeDefined();
    expect(total?.after).toBe(((total?.before ?? 0n) / 8n) * 12n);

    const done = await writeReplacement(open.workbook, newLog(open.store), plan);
    expect(done).toMatchObject({ ok: true, value: { left: [], undo: 'onThisMachine' } });
    const anew = await written([corrected, yi], inputs);
    expect(values(await read(open))).toEqual(values(await read(anew)));

    await undoLast(open.workbook, newLog(open.store));
    expect(values(await read(open))).toEqual(before);
  },
);

test('only what differs is written: of one changed figure its paper’s cell and where it came from', async () => {
  const open = await written([jia, yi], 'formulas');
  const one: UnitPlan = { ...jia, table1: { C8: '2100', K8: '2100', C24: '9', K24: '9' } };
  const plan = await planned(open, one);
  expect(plan.changes.map(({ sheet }) => sheet)).toEqual(['汇总底稿1']);
  const shown = plan.figures.map(({ line, block, measure, before, after }) =>
    [
      line,
      block,
      measure,
      before === null ? '' : formatAmount(before),
      formatAmount(after ?? 0n),
    ].join(' '),
  );
  expect(shown).toHaveLength(4);
  expect(shown[0]).toMatch(/^education generalPublic budgeted /);
});

test.each(['formulas', 'values'] as const)(
  'a figure where no unit had one stands in the result afterwards: %s',
  async (inputs) => {
    const filled: UnitPlan = { ...jia, table1: { F8: '2', G8: '5', H8: '5', I8: '5' } };
    const open = await written([jia, yi], inputs);
    const plan = await planned(open, filled);
    await writeReplacement(open.workbook, newLog(open.store), plan);
    const result = (await read(open)).sheets.find(({ name }) => name === '统计表1');
    const cells = result?.rows[7]?.slice(5, 9).map((cell) => cell?.value);
    expect(cells).toEqual([2, 5, 5, 5]);
    const isFormula = result?.rows[7]?.[5]?.formula?.startsWith('=SUMIFS(') ?? false;
    expect(isFormula).toBe(inputs === 'formulas');
  },
);

test('what cannot be replaced is told, and why', async () => {
  const open = await written([jia, yi], 'formulas');
  expect(await faultOf(open, { ...jia, name: '丙县' })).toBe('unitNotThere');
  expect(await faultOf(open, { ...jia, year: '（2018）' })).toBe('otherYear');
  expect(await faultOf(open, { ...jia, tables: [1] })).toBe('tableMissing');
  expect(await faultOf(open, { ...jia, table1: { A23: '甲县自定' } })).toBe('unknownLine');
  expect(await faultOf(openMemory([]), jia)).toBe('noResult');
});
