import { at, formulasAt, readGrids, readSheet, valuesAt, workbookBytes } from './workbookParts';
import { specimen } from './specimenBytes';

/** A cell with an inline text. */
function text(address: string, inner: string): string {
  return `<c r="${address}" t="inlineStr"><is>${inner}</is></c>`;
}

describe('what a cell shows', () => {
  test('numbers, truth values, errors and texts of formulas', async () => {
    const sheet = await readSheet(
      `<row r="1"><c r="A1"><v>41528.12</v></c><c r="B1"><v>-0</v></c><c r="C1"><v>1.5E-7</v></c>
       <c r="D1"><v> 12 </v></c><c r="E1"><v>0.1000000000000000055</v></c><c r="F1"><v>123456789012345678</v></c>
       <c r="G1"><v></v></c><c r="H1" s="3"/></row>
       <row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c><c r="C2" t="e"><v>#DIV/0!</v></c>
       <c r="D2" t="str"><f>"合"&amp;"计"</f><v>合计</v></c><c r="E2" t="str"><f>""</f><v></v></c>
       <c r="F2"><f>SUM(A1:A1)</f></c></row>`,
    );
    expect(valuesAt(sheet, ['A1', 'B1', 'C1', 'D1', 'E1', 'F1', 'G1', 'H1'])).toEqual([
      41528.12,
      0,
      1.5e-7,
      12,
      0.1,
      123456789012345680,
      undefined,
      undefined,
    ]);
    expect(valuesAt(sheet, ['A2', 'B2', 'C2', 'D2', 'E2', 'F2'])).toEqual([
      true,
      false,
      { error: '#DIV/0!' },
      '合计',
      '',
      null,
    ]);
    expect(formulasAt(sheet, ['A2', 'D2', 'E2', 'F2'])).toEqual([
      null,
      '="合"&"计"',
      '=""',
      '=SUM(A1:A1)',
    ]);
  });

  test('what no number is, is shown and not lost', async () => {
    const sheet = await readSheet(
      '<row r="1"><c r="A1"><v>12,5</v></c><c r="B1"><v>1e999</v></c><c r="C1"><v>0x10</v></c></row>',
    );
    expect(valuesAt(sheet, ['A1', 'B1', 'C1'])).toEqual(['12,5', '1e999', '0x10']);
  });

  test('texts: shared, inline, in runs, without phonetic guides, with spaces and escapes', async () => {
    const runs = '<r><rPr><b/></rPr><t>合</t></r><r><t xml:space="preserve"> 计</t></r>';
    const strings = [
      '<si><t>教育</t></si>',
      `<si>${runs}<rPh sb="0" eb="1"><t>he</t></rPh><phoneticPr fontId="1"/></si>`,
      '<si><t xml:space="preserve"> 其他 </t></si><si><t> 其他 </t></si><si><t/></si><si/>',
      '<si><t>a_x000D_&#10;b_x005F_x000D_</t></si><si><t>甲&amp;乙&#x4E00;<![CDATA[<&amp;>]]></t></si>',
      '<si><t>两\r\n行</t></si>',
    ].join('');
    const cells = Array.from({ length: 9 }, (_, index) => {
      return `<c r="${'ABCDEFGHI'.charAt(index)}1" t="s"><v>${index}</v></c>`;
    });
    const sheet = await readSheet(
      `<row r="1">${cells.join('')}</row><row r="2">${text('A2', runs)}${text('B2', '<t>__proto__</t>')}${text('C2', '<t>=HYPERLINK("x")</t>')}${text('D2', '<t>１２．５</t>')}</row>`,
      { strings },
    );
    const letters = ['A1', 'B1', 'C1', 'D1', 'E1', 'F1', 'G1', 'H1', 'I1'];
    expect(valuesAt(sheet, letters)).toEqual([
      '教育',
      '合 计',
      ' 其他 ',
      '其他',
      undefined,
      undefined,
      'a\r\nb_x000D_',
      '甲&乙一<&amp;>',
      '两\n行',
    ]);
    expect(valuesAt(sheet, ['A2', 'B2', 'C2', 'D2'])).toEqual([
      '合 计',
      '__proto__',
      '=HYPERLINK("x")',
      '１２．５',
    ]);
    expect(formulasAt(sheet, ['C2'])).toEqual([null]);
  });

  test('number formats: built in, Chinese, of the file, and none', async () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts>
      <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="164"/><xf numFmtId="49"/><xf numFmtId="99"/></cellXfs>
      <dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>`;
    const cells = Array.from({ length: 8 }, (_, index) => {
      return `<c r="${'ABCDEFGH'.charAt(index)}1" s="${index}"><v>1</v></c>`;
    });
    const sheet = await readSheet(`<row r="1">${cells.join('')}</row>`, { styles });
    expect(
      ['A1', 'B1', 'C1', 'D1', 'E1', 'F1', 'G1', 'H1'].map((one) => at(sheet, one)?.numberFormat),
    ).toEqual([
      'General',
      '#,##0.00',
      'm/d/yyyy',
      'yyyy"年"m"月"d"日"',
      'yyyy"年"m"月"',
      '[$-804]yyyy"年"m"月";@',
      '@',
      'General',
    ]);
  });

  test('dates stay serial numbers, also as ISO text and where days are counted from 1904', async () => {
    const iso = await readGrids(specimen('iso-dates-openpyxl.xlsx'));
    expect(valuesAt(iso.sheets[0], ['A1', 'A2'])).toEqual([43830, 43830.5]);
    const mac = await readGrids(specimen('epoch-1904-openpyxl.xlsx'));
    expect(valuesAt(mac.sheets[0], ['A1', 'A2'])).toEqual([43830, 2019]);
  });
});

describe('formulas', () => {
  test('shared formulas are spelled out for every cell', async () => {
    const sheet = await readSheet(
      `<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">SUM(A1:B$1)+$A1*"A1"+'表 A1'!A1</f><v>1</v></c></row>
       <row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>
       <row r="3"><c r="D3"><f t="shared" si="0"/><v>3</v></c></row>`,
    );
    expect(formulasAt(sheet, ['C1', 'C2', 'D3'])).toEqual([
      `=SUM(A1:B$1)+$A1*"A1"+'表 A1'!A1`,
      `=SUM(A2:B$1)+$A2*"A1"+'表 A1'!A2`,
      `=SUM(B3:C$1)+$A3*"A1"+'表 A1'!B3`,
    ]);
  });

  test('array formulas show in all their cells, spilling ones in their own', async () => {
    const sheet = await readSheet(
      `<row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2*2</f><v>1</v></c><c r="B1"><v>2</v></c></row>
       <row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c><c r="C2"><v>5</v></c></row>
       <row r="3"><c r="A3" cm="1"><f t="array" ref="A3:B3">_xlfn._xlws.SORT(C1:D1)</f><v>1</v></c><c r="B3"><v>2</v></c></row>
       <row r="4"><c r="A4"><f t="dataTable" ref="A4:A5" dt2D="0" dtr="0" r1="C1"/><v>1</v></c></row><row r="5"><c r="A5"><v>1</v></c></row>`,
    );
    expect(formulasAt(sheet, ['A1', 'B1', 'A2', 'B2', 'C2', 'A3', 'B3', 'A4', 'A5'])).toEqual([
      '=C1:D2*2',
      '=C1:D2*2',
      '=C1:D2*2',
      '=C1:D2*2',
      null,
      '=SORT(C1:D1)',
      null,
      '=TABLE(,C1)',
      '=TABLE(,C1)',
    ]);
  });

  test('other workbooks stay visible and are not followed', async () => {
    const sheet = await readSheet(
      `<row r="1"><c r="A1"><f>[1]甲!A1+'[2]乙 表'!B2</f><v>1</v></c><c r="B1"><f>'C:\\[旧.xlsx]甲'!A1</f><v>2</v></c></row>`,
    );
    expect(formulasAt(sheet, ['A1', 'B1'])).toEqual([
      "=[1]甲!A1+'[2]乙 表'!B2",
      "='C:\\[旧.xlsx]甲'!A1",
    ]);
    expect(valuesAt(sheet, ['A1', 'B1'])).toEqual([1, 2]);
  });
});

test('operators that files write as functions are shown as operators', async () => {
  const formulas = [
    'SUM(_xlfn.ANCHORARRAY(B1))',
    '_xlfn.SINGLE(A1:A3)+1',
    'IF(A1,_xlfn.ANCHORARRAY(\'a(b\'!B1),"_xlfn.SINGLE(x)")',
    '_xlfn.SINGLE(INDEX(_xlfn.ANCHORARRAY(B1),(1)))',
    'SINGLE(A1)',
  ];
  const cells = formulas.map(
    (text, row) =>
      `<row r="${row + 1}"><c r="A${row + 1}"><f>${text.replaceAll('"', '&quot;')}</f></c></row>`,
  );
  const sheet = await readSheet(cells.join(''));
  expect(formulasAt(sheet, ['A1', 'A2', 'A3', 'A4', 'A5'])).toEqual([
    '=SUM(B1#)',
    '=@A1:A3+1',
    '=IF(A1,\'a(b\'!B1#,"_xlfn.SINGLE(x)")',
    '=@INDEX(B1#,(1))',
    '=SINGLE(A1)',
  ]);
});

test.each([
  ['1899-12-31T01:34:00.00000000000000000', 94 / 1440],
  ['2012-11-28T00:00:00.0000000', 41241],
  ['PT0H11M0.000S', 11 / 1440],
  ['-PT0H11M', -11 / 1440],
  ['P1DT12H', 1.5],
  ['PT', 'PT'],
  ['P', 'P'],
])('an ISO date or duration %s', async (text, value) => {
  const sheet = await readSheet(`<row r="1"><c r="A1" t="d"><v>${text}</v></c></row>`);
  const [read] = valuesAt(sheet, ['A1']);
  if (typeof value === 'number') expect(read).toBeCloseTo(value, 9);
  else expect(read).toBe(value);
});

test('counted from 1904: days are shifted, times of day and durations are not', async () => {
  const formats = ['yyyy/m/d', 'm"月"', 'h:mm', '[hh]:mm:ss', 'mm:ss', 'yyyy-mm-dd hh:mm', '0.0'];
  const codes = formats.map(
    (code, index) =>
      `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const cells = formats.map((_, index) => `<c s="${index}"><v>0.5</v></c>`);
  const sheet = await readSheet(`<row r="1">${cells.join('')}</row>`, {
    properties: '<workbookPr date1904="1"/>',
    styles: `<numFmts>${codes.join('')}</numFmts><cellXfs>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs>`,
  });
  expect(valuesAt(sheet, ['A1', 'B1', 'C1', 'D1', 'E1', 'F1', 'G1'])).toEqual([
    1462.5, 1462.5, 0.5, 0.5, 0.5, 1462.5, 0.5,
  ]);
});

describe('how the workbook calculates', () => {
  test.each([
    ['', 'automatic', false, false],
    ['<calcPr calcId="191029"/>', 'automatic', false, false],
    ['<calcPr calcMode="auto" fullCalcOnLoad="1"/>', 'automatic', false, true],
    ['<calcPr calcMode="autoNoTable"/>', 'automatic', false, false],
    ['<calcPr calcMode="manual" calcCompleted="0"/>', 'manual', true, false],
    ['<calcPr calcMode="manual" calcCompleted="1" calcOnSave="0"/>', 'manual', false, false],
  ])('%s', async (properties, mode, isPending, fullOnLoad) => {
    const { calculation } = await readGrids(workbookBytes({ properties }));
    expect(calculation).toEqual({ mode, isPending, fullOnLoad });
  });
});

describe('where cells are', () => {
  test('rows and cells without addresses follow each other', async () => {
    const sheet = await readSheet(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c r="B9"><v>5</v></c></row>',
    );
    expect(valuesAt(sheet, ['A1', 'B1', 'C5', 'D5', 'B9'])).toEqual([1, 2, 3, 4, 5]);
  });

  test('a stated dimension is not believed', async () => {
    for (const dimension of ['A1:XFD1048576', 'A1', 'nonsense', 'C3:B2']) {
      const { sheets } = await readGrids(
        workbookBytes({
          sheets: [
            `<dimension ref="${dimension}"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>`,
          ],
        }),
      );
      expect(valuesAt(sheets[0], ['A1', 'XFD1048576'])).toEqual([1, 2]);
    }
  });

  test('merged areas, hidden rows and columns', async () => {
    const { sheets } = await readGrids(
      workbookBytes({
        sheets: [
          `<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/><col min="6" max="6" width="0.1"/><col min="7" max="7" width="0.5"/><col min="8" max="16384" width="9"/></cols>
           <sheetData><row r="2" hidden="true"/><row r="4" ht="0" customHeight="1"/><row r="5" ht="3" customHeight="1"/><row r="6" ht="6"/><row r="7" ht="1" hidden="1"/></sheetData>
           <mergeCells count="1"><mergeCell ref="A1:M1"/></mergeCells>`,
        ],
      }),
    );
    expect([...(sheets[0]?.hiddenColumns ?? [])]).toEqual([1, 2, 4]);
    expect([...(sheets[0]?.hiddenRows ?? [])]).toEqual([1, 3, 6]);
    // A column in which not half a sign has room shows nothing either, nor does so low a row.
    expect([...(sheets[0]?.squeezed?.columns ?? [])]).toEqual([5]);
    expect([...(sheets[0]?.squeezed?.rows ?? [])]).toEqual([4]);
    expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 12 }]);
  });

  test('strict, prefixed and UTF-16 parts read like any other', async () => {
    const rows =
      '<x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>合计</x:v></x:c></x:row></x:sheetData>';
    const part = `<?xml version="1.0" encoding="utf-16"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main">${rows}</x:worksheet>`;
    const wide = Buffer.from(`\ufeff${part}`, 'utf16le');
    const gbk = Buffer.concat([
      Buffer.from(part.replace('utf-16', 'GB18030').split('合计')[0] ?? ''),
      Buffer.from([0xba, 0xcf, 0xbc, 0xc6]),
      Buffer.from(part.split('合计')[1] ?? ''),
    ]);
    const { sheets } = await readGrids(
      workbookBytes({
        sheets: [
          part.replace('utf-16', 'UTF-8'),
          new Uint8Array(wide),
          new Uint8Array(wide).map(swap(wide)),
          new Uint8Array(gbk),
        ],
      }),
    );
    expect(sheets.map((sheet) => at(sheet, 'A1')?.value)).toEqual(['合计', '合计', '合计', '合计']);
  });
});

/** The other byte of each pair. */
function swap(bytes: Uint8Array): (byte: number, index: number) => number {
  return (_byte, index) => bytes[index ^ 1] ?? 0;
}

describe('sheets', () => {
  test('names, order and visibility as openpyxl and LibreOffice write them; charts are no sheets', async () => {
    const { sheets } = await readGrids(specimen('features-openpyxl.xlsx'));
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['单元格', 'visible'],
      ["a'b & <c>", 'visible'],
      ['隐藏', 'hidden'],
      ['深藏', 'veryHidden'],
      ['空', 'visible'],
      ['末', 'visible'],
    ]);
    expect(at(sheets[5], 'C3')?.value).toBe('末');
  });

  test('the features of a cell as openpyxl writes them', async () => {
    const { sheets } = await readGrids(specimen('features-openpyxl.xlsx'));
    const [cells] = sheets;
    const column = Array.from({ length: 18 }, (_, index) => `A${index + 1}`);
    expect(valuesAt(cells, column)).toEqual([
      12,
      -0.5,
      41528.12,
      '文字',
      true,
      false,
      { error: '#REF!' },
      null,
      null,
      '=HYPERLINK("x")',
      '__proto__',
      '  前后空格  ',
      '两\n行',
      '合计（行）',
      undefined,
      '１２３．４',
      '&<>"\'',
      '=',
    ]);
    expect(formulasAt(cells, ['A8', 'A9', 'A10', 'C1', 'C2', 'D1', 'D2'])).toEqual([
      '=SUM(A1:A3)',
      '=HYPERLINK("http://example.invalid/","点此")',
      null,
      '=A1:A3*2',
      '=A1:A3*2',
      '=[1]甲!A1+1',
      '=CONCAT(A4,"_xlfn.")',
    ]);
    expect(valuesAt(cells, ['B1', 'B2', 'B3', 'B4', 'B7'])).toEqual([
      43830,
      43830.75,
      0.25,
      43830,
      '0012',
    ]);
    expect([...(cells?.hiddenRows ?? [])]).toEqual([3]);
    expect([...(cells?.hiddenColumns ?? [])]).toEqual([3]);
  });

  test('macros and other parts are not even inflated', async () => {
    const broken = { content: 'x', data: new Uint8Array([255, 255, 255]) };
    const bytes = workbookBytes({
      sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'],
      more: [
        { name: 'xl/vbaProject.bin', ...broken },
        { name: 'xl/externalLinks/externalLink1.xml', ...broken },
        { name: 'xl/media/image1.png', ...broken },
      ],
    });
    expect(at((await readGrids(bytes)).sheets[0], 'A1')?.value).toBe(1);
  });
});

describe('names that are defined', () => {
  const namesIn = async (names: string) => {
    const bytes = workbookBytes({
      sheetNames: ['表1', '表 2'],
      properties: `<definedNames>${names}</definedNames>`,
      sheets: ['<sheetData/>', '<sheetData/>'],
    });
    return (await readGrids(bytes)).names;
  };

  test('those that lead to another workbook, with the sheet to which they belong', async () => {
    const names = await namesIn(
      [
        '<definedName name="税率">0.13</definedName>',
        '<definedName name="年初数" hidden="1">\'[1]表 1\'!$C$5</definedName>',
        '<definedName name="全年" localSheetId="1">年初数*2</definedName>',
        '<definedName name="远" localSheetId="9">[1]!甲&amp;"x"</definedName>',
        '<definedName name="怪" localSheetId="-1">1</definedName>',
        '<definedName name="_xlnm.Print_Area" localSheetId="0">[1]表!$A$1:$M$30</definedName>',
      ].join(''),
    );
    expect(
      names?.map(({ name, sheet, isHidden, leads }) => [name, sheet, isHidden, leads]),
    ).toEqual([
      ['税率', null, false, 'nowhere'],
      ['年初数', null, true, 'out'],
      ['全年', '表 2', false, 'outByName'],
      ['远', null, false, 'out'],
      ['怪', null, false, 'nowhere'],
    ]);
  });

  test('none where all of them stay in the workbook, also where files call it by a number', async () => {
    expect(await namesIn('<definedName name="年">[0]!年初数+[0]!末</definedName>')).toEqual([]);
  });
});
