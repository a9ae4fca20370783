import { ExcelEnvironment } from '../../src/excel/environment';
import { LocalStore } from '../../src/excel/localStore';
import { openScopedStorage } from '../../src/excel/officeJsHelpers';
import { openExcel } from '../../src/excel/openExcel';
import { round } from '../HeldClock';
import { changesFrom } from '../ports/changes';
import { faultOf, openedExcel, specimen, valueOf, type OpenedExcel } from './openedExcel';

let excel: OpenedExcel | undefined;
afterEach(() => {
  excel?.close();
  excel = undefined;
});

async function open(options: Parameters<typeof openedExcel>[0] = {}): Promise<OpenedExcel> {
  excel = await openedExcel(options);
  return excel;
}

describe('document settings', () => {
  test('travel in the workbook and come off again', async () => {
    const opened = await open({ workbook: specimen('puyang-2019.xlsx') });
    expect(opened.documentSettings.read('round')).toBeNull();
    valueOf(await opened.documentSettings.write('round', '"july"'));
    const saved = await opened.host.save();
    opened.close();
    const again = await open({ workbook: saved });
    expect(again.documentSettings.read('round')).toBe('"july"');
    valueOf(await again.documentSettings.write('round', null));
    expect(again.documentSettings.read('round')).toBeNull();
  });

  test('are saved only when they change: saving may cost the user what Ctrl+Z would take back', async () => {
    const { documentSettings, host } = await open();
    const saved = jest.spyOn(host, 'writeDocumentSettings');
    for (const round of ['"july"', '"july"', null, null]) {
      valueOf(await documentSettings.write('round', round));
    }
    expect(saved).toHaveBeenCalledTimes(2);
  });

  test('that cannot be saved are read as the workbook holds them', async () => {
    const { documentSettings, host } = await open();
    valueOf(await documentSettings.write('round', '"july"'));
    host.writeDocumentSettings = () => {
      throw new Error('read-only');
    };
    for (const round of ['"annual"', null]) {
      faultOf(await documentSettings.write('round', round));
      expect(documentSettings.read('round')).toBe('"july"');
    }
  });
});

test('a workbook that has never been saved is not saved, though nothing was changed in it', async () => {
  const workbook = specimen('puyang-2019.xlsx');
  const { workbook: port } = await open({ workbook, documentUrl: null });
  expect(valueOf(await port.isSaved())).toBe(false);
});

describe('a cell being edited', () => {
  test('is waited for once, then told; afterwards all is well', async () => {
    const opened = await open({ workbook: specimen('puyang-2019.xlsx') });
    opened.host.enterCellEdit();
    const faults = await Promise.all([
      opened.workbook.readWorkbook(),
      opened.workbook.readCells([{ sheet: 'x', cell: 'A1' }]),
      opened.workbook.showMarks([]),
      opened.workbook.writeCells(
        changesFrom(
          [{ sheet: 'x', cell: 'A1', content: '', numberFormat: 'General' }],
          [{ sheet: 'x', cell: 'A1', content: 1, numberFormat: null }],
        ),
      ),
    ]);
    expect(faults.map((outcome) => faultOf<unknown, unknown>(outcome))).toEqual(
      faults.map(() => ({ code: 'cellEditing' })),
    );
    const reading = opened.workbook.readWorkbook();
    await round();
    opened.host.leaveCellEdit();
    valueOf(await reading);
  });
});

describe('an Excel that does not answer', () => {
  test('is a fault in time, and does not block the next command', async () => {
    const opened = await open({ workbook: specimen('puyang-2019.xlsx') });
    opened.host.failAt({ batch: 1, code: 'silence' });
    expect(faultOf(await opened.workbook.readWorkbook())).toEqual({ code: 'noAnswer' });
    valueOf(await opened.workbook.readWorkbook());
  });
});

describe('an Excel without what the add-in needs', () => {
  test('is a fault that says which', async () => {
    const opened = await open();
    const { requirements } = opened.office.Office.context;
    const asked = jest.spyOn(requirements, 'isSetSupported').mockReturnValue(false);
    expect(faultOf(await openExcel())).toEqual({
      code: 'unsupportedHost',
      needs: 'ExcelApi 1.13',
    });
    asked.mockRestore();
  });
});

describe('the environment', () => {
  const page = (active: readonly string[]) => {
    const listeners = new Set<() => void>();
    return {
      matchMedia: (query: string) => ({
        matches: active.includes(query),
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      }),
      addEventListener: (_: string, listener: () => void) => listeners.add(listener),
      removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
      focus: () => {
        for (const listener of listeners) listener();
      },
    };
  };
  const around = (theme: string | null, language: string, active: readonly string[] = []) => {
    const context = {
      displayLanguage: language,
      officeTheme: theme === null ? undefined : { bodyBackgroundColor: theme },
      document: { url: 'C:\\表.xlsx' },
    };
    const window = page(active);
    const environment = new ExcelEnvironment(
      context as unknown as Office.Context,
      window as unknown as Window,
    );
    return { environment, context, window };
  };

  test.each([
    ['#FFFFFF', [], 'light'],
    ['#262626', [], 'dark'],
    ['#E6E6E6', ['(prefers-color-scheme: dark)'], 'light'],
    [null, ['(prefers-color-scheme: dark)'], 'dark'],
    [null, [], 'light'],
    ['#FFFFFF', ['(forced-colors: active)'], 'highContrast'],
  ])('with background %s and %j is %s', (background, active, theme) => {
    expect(around(background, 'zh-CN', active).environment.theme).toBe(theme);
  });

  test.each([
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['en-US', 'en-US'],
    ['de-DE', 'en-US'],
    ['', 'zh-CN'],
  ])('in language %j speaks %s', (language, spoken) => {
    expect(around('#FFFFFF', language).environment.language).toBe(spoken);
  });

  test('looks at the theme anew when the pane gets the focus', () => {
    const { environment, context, window } = around('#FFFFFF', 'zh-CN');
    const heard: string[] = [];
    const stop = environment.onThemeChange((theme) => heard.push(theme));
    window.focus();
    context.officeTheme = { bodyBackgroundColor: '#1F1F1F' };
    window.focus();
    window.focus();
    stop();
    context.officeTheme = { bodyBackgroundColor: '#FFFFFF' };
    window.focus();
    expect(heard).toEqual(['dark']);
  });

  test('of the running office.js can be asked', async () => {
    const { environment } = await open({ workbook: specimen('puyang-2019.xlsx') });
    expect(environment.language).toBe('zh-CN');
    expect(['light', 'dark']).toContain(environment.theme);
  });
});

describe('the local store', () => {
  test('keeps texts, also those that look like dates, and takes them off', async () => {
    const { localStore } = await open();
    expect(localStore.read('a')).toBeNull();
    for (const text of [
      '"2026-01-01T00:00:00.000Z"',
      '2026-01-01T00:00:00.000Z',
      'null',
      '{"b":1}',
      '',
    ]) {
      expect(localStore.write('a', text)).toBe(true);
      expect(new LocalStore(openScopedStorage('purchase-services-statistics')).read('a')).toBe(
        text,
      );
    }
    expect(localStore.write('a', null)).toBe(true);
    expect(new LocalStore(openScopedStorage('purchase-services-statistics')).read('a')).toBeNull();
    expect(localStore.write('never', null)).toBe(true);
  });

  test('that is blocked or full keeps for as long as the pane is open, and says so', () => {
    const full = {
      get: () => null,
      set: () => {
        throw new Error('QuotaExceededError');
      },
      delete: () => undefined,
    };
    for (const store of [new LocalStore(null), new LocalStore(full)]) {
      expect(store.write('a', '1')).toBe(false);
      expect(store.read('a')).toBe('1');
      store.write('a', null);
      expect(store.read('a')).toBeNull();
    }
  });
});
