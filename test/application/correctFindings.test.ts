import { checkWorkbook } from '../../src/application/checkWorkbook';
import {
  correctFindings,
  previewCorrections,
  previewCellCorrections,
} from '../../src/application/correctFindings';
import { fillTotals, previewFill } from '../../src/application/fillTotals';
import { undoLast } from '../../src/application/undo';
import type { Finding } from '../../src/domain/finding';
import type { WorkbookGrids } from '../../src/domain/grid';
import { findingMessage } from '../../src/wording/findings';
import { writtenContent } from '../domain/fill/filling';
import { settings } from '../domain/forms';
import { puyangLayouts } from '../specimens/puyangFigures';
import type { OpenWorkbook } from './fixture';
import { everyCell, openMemory, withContents } from './fixture';

let open: OpenWorkbook;

async function figures(): Promise<WorkbookGrids> {
  const read = await open.workbook.readWorkbook();
  if (!read.ok) throw new Error(read.fault.code);
  return read.value;
}

async function findings(rule: string): Promise<readonly Finding[]> {
  const report = checkWorkbook(await figures(), settings);
  return report.findings.filter((finding) => finding.rule === rule);
}

const cells = () => everyCell(open.workbook, ['统计表1', '统计表2']);

function firstTable() {
  const [table1, table2] = puyangLayouts('formulas');
  if (table1 === undefined || table2 === undefined) throw new Error('two sheets');
  return { table1, table2 };
}

test('text becomes numbers, all of a kind at once, and text again', async () => {
  const { table1, table2 } = firstTable();
  const text = { numberFormat: '@', range: { top: 4, left: 2, bottom: 4, right: 2 } };
  const sheet = withContents(table1, [
    [4, 2, '3275.2964'],
    [6, 2, '2,625.51'],
    [6, 1, '15个'],
  ]);
  open = openMemory([{ ...sheet, formats: [...sheet.formats, text] }, table2]);
  const before = await cells();
  const found = await findings('L-050');
  const plan = previewCorrections(await figures(), found, 'formulas');
  const outcome = await correctFindings(open.workbook, open.log, plan.changes);
  expect(outcome).toMatchObject({ ok: true, value: { changed: [] } });
  expect(await findings('L-050')).toEqual([]);
  expect(await findings('B-020')).toEqual([]);
  const after = await cells();
  expect(
    after
      .filter((cell, at) => cell.content !== before[at]?.content)
      .map(({ cell, content, numberFormat }) => [cell, content, numberFormat]),
  ).toEqual([
    ['C5', 3275.2964, 'General'],
    ['B7', 15, '0'],
    ['C7', 2625.51, '#,##0.00####;-#,##0.00####;0'],
  ]);
  await undoLast(open.workbook, open.log);
  expect(await cells()).toEqual(before);
});

test('a typed-over total gets its formula back, a wrong range the right one', async () => {
  const { table1, table2 } = firstTable();
  const sheet = withContents(table1, [
    [11, 10, 7580.924],
    [23, 2, '=SUM(C5:C22)'],
  ]);
  open = openMemory([sheet, table2]);
  for (const rule of ['F-010', 'F-025']) {
    const plan = previewCorrections(await figures(), await findings(rule), 'formulas');
    expect(plan.changes).toHaveLength(1);
    await correctFindings(open.workbook, open.log, plan.changes);
  }
  const read = await open.workbook.readCells([
    { sheet: '统计表1', cell: 'K12' },
    { sheet: '统计表1', cell: 'C24' },
  ]);
  expect(read.ok && read.value.map(({ content }) => content)).toEqual(['=C12+G12', '=SUM(C5:C23)']);
  expect([await findings('F-010'), await findings('F-025'), await findings('B-020')]).toEqual([
    [],
    [],
    [],
  ]);
});

test('a proposed value is written the same way', async () => {
  const { table1, table2 } = firstTable();
  open = openMemory([withContents(table1, [[11, 2, 7038.02]]), table2]);
  const [diagnosis] = checkWorkbook(await figures(), settings).diagnoses;
  const corrections = diagnosis?.explanations[0]?.corrections ?? [];
  expect(corrections.map(({ place, proposed }) => [place.cell, proposed])).toEqual([
    ['C12', '7083.02'],
  ]);
  const plan = previewCellCorrections(await figures(), corrections);
  expect(await findings('X-010')).not.toEqual([]);
  await correctFindings(open.workbook, open.log, plan.changes);
  expect(await findings('X-010')).toEqual([]);
});

describe('a heading is made to state what it should, and nothing else in it changes', () => {
  const correct = async (rule: string, choose: (sheet: string) => boolean = () => true) => {
    const before = await cells();
    const plan = previewCorrections(await figures(), await findings(rule), 'formulas');
    const chosen = plan.changes.filter(({ place }) => choose(place.sheet));
    const outcome = await correctFindings(open.workbook, open.log, chosen);
    expect(outcome).toMatchObject({ ok: true, value: { changed: [] } });
    const after = await cells();
    await undoLast(open.workbook, open.log);
    expect(await cells()).toEqual(before);
    const changed = after.filter((cell, at) => cell.content !== before[at]?.content);
    return { plan, changed: changed.map(({ sheet, cell, content }) => [sheet, cell, content]) };
  };
  const withHeading = (text: string | number, more: string | null = null) => {
    const { table1, table2 } = firstTable();
    const row = table1.cells.find(({ content }) => String(content).includes('填报单位'))?.row ?? 0;
    const clear = table1.cells
      .filter((cell) => cell.row === row)
      .map(({ column }) => [row, column, null] as const);
    const sheet = withContents(table1, clear);
    open = openMemory([
      withContents(sheet, [
        [row, 0, text],
        [row, 3, more],
      ]),
      table2,
    ]);
    return `A${String(row + 1)}`;
  };

  test.each([
    [
      '填报单位：　　　　金额：万元　年份：（2019）',
      '填报单位：濮阳市财政局　　　　金额：万元　年份：（2019）',
    ],
    ['填报单位： 金额：万元 年份：2019年', '填报单位：濮阳市财政局 金额：万元 年份：2019年'],
    [
      '年份：（2019） 金额：万元 填报单位（盖章）：________',
      '年份：（2019） 金额：万元 填报单位（盖章）：濮阳市财政局',
    ],
    [
      '填报单位：濮阳市财政局 金额：万元 年份：（　　）',
      '填报单位：濮阳市财政局 金额：万元 年份：（2019）',
    ],
    ['填报单位：濮阳市财政局 金额：万元 年份：', '填报单位：濮阳市财政局 金额：万元 年份：2019'],
  ])('missing: %s', async (text, wanted) => {
    const cell = withHeading(text);
    const { plan, changed } = await correct('C-020');
    expect(plan.changes.map(({ preselected, choice }) => [preselected, choice])).toEqual([
      [true, null],
    ]);
    expect(changed).toEqual([['统计表1', cell, wanted]]);
  });

  test.each([
    [
      '填报单位：濮阳市财政局 金额：万元 年份：（2018）',
      'X-030',
      '填报单位：濮阳市财政局 金额：万元 年份：（2019）',
    ],
    [
      '填报单位：濮阳市财政局 金额：万元 年份：２０１８ 年度',
      'X-030',
      '填报单位：濮阳市财政局 金额：万元 年份：2019 年度',
    ],
    [
      '填报单位：濮 阳 市 卫 健 委 金额：万元 年份：（2019）',
      'X-020',
      '填报单位：濮阳市财政局 金额：万元 年份：（2019）',
    ],
  ])('differing: %s', async (text, rule, wanted) => {
    const cell = withHeading(text);
    const { plan, changed } = await correct(rule, (sheet) => sheet === '统计表1');
    // Either table may be the right one: a choice, of which nothing is chosen before.
    expect(plan.changes.map(({ place, preselected }) => [place.sheet, preselected])).toEqual([
      ['统计表1', false],
      ['统计表2', false],
    ]);
    expect(new Set(plan.changes.map(({ choice }) => choice)).size).toBe(1);
    expect(plan.changes[0]?.choice).not.toBeNull();
    expect(changed).toEqual([['统计表1', cell, wanted]]);
  });

  test('a year in a cell of its own stays a number', async () => {
    const { table1, table2 } = firstTable();
    const row = table1.cells.find(({ content }) => String(content).includes('填报单位'))?.row ?? 0;
    const clear = table1.cells
      .filter((cell) => cell.row === row)
      .map(({ column }) => [row, column, null] as const);
    const fields = [
      [row, 0, '填报单位：濮阳市财政局'],
      [row, 5, '年份：'],
      [row, 6, 2018],
      [row, 9, '金额：万元'],
    ] as const;
    const sheet = withContents(withContents(table1, clear), fields);
    open = openMemory([{ ...sheet, merges: [] }, table2]);
    const { changed } = await correct('X-030', (sheet) => sheet === '统计表1');
    expect(changed).toEqual([['统计表1', `G${String(row + 1)}`, 2019]]);
  });

  test('where no table states it, there is nothing to put there', async () => {
    const { table1, table2 } = firstTable();
    const blank = (sheet: typeof table1) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => ({
        ...cell,
        content:
          typeof cell.content === 'string'
            ? cell.content.replace('濮阳市财政局', '')
            : cell.content,
      })),
    });
    open = openMemory([blank(table1), blank(table2)]);
    const found = await findings('C-020');
    expect(found).toHaveLength(2);
    expect(previewCorrections(await figures(), found, 'formulas').changes).toEqual([]);
  });

  test('a heading edited after the preview is left, and named', async () => {
    const cell = withHeading('填报单位：濮阳市财政局 金额：万元 年份：（2018）');
    const plan = previewCorrections(await figures(), await findings('X-030'), 'formulas');
    open.workbook.type('统计表1', cell, '填报单位：濮阳市财政局 金额：万元 年份：（2017）');
    const outcome = await correctFindings(open.workbook, open.log, plan.changes.slice(0, 1));
    expect(outcome).toMatchObject({
      ok: true,
      value: { written: [], changed: [{ place: { sheet: '统计表1', cell } }] },
    });
  });
});

test('a unit that is not the table’s is dropped or converted as the user chooses', async () => {
  const { table1, table2 } = firstTable();
  const text: Parameters<typeof withContents>[1] = [
    [11, 2, '7083.02元'],
    [11, 10, null],
    [23, 2, null],
    [23, 10, null],
  ];
  for (const [at, value] of [
    [0, 7083.02],
    [1, 0.708302],
  ] as const) {
    open = openMemory([withContents(table1, text), table2]);
    const found = (await findings('L-050')).slice(0, 1);
    const [finding] = found;
    expect(finding === undefined ? '' : findingMessage(finding, 'zh-CN')).toContain(
      '单位写错的应填 7,083.02，确以所写单位计的应填 0.708302。',
    );
    const { changes } = previewCorrections(await figures(), found, 'formulas');
    expect(
      changes.map(({ why, then, preselected }) => [why, writtenContent(then), preselected]),
    ).toEqual([
      ['withoutUnit', 7083.02, false],
      ['converted', 0.708302, false],
    ]);
    const chosen = changes.slice(at, at + 1);
    await correctFindings(open.workbook, open.log, chosen);
    const [cell] = (await cells()).filter((one) => one.sheet === '统计表1' && one.cell === 'C12');
    expect(cell?.content).toBe(value);
  }
});

/** K12 and K13 are blank. */
function openWithBlankTotals() {
  const { table1, table2 } = firstTable();
  const sheet = withContents(table1, [
    [11, 10, null],
    [12, 10, null],
  ]);
  open = openMemory([sheet, table2]);
}

async function fillPreview() {
  const plan = await previewFill(open.workbook, { mode: 'formulas', pair: null });
  if (!plan.ok) throw new Error(plan.fault.code);
  return plan.value;
}

test('a total hidden by a merged area is no part of the plan, and said why', async () => {
  openWithBlankTotals();
  open.workbook.merge('统计表1', 'J12:K12');
  const { changes, blocked } = await fillPreview();
  expect(changes.map(({ place }) => place.cell)).toEqual(['K13']);
  expect(blocked).toMatchObject([{ place: { cell: 'K12' }, why: 'merged', cells: ['J12'] }]);
});

test('a locked total of a protected sheet is no part of the plan; the rest is written', async () => {
  openWithBlankTotals();
  open.workbook.protect('统计表1', 'K13');
  const { changes, blocked } = await fillPreview();
  expect(blocked).toMatchObject([{ place: { cell: 'K12' }, why: 'locked' }]);
  const filled = await fillTotals(open.workbook, open.log, changes);
  expect(filled).toMatchObject({ ok: true, value: { written: [{ cell: 'K13' }], changed: [] } });
});

test('a total merged after the preview is named, and what was written beside it can be had back', async () => {
  openWithBlankTotals();
  const before = await cells();
  const { changes } = await fillPreview();
  expect(changes.map(({ place }) => place.cell)).toEqual(['K12', 'K13']);
  open.workbook.merge('统计表1', 'J12:K12');
  const filled = await fillTotals(open.workbook, open.log, changes);
  expect(filled).toEqual({
    ok: false,
    fault: {
      fault: { code: 'notWritten', sheet: '统计表1', cells: ['K12'] },
      progress: {
        kind: 'partly',
        written: [{ sheet: '统计表1', cell: 'K13' }],
        notWritten: [{ sheet: '统计表1', cell: 'K12' }],
      },
    },
  });
  await undoLast(open.workbook, open.log);
  expect(await cells()).toEqual(before);
});
