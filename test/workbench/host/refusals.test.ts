// What Excel refuses, the host refuses, with Excel's code.
import type { BootedOffice } from '../../../src/workbench/host/boot';
import { bootOffice } from '../../../src/workbench/host/boot';
import type { RequirementLevel } from '../../../src/workbench/host/host';
import { quiet, round } from '../../HeldClock';

let office: BootedOffice;
async function boot(level: RequirementLevel = 'latest'): Promise<void> {
  office = await bootOffice({ level });
}
afterEach(() => {
  office.dispose();
});

/** Resolves when the host has nothing left to answer. */
const untilQuiet = () => quiet({ isBusy: () => office.desktop.pending > 0 });

/** The code a batch fails with; 'ok' when it does not. */
async function codeOf(
  act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
): Promise<string> {
  try {
    await office.Excel.run(async (context) => {
      act(context.workbook.worksheets.getActiveWorksheet(), context);
      await context.sync();
    });
    return 'ok';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

describe('one workbook', () => {
  beforeEach(() => boot());

  const cases: [string, string, (s: Excel.Worksheet, c: Excel.RequestContext) => void][] = [
    [
      'rows that are too short',
      'InvalidArgument',
      (s) => (s.getRange('A1:B2').values = [[1, 2], [3]]),
    ],
    [
      'too many rows',
      'InvalidArgument',
      (s) =>
        (s.getRange('A1:B1').values = [
          [1, 2],
          [3, 4],
        ]),
    ],
    [
      'a formula that cannot be read',
      'InvalidArgument',
      (s) => (s.getRange('A1').formulas = [['=SUM(']]),
    ],
    ['values for a whole column', 'InvalidArgument', (s) => (s.getRange('A:A').values = [[1]])],
    [
      'more text than a cell holds',
      'InvalidArgument',
      (s) => (s.getRange('A1').values = [['x'.repeat(32_768)]]),
    ],
    [
      'an address beyond the sheet',
      'InvalidArgument',
      (s) => s.getRange('A1048577').load('address'),
    ],
    ['a column beyond the sheet', 'InvalidArgument', (s) => s.getRange('XFE1').load('address')],
    [
      'an address that is none',
      'InvalidArgument',
      (s) => s.getRange('hello world').load('address'),
    ],
    [
      'a cell left of the sheet',
      'InvalidArgument',
      (s) => s.getRange('A1').getCell(0, -1).load('address'),
    ],
    [
      'a row of the sheet that is none',
      'InvalidArgument',
      (s) => s.getCell(1_048_576, 0).load('address'),
    ],
    [
      'no columns at all',
      'InvalidArgument',
      (s) => s.getRangeByIndexes(0, 0, 1, 0).load('address'),
    ],
    [
      'a missing sheet',
      'ItemNotFound',
      (_, c) => c.workbook.worksheets.getItem('没有').load('name'),
    ],
    ['a missing name', 'ItemNotFound', (_, c) => c.workbook.names.getItem('没有').load('name')],
    [
      'a missing setting',
      'ItemNotFound',
      (_, c) => c.workbook.settings.getItem('没有').load('value'),
    ],
    [
      'a colour that is none',
      'InvalidArgument',
      (s) => (s.getRange('A1').format.fill.color = 'reddish'),
    ],
    ['the last visible sheet hidden', 'InvalidOperation', (s) => (s.visibility = 'Hidden')],
    [
      'the last sheet deleted',
      'InvalidOperation',
      (s) => {
        s.delete();
      },
    ],
    [
      'a used range of nothing in a range',
      'ItemNotFound',
      (s) => s.getRange('A1:B2').getUsedRange().load('address'),
    ],
    [
      'members of a rule of another type',
      'InvalidOperation',
      (s) => {
        const added = s.getRange('A1').conditionalFormats.add('CellValue');
        added.custom.rule.load('formula');
      },
    ],
    [
      'tables, which this host does not know',
      'ApiNotFound',
      (_, c) => c.workbook.tables.load('items'),
    ],
    ['charts, which this host does not know', 'ApiNotFound', (s) => s.charts.load('items')],
    [
      'inserting part of a row',
      'NotImplemented',
      (s) => s.getRange('A1').insert('Down').load('address'),
    ],
  ];
  test.each(cases)('%s → %s', async (_, code, act) => {
    expect(await codeOf(act)).toBe(code);
  });

  test.each([
    ['', 'InvalidArgument'],
    ['a'.repeat(32), 'InvalidArgument'],
    ['表1/表2', 'InvalidArgument'],
    ['表[1]', 'InvalidArgument'],
    ["'表1", 'InvalidArgument'],
    ['History', 'InvalidArgument'],
    ['sheet1', 'ItemAlreadyExists'],
    ['a'.repeat(31), 'ok'],
    ['政府购买服务（表1）', 'ok'],
  ])('a new sheet named %j → %s', async (name, code) => {
    expect(await codeOf((_, c) => c.workbook.worksheets.add(name).load('name'))).toBe(code);
  });
});

test('a property that was not loaded is refused by the library itself', async () => {
  await boot();
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    await context.sync();
    expect(() => sheet.name).toThrow(
      expect.objectContaining({ code: 'PropertyNotLoaded' }) as Error,
    );
  });
});

test('a batch is not atomic: what came before the failure stays', async () => {
  await boot();
  const code = await codeOf((sheet) => {
    sheet.getRange('A1').values = [[1]];
    sheet.getRange('A2:B2').values = [[1]];
    sheet.getRange('A3').values = [[3]];
  });
  expect(code).toBe('InvalidArgument');
  const { session } = office.host;
  expect(session.workbook.active.cell(0, 0)?.value).toBe(1);
  expect(session.workbook.active.cell(2, 0)).toBeUndefined();
});

test('null objects answer isNullObject', async () => {
  await boot();
  await office.Excel.run(async (context) => {
    const missing = context.workbook.worksheets.getItemOrNullObject('没有');
    const empty = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true);
    empty.load('values');
    await context.sync();
    expect([missing.isNullObject, empty.isNullObject]).toEqual([true, true]);
  });
});

describe('requirement sets', () => {
  test.each<[RequirementLevel, string, string]>([
    ['1.13', 'ApiNotFound', '1.14'],
    ['1.14', 'ok', '1.15'],
  ])('%s: getItemOrNullObject of conditional formats (1.14) → %s', async (level, code, above) => {
    await boot(level);
    const { requirements } = office.Office.context;
    expect(requirements.isSetSupported('ExcelApi', level)).toBe(true);
    expect(requirements.isSetSupported('ExcelApi', above)).toBe(false);
    expect(requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true);
    const found = await codeOf((s) =>
      s.getRange('A1').conditionalFormats.getItemOrNullObject('x').load('type'),
    );
    expect(found).toBe(code);
  });
});

describe('protected sheets', () => {
  const protect = (options?: Excel.WorksheetProtectionOptions, password?: string) =>
    codeOf((sheet) => {
      sheet.getRange('B2').format.protection.locked = false;
      sheet.getRange('A1').values = [['项目']];
      sheet.protection.protect(options, password);
    });

  test('locked cells refuse, unlocked cells take', async () => {
    await boot();
    await protect();
    expect(await codeOf((s) => (s.getRange('A1').values = [[1]]))).toBe('AccessDenied');
    expect(await codeOf((s) => (s.getRange('B2:B3').values = [[1], [2]]))).toBe('AccessDenied');
    expect(await codeOf((s) => (s.getRange('B2').values = [[1]]))).toBe('ok');
    expect(await codeOf((s) => (s.getRange('B2').format.fill.color = '#FF0000'))).toBe(
      'AccessDenied',
    );
    expect(
      await codeOf((s) => s.getRange('B2').conditionalFormats.add('Custom').load('type')),
    ).toBe('AccessDenied');
    expect(await codeOf((s) => s.getRange('3:3').insert('Down').load('address'))).toBe(
      'AccessDenied',
    );
    await expect(office.host.type('Sheet1', 'A1', '2')).rejects.toMatchObject({
      code: 'AccessDenied',
    });
  });

  test('options allow what they say', async () => {
    await boot();
    await protect({ allowFormatCells: true });
    expect(await codeOf((s) => (s.getRange('A1').format.fill.color = '#FF0000'))).toBe('ok');
    await office.Excel.run(async (context) => {
      const { protection } = context.workbook.worksheets.getActiveWorksheet();
      protection.load('protected,options');
      await context.sync();
      expect(protection.protected).toBe(true);
      expect(protection.options).toMatchObject({ allowFormatCells: true, allowInsertRows: false });
    });
  });

  test('a password is needed where one was set', async () => {
    await boot();
    await protect(undefined, '1234');
    expect(
      await codeOf((s) => {
        s.protection.unprotect('4321');
      }),
    ).toBe('AccessDenied');
    expect(
      await codeOf((s) => {
        s.protection.unprotect();
      }),
    ).toBe('AccessDenied');
    expect(
      await codeOf((s) => {
        s.protection.unprotect('1234');
      }),
    ).toBe('ok');
  });
});

describe('failing on demand', () => {
  const write = (value: number) => (s: Excel.Worksheet) => {
    s.getRange('A1').values = [[value]];
    s.getRange('A2').values = [[value]];
  };

  test.each([
    'InvalidOperationInCellEditMode',
    'AccessDenied',
    'ActivityLimitReached',
    'RequestPayloadSizeLimitExceeded',
    'GeneralException',
  ] as const)('the second batch with %s', async (code) => {
    await boot();
    office.host.failAt({ batch: 2, code });
    expect([await codeOf(write(1)), await codeOf(write(2)), await codeOf(write(3))]).toEqual([
      'ok',
      code,
      'ok',
    ]);
  });

  test('an action in the middle, with what came before it done', async () => {
    await boot();
    await codeOf(write(1));
    const actions = office.host.log.batches[0]?.body.Actions ?? [];
    const last = actions.length;
    office.host.failAt({ action: last, code: 'GeneralException' });
    expect(await codeOf(write(2))).toBe('GeneralException');
    const { active } = office.host.workbook;
    expect([active.cell(0, 0)?.value, active.cell(1, 0)?.value]).toEqual([2, 1]);
  });

  test('silence never answers', async () => {
    await boot();
    office.host.failAt({ batch: 1, code: 'silence' });
    let answer = 'nothing';
    void codeOf(write(1)).then((code) => (answer = code));
    await untilQuiet();
    expect(answer).toBe('nothing');
    expect(office.host.log.batches).toHaveLength(1);
  });

  test('while a cell is being edited, unless the batch waits for its end', async () => {
    await boot();
    office.host.enterCellEdit();
    expect(await codeOf(write(1))).toBe('InvalidOperationInCellEditMode');
    const waiting = office.Excel.run({ delayForCellEdit: true }, async (context) => {
      write(5)(context.workbook.worksheets.getActiveWorksheet());
      await context.sync();
    });
    await round();
    expect(office.desktop.pending).toBe(1);
    office.host.leaveCellEdit();
    await waiting;
    expect(office.host.workbook.active.cell(0, 0)?.value).toBe(5);
  });
});

test('the web refuses requests and answers over 5 MB', async () => {
  office = await bootOffice({ webLimits: true });
  const long = '据'.repeat(30_000);
  const rows = (n: number) => Array.from({ length: n }, () => [long]);
  expect(await codeOf((s) => (s.getRange('A1:A200').values = rows(200)))).toBe(
    'RequestPayloadSizeLimitExceeded',
  );
  expect(await codeOf((s) => (s.getRange('A1:A100').values = rows(100)))).toBe('ok');
  expect(await codeOf((s) => (s.getRange('A101:A200').values = rows(100)))).toBe('ok');
  expect(await codeOf((s) => s.getRange('A1:A200').load('values'))).toBe(
    'ResponsePayloadSizeLimitExceeded',
  );
});
