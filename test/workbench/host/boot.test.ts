import type { BootedOffice } from '../../../src/workbench/host/boot';
import { bootOffice } from '../../../src/workbench/host/boot';

describe('office.js against the host', () => {
  let office: BootedOffice;
  beforeEach(async () => {
    office = await bootOffice();
  });
  afterEach(() => {
    office.dispose();
  });

  test('boots as Excel on Windows in Chinese', () => {
    expect(office.info).toMatchObject({ host: 'Excel', platform: 'PC' });
    expect(office.Office.context.displayLanguage).toBe('zh-CN');
  });

  test('writes, recalculates and reads back', async () => {
    const { Excel } = office;
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B2').values = [
        [1, 2],
        ['x', '=A1+B1'],
      ];
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('values,formulas,address,valueTypes,text,numberFormat');
      sheet.load('name');
      await context.sync();
      expect(sheet.name).toBe('Sheet1');
      expect(used.address).toBe('Sheet1!A1:B2');
      expect(used.values).toEqual([
        [1, 2],
        ['x', 3],
      ]);
      expect(used.formulas[1]).toEqual(['x', '=A1+B1']);
      expect(used.valueTypes[1]).toEqual(['String', 'Double']);
    });
  });
});
