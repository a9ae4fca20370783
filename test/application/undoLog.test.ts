import type { UndoDraft } from '../../src/application/undoLog';
import { UndoLog } from '../../src/application/undoLog';
import { MemoryStore } from './fixture';

const draft = (cell: string, size = 1): UndoDraft => ({
  command: 'fill',
  cells: Array.from({ length: size }, () => ({
    sheet: '统计表1',
    cell,
    place: null,
    before: { content: '', numberFormat: 'General' },
    after: { content: 1, numberFormat: 'General' },
  })),
  sheets: [],
});

let store: MemoryStore;
let day: number;
beforeEach(() => {
  store = new MemoryStore();
  day = 1;
});

const logOf = (url: string | null | (() => string | null)) =>
  new UndoLog(
    store,
    {
      get documentUrl() {
        return typeof url === 'function' ? url() : url;
      },
      locateDocument: () => Promise.resolve(),
    },
    () => new Date(Date.UTC(2020, 0, day)),
  );

const latestCell = (log: UndoLog) => log.latest()?.cells[0]?.cell ?? null;

test('the newest write comes first, and older ones after it', () => {
  const log = logOf('甲.xlsx');
  log.keep(draft('A1'));
  const { record } = log.keep(draft('A2'));
  expect(latestCell(log)).toBe('A2');
  log.drop(record.id);
  expect([latestCell(log), latestCell(logOf('甲.xlsx'))]).toEqual(['A1', 'A1']);
});

test('each workbook has its own', () => {
  logOf('甲.xlsx').keep(draft('A1'));
  expect(latestCell(logOf('乙.xlsx'))).toBeNull();
  expect(latestCell(logOf('甲.xlsx'))).toBe('A1');
});

test('a workbook that is saved for the first time takes its records along', () => {
  let url: string | null = null;
  const log = logOf(() => url);
  log.keep(draft('A1'));
  expect(latestCell(logOf(null))).toBeNull();
  url = '甲.xlsx';
  expect(latestCell(log)).toBe('A1');
  expect(latestCell(logOf('甲.xlsx'))).toBe('A1');
});

test('records are bounded in number for a workbook, in size, and in age', () => {
  const log = logOf('甲.xlsx');
  for (let at = 1; at <= 14; at += 1) log.keep(draft(`A${String(at)}`));
  const stored = JSON.parse(store.read('undo') ?? '[]') as { cells: { cell: string }[] }[];
  expect(stored.map(({ cells }) => cells[0]?.cell)).toEqual(
    Array.from({ length: 10 }, (_, at) => `A${String(at + 5)}`),
  );

  for (let at = 0; at < 8; at += 1) logOf(`${String(at)}.xlsx`).keep(draft('B1', 3000));
  expect((store.read('undo') ?? '').length).toBeLessThanOrEqual(1_500_000);
  expect(latestCell(logOf('7.xlsx'))).toBe('B1');
  expect(latestCell(logOf('甲.xlsx'))).toBeNull();

  day = 40;
  logOf('新.xlsx').keep(draft('C1'));
  expect(latestCell(logOf('7.xlsx'))).toBeNull();
});

test('what the store refuses lasts as long as the pane; what it holds can be deleted', () => {
  store.refuses = true;
  const log = logOf('甲.xlsx');
  expect(log.keep(draft('A1')).kept).toBe('whileOpen');
  expect([latestCell(log), latestCell(logOf('甲.xlsx'))]).toEqual(['A1', null]);
  store.refuses = false;
  expect(log.keep(draft('A2')).kept).toBe('onThisMachine');
  log.forgetAll();
  expect([latestCell(log), store.read('undo')]).toEqual([null, null]);
});

test.each(['', 'null', '{}', '[1,null,{"id":"x"}]', '[{"id":1', '"undo"'])(
  'whatever else is in the store is passed over: %s',
  (text) => {
    store.write('undo', text);
    const log = logOf('甲.xlsx');
    expect(log.latest()).toBeNull();
    log.keep(draft('A1'));
    expect(latestCell(logOf('甲.xlsx'))).toBe('A1');
  },
);
