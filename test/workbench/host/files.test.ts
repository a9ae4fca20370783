// What the host reads from .xlsx comes back out of it, and what nobody changed is not touched.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BootedOffice } from '../../../src/workbench/host/boot';
import { bootOffice } from '../../../src/workbench/host/boot';
import { Workbook } from '../../../src/workbook/workbook';
import { OfficePackage } from '../../../src/workbook/ooxml/package';
import { parseXml, writeXml } from '../../../src/workbook/ooxml/xml';
import { readZip, unpack } from '../../../src/workbook/ooxml/zip';

const specimen = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, 'specimens', name)));
/** Written by LibreOffice; see specimens/make.ts. */
const rich = specimen('rich.xlsx');

let office: BootedOffice;
afterEach(() => {
  office.dispose();
});

async function parts(bytes: Uint8Array): Promise<Map<string, string>> {
  const all = await Promise.all(
    readZip(bytes).map(
      async (e) => [e.name, Buffer.from(await unpack(e)).toString('utf8')] as const,
    ),
  );
  return new Map(all);
}

/** The same document however its empty elements are written. */
const canonical = (xml: string): string => writeXml(parseXml(xml));

const run = <T>(act: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  office.Excel.run((context) => act(context));

const SIGNATURE = 'LEN("审核标记")>0';

async function mark(): Promise<void> {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('表1');
    for (const [address, colour] of [
      ['C5,C7:C8,D10', '#FFC7CE'],
      ['A5', '#FFEB9C'],
    ] as const) {
      const { custom } = sheet.getRanges(address).conditionalFormats.add('Custom');
      custom.rule.formula = `=${SIGNATURE}`;
      custom.format.fill.color = colour;
      custom.format.font.color = '#9C0006';
    }
    await context.sync();
  });
}

async function unmark(): Promise<number> {
  return run(async (context) => {
    const list = context.workbook.worksheets.getItem('表1').getRange().conditionalFormats;
    list.load('items/type');
    await context.sync();
    const custom = list.items.filter((item) => item.type === 'Custom');
    for (const item of custom) item.custom.rule.load('formula');
    await context.sync();
    const ours = custom.filter((item) => item.custom.rule.formula === `=${SIGNATURE}`);
    // Ids are places: taking off from the end keeps the others' places.
    for (const item of [...ours].reverse()) item.delete();
    await context.sync();
    return ours.length;
  });
}

test('an untouched workbook is saved with every part as it was', async () => {
  office = await bootOffice({ workbook: rich });
  expect(await parts(await office.host.save())).toEqual(await parts(rich));
});

test('marks on, saved, loaded, marks off, saved: nothing stays behind', async () => {
  const original = await parts(rich);
  office = await bootOffice({ workbook: rich });
  await mark();
  const marked = await office.host.save();
  expect((await parts(marked)).get('xl/worksheets/sheet1.xml')).toContain('审核标记');
  office.dispose();
  office = await bootOffice({ workbook: marked });
  expect(await unmark()).toBe(2);
  const cleared = await parts(await office.host.save());
  expect([...cleared.keys()].sort()).toEqual([...original.keys()].sort());
  for (const [name, text] of original) {
    const after = cleared.get(name) ?? '';
    expect([name, after === text ? text : canonical(after)]).toEqual([
      name,
      after === text ? text : canonical(text),
    ]);
  }
});

test('reads what LibreOffice wrote', async () => {
  office = await bootOffice({ workbook: rich });
  await run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load('items/name,items/visibility');
    const sheet = sheets.getItem('表1');
    const range = sheet.getRange('A5:D11');
    range.load('values,formulas,text,numberFormat');
    const head = sheet.getRange('A1');
    head.load(
      'format/font/size,format/font/bold,format/font/color,format/fill/color,format/wrapText',
    );
    const diagonal = sheet.getRange('A4').format.borders.getItem('DiagonalDown');
    diagonal.load('style');
    const rows = sheet.getRange('A5:A9').getRowProperties({ rowHidden: true });
    const column = sheet.getRange('E:E');
    column.load('columnHidden');
    const conditions = sheet.getRange().conditionalFormats;
    conditions.load('items/type');
    const validation = sheet.getRange('C5:C9').dataValidation;
    validation.load('type,rule,errorAlert');
    const merged = sheet.getRange('A1:F12').getMergedAreasOrNullObject();
    merged.load('address');
    sheet.pageLayout.load('orientation,paperSize,zoom');
    const name = context.workbook.names.getItem('金额');
    name.load('value,type');
    const guarded = sheets.getItem('受保护').protection;
    guarded.load('protected');
    const open = sheet.getRange('C5').format.protection;
    open.load('locked');
    await context.sync();
    expect(sheets.items.map((s) => [s.name, s.visibility])).toEqual([
      ['表1', 'Visible'],
      ['隐藏 表', 'Hidden'],
      ['受保护', 'Visible'],
    ]);
    expect(range.values.slice(4)).toEqual([
      ['项目5', 5, 1200, 2400],
      ['合计', '', 1748.75, 3504.5],
      ['超过', '', '#DIV/0!', ''],
    ]);
    expect(range.formulas[5]).toEqual(['合计', '', '=SUM(金额)', "=SUM(D5:D9)+'隐藏 表'!A1"]);
    expect(range.text[4]?.[2]).toBe('1,200.00');
    expect(head.format.toJSON()).toMatchObject({
      wrapText: true,
      font: { size: 16, bold: true },
    });
    expect(diagonal.style).toBe('Continuous');
    expect(rows.value.map((r) => r.rowHidden)).toEqual([false, false, true, false, false]);
    expect(column.columnHidden).toBe(true);
    expect(conditions.items.map((c) => c.type)).toEqual([
      'CellValue',
      'Custom',
      'ColorScale',
      'DataBar',
    ]);
    expect(validation.type).toBe('Decimal');
    expect(validation.errorAlert).toMatchObject({
      title: '金额',
      message: '不能为负',
      style: 'Stop',
    });
    expect(merged.address).toBe('表1!A1:D2');
    expect(sheet.pageLayout.toJSON()).toMatchObject({ orientation: 'Landscape', paperSize: 'A4' });
    expect([name.value, name.type, guarded.protected, open.locked]).toEqual([
      '表1!$C$5:$C$9',
      'Range',
      true,
      false,
    ]);
  });
});

test('rows inserted: notes, conditions, validation, names and formulas move along', async () => {
  office = await bootOffice({ workbook: rich });
  await run(async (context) => {
    context.workbook.worksheets.getItem('表1').getRange('3:4').insert('Down');
    await context.sync();
  });
  const saved = await parts(await office.host.save());
  const sheet = saved.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain('sqref="C7:C11"');
  expect(sheet).toContain('<xm:sqref>B7:B11</xm:sqref>');
  expect(saved.get('xl/comments1.xml')).toContain('ref="A6"');
  expect(saved.get('xl/drawings/vmlDrawing1.vml')).toMatch(/<x:Row>5<\/x:Row>/);
  expect(saved.get('xl/workbook.xml')).toContain('表1!$C$7:$C$11');
  expect(sheet).toContain("SUM(D7:D11)+'隐藏 表'!A1");
});

test('shared and array formulas are read; the latter fill their cells', async () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const files = await OfficePackage.open(await Workbook.empty('表1').save());
  files.put(
    'xl/worksheets/sheet1.xml',
    parseXml(`<worksheet xmlns="${main}"><sheetData>
      <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1+10</f><v>11</v></c></row>
      <row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>12</v></c></row>
      <row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>13</v></c></row>
      <row r="4"><c r="A4"><f t="array" ref="A4:A6">A1:A3*10</f><v>10</v></c></row>
      <row r="5"><c r="A5"><v>20</v></c></row><row r="6"><c r="A6"><v>30</v></c></row>
    </sheetData></worksheet>`),
  );
  office = await bootOffice({ workbook: await files.save() });
  await office.host.type('表1', 'A3', '7');
  await run(async (context) => {
    const range = context.workbook.worksheets.getItem('表1').getRange('A3:B6');
    range.load('values,formulas');
    await context.sync();
    expect(range.formulas[0]).toEqual([7, '=A3*$A$1+10']);
    expect(range.values).toEqual([
      [7, 17],
      [10, ''],
      [20, ''],
      [70, ''],
    ]);
  });
  const saved = await parts(await office.host.save());
  expect(saved.get('xl/worksheets/sheet1.xml')).toContain('<f t="array" ref="A4:A6">A1:A3*10</f>');
});

test('a password set in LibreOffice opens the sheet, another does not', async () => {
  office = await bootOffice({ workbook: rich });
  const unprotect = (password: string): Promise<void> =>
    run(async (context) => {
      context.workbook.worksheets.getItem('受保护').protection.unprotect(password);
      await context.sync();
    });
  await expect(unprotect('4321')).rejects.toMatchObject({ code: 'AccessDenied' });
  await unprotect('1234');
  expect(office.host.sheet('受保护').protected).toBe(false);
});

test('a sheet password is kept as Excel keeps it', async () => {
  office = await bootOffice();
  await run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().protection.protect({}, 'test');
    await context.sync();
  });
  // The hash of "test" by the method of ECMA-376 part 4, 14.7.1, as every implementation has it.
  const saved = await parts(await office.host.save());
  expect(saved.get('xl/worksheets/sheet1.xml')).toContain('password="CBEB"');
});

test('what an add-in lays out is valid for Excel', async () => {
  office = await bootOffice();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.add('表 1');
    sheet.getRange('A1:D1').merge();
    sheet.getRange('A1:D4').values = [
      ['政府购买服务', '', '', ''],
      ['项目', '数', '额', '计'],
      ['甲', 1, 2.5, '=B3*C3'],
      ['乙 & <丙>', 2, '', '=SUM(D3)'],
    ];
    const table = sheet.getRange('A2:D4');
    for (const side of ['EdgeTop', 'EdgeBottom', 'InsideHorizontal', 'InsideVertical'] as const) {
      table.format.borders.getItem(side).style = 'Continuous';
    }
    sheet.getRange('A2').format.borders.getItem('DiagonalDown').style = 'Continuous';
    sheet.getRange('A1').format.font.size = 16;
    sheet.getRange('A1').format.font.bold = true;
    sheet.getRange('A1').format.font.name = '黑体';
    table.format.wrapText = true;
    table.format.columnWidth = 90;
    table.format.rowHeight = 24;
    sheet.getRange('C3:C4').numberFormat = [['#,##0.00'], ['0.0"万元"']];
    sheet.getRange('B3:B4').format.protection.locked = false;
    sheet.getRange('3:3').rowHidden = true;
    sheet.getRange('F:F').columnHidden = true;
    sheet.getRange('B3:B4').dataValidation.rule = {
      wholeNumber: { formula1: 0, operator: 'GreaterThan' },
    };
    sheet.getRange('C3').dataValidation.rule = { list: { inCellDropDown: true, source: '是,否' } };
    const rule = sheet.getRanges('A3:A4,C3').conditionalFormats.add('Custom');
    rule.custom.rule.formula = '=$B3>1';
    rule.custom.format.fill.color = '#FFC7CE';
    rule.custom.format.font.bold = true;
    const value = sheet.getRange('D3:D4').conditionalFormats.add('CellValue');
    value.cellValue.rule = { formula1: '=1', formula2: '=5', operator: 'Between' };
    value.cellValue.format.font.color = '#FF0000';
    sheet.freezePanes.freezeRows(2);
    sheet.showGridlines = false;
    sheet.tabColor = '#00B050';
    sheet.standardWidth = 10;
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
    sheet.pageLayout.setPrintArea('A1:D4');
    sheet.pageLayout.setPrintTitleRows('$1:$2');
    context.workbook.names.add('总额', sheet.getRange('D4'));
    context.workbook.settings.add('k', [1, 2]);
    sheet.protection.protect({ allowFormatColumns: true });
    await context.sync();
  });
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  const file = join(folder, 'laid-out.xlsx');
  writeFileSync(file, await office.host.save());
  const validator = join(process.cwd(), 'node_modules', '.bin', 'ooxml-validator');
  const { stdout } = spawnSync(validator, [file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect((JSON.parse(stdout) as { errors: unknown }).errors).toEqual([]);
});
