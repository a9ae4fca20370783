/** Warnings are answered by words: written, confirmed, removed, several at once, and taken back. */
import { checkWorkbook } from '../../src/application/checkWorkbook';
import type { ExplainOutcome } from '../../src/application/explain';
import { removeExplanations, writeExplanations } from '../../src/application/explain';
import { reportOf } from '../../src/application/report/makeReport';
import { undoLast } from '../../src/application/undo';
import { UndoLog } from '../../src/application/undoLog';
import type { Finding } from '../../src/domain/finding';
import { canBeExplained } from '../../src/domain/submission/explainable';
import type { Explanation } from '../../src/domain/submission/kept';
import { settings } from '../domain/forms';
import { MemoryWorkbook } from '../memory/MemoryWorkbook';
import { valueOf } from '../ports/openedWorkbook';
import { puyangLayouts } from '../specimens/puyangFigures';

function opened() {
  const workbook = MemoryWorkbook.ofLayouts(puyangLayouts('formulas'));
  const texts = new Map<string, string>();
  const store = {
    read: (key: string) => texts.get(key) ?? null,
    write: (key: string, value: string | null) => {
      if (value === null) texts.delete(key);
      else texts.set(key, value);
      return true;
    },
  };
  const place = { documentUrl: 'file:///a.xlsx', locateDocument: () => Promise.resolve() };
  const newLog = () => new UndoLog(store, place, () => new Date('2020-03-01T09:00:00Z'));
  return { workbook, log: newLog(), newLog };
}

type Opened = ReturnType<typeof opened>;

async function checked({ workbook }: Opened) {
  const check = checkWorkbook(valueOf(await workbook.readWorkbook()), settings);
  const report = reportOf(check, valueOf(await workbook.readExplanations()));
  return { check, report, warnings: check.findings.filter(canBeExplained) };
}

async function answer(
  open: Opened,
  findings: readonly Finding[],
  text: string,
): Promise<ExplainOutcome> {
  const { check, report } = await checked(open);
  const answers = findings.map((finding) => ({ finding, text }));
  return valueOf(
    await writeExplanations(open.workbook, open.log, check, report.explained, answers),
  );
}

async function states(open: Opened): Promise<unknown[]> {
  const { report, warnings } = await checked(open);
  return warnings.map(({ id }) => {
    const one = report.explained.byFinding.get(id);
    return one === undefined ? null : `${one.state} ${one.explanation.text}`;
  });
}

test('several are answered at once, in one change of the workbook', async () => {
  const open = opened();
  const { warnings } = await checked(open);
  open.workbook.calls.length = 0;
  const outcome = await answer(open, warnings, ' 年中追加预算 ');
  expect(outcome).toMatchObject({ kind: 'kept', undo: 'onThisMachine' });
  expect(open.workbook.calls.filter((call) => call === 'changeExplanations')).toHaveLength(1);
  expect(new Set(await states(open))).toEqual(new Set(['valid 年中追加预算']));
});

test('a figure changes: to be confirmed again; confirmed, it holds', async () => {
  const open = opened();
  const [first] = (await checked(open)).warnings;
  if (first === undefined) throw new Error('no warning');
  await answer(open, [first], '追加');
  open.workbook.type(first.sheet, first.cells[0] ?? '', '9999');
  expect((await states(open))[0]).toBe('outdated 追加');
  const again = (await checked(open)).warnings[0];
  if (again === undefined) throw new Error('no warning');
  await answer(open, [again], '追加');
  expect((await states(open))[0]).toBe('valid 追加');
});

test('one written when the unit was called otherwise gives way', async () => {
  const open = opened();
  const [first] = (await checked(open)).warnings;
  if (first === undefined) throw new Error('no warning');
  await answer(open, [first], '旧');
  const unitCell = 'A2';
  open.workbook.type('统计表1', unitCell, '填报单位：濮阳市财政局综合科');
  open.workbook.type('统计表2', unitCell, '填报单位：濮阳市财政局综合科');
  const [renamed] = (await checked(open)).warnings;
  if (renamed === undefined) throw new Error('no warning');
  expect((await states(open))[0]).toBe('valid 旧');
  const outcome = await answer(open, [renamed], '新');
  expect(outcome.kind === 'kept' && outcome.explanations.map(({ text }) => text)).toEqual(['新']);
});

test('errors, and texts without words, are passed over and leave nothing to undo', async () => {
  const open = opened();
  open.workbook.type('统计表1', 'B12', '-1');
  const { check } = await checked(open);
  const error = check.findings.find(({ severity }) => severity === 'error');
  const [warning] = check.findings.filter(canBeExplained);
  if (error === undefined || warning === undefined) throw new Error('nothing found');
  expect(await answer(open, [error], '不是错误')).toMatchObject({ explanations: [], undo: null });
  expect(await answer(open, [warning], ' \n ')).toMatchObject({ explanations: [], undo: null });
  expect(open.log.latest()).toBeNull();
});

test('what cannot be read is not written over', async () => {
  const open = opened();
  open.workbook.explanations.parts = ['<x xmlns="urn:purchase-services-statistics:explanations"/>'];
  const { warnings, report } = await checked(open);
  expect(report.explained.unreadable).toBe('damaged');
  expect(await answer(open, warnings, '说明')).toEqual({ kind: 'unreadable', why: 'damaged' });
  expect(open.workbook.explanations.parts).toHaveLength(1);
  expect(open.log.latest()).toBeNull();
});

describe('undo', () => {
  const kept = async ({ workbook }: Opened): Promise<readonly Explanation[]> => {
    const stored = valueOf(await workbook.readExplanations());
    return stored.kind === 'read' ? stored.explanations : [];
  };

  test('takes back what was written, step by step, also by another pane', async () => {
    const open = opened();
    const [first, second] = (await checked(open)).warnings;
    if (first === undefined || second === undefined) throw new Error('no warnings');
    await answer(open, [first], '一');
    await answer(open, [first, second], '二');
    const undone = await undoLast(open.workbook, open.newLog());
    expect(undone).toMatchObject({
      value: { explanations: { restored: 1, removed: 1, left: 0 } },
    });
    expect((await kept(open)).map(({ text }) => text)).toEqual(['一']);
  });

  test('brings back what was removed', async () => {
    const open = opened();
    const { warnings } = await checked(open);
    await answer(open, warnings, '说明');
    const before = await kept(open);
    valueOf(await removeExplanations(open.workbook, open.log, before.slice(0, 3)));
    expect(await kept(open)).toHaveLength(before.length - 3);
    await undoLast(open.workbook, open.log);
    expect(new Set(await kept(open))).toEqual(new Set(before));
  });

  test('leaves what was written anew since', async () => {
    const open = opened();
    const [first, second] = (await checked(open)).warnings;
    if (first === undefined || second === undefined) throw new Error('no warnings');
    await answer(open, [first, second], '一');
    valueOf(
      await open.workbook.changeExplanations((all) =>
        all.map((one, at) => (at === 0 ? { ...one, text: '别人改的' } : one)),
      ),
    );
    const undone = await undoLast(open.workbook, open.log);
    expect(undone).toMatchObject({
      value: { explanations: { restored: 0, removed: 1, left: 1 } },
    });
    expect((await kept(open)).map(({ text }) => text)).toEqual(['别人改的']);
  });

  test('a fault on the way leaves the record, and undoing again goes on', async () => {
    const open = opened();
    const [first] = (await checked(open)).warnings;
    if (first === undefined) throw new Error('no warning');
    await answer(open, [first], '一');
    open.workbook.interrupt({ call: 1, after: 0, fault: { code: 'busy' } });
    expect(await undoLast(open.workbook, open.log)).toMatchObject({ ok: false });
    expect(await kept(open)).toHaveLength(1);
    expect(await undoLast(open.workbook, open.log)).toMatchObject({ ok: true });
    expect(await kept(open)).toEqual([]);
  });
});
