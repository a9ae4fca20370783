import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { takeOwnUnits } from '../../../src/application/consolidation/givenSet';
import { nothingDecided } from '../../../src/application/consolidation/judgeGiven';
import { insertConsolidation } from '../../../src/application/consolidation/insertConsolidation';
import { previewRounding } from '../../../src/application/roundTables';
import { consolidate } from '../../../src/domain/consolidate/consolidate';
import { undoLast } from '../../../src/application/undo';
import { consolidationNotes } from '../../../src/wording/consolidationNotes';
import { returnLetter } from '../../../src/wording/returnLetter';
import { resultsIn } from '../../../src/domain/consolidate/resultNames';
import { readWorkingPapers } from '../../../src/domain/consolidate/workingPaper';
import { officialForms } from '../../../src/domain/forms/officialForms';
import { settings } from '../../domain/forms';
import { puyangLayouts } from '../../specimens/puyangFigures';
import type { OpenWorkbook } from '../fixture';
import { newLog, openMemory } from '../fixture';
import { givenFiles, judgedGiven } from './given';

const plans = [
  { name: '甲县', times: 3 },
  { name: '乙县', times: 5 },
];

async function insert(
  { workbook, store }: OpenWorkbook,
  inputs: 'formulas' | 'values',
  which = plans,
  signal?: AbortSignal,
) {
  const set = judgedGiven(givenFiles(which));
  const result = consolidate(set.judgement, '全市');
  if (result === null) throw new Error('nothing counts');
  const notes = consolidationNotes(
    {
      result,
      judgement: set.judgement,
      settings,
      labelChoices: [],
      includesErrors: false,
      inputs,
      letters: new Map(),
      takenOut: [],
      notRead: [],
    },
    'zh-CN',
  );
  const progress = signal === undefined ? {} : { signal };
  return insertConsolidation(workbook, newLog(store), { result, inputs, notes }, progress);
}

const second = ['统计表1 (2)', '统计表2 (2)', '汇总底稿1 (2)', '汇总底稿2 (2)', '汇总说明 (2)'];

test.each(['formulas', 'values'] as const)(
  'the result stands beside the workbook’s own tables, passes the check, and goes away again: %s',
  async (inputs) => {
    const open = openMemory(puyangLayouts('typed'));
    expect(await insert(open, inputs)).toMatchObject({ ok: true, value: { sheets: second } });
    const read = await open.workbook.readWorkbook();
    if (!read.ok) throw new Error(read.fault.code);
    const check = checkWorkbook(read.value, settings);
    expect(check.recognition.returns.map(({ number }) => number)).toEqual([1, 2]);
    const papers = await Promise.all(
      [1, 2].map(async (pair) => {
        const target = { currencyUnit: 'yuan', decimals: 2 } as const;
        const preview = await previewRounding(open.workbook, { pair, target });
        return preview.ok && preview.value?.papers;
      }),
    );
    expect(papers).toEqual([null, ['汇总底稿1 (2)', '汇总底稿2 (2)']]);
    expect(
      check.findings.filter(({ pair, severity }) => pair === 2 && severity === 'error'),
    ).toEqual([]);
    const total = check.views[1]?.tables.get('table1')?.total?.figures.generalPublic.projectCount;
    const own = check.views[0]?.tables.get('table1')?.total?.figures.generalPublic.projectCount;
    expect(total?.amount).toBe((own?.amount ?? 0n) * 8n);

    expect(await undoLast(open.workbook, newLog(open.store))).toMatchObject({
      ok: true,
      value: { deletedSheets: second, keptSheets: [] },
    });
  },
);

test('a second result reads its own papers, and none of them is taken for a unit', async () => {
  const open = openMemory(puyangLayouts('typed'));
  await insert(open, 'formulas');
  await insert(open, 'formulas', [{ name: '丙县', times: 7 }]);
  const read = await open.workbook.readWorkbook();
  if (!read.ok) throw new Error(read.fault.code);
  const units = resultsIn(read.value, officialForms).map((names) =>
    readWorkingPapers(read.value, officialForms, names)?.units.map(({ name }) => name),
  );
  expect(units).toEqual([['乙县', '甲县'], ['丙县']]);
  const { findings } = checkWorkbook(read.value, settings);
  expect(findings.filter(({ pair, severity }) => pair > 1 && severity === 'error')).toEqual([]);
  const own = takeOwnUnits(read.value, settings, nothingDecided, (unit, items) =>
    returnLetter(unit, items, 'zh-CN'),
  );
  expect(own.units.map(({ unit }) => unit.name)).toEqual(['濮阳市财政局']);
  expect(own.results).toEqual(['统计表1 (2)', '统计表2 (2)', '统计表1 (3)', '统计表2 (3)']);
});

test('ended halfway, nothing of it stays', async () => {
  const open = openMemory(puyangLayouts('typed'));
  const ending = new AbortController();
  ending.abort();
  expect(await insert(open, 'formulas', plans, ending.signal)).toMatchObject({
    ok: false,
    fault: { fault: { code: 'cancelled' }, left: [] },
  });
  expect(open.workbook.sheets.map(({ name }) => name)).toEqual(['统计表1', '统计表2']);
});
