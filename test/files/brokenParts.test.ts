import fc from 'fast-check';
import { unknownFormula } from '../../src/domain/grid';
import type { Unread } from '../../src/domain/unread';
import { at, faultOf, readGrids, valuesAt, workbookBytes, workbookEntries } from './workbookParts';
import { zipBytes, type EntryPlan } from './zipBytes';

/** A way in which a sheet's part may be broken, and what is said of the sheet. */
type Break = readonly [
  name: string,
  change: (entry: EntryPlan) => EntryPlan | null,
  reason: Unread['reason'],
];

const breaks: readonly Break[] = [
  ['gone', () => null, 'missing'],
  ['cut', (entry) => ({ ...entry, content: String(entry.content).slice(0, 80) }), 'damaged'],
  ['no XML', (entry) => ({ ...entry, content: 'no XML' }), 'damaged'],
  ['empty', (entry) => ({ ...entry, content: '' }), 'damaged'],
  ['another kind', (entry) => ({ ...entry, content: '<chartsheet/>' }), 'damaged'],
  ['wrong checksum', (entry) => ({ ...entry, checksum: 1 }), 'damaged'],
  ['no deflated data', (entry) => ({ ...entry, data: Uint8Array.of(255, 1, 2) }), 'damaged'],
  ['a text that is not there', (entry) => withCell(entry, '<c t="s"><v>99</v></c>'), 'damaged'],
  ['a cell beyond the sheet', (entry) => withCell(entry, '<c r="XFE1"><v>1</v></c>'), 'damaged'],
];

function withCell(entry: EntryPlan, cell: string): EntryPlan {
  return { ...entry, content: String(entry.content).replace('</row>', `${cell}</row>`) };
}

const row = (figure: number): string =>
  `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>${figure}</v></c></row></sheetData>`;

describe('a sheet that cannot be read', () => {
  test('is named, and all others are read as if it were not there', async () => {
    const states = fc.array(fc.option(fc.constantFrom(...breaks), { freq: 2 }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(states, async (sheets) => {
        const plan = {
          sheets: sheets.map((_, index) => row(index)),
          strings: '<si><t>合计</t></si>',
        };
        const entries = workbookEntries(plan).flatMap((entry) => {
          const [, number] = /sheet(\d+)\.xml$/.exec(entry.name) ?? [];
          const broken = number === undefined ? null : (sheets[Number(number) - 1] ?? null);
          const changed = broken === null ? entry : broken[1](entry);
          return changed === null ? [] : [changed];
        });
        const bytes = zipBytes(entries);
        if (sheets.every((state) => state !== null)) {
          expect(await faultOf(bytes)).toEqual({ code: 'unreadable', detail: 'corrupt' });
          return;
        }
        const whole = await readGrids(workbookBytes(plan));
        const read = await readGrids(bytes);
        expect(read.sheets).toEqual(whole.sheets.filter((_, index) => sheets[index] === null));
        expect(read.unread).toEqual(
          sheets.flatMap((state, index) =>
            state === null ? [] : [{ sheet: `Sheet${index + 1}`, part: 'sheet', reason: state[2] }],
          ),
        );
      }),
    );
  });

  test('without a part of its own it holds nothing; with a name for none it is missing', async () => {
    const unreadWith = async (id: string): Promise<unknown> => {
      const entries = workbookEntries({ sheets: [row(1), row(2)] }).map((entry) =>
        entry.name === 'xl/workbook.xml'
          ? { ...entry, content: String(entry.content).replace('r:id="rId2"', `r:id="${id}"`) }
          : entry,
      );
      // The first sheet refers to texts that this workbook does not have.
      const [sheet] = entries.filter(({ name }) => name.endsWith('sheet1.xml'));
      const numbers = { ...sheet, name: 'xl/worksheets/sheet1.xml', content: plainSheet };
      return (
        await readGrids(zipBytes(entries.map((entry) => (entry === sheet ? numbers : entry))))
      ).unread;
    };
    expect(await unreadWith('')).toEqual([{ sheet: 'Sheet2', part: 'sheet', reason: 'none' }]);
    expect(await unreadWith('rId77')).toEqual([
      { sheet: 'Sheet2', part: 'sheet', reason: 'missing' },
    ]);
  });

  test('over a limit it still ends the file', async () => {
    const blank = '<sheetData/>'.padEnd(5_000_000, ' ');
    expect(await faultOf(workbookBytes({ sheets: ['<sheetData/>', blank] }))).toMatchObject({
      code: 'tooLarge',
    });
  });
});

const plainSheet =
  '<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row></sheetData></worksheet>';

/** A workbook with a sheet of texts, one of numbers, and a part missing or broken. */
function withoutPart(part: string, content: string | null, second = plainSheet): Uint8Array {
  const entries = workbookEntries({
    sheets: [row(1), `<?xml version="1.0"?>${second}`],
    strings: '<si><t>合计</t></si>',
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>',
  });
  return zipBytes(
    entries.flatMap((entry) => {
      if (entry.name !== part) return [entry];
      return content === null ? [] : [{ ...entry, content }];
    }),
  );
}

describe('a part that sheets refer to', () => {
  test.each<[string | null, Unread['reason']]>([
    [null, 'missing'],
    ['<sst><si>', 'damaged'],
    ['<other/>', 'damaged'],
  ])('texts %s: the sheets that need them are named', async (content, reason) => {
    const { sheets, unread } = await readGrids(withoutPart('xl/sharedStrings.xml', content));
    expect(sheets.map(({ name }) => name)).toEqual(['Sheet2']);
    expect(unread).toEqual([{ sheet: 'Sheet1', part: 'texts', reason }]);
  });

  test.each<[string | null, Unread['reason']]>([
    [null, 'missing'],
    ['<styleSheet><cellXfs>', 'damaged'],
  ])('styles %s: formats are General, which is said', async (content, reason) => {
    const { sheets, unread } = await readGrids(withoutPart('xl/styles.xml', content));
    expect(at(sheets[1], 'A1')?.numberFormat).toBe('General');
    expect(unread).toEqual([{ sheet: null, part: 'styles', reason }]);
  });

  test('nothing is said of a missing part that nothing needs', async () => {
    const unstyled = plainSheet.replace(' s="1"', '');
    const { unread } = await readGrids(withoutPart('xl/styles.xml', null, unstyled));
    expect(unread).toEqual([]);
  });
});

test('a shared formula without its first cell: the value stands, the formula is not known', async () => {
  const cells =
    '<c r="B2"><f t="shared" si="3"/><v>12.5</v></c><c r="C2"><f t="shared" si="3"/></c>';
  const { sheets } = await readGrids(
    workbookBytes({ sheets: [`<sheetData><row r="2">${cells}</row></sheetData>`] }),
  );
  expect(at(sheets[0], 'B2')).toMatchObject({ value: 12.5, formula: unknownFormula });
  expect(at(sheets[0], 'C2')).toMatchObject({ value: null, formula: unknownFormula });
});

test('an empty style number, merged whole columns and rows', async () => {
  const { sheets } = await readGrids(
    workbookBytes({
      sheets: [
        '<sheetData><row r="1"><c r="A1" s=""><v>7</v></c></row></sheetData><mergeCells><mergeCell ref="A:A"/><mergeCell ref="B:D"/><mergeCell ref="3:4"/></mergeCells>',
      ],
    }),
  );
  expect(valuesAt(sheets[0], ['A1'])).toEqual([7]);
  expect(sheets[0]?.merges).toEqual([
    { top: 0, left: 0, bottom: 1_048_575, right: 0 },
    { top: 0, left: 1, bottom: 1_048_575, right: 3 },
    { top: 2, left: 0, bottom: 3, right: 16_383 },
  ]);
});

test('hidden columns cost as much as they are stated, however long they are', async () => {
  const cols = (count: number): string => '<col min="1" max="16384" hidden="1"/>'.repeat(count);
  const sheet = (count: number): string =>
    `<cols>${cols(count)}</cols><sheetData><row r="1"><c r="C1"><v>1</v></c></row></sheetData>`;
  const { sheets } = await readGrids(workbookBytes({ sheets: [sheet(20_000)] }));
  expect([...(sheets[0]?.hiddenColumns ?? [])]).toEqual([0, 1, 2]);
});
