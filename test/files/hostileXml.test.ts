import { faultOf, workbookBytes } from './workbookParts';

const corrupt = { code: 'unreadable', detail: 'corrupt' };

/** The fault of a workbook whose one sheet is this XML. */
async function sheetFault(xml: string): Promise<unknown> {
  return faultOf(workbookBytes({ sheets: [`<?xml version="1.0"?>${xml}`] }));
}

describe('XML that no workbook has is refused', () => {
  test.each([
    ['a document type', '<!DOCTYPE worksheet><worksheet/>'],
    ['entities', '<!DOCTYPE w [<!ENTITY a "b">]><worksheet>&a;</worksheet>'],
    [
      'an unknown reference',
      '<worksheet><sheetData><row r="1"><c r="A1"><v>&a;</v></c></row></sheetData></worksheet>',
    ],
    [
      'a reference to nothing',
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&#0;</v></c></row></sheetData></worksheet>',
    ],
    ['an open element', '<worksheet><sheetData>'],
    ['a wrong end', '<worksheet><sheetData></worksheet></sheetData>'],
    ['two roots', '<worksheet/><worksheet/>'],
    ['no root', ' '],
    ['text outside', '<worksheet/>x'],
    ['an attribute without a value', '<worksheet a/>'],
    ['an open attribute', '<worksheet a="'],
    ['another root', '<chartsheet/>'],
    ['an open comment', '<worksheet/><!-- '],
    ['row 0', '<worksheet><sheetData><row r="0"/></sheetData></worksheet>'],
    ['a row beyond the sheet', '<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>'],
    [
      'a row of 10^30',
      `<worksheet><sheetData><row r="1${'0'.repeat(30)}"/></sheetData></worksheet>`,
    ],
    ['a negative row', '<worksheet><sheetData><row r="-1"/></sheetData></worksheet>'],
    [
      'a column beyond the sheet',
      '<worksheet><sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      'a cell of another row',
      '<worksheet><sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      'a text that is not there',
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>',
    ],
    [
      'a million hidden columns',
      '<worksheet><cols><col min="1" max="1000000" hidden="1"/></cols></worksheet>',
    ],
    ['a merge of nonsense', '<worksheet><mergeCells><mergeCell ref="A"/></mergeCells></worksheet>'],
    ['deep nesting', '<worksheet>'.repeat(100_000)],
    ['a comment of megabytes', `<worksheet><!--${'-> -'.repeat(500_000)}--></worksheet>`],
    [
      'a text of megabytes',
      `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${'x&amp;'.repeat(500_000)}</v></c></row></sheetData></worksheet>`,
    ],
    ['a tag without end', `<worksheet a="${'x'.repeat(3_000_000)}"/>`],
  ])('%s', async (_name, xml) => {
    expect(await sheetFault(xml)).toEqual(corrupt);
  });

  test('bytes that are not UTF-8', async () => {
    const part = Buffer.from(
      '<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>?</v></c></row></sheetData></worksheet>',
    );
    part[part.indexOf('?</v>')] = 0xff;
    expect(await faultOf(workbookBytes({ sheets: [new Uint8Array(part)] }))).toEqual(corrupt);
  });
});

describe('what is large but harmless is read', () => {
  test.each([
    [
      'long text',
      `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${'x&amp;'.repeat(150_000)}</v></c></row></sheetData></worksheet>`,
    ],
    [
      'a comment that looks like its end',
      `<worksheet><!--${'-> -'.repeat(200_000)}--></worksheet>`,
    ],
    ['many equal tags', `<worksheet>${'<a b="1" c="2"/>'.repeat(200_000)}</worksheet>`],
    ['angles in quotes', `<worksheet>${`<a b="${'>'.repeat(900_000)}"/>`.repeat(4)}</worksheet>`],
    [
      'far cells',
      `<worksheet><sheetData>${Array.from({ length: 2000 }, (_, row) => `<row r="${row * 500 + 1}"><c r="XFD${row * 500 + 1}"><v>1</v></c></row>`).join('')}</sheetData></worksheet>`,
    ],
  ])('%s', async (_name, xml) => {
    expect(await sheetFault(xml)).toBe('read');
  });
});

describe('what is large by few words is refused', () => {
  test('cells far apart in too many rows stand for too large an area', async () => {
    const rows = Array.from(
      { length: 4000 },
      (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
    ).join('');
    expect(await sheetFault(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)).toMatchObject(
      {
        code: 'tooLarge',
        limit: 'cells',
      },
    );
  });

  test('a long shared formula in many cells counts as many cells', async () => {
    const first = `<row r="1"><c r="A1"><f t="shared" ref="A1:A20000" si="0">A1&amp;"${'x'.repeat(8000)}"</f></c></row>`;
    const rest = Array.from(
      { length: 20_000 },
      (_, row) => `<row r="${row + 2}"><c r="A${row + 2}"><f t="shared" si="0"/></c></row>`,
    ).join('');
    expect(
      await sheetFault(`<worksheet><sheetData>${first}${rest}</sheetData></worksheet>`),
    ).toMatchObject({ code: 'tooLarge', limit: 'cells' });
  });

  test('array formulas that all cover everything', async () => {
    const cells = Array.from(
      { length: 3000 },
      (_, row) =>
        `<row r="${row + 1}"><c r="A${row + 1}"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c></row>`,
    ).join('');
    expect(await sheetFault(`<worksheet><sheetData>${cells}</sheetData></worksheet>`)).toEqual(
      corrupt,
    );
  });
});
