import { ChangeBatch } from '../../../src/workbench/grid/changes';
import type { Work } from '../../../src/workbench/grid/changes';
import { parseRect, rectAddress } from '../../../src/workbook/address';
import type { Rect } from '../../../src/workbook/address';
import { Workbook } from '../../../src/workbook/workbook';
import type { Change } from '../../../src/workbench/host/change';

const workbook = Workbook.empty('Sheet1');
const sheet = workbook.active;
const other = workbook.addSheet('Sheet2');

function rect(address: string): Rect {
  const found = parseRect(address);
  if (!found) throw new Error(address);
  return found;
}

/** Runs changes through a batch whose frames are at hand. */
function batchOf(): { frames: (() => void)[]; drawn: Work[]; add: (...changes: Change[]) => void } {
  const frames: (() => void)[] = [];
  const drawn: Work[] = [];
  const batch = new ChangeBatch(
    (run) => frames.push(run),
    (work) => drawn.push(work),
  );
  return {
    frames,
    drawn,
    add: (...changes) => {
      for (const change of changes) batch.add(change);
    },
  };
}

test('two hundred changes are drawn once', () => {
  const { frames, drawn, add } = batchOf();
  for (let i = 0; i < 200; i++) add({ kind: 'layout', sheet });
  expect([frames.length, drawn.length]).toEqual([1, 0]);
  frames[0]?.();
  expect(drawn).toHaveLength(1);
  expect(drawn[0]?.sheets.get(sheet)?.shape).toBe(true);
});

test('after a frame the next change asks for another', () => {
  const { frames, drawn, add } = batchOf();
  add({ kind: 'calculated', sheet });
  frames[0]?.();
  add({ kind: 'calculated', sheet: other });
  frames[1]?.();
  expect(drawn.map((work) => [...work.sheets.keys()])).toEqual([[sheet], [other]]);
});

test('values and formats grow into one rectangle for each sheet', () => {
  const { frames, drawn, add } = batchOf();
  add(
    { kind: 'values', sheet, rect: rect('B2') },
    { kind: 'format', sheet, rect: rect('D5:E6') },
    { kind: 'values', sheet: other, rect: rect('A1') },
  );
  frames[0]?.();
  const cells = [...(drawn[0]?.sheets.values() ?? [])].map((w) => w.cells && rectAddress(w.cells));
  expect(cells).toEqual(['B2:E6', 'A1']);
});

test.each<[Change, Partial<Omit<Work, 'sheets'>>, boolean]>([
  [{ kind: 'shift', sheet, rect: rect('2:3'), inserted: true, axis: 'row' }, {}, true],
  [{ kind: 'rowHidden', sheet, rect: rect('2:3'), hidden: true }, {}, true],
  [{ kind: 'added', sheet }, { tabs: true }, false],
  [{ kind: 'deleted', sheet }, { tabs: true }, true],
  [{ kind: 'moved', sheet }, { tabs: true }, false],
  [{ kind: 'renamed', sheet, before: 'x' }, { tabs: true }, true],
  [{ kind: 'visibility', sheet, before: 'visible' }, { tabs: true }, false],
  [{ kind: 'protection', sheet }, { tabs: true }, false],
  [{ kind: 'activated', sheet }, { tabs: true, selection: true }, false],
  [{ kind: 'selection', sheet, rects: [rect('A1')] }, { selection: true }, false],
])('%j', (change, expected, shape) => {
  const { frames, drawn, add } = batchOf();
  add(change);
  frames[0]?.();
  expect(drawn[0]).toMatchObject(expected);
  expect(drawn[0]?.sheets.get(sheet)?.shape ?? false).toBe(shape);
});
