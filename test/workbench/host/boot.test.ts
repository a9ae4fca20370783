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

  test('tells where the document lies now, while the address of the start stays', async () => {
    const { document } = office.Office.context;
    const ask = () =>
      new Promise<string | null>((resolve) => {
        document.getFilePropertiesAsync(({ status, value }) => {
          resolve(status === office.Office.AsyncResultStatus.Succeeded ? value.url : null);
        });
      });
    expect(await ask()).toBe('C:\\工作簿1.xlsx');
    office.host.documentUrl = 'D:\\上报\\统计表.xlsx';
    expect(await ask()).toBe('D:\\上报\\统计表.xlsx');
    expect(document.url).toBe('C:\\工作簿1.xlsx');
    office.host.documentUrl = null;
    expect(await ask()).toBeNull();
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
