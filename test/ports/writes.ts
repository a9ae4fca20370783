/** What must every implementation of Writes do? */
import type { CellChange, CellStep } from '../../src/application/cellChange';
import type { OpenedWorkbook } from './openedWorkbook';
import { faultOf, one, opener, two, valueOf, type Open } from './openedWorkbook';
import { changesTo } from './changes';

export function writesContract(open: Open): void {
  describe('Writes', () => {
    const opened = opener(open);
    const change = (
      cell: string,
      expected: CellChange['expected'],
      content: CellChange['content'],
      numberFormat: CellChange['numberFormat'] = { kind: 'asFigure', instead: '0.00' },
      sheet: string = one,
    ): CellChange => ({ sheet, cell, expected, content, numberFormat });
    const states = async ({ port }: OpenedWorkbook, ...cells: string[]) =>
      valueOf(await port.readCells(cells.map((cell) => ({ sheet: one, cell })))).map(
        ({ content, numberFormat }) => [content, numberFormat],
      );

    test('contents of every sort, read back as they were given', async () => {
      const { port } = await opened();
      const contents = [12.5, '=C12+G12', '一般公共预算', '00123', true, "'=不是公式", '2020-1-2'];
      const wanted = [...contents, '#N/A', ''].map((content, at) => ({
        sheet: two,
        cell: `P${at + 40}`,
        content,
        numberFormat: null,
      }));
      const { left } = valueOf(await port.writeCells(await changesTo(port, wanted)));
      expect(left).toEqual([]);
      const read = valueOf(await port.readCells(wanted));
      expect(read.map(({ content }) => content)).toEqual(wanted.map(({ content }) => content));
    });

    test('a cell that holds something else than expected is left, and named', async () => {
      const workbook = await opened();
      const [good, bad] = [change('C12', 7083.02, 7000), change('C13', 1, 2)];
      const outcome = valueOf(await workbook.port.writeCells([good, bad]));
      expect(outcome.made.map((step) => step.change)).toEqual([good]);
      expect(outcome.left).toEqual([bad]);
      const [[changed], [left]] = (await states(workbook, 'C12', 'C13')) as [unknown[], unknown[]];
      expect(changed).toBe(7000);
      expect(left).not.toBe(2);
    });

    test('what was wanted and stands there already needs no change', async () => {
      const { port } = await opened();
      const outcome = valueOf(await port.writeCells([change('C12', 1, 7083.02)]));
      expect(outcome).toEqual({ made: [], left: [] });
    });

    test('what will be changed is told before anything is, and nothing where nothing is', async () => {
      const { port } = await opened();
      const told: (readonly CellStep[])[] = [];
      const format = valueOf(await port.readCells([{ sheet: one, cell: 'C12' }]))[0]?.numberFormat;
      const good = change('C12', 7083.02, 7000);
      valueOf(await port.writeCells([good, change('C13', 1, 2)], (steps) => told.push(steps)));
      valueOf(await port.writeCells([change('C13', 1, 2)], (steps) => told.push(steps)));
      expect(told).toEqual([
        [
          {
            change: good,
            before: { content: 7083.02, numberFormat: format },
            after: { content: 7000, numberFormat: format },
          },
        ],
      ]);
    });

    test('a text or date format gives way to a figure, any other stays', async () => {
      const workbook = await opened();
      const { port, user } = workbook;
      await user.format(one, 'P40', '@');
      await user.format(one, 'P41', 'yyyy-mm-dd');
      await user.format(one, 'P42', '0.0%');
      const cells = ['P40', 'P41', 'P42'];
      valueOf(await port.writeCells(cells.map((cell) => change(cell, '', 5))));
      expect(await states(workbook, ...cells)).toEqual([
        [5, '0.00'],
        [5, '0.00'],
        [5, '0.0%'],
      ]);
    });

    test('a format is put back where it is still ours; one that the user set stays', async () => {
      const workbook = await opened();
      const { port, user } = workbook;
      await user.format(one, 'P40:P41', '0.00');
      await user.type(one, 'P40', '5');
      await user.type(one, 'P41', '5');
      await user.format(one, 'P41', '0.0%');
      const back = { kind: 'putBack', expected: '0.00', format: '@' } as const;
      valueOf(await port.writeCells([change('P40', 5, '12', back), change('P41', 5, '12', back)]));
      expect(await states(workbook, 'P40', 'P41')).toEqual([
        ['12', '@'],
        ['12', '0.0%'],
      ]);
    });

    test('a number under a text format is a number', async () => {
      const workbook = await opened();
      const { port } = workbook;
      const [before] = await states(workbook, 'C12');
      const back = { kind: 'putBack', expected: String(before?.[1]), format: '@' } as const;
      valueOf(await port.writeCells([change('C12', 7083.02, 7000, back)]));
      expect(await states(workbook, 'C12')).toEqual([[7000, '@']]);
    });

    test('of two changes of a cell the later counts', async () => {
      const workbook = await opened();
      const later = change('C12', 7083.02, 2);
      const outcome = await workbook.port.writeCells([change('C12', 7083.02, 1), later]);
      expect(valueOf(outcome).made.map((step) => step.change)).toEqual([later]);
      expect((await states(workbook, 'C12'))[0]?.[0]).toBe(2);
    });

    test('cells that cannot be written are told with the reason', async () => {
      const { port, user } = await opened();
      await user.merge(one, 'P40:Q41');
      await user.merge(one, 'P43:Q43');
      await user.protect(two, 'K6:K7');
      const at = (sheet: string) => (cell: string) => ({ sheet, cell });
      const cells = [
        ...['C12', 'P40', 'P41', 'Q41', 'Q43'].map(at(one)),
        ...['K6', 'K7', 'K8', 'A3'].map(at(two)),
      ];
      expect(valueOf(await port.findUnwritable(cells))).toEqual([
        { sheet: one, cell: 'P41', why: 'merged', at: 'P40' },
        { sheet: one, cell: 'Q41', why: 'merged', at: 'P40' },
        { sheet: one, cell: 'Q43', why: 'merged', at: 'P43' },
        { sheet: two, cell: 'K8', why: 'locked', at: 'K8' },
        { sheet: two, cell: 'A3', why: 'locked', at: 'A3' },
      ]);
      expect(valueOf(await port.findUnwritable([]))).toEqual([]);
      expect(faultOf(await port.findUnwritable([at('没有')('C1')]))).toEqual({
        code: 'notThere',
        what: '没有',
      });
    });

    test('a locked cell of a protected sheet is refused before anything is written', async () => {
      const workbook = await opened();
      const { port, user } = workbook;
      await user.protect(two, 'C6:C7');
      const kept: unknown[] = [];
      const [total] = valueOf(await port.readCells([{ sheet: two, cell: 'K12' }]));
      const locked = change('K12', total?.content ?? '', 1, undefined, two);
      const outcome = await port.writeCells([change('C12', 7083.02, 1), locked], (steps) =>
        kept.push(steps),
      );
      expect(faultOf(outcome)).toEqual({ code: 'sheetProtected', sheet: two });
      expect(kept).toEqual([]);
      expect((await states(workbook, 'C12'))[0]?.[0]).toBe(7083.02);
      const [open6] = valueOf(await port.readCells([{ sheet: two, cell: 'C6' }]));
      const unlocked = change('C6', open6?.content ?? '', 1, undefined, two);
      expect(valueOf(await port.writeCells([unlocked])).made).toHaveLength(1);
    });

    test('a sheet that is gone is named, and nothing is written', async () => {
      const workbook = await opened();
      const { port } = workbook;
      const gone = change('C12', 7083.02, 1, undefined, '没有');
      expect(faultOf(await port.writeCells([change('C12', 7083.02, 1), gone]))).toEqual({
        code: 'notThere',
        what: '没有',
      });
      expect((await states(workbook, 'C12'))[0]?.[0]).toBe(7083.02);
    });

    test('cells within a merged area do not hold what was written: they are named, the others stand', async () => {
      const workbook = await opened();
      const { port, user } = workbook;
      await user.merge(one, 'P40:Q41');
      const changes = [change('P40', '', 1), change('Q41', '', 2), change('P42', '', 3)];
      expect(faultOf(await port.writeCells(changes))).toEqual({
        code: 'notWritten',
        sheet: one,
        cells: ['Q41'],
      });
      expect((await states(workbook, 'P40', 'P42')).map(([content]) => content)).toEqual([1, 3]);
    });
  });
}
