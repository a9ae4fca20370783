/** Does the pane follow the figure of a result that is selected, and say when it is not as it was? */
import type { Clock } from '../../../src/application/clock';
import { systemClock } from '../../../src/application/clock';
import { consolidate } from '../../../src/domain/consolidate/consolidate';
import { formatAmount } from '../../../src/domain/amount';
import { resultLayouts } from '../../../src/domain/consolidate/resultLayouts';
import { workingPapers } from '../../../src/domain/consolidate/workingPaper';
import { gridOfSheet } from '../../../src/domain/template/layoutGrid';
import { TraceControl } from '../../../src/taskpane/trace/TraceControl';
import type { UndoRecord } from '../../../src/application/undoLog';
import type { PaneEvent, Task } from '../../../src/taskpane/state/paneState';
import { initialState } from '../../../src/taskpane/state/paneState';
import { PaneStore } from '../../../src/taskpane/state/store';
import { tracedName, tracedPercentage, tracedTotal } from '../../../src/wording/traceTexts';
import { givenFiles, judgedGiven } from '../../application/consolidation/given';
import type { UnitPlan } from '../../domain/consolidate/sets';
import { round } from '../../HeldClock';
import { MemoryWorkbook } from '../../memory/MemoryWorkbook';

const twoUnits: readonly UnitPlan[] = [{ name: '甲县', times: 3 }, { name: '乙县' }];

function resultSheets(plans = twoUnits) {
  const given = givenFiles(plans);
  const result = consolidate(judgedGiven(given).judgement, '某市');
  if (result === null) throw new Error('nothing counts');
  return [...resultLayouts(result, 'values'), ...workingPapers(result)];
}

/** A pane's tracing beside a workbook in memory, its view open. */
async function opened(sheets = resultSheets(), clock: Clock = systemClock) {
  const workbook = MemoryWorkbook.ofGrids(sheets.map(gridOfSheet));
  workbook.add('别的');
  const pane = new PaneStore(initialState);
  const tracing = new TraceControl({ workbook, clock }, pane);
  const stop = tracing.watch();
  await settled();
  const select = async (sheet: string, cell: string) => {
    workbook.select(sheet, cell);
    await settled();
    return tracing.get();
  };
  return { workbook, pane, tracing, stop, select };
}

async function settled(): Promise<void> {
  for (let rounds = 0; rounds < 4; rounds += 1) await round();
}

test('nothing is said where no result stands in the workbook', async () => {
  const { tracing, select } = await opened([]);
  expect(tracing.get()).toEqual({ kind: 'none' });
  expect(await select('别的', 'A1')).toEqual({ kind: 'none' });
});

test('a figure that is selected is traced, and stays in sight while its parts are visited', async () => {
  const { workbook, tracing, select } = await opened();
  expect(tracing.get()).toEqual({ kind: 'waiting' });
  const state = await select('统计表1', 'C8');
  if (state.kind !== 'traced') throw new Error(state.kind);
  expect(tracedName(state.trace, 'zh-CN')).toBe('统计表1·教育·一般公共预算·预算数');
  expect(tracedTotal(state.trace, 'zh-CN')).toBe('2,765.8 万元');
  expect(
    state.trace.shares.map(({ unit, amount, basisPoints }) =>
      [unit, formatAmount(amount), tracedPercentage(basisPoints)].join(' '),
    ),
  ).toEqual(['甲县 2074.35 75.00%', '乙县 691.45 25.00%']);
  const reads = () => workbook.calls.filter((call) => call === 'readWorkbook').length;
  const before = reads();
  const [part] = state.trace.shares[0]?.parts ?? [];
  expect(await select(part?.paper.sheet ?? '', part?.paper.cell ?? '')).toBe(state);
  expect(await select('别的', 'B2')).toBe(state);
  expect(await select('统计表1', 'A8')).toBe(state);
  expect(await select('统计表2', 'B5')).toMatchObject({ trace: { figure: { form: 'table2' } } });
  expect(reads()).toBe(before);
});

/** What undo keeps of a write to a cell, or of words alone. */
function kept(id: string, what: 'cell' | 'words'): UndoRecord {
  const state = { content: 1, numberFormat: '' };
  const cell = { sheet: '汇总底稿1', cell: 'D5', place: null, before: state, after: state };
  const cells = what === 'cell' ? [cell] : [];
  return { id, command: 'fill', cells, sheets: [], document: null, at: '' };
}

test('an edit makes it old; selected again it is as it is now', async () => {
  const { workbook, tracing, select } = await opened();
  await select('统计表1', 'C8');
  workbook.type('汇总底稿1', 'D5', '5');
  expect(tracing.get()).toMatchObject({ kind: 'traced', isOld: true });
  expect(await select('统计表1', 'D8')).toMatchObject({ kind: 'traced', isOld: false });
  workbook.format('统计表1', 'C8', '0.0');
  expect(await select('统计表1', 'C8')).toMatchObject({ isOld: false });
});

test('a task of the pane makes it old where it has written, and only there', async () => {
  const { pane, tracing, select } = await opened();
  const wrote = (task: Task, ...events: readonly PaneEvent[]) => {
    for (const event of [{ type: 'began', task } as const, ...events]) pane.send(event);
    expect(tracing.get()).toMatchObject({ isOld: false });
    pane.send({ type: 'ended' });
    return tracing.get();
  };
  const knows = (record: UndoRecord | null) => ({ type: 'undoKnown', record }) as const;
  const again = () => select('统计表1', 'C8');
  await again();
  // Read, checked, marked, added up: nothing of it changes a figure.
  for (const task of ['check', 'consolidate', 'mark', 'submit'] as const) {
    expect(wrote(task)).toMatchObject({ isOld: false });
  }
  expect(wrote('explain', knows(kept('1', 'words')))).toMatchObject({ isOld: false });
  expect(wrote('undo', knows(null))).toMatchObject({ isOld: false });
  expect(wrote('fill', knows(kept('2', 'cell')))).toMatchObject({ isOld: true });
  await again();
  expect(wrote('undo', knows(null))).toMatchObject({ isOld: true });
  await again();
  expect(wrote('recalculate')).toMatchObject({ isOld: true });
  await again();
  const fault = { code: 'busy' } as const;
  const left = { kind: 'inserting', left: [] } as const;
  expect(wrote('fill', { type: 'failed', task: 'fill', fault })).toMatchObject({ isOld: false });
  const halfway = { type: 'failed', task: 'template', fault, aftermath: left } as const;
  expect(wrote('template', halfway)).toMatchObject({ isOld: true });
  await again();
  // What failed before this task began is told still; it is not this task's.
  expect(wrote('check')).toMatchObject({ isOld: false });
});

test('what is edited while it is read is read once more', async () => {
  const { workbook, tracing, select } = await opened();
  workbook.type('汇总底稿1', 'A2', '丙县');
  workbook.select('统计表1', 'C8');
  await Promise.resolve();
  workbook.type('汇总底稿1', 'A3', '丁县');
  await settled();
  expect(tracing.get()).toMatchObject({ kind: 'traced', isOld: false });
  expect(workbook.calls.filter((call) => call === 'readWorkbook')).toHaveLength(3);
  expect(await select('统计表1', 'C5')).toMatchObject({ kind: 'traced' });
});

test('a result that was written meanwhile is found when its sheet is selected', async () => {
  const { workbook, tracing, select } = await opened([]);
  expect(tracing.get().kind).toBe('none');
  await workbook.insertSheets(resultSheets());
  expect(await select('统计表1', 'C8')).toMatchObject({ kind: 'traced' });
});

test('a reading that fails is told, and tried again at the next figure', async () => {
  const { workbook, select } = await opened();
  workbook.type('汇总底稿1', 'D5', '5');
  workbook.interrupt({ call: 1, after: 0, fault: { code: 'busy' } });
  expect(await select('统计表1', 'C8')).toEqual({ kind: 'failed', fault: { code: 'busy' } });
  expect(await select('统计表1', 'D8')).toMatchObject({ kind: 'traced' });
});

test('closed, it hears of nothing; opened again, it reads anew', async () => {
  const { workbook, tracing, stop, select } = await opened();
  const state = await select('统计表1', 'C8');
  stop();
  await settled();
  expect(await select('统计表1', 'D8')).toBe(state);
  workbook.type('汇总底稿1', 'C2', '7');
  expect(tracing.get()).toBe(state);
  tracing.watch();
  await settled();
  expect(tracing.get()).toMatchObject({ kind: 'traced', isOld: false });
  expect(tracing.get()).not.toBe(state);
});

test('percentages of every size', () => {
  expect([10_000, 1, 0, -250, 12_345, null].map(tracedPercentage)).toEqual([
    '100.00%',
    '0.01%',
    '0.00%',
    '-2.50%',
    '123.45%',
    '',
  ]);
});

test('a long paper is read in pieces; what is edited meanwhile is read again', async () => {
  // None of them is the sum of others: every one counts.
  const plans = Array.from({ length: 40 }, (_, at) => ({ name: `${at + 1}县`, times: at + 41 }));
  const pauses: (() => void)[] = [];
  let time = 0;
  const clock: Clock = {
    now: () => new Date((time += 20)),
    after: (_, work) => {
      pauses.push(work);
      return () => undefined;
    },
  };
  const { workbook, tracing, select } = await opened(resultSheets(plans), clock);
  const reads = () => workbook.calls.filter((call) => call === 'readWorkbook').length;
  await select('统计表1', 'C8');
  expect(tracing.get().kind).toBe('waiting');
  expect(pauses).toHaveLength(1);
  const before = reads();
  workbook.type('别的', 'A1', '改');
  for (let pause = pauses.shift(); pause !== undefined; pause = pauses.shift()) {
    pause();
    await settled();
  }
  expect(reads()).toBe(before + 1);
  const state = tracing.get();
  if (state.kind !== 'traced') throw new Error(state.kind);
  expect(state.isOld).toBe(false);
  expect(state.trace.shares).toHaveLength(40);
});
