// What an add-in does with Excel, done with the host.
import type { BootedOffice } from '../../../src/workbench/host/boot';
import { bootOffice } from '../../../src/workbench/host/boot';
import { DARK_THEME } from '../../../src/workbench/host/desktop';
import { quiet } from '../../HeldClock';

let office: BootedOffice;
beforeEach(async () => {
  office = await bootOffice({ level: '1.13' });
});
afterEach(() => {
  office.dispose();
});

const run = <T>(
  act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> =>
  office.Excel.run((context) => act(context.workbook.worksheets.getActiveWorksheet(), context));

test('entries become what Excel makes of them', async () => {
  await run(async (sheet, context) => {
    const range = sheet.getRange('A1:H1');
    range.values = [['12', "'12", '1,234.5', '50%', '2019-12-31', 'TRUE', '#N/A', '表1']];
    range.load('values,valueTypes,text,numberFormat');
    await context.sync();
    expect(range.values).toEqual([[12, '12', 1234.5, 0.5, 43830, true, '#N/A', '表1']]);
    expect(range.valueTypes[0]).toEqual([
      'Double',
      'String',
      'Double',
      'Double',
      'Double',
      'Boolean',
      'Error',
      'String',
    ]);
    expect(range.text[0]).toEqual([
      '12',
      '12',
      '1,234.50',
      '50%',
      '2019/12/31',
      'TRUE',
      '#N/A',
      '表1',
    ]);
  });
});

test('text format keeps digits as text, and null leaves cells alone', async () => {
  await run(async (sheet, context) => {
    const range = sheet.getRange('A1:B1');
    range.numberFormat = [['@', 'General']];
    range.values = [['007', 7]];
    range.values = [[null, 8]];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([['007', 8]]);
  });
});

test('whole columns have no values, only properties', async () => {
  await run(async (sheet, context) => {
    const column = sheet.getRange('B:B');
    column.load('values,rowCount,address');
    await context.sync();
    expect([column.values, column.rowCount, column.address]).toEqual([
      null,
      1_048_576,
      'Sheet1!B:B',
    ]);
  });
});

test('formulas follow each other across sheets, names and renamed sheets', async () => {
  await run(async (sheet, context) => {
    const other = context.workbook.worksheets.add('表 二');
    other.getRange('A1:A3').values = [[1], [2], [3]];
    context.workbook.names.add('合计区', other.getRange('A1:A3'));
    sheet.getRange('A1:A4').formulas = [
      ["=SUM('表 二'!A1:A3)"],
      ['=A1*2'],
      ['=SUM(合计区)'],
      ['=IF(A1=6,"平","不平")'],
    ];
    await context.sync();
    other.name = '表二';
    other.getRange('A3').values = [[13]];
    const range = sheet.getRange('A1:A4');
    range.load('values,formulas');
    await context.sync();
    expect(range.values).toEqual([[16], [32], [16], ['不平']]);
    expect(range.formulas[0]).toEqual(['=SUM(表二!A1:A3)']);
  });
});

test('text that looks like a number does not count in a sum', async () => {
  await run(async (sheet, context) => {
    sheet.getRange('A1:A2').numberFormat = [['@'], ['General']];
    sheet.getRange('A1:A3').values = [['5'], [7], ['=SUM(A1:A2)']];
    const sum = sheet.getRange('A3');
    sum.load('values');
    await context.sync();
    expect(sum.values).toEqual([[7]]);
  });
});

test('manual calculation waits, and calculate() does it', async () => {
  await run(async (sheet, context) => {
    sheet.getRange('A1:B1').values = [[1, '=A1+1']];
    context.workbook.application.calculationMode = 'Manual';
    sheet.getRange('A1').values = [[10]];
    const result = sheet.getRange('B1');
    result.load('values');
    await context.sync();
    expect(result.values).toEqual([[2]]);
    context.workbook.application.calculate('Recalculate');
    result.load('values');
    await context.sync();
    expect(result.values).toEqual([[11]]);
  });
});

test('formats are set and read back; differing cells read null', async () => {
  await run(async (sheet, context) => {
    const range = sheet.getRange('A1:B2');
    range.format.fill.color = '#FFF2CC';
    range.format.font.bold = true;
    range.format.font.name = '黑体';
    range.format.font.size = 14;
    range.format.horizontalAlignment = 'Center';
    range.format.wrapText = true;
    range.format.indentLevel = 2;
    range.format.rowHeight = 30;
    range.format.columnWidth = 96;
    range.format.borders.getItem('EdgeTop').style = 'Continuous';
    range.format.borders.getItem('InsideVertical').style = 'Dash';
    sheet.getRange('A1').format.borders.getItem('DiagonalDown').style = 'Continuous';
    sheet.getRange('B2').format.font.color = 'red';
    range.load(
      'format/horizontalAlignment,format/rowHeight,format/columnWidth,format/fill/color,format/font/bold,format/font/name,format/font/size,format/font/color,format/wrapText,format/indentLevel',
    );
    const top = range.format.borders.getItem('EdgeTop');
    const diagonal = sheet.getRange('A1').format.borders.getItem('DiagonalDown');
    top.load('style,weight,color');
    diagonal.load('style');
    await context.sync();
    expect(range.format.toJSON()).toMatchObject({
      horizontalAlignment: 'Center',
      rowHeight: 30,
      columnWidth: 96,
      wrapText: true,
      indentLevel: 2,
      fill: { color: '#FFF2CC' },
      font: { bold: true, name: '黑体', size: 14, color: null },
    });
    expect(top.toJSON()).toMatchObject({ style: 'Continuous', weight: 'Thin' });
    expect(diagonal.style).toBe('Continuous');
  });
});

test('merged cells keep the first value, and take no entry elsewhere', async () => {
  await run(async (sheet, context) => {
    sheet.getRange('A1:B1').values = [['表头', '丢']];
    sheet.getRange('A1:B1').merge();
    sheet.getRange('B1').values = [['写不进']];
    const range = sheet.getRange('A1:C1');
    range.load('values');
    const merged = sheet.getRange('A1:C3').getMergedAreasOrNullObject();
    merged.load('address');
    await context.sync();
    expect(range.values).toEqual([['表头', '', '']]);
    expect(merged.address).toBe('Sheet1!A1:B1');
  });
});

test('inserted and deleted rows move formulas, merges, conditions and what is held', async () => {
  await run(async (sheet, context) => {
    sheet.getRange('A1:A5').values = [[1], [2], [3], [4], ['=SUM(A1:A4)']];
    sheet.getRange('B2:C3').merge();
    const condition = sheet.getRange('A2:A4').conditionalFormats.add('Custom');
    condition.custom.rule.formula = '=$A2>1';
    const held = sheet.getRange('A5');
    context.trackedObjects.add(held);
    await context.sync();
    sheet.getRange('3:4').insert('Down');
    held.load('address,formulas,values');
    const merged = sheet.getRange('A1:C9').getMergedAreasOrNullObject();
    merged.load('address');
    const where = condition.getRange();
    where.load('address');
    await context.sync();
    expect([held.address, held.formulas, held.values]).toEqual([
      'Sheet1!A7',
      [['=SUM(A1:A6)']],
      [[10]],
    ]);
    expect(merged.address).toBe('Sheet1!B2:C5');
    expect(where.address).toBe('Sheet1!A2:A6');
    sheet.getRange('1:2').delete('Up');
    held.load('address,values');
    await context.sync();
    expect([held.address, held.values]).toEqual(['Sheet1!A5', [[7]]]);
  });
});

test('hidden rows can be asked for cheaply', async () => {
  await run(async (sheet, context) => {
    sheet.getRange('A1:A4').values = [[1], [2], [3], [4]];
    sheet.getRange('2:3').rowHidden = true;
    const rows = sheet.getRange('A1:A4').getRowProperties({ rowHidden: true, rowIndex: true });
    const all = sheet.getRange('A1:A4');
    all.load('rowHidden,hidden');
    await context.sync();
    expect(rows.value.map((r) => r.rowHidden)).toEqual([false, true, true, false]);
    expect(all.rowHidden).toBeNull();
  });
});

test('conditional formats: added first, listed by priority, ids are places, taken off', async () => {
  await run(async (sheet, context) => {
    const value = sheet.getRange('A1:A9').conditionalFormats.add('CellValue');
    value.cellValue.format.font.color = '#FF0000';
    value.cellValue.rule = { formula1: '=10', operator: 'GreaterThan' };
    const custom = sheet.getRanges('A1:A3,C5').conditionalFormats.add('Custom');
    custom.custom.rule.formula = '=LEN("标记")>0';
    custom.custom.format.fill.color = '#FFC7CE';
    custom.stopIfTrue = false;
    const list = sheet.getRange().conditionalFormats;
    list.load('items/type,items/priority,items/id');
    await context.sync();
    expect(list.items.map((i) => [i.type, i.priority])).toEqual([
      ['Custom', 0],
      ['CellValue', 1],
    ]);
    const [first] = list.items;
    first?.load('custom/rule/formula,custom/format/fill/color');
    const areas = first?.getRanges();
    areas?.load('address');
    await context.sync();
    expect(first?.custom.rule.formula).toBe('=LEN("标记")>0');
    expect(first?.custom.format.fill.color).toBe('#FFC7CE');
    expect(areas?.address).toBe('Sheet1!A1:A3,Sheet1!C5');
    first?.delete();
    const left = sheet.getRange().conditionalFormats.getCount();
    await context.sync();
    expect(left.value).toBe(1);
  });
});

test('data validation', async () => {
  await run(async (sheet, context) => {
    const { dataValidation } = sheet.getRange('B2:B9');
    dataValidation.rule = { decimal: { formula1: 0, operator: 'GreaterThanOrEqualTo' } };
    dataValidation.prompt = { message: '单位：万元', showPrompt: true, title: '金额' };
    dataValidation.errorAlert = {
      message: '不能为负',
      showAlert: true,
      style: 'Stop',
      title: '错误',
    };
    const list = sheet.getRange('C2').dataValidation;
    list.rule = { list: { inCellDropDown: true, source: '是,否' } };
    dataValidation.load();
    list.load('rule,type');
    const mixed = sheet.getRange('B1:B3').dataValidation;
    mixed.load('type');
    await context.sync();
    expect(dataValidation.type).toBe('Decimal');
    expect(dataValidation.rule).toEqual({
      decimal: { formula1: 0, operator: 'GreaterThanOrEqualTo' },
    });
    expect(dataValidation.prompt.message).toBe('单位：万元');
    expect(list.rule).toEqual({ list: { inCellDropDown: true, source: '是,否' } });
    expect(mixed.type).toBe('Inconsistent');
  });
});

test('page layout, frozen panes and the look of a sheet', async () => {
  await run(async (sheet, context) => {
    const layout = sheet.pageLayout;
    layout.orientation = 'Landscape';
    layout.paperSize = 'A4';
    layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    layout.centerHorizontally = true;
    layout.setPrintArea('A1:K24');
    layout.setPrintTitleRows('$1:$4');
    layout.leftMargin = 28;
    sheet.freezePanes.freezeAt(sheet.getRange('A1:A4'));
    sheet.showGridlines = false;
    sheet.tabColor = '#00B050';
    layout.load('orientation,paperSize,zoom,centerHorizontally,leftMargin');
    const area = layout.getPrintAreaOrNullObject();
    area.load('address');
    const titles = layout.getPrintTitleRowsOrNullObject();
    titles.load('address');
    const frozen = sheet.freezePanes.getLocationOrNullObject();
    frozen.load('address');
    sheet.load('showGridlines,tabColor');
    await context.sync();
    expect(layout.toJSON()).toMatchObject({
      orientation: 'Landscape',
      paperSize: 'A4',
      centerHorizontally: true,
    });
    expect(layout.leftMargin).toBeCloseTo(28, 1);
    expect([area.address, titles.address, frozen.address]).toEqual([
      'Sheet1!A1:K24',
      'Sheet1!1:4',
      'Sheet1!A1:A4',
    ]);
    expect([sheet.showGridlines, sheet.tabColor]).toEqual([false, '#00B050']);
  });
});

test('settings are kept in the file', async () => {
  const { Office } = office;
  Office.context.document.settings.set('首次运行', { seen: true });
  await new Promise<void>((resolve) => {
    Office.context.document.settings.saveAsync(() => {
      resolve();
    });
  });
  await run(async (_, context) => {
    context.workbook.settings.add('轮次', { year: 2019 });
    await context.sync();
  });
  const bytes = await office.host.save();
  office.dispose();
  office = await bootOffice({ workbook: bytes, level: '1.13' });
  expect(office.Office.context.document.settings.get('首次运行')).toEqual({ seen: true });
  await run(async (_, context) => {
    const setting = context.workbook.settings.getItem('轮次');
    setting.load('value');
    await context.sync();
    expect(setting.value).toEqual({ year: 2019 });
    setting.delete();
    await context.sync();
  });
});

describe('events', () => {
  const next = (): Promise<void> => quiet({ isBusy: () => office.desktop.pending > 0 });

  test('what the user types is heard with address, source and details; recalculation separately', async () => {
    const heard: unknown[] = [];
    await run(async (sheet, context) => {
      sheet.getRange('B1').formulas = [['=A1*2']];
      context.workbook.worksheets.onChanged.add(async (args) => {
        heard.push([
          args.type,
          args.address,
          args.changeType,
          args.source,
          args.details.valueAfter,
        ]);
        await Promise.resolve();
      });
      context.workbook.worksheets.onCalculated.add(async (args) => {
        heard.push([args.type]);
        await Promise.resolve();
      });
      await context.sync();
    });
    await office.host.type('Sheet1', 'A1', '21');
    await next();
    expect(heard).toEqual([
      ['WorksheetChanged', 'A1', 'RangeEdited', 'Local', 21],
      ['WorksheetCalculated'],
    ]);
    expect(office.host.sheet('Sheet1').cell(0, 1)?.value).toBe(42);
  });

  test('own writes are heard too, unless events are switched off', async () => {
    const heard: string[] = [];
    await run(async (sheet, context) => {
      sheet.onChanged.add(async (args) => {
        heard.push(args.address);
        await Promise.resolve();
      });
      await context.sync();
      sheet.getRange('A1').values = [[1]];
      await context.sync();
      context.runtime.enableEvents = false;
      sheet.getRange('A2').values = [[1]];
      await context.sync();
      context.runtime.enableEvents = true;
      sheet.getRange('A3').values = [[1]];
      await context.sync();
    });
    await next();
    expect(heard).toEqual(['A1', 'A3']);
  });

  test('removed handlers hear nothing and leave no registration', async () => {
    const heard: string[] = [];
    const handler = await run(async (sheet, context) => {
      const added = sheet.onSelectionChanged.add(async (args) => {
        heard.push(args.address);
        await Promise.resolve();
      });
      await context.sync();
      return added;
    });
    await office.host.select('Sheet1', 'C3:D4');
    await next();
    handler.remove();
    await handler.context.sync();
    await office.host.select('Sheet1', 'A1');
    await next();
    expect(heard).toEqual(['C3:D4']);
    expect(office.host.session.events.registrations).toBe(0);
  });

  test('sheets added, activated and deleted', async () => {
    const heard: string[] = [];
    await run(async (_, context) => {
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(async () => void heard.push(await Promise.resolve('added')));
      worksheets.onActivated.add(async () => void heard.push(await Promise.resolve('activated')));
      worksheets.onDeleted.add(async () => void heard.push(await Promise.resolve('deleted')));
      await context.sync();
      const added = worksheets.add('新表');
      added.activate();
      await context.sync();
      added.delete();
      await context.sync();
    });
    await next();
    expect(heard).toEqual(['added', 'activated', 'activated', 'deleted']);
  });

  test('the selection is told to the workbook and read by the add-in', async () => {
    let told = 0;
    await run(async (_, context) => {
      context.workbook.onSelectionChanged.add(async () => {
        told += await Promise.resolve(1);
      });
      await context.sync();
    });
    await office.host.select('Sheet1', 'B2:C3');
    await next();
    expect(told).toBe(1);
    await run(async (_, context) => {
      const range = context.workbook.getSelectedRange();
      range.load('address');
      const cell = context.workbook.getActiveCell();
      cell.load('address');
      await context.sync();
      expect([range.address, cell.address]).toEqual(['Sheet1!B2:C3', 'Sheet1!B2']);
    });
  });
});

test('a ribbon button runs the function associated with it', async () => {
  const sources: string[] = [];
  office.Office.actions.associate('checkWorkbook', (event: Office.AddinCommands.Event) => {
    sources.push(event.source.id);
    event.completed();
  });
  await office.desktop.invokeCommand('checkWorkbook', { source: { id: 'CheckButton' } });
  expect(sources).toEqual(['CheckButton']);
});

test('the add-in opens and closes its pane', async () => {
  const heard: boolean[] = [];
  office.host.session.onPane((visible) => heard.push(visible));
  await office.Office.addin.hide();
  expect(office.host.session.paneVisible).toBe(false);
  await office.Office.addin.showAsTaskpane();
  expect(heard).toEqual([false, true]);
  expect(office.host.log.batches).toEqual([]);
});

test('theme and language are the ones asked for', async () => {
  office.dispose();
  office = await bootOffice({ language: 'en-US', theme: DARK_THEME });
  expect(office.Office.context.displayLanguage).toBe('en-US');
  expect(office.Office.context.officeTheme.bodyBackgroundColor).toBe('#262626');
});

test('batches, actions and bytes are counted and kept', async () => {
  office.host.log.clear();
  await run(async (sheet, context) => {
    sheet.getRange('A1').values = [[1]];
    await context.sync();
    sheet.load('name');
    await context.sync();
  });
  const { log } = office.host;
  // Two syncs asked for; giving back what was held is the library's own affair.
  expect(log.totals.batches).toBe(2);
  const [first] = log.batches;
  expect(first && log.describe(first).at(-1)).toContain('Values = ');
  expect(log.totals.sent).toBeGreaterThan(100);
});
