import type { WorkbookChange } from '../../src/application/ports';
import type { Manners } from '../../src/workbench/host/manners';
import { changesTo } from '../ports/changes';
import { openedExcel, specimen, valueOf, type OpenedExcel } from './openedExcel';

let excel: OpenedExcel | undefined;
afterEach(() => {
  excel?.close();
  excel = undefined;
});

async function listening(
  level: '1.13' | '1.14' | '1.17',
  manners: Partial<Manners> = {},
): Promise<{
  opened: OpenedExcel;
  heard: WorkbookChange[];
  stop: () => Promise<void>;
  name: string;
}> {
  const workbook = specimen('puyang-2019-formulas.xlsx');
  const opened = await openedExcel({ workbook, level, manners });
  excel = opened;
  const name = valueOf(await opened.workbook.readWorkbook()).sheets[0]?.name ?? '';
  const heard: WorkbookChange[] = [];
  const stop = valueOf(await opened.workbook.onChange((change) => heard.push(change)));
  return { opened, heard, stop, name };
}

describe.each(['1.13', '1.17'] as const)('changes in Excel %s', (level) => {
  test('by the user are told with sheet and address, and recalculation with the sheet', async () => {
    const { opened, heard, name } = await listening(level);
    await opened.host.type(name, 'B7', '12');
    await opened.clock.pass(0);
    expect(heard).toContainEqual({ sheet: name, address: 'B7', kind: 'edited', isFigure: true });
    expect(heard).toContainEqual({ sheet: name, address: null, kind: 'calculated' });
  });

  test('that empty a cell are of a figure, those that put words into one are not', async () => {
    const { opened, heard, name } = await listening(level);
    await opened.host.type(name, 'B7', '');
    await opened.host.type(name, 'B8', '待定');
    await opened.clock.pass(0);
    const edits = heard.filter(({ kind }) => kind === 'edited');
    expect(edits.map(({ address, isFigure }) => [address, isFigure])).toEqual([
      ['B7', true],
      ['B8', false],
    ]);
  });

  test('of our own are not told: cells, marks, sheets', async () => {
    const { opened, heard, name } = await listening(level);
    const write = { sheet: name, cell: 'B7', content: 3, numberFormat: null };
    valueOf(await opened.workbook.writeCells(await changesTo(opened.workbook, [write])));
    valueOf(await opened.workbook.showMarks([{ sheet: name, cells: ['B7'], kind: 'error' }]));
    await opened.clock.pass(0);
    expect(heard).toEqual([]);
    await opened.clock.pass(300);
    await opened.host.type(name, 'B7', '12');
    await opened.clock.pass(0);
    expect(heard).toContainEqual({ sheet: name, address: 'B7', kind: 'edited', isFigure: true });
  });

  test('of formats are put down to a write of our own for a moment, and then to the user', async () => {
    const { opened, heard, name } = await listening(level);
    const format = async (address: string) => {
      await opened.office.Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name).getRange(address);
        range.numberFormat = [['0.000']];
        await context.sync();
      });
      await opened.clock.pass(0);
      return heard.splice(0).filter(({ kind }) => kind === 'formatted');
    };
    const write = { sheet: name, cell: 'B7', content: 3, numberFormat: null };
    valueOf(await opened.workbook.writeCells(await changesTo(opened.workbook, [write])));
    expect(await format('B9')).toEqual([]);
    await opened.clock.pass(300);
    expect(await format('B10')).toEqual([{ sheet: name, address: 'B10', kind: 'formatted' }]);
  });

  test('by the user are told at once when a write of our own has stopped anywhere', async () => {
    const { opened, heard, name } = await listening(level);
    const told = { sheet: name, address: 'B8', kind: 'edited', isFigure: true };
    let stopped = 0;
    for (let action = 1; ; action += 1) {
      const write = { sheet: name, cell: 'B7', content: action, numberFormat: null };
      const changes = await changesTo(opened.workbook, [write]);
      opened.host.failAt({ action, code: 'GeneralException' });
      if ((await opened.workbook.writeCells(changes)).ok) break;
      stopped += 1;
      await opened.clock.pass(300);
      heard.length = 0;
      await opened.host.type(name, 'B8', String(action));
      await opened.clock.pass(0);
      expect([action, heard]).toEqual([action, expect.arrayContaining([told])]);
    }
    expect(stopped).toBeGreaterThan(10);
  });

  test('of the structure are told, and a renamed sheet by its new name', async () => {
    const { opened, heard, name } = await listening(level);
    await opened.office.Excel.run(async (context) => {
      context.workbook.worksheets.add('新表');
      await context.sync();
    });
    await opened.clock.pass(0);
    expect(heard).toContainEqual({ sheet: null, address: null, kind: 'structure' });
    await opened.office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).name = '改名';
      await context.sync();
    });
    await opened.host.type('改名', 'B8', '5');
    await opened.clock.pass(0);
    expect(heard).toContainEqual({ sheet: '改名', address: 'B8', kind: 'edited', isFigure: true });
  });

  test('that came in together are told no further once the listener has heard enough', async () => {
    const { opened, heard, name } = await listening(level);
    const one: WorkbookChange[] = [];
    const stop = valueOf(
      await opened.workbook.onChange((change) => {
        one.push(change);
        void stop();
      }),
    );
    await Promise.all([opened.host.type(name, 'B7', '12'), opened.host.type(name, 'B8', '13')]);
    await opened.clock.pass(0);
    expect(heard.length).toBeGreaterThan(2);
    expect(one).toHaveLength(1);
  });

  test('are told no more once the subscription has ended, and Excel keeps no registration', async () => {
    const { opened, heard, stop, name } = await listening(level);
    await stop();
    await opened.host.type(name, 'B7', '12');
    await opened.clock.pass(0);
    expect(heard).toEqual([]);
    expect(opened.host.session.events.registrations).toBe(0);
  });
});

describe.each(['1.13', '1.14'] as const)(
  'events that come when they are on again, in Excel %s',
  (level) => {
    const late = () => listening(level, { events: 'held', marksAreFormats: true });
    const tell = async ({ host, clock }: OpenedExcel) => {
      host.tellEvents();
      await clock.pass(0);
    };

    test('what is recalculated from our own write is put down to it, what follows later is not', async () => {
      const { opened, heard, name } = await late();
      const write = { sheet: name, cell: 'B7', content: 3, numberFormat: null };
      valueOf(await opened.workbook.writeCells(await changesTo(opened.workbook, [write])));
      await tell(opened);
      // Before ExcelApi 1.14 Excel does not tell whose edit it was.
      const own = { sheet: name, address: 'B7', kind: 'edited', isFigure: true };
      expect(heard.splice(0)).toEqual(level === '1.13' ? [own] : []);
      await opened.clock.pass(300);
      await opened.host.type(name, 'B7', '12');
      await tell(opened);
      expect(heard).toEqual([own, { sheet: name, address: null, kind: 'calculated' }]);
    });

    test('marks told as formats are, so that nothing but them is heard of again', async () => {
      const { opened, heard, name } = await late();
      valueOf(await opened.workbook.showMarks([{ sheet: name, cells: ['B7'], kind: 'error' }]));
      await tell(opened);
      expect(new Set(heard.map(({ kind }) => kind))).toEqual(new Set(['formatted']));
    });
  },
);
