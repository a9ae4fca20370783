/** Binary workbooks that other programs write in their own way, and Excel opens. */
import { utils, write } from '@e965/xlsx';
import { unknownFormula, unknownLink } from '../../src/domain/grid';
import { changedBook, record, recordIn, type BinaryRecord } from './binaryRecords';
import { at, faultOf, formulasAt, readGrids, valuesAt } from './workbookParts';

const formulaRecord = 0x06;
/** What small.xls holds in B2, its formula. */
const figure = 25;

/** The tokens of the one formula in small.xls replaced. */
function withTokens(...tokens: readonly number[]): Uint8Array {
  return changedBook('small.xls', ([, sheet]) => {
    const formula = recordIn(sheet, formulaRecord);
    formula.content = Uint8Array.from([
      ...formula.content.subarray(0, 20),
      ...[tokens.length & 0xff, tokens.length >> 8],
      ...tokens,
    ]);
  });
}

test.each([0x206, 0x406])('formulas in records of type %d are not lost', async (type) => {
  const bytes = changedBook('small.xls', ([, sheet]) => {
    recordIn(sheet, formulaRecord).type = type;
  });
  const { sheets } = await readGrids(bytes);
  expect(at(sheets[0], 'B2')).toMatchObject({ value: figure, formula: '=B1*2' });
});

describe('a formula that cannot be told keeps its value', () => {
  test.each<[string, readonly number[]]>([
    ['an unknown token', [0x7e, 0, 0]],
    ['a label of natural language', [0x18, 0x06, 1, 0, 0, 0]],
    ['a token cut off', [0x1f, 1, 2]],
    ['another formula inside', [0x01, 0, 0, 0, 0, 0x03]],
    ['a name of a group that is not there', [0x39, 9, 0, 1, 0, 0, 0]],
  ])('%s', async (_name, tokens) => {
    const { sheets } = await readGrids(withTokens(...tokens));
    expect(at(sheets[0], 'B2')).toMatchObject({ value: figure, formula: unknownFormula });
    expect(valuesAt(sheets[0], ['A1', 'B1', 'A2'])).toEqual(['合计', 12.5, '教育']);
  });

  test('nothing of it reaches the terminal', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    // Two references to sheets that the library cannot join.
    const tokens = [0x3a, 0, 0, 0, 0, 0, 0, 0x44, 1, 0, 1, 0, 0x11];
    await readGrids(withTokens(...tokens));
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });
});

/** The records that name another workbook with these sheets, and a name in it. */
function otherBook(sheets: readonly string[]): BinaryRecord[] {
  const texts = ['other.xls', ...sheets].flatMap((text) => [
    ...[text.length & 0xff, text.length >> 8, 0],
    ...Buffer.from(text, 'latin1'),
  ]);
  const references = record(0x17, [2, 0, 0, 0, 1, 0xfffe, 0xfffe]);
  return [record(0x1ae, [sheets.length], texts), record(0x1ae, [1, 0x401]), references];
}

test('names of other workbooks are not taken for names of this one, and are seen to be theirs', async () => {
  const withName = (group: number): Uint8Array =>
    changedBook('small.xls', ([globals, sheet]) => {
      globals?.splice(-1, 0, ...otherBook(['Rates']));
      const formula = recordIn(sheet, formulaRecord);
      const head = formula.content.subarray(0, 20);
      formula.content = Uint8Array.from([...head, 7, 0, 0x39, group, 0, 1, 0, 0, 0]);
    });
  const { sheets } = await readGrids(withName(0));
  expect(at(sheets[0], 'B2')).toMatchObject({ value: figure, formula: unknownLink });
});

/** The record of a name, of the workbook or of a sheet by its number from 1. */
function defined(name: string, tokens: readonly number[], { flags = 0, sheet = 0 } = {}) {
  const letters = [...Buffer.from(name, 'utf16le')];
  return record(
    0x18,
    [flags, name.length << 8, tokens.length, 0, sheet, 0, 0],
    [1, ...letters, ...tokens],
  );
}

/** One cell of a sheet by its group, and a name by its number from 1. */
const cellIn = (group: number) => [0x3a, group, 0, 4, 0, 2, 0];
const named = (number: number) => [0x23, number, 0, 0, 0];

test('names lead to another workbook by themselves, or through others', async () => {
  const bytes = changedBook('small.xls', ([globals]) => {
    globals?.splice(
      -1,
      0,
      ...otherBook(['Rates']),
      defined('税率', [0x1e, 13, 0]),
      defined('年初数', cellIn(0), { flags: 1 }),
      defined('本表', cellIn(1)),
      defined('全年', [...named(2), 0x1e, 2, 0, 0x05], { sheet: 1 }),
      // An area to be printed is none of the user's names.
      defined('\u0006', cellIn(0), { flags: 0x20, sheet: 1 }),
    );
  });
  const { sheets, names } = await readGrids(bytes);
  const sheet = sheets[0]?.name ?? '';
  expect(names).toEqual([
    { name: '税率', sheet: null, isHidden: false, leads: 'nowhere' },
    { name: '年初数', sheet: null, isHidden: true, leads: 'out' },
    { name: '本表', sheet: null, isHidden: false, leads: 'nowhere' },
    { name: '全年', sheet, isHidden: false, leads: 'outByName' },
  ]);
});

test('a cell that uses such a name tells it', async () => {
  const bytes = changedBook('small.xls', ([globals, sheet]) => {
    globals?.splice(-1, 0, ...otherBook(['Rates']), defined('年初数', cellIn(0)));
    const formula = recordIn(sheet, formulaRecord);
    const head = formula.content.subarray(0, 20);
    formula.content = Uint8Array.from([...head, 5, 0, ...named(1)]);
  });
  const { sheets } = await readGrids(bytes);
  expect(at(sheets[0], 'B2')).toMatchObject({ value: figure, formula: '=年初数' });
});

test('an area of cells whose formula cannot be told, but refers to another workbook', async () => {
  // Two areas joined, of which the library would doubt whether they are of one sheet.
  const tokens = [...cellIn(0), 0x44, 1, 0, 1, 0, 0x11];
  const bytes = changedBook('small.xls', ([globals, sheet]) => {
    globals?.splice(-1, 0, ...otherBook(['Rates']));
    const formula = recordIn(sheet, formulaRecord);
    const { content } = formula;
    const [row = 0, , column = 0] = content;
    formula.content = Uint8Array.from([...content.subarray(0, 20), 5, 0, 1, row, 0, column, 0]);
    const area = [row, 0, row, 0, column, column];
    const array = record(0x221, [], [...area, 0, 0, 0, 0, 0, 0, tokens.length, 0, ...tokens]);
    sheet?.splice(sheet.indexOf(formula) + 1, 0, array);
  });
  const { sheets } = await readGrids(bytes);
  expect(at(sheets[0], 'B2')).toMatchObject({ value: figure, formula: unknownLink });
});

test('another workbook of very many sheets', async () => {
  const names = Array.from({ length: 1500 }, (_, index) => `S${index}`);
  const bytes = changedBook('small.xls', ([globals]) => {
    globals?.splice(-1, 0, ...otherBook(names));
  });
  const { sheets } = await readGrids(bytes);
  expect(formulasAt(sheets[0], ['B2'])).toEqual(['=B1*2']);
});

test('a sheet is found where its place is stated a little too late', async () => {
  const bytes = changedBook('small.xls', () => undefined, undefined, 20);
  expect((await readGrids(bytes)).sheets.map(({ name }) => name)).toEqual(
    (await readGrids(changedBook('small.xls', () => undefined))).sheets.map(({ name }) => name),
  );
});

test('a number format whose text is shorter than stated', async () => {
  const bytes = changedBook('small.xls', ([globals]) => {
    const text = [...Buffer.from('0.000', 'latin1')];
    globals?.splice(-1, 0, record(0x41e, [200, text.length + 1], [0, ...text]));
  });
  expect(await faultOf(bytes)).toBe('read');
});

test.each(['biff8', 'xlsx'] as const)(
  'days counted from 1904 become those of the usual calendar in %s; other numbers stay',
  async (bookType) => {
    const sheet = utils.aoa_to_sheet([
      [
        { t: 'n', v: 42_000, z: 'yyyy-mm-dd' },
        { t: 'n', v: 42_000, z: '0.00' },
      ],
    ]);
    const from = async (date1904: boolean) => {
      const book = {
        SheetNames: ['表'],
        Sheets: { 表: sheet },
        Workbook: { WBProps: { date1904 } },
      };
      const bytes: unknown = write(book, { bookType, type: 'buffer' });
      if (!(bytes instanceof Uint8Array)) throw new Error('no bytes');
      return valuesAt((await readGrids(new Uint8Array(bytes))).sheets[0], ['A1', 'B1']);
    };
    expect(await from(false)).toEqual([42_000, 42_000]);
    expect(await from(true)).toEqual([43_462, 42_000]);
  },
);
