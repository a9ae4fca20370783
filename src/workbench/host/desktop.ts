// How does a page see Excel on Windows? Through `window.external`, which must be there before office.js loads.
//
// Seen in @microsoft/office-js 1.1.110, excel-win32-16.01: RichClientHostController, getAppContext,
// SafeArray.Delegate, ClientSettingsManager, OfficeThemeManager, AppCommandInvokedEventArgs.

import { EVENT_CATEGORY } from './events';
import type { EventBundle, Host } from './host';
import { LATEST_MINOR } from './host';
import type { Outcome } from './protocol/outcome';

/** Colours of the Office theme as #RRGGBB. */
export interface OfficeTheme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}
export const LIGHT_THEME: OfficeTheme = {
  bodyBackgroundColor: '#FFFFFF',
  bodyForegroundColor: '#262626',
  controlBackgroundColor: '#F3F2F1',
  controlForegroundColor: '#262626',
};
export const DARK_THEME: OfficeTheme = {
  bodyBackgroundColor: '#262626',
  bodyForegroundColor: '#FFFFFF',
  controlBackgroundColor: '#0A0A0A',
  controlForegroundColor: '#FFFFFF',
};

export interface DesktopOptions {
  /** Language of the interface: zh-CN by default. */
  readonly language?: 'zh-CN' | 'en-US';
  readonly theme?: OfficeTheme;
  /** Requirement sets besides ExcelApi, name → version. */
  readonly sets?: Readonly<Record<string, string>>;
}

export interface Desktop {
  /**
   * Presses a ribbon button whose function was associated under this name; resolves when the function
   * has reported that it is done (`event.completed()`).
   */
  invokeCommand(name: string, eventObject?: Readonly<Record<string, unknown>>): Promise<void>;
  setTheme(theme: OfficeTheme): void;
  /** How many answers and events are on their way to the page. */
  readonly pending: number;
  /** Takes the host away from the page: nothing is answered any more. */
  remove(): void;
}

/** DispIds of the library. */
const GET_FILE_PROPERTIES = 86;
const EXECUTE_RICH_API = 93;
const COMMAND_COMPLETED = 94;
const SELECTION_EVENT = 2;
const RICH_API_EVENT = 33;
const COMMAND_EVENT = 39;
const OK = 0;
const INTERNAL_ERROR = 5001;
const EVENT_NOT_FOUND = 5010;

/** A COM safe array as scripts see it. */
interface SafeArray {
  toArray(): unknown[];
  dimensions(): number;
  lbound(): number;
  ubound(): number;
  getItem(index: number): unknown;
}
const safeArray = (items: unknown[]): SafeArray => ({
  toArray: () => items,
  dimensions: () => 1,
  lbound: () => 0,
  ubound: () => items.length - 1,
  getItem: (index) => items[index],
});

type Callback = (response: unknown) => void;
type EventHandler = (id: number, payload: unknown) => void;

const colourNumber = (hex: string): number => parseInt(hex.slice(1), 16);

/** The members of the requirement matrix Excel on Windows has beside ExcelApi. */
const USUAL_SETS: Readonly<Record<string, string>> = {
  SharedRuntime: '1.2',
  RibbonApi: '1.2',
  DialogApi: '1.2',
  AddinCommands: '1.3',
  CustomXmlParts: '1.1',
  Settings: '1.1',
  DocumentEvents: '1.1',
  Selection: '1.1',
  DelayForCellEdit: '1.1',
  RichApiRuntimeFlag: '1.2',
};

/**
 * Puts the host where office.js looks for Excel. Call before office.js is loaded in that window.
 * Everything is answered in a later task, as by another process.
 */
export function installDesktopHost(
  window: Window,
  host: Host,
  options: DesktopOptions = {},
): Desktop {
  const language = options.language ?? 'zh-CN';
  let theme = options.theme ?? LIGHT_THEME;
  let installed = true;
  const handlers = new Map<number, Set<EventHandler>>();
  let pending = 0;
  const later = (work: () => void): void => {
    pending += 1;
    setTimeout(() => {
      pending -= 1;
      if (installed) work();
    }, 0);
  };
  const commands = new Map<string, () => void>();
  let commandCount = 0;
  /** Buttons pressed before the add-in could hear of them; Excel, too, keeps them. */
  const early: (() => void)[] = [];
  const emit = (id: number, payload: unknown): void => {
    for (const handler of handlers.get(id) ?? []) {
      later(() => {
        handler(id, payload);
      });
    }
  };
  const stop = host.onEvents((events) => {
    sendEvents(events, emit);
  });

  const level = Math.min(host.session.settings.level, LATEST_MINOR);
  const matrix = { ExcelApi: `1.${level}`, ...USUAL_SETS, ...options.sets };
  const settings = {
    Read: (keys: string[], values: string[]) => {
      for (const [key, value] of host.readDocumentSettings()) {
        keys.push(key);
        values.push(value);
      }
    },
    Write: (keys: readonly string[], values: readonly string[]) => {
      host.writeDocumentSettings(new Map(keys.map((key, i) => [key, values[i] ?? ''])));
    },
  };
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'workbench',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    // The library hands these on as they come: Office.context.displayLanguage is a tag such as zh-CN.
    GetAppUILocale: () => language,
    GetAppDataLocale: () => language,
    // Asked once, at the start: what the library says later is frozen. Only file properties are fresh.
    GetDocUrl: () => host.documentUrl ?? '',
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'workbench',
    GetInstanceId: () => 'workbench',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(matrix),
    GetHostCustomMessage: () => '',
    GetHostFullVersion: () => '16.0.17928.20000',
    GetDialogRequirementMatrix: () => '',
    GetFeaturesForSolution: () => '',
    GetInitialDisplayMode: () => 0,
    GetSettings: () => settings,
    GetOfficeThemeInfo: () =>
      JSON.stringify(
        Object.fromEntries(Object.entries(theme).map(([k, v]) => [k, colourNumber(v as string)])),
      ),
  };
  const external = {
    GetContext: () => context,
    GetHostInfo: () => `excel$win32$16.01$${language.toLowerCase()}$telemetry$$$0`,
    GetLoggingAllowed: () => false,
    Execute: (id: number, params: unknown, callback: Callback) => {
      if (!installed) {
        callback(INTERNAL_ERROR);
        return;
      }
      if (id === COMMAND_COMPLETED) {
        const [command] = params as readonly unknown[];
        commands.get(String(command))?.();
        commands.delete(String(command));
        later(() => {
          callback(safeArray([OK]));
        });
        return;
      }
      if (id === GET_FILE_PROPERTIES) {
        const url = host.documentUrl;
        later(() => {
          // A workbook that was never saved has none.
          callback(url === null ? INTERNAL_ERROR : safeArray([OK, safeArray([url])]));
        });
        return;
      }
      if (id !== EXECUTE_RICH_API) {
        later(() => {
          callback(INTERNAL_ERROR);
        });
        return;
      }
      const message = (params as readonly (readonly unknown[])[])[0] ?? [];
      pending += 1;
      void host.execute(String(message[4]), Number(message[6])).then((outcome) => {
        pending -= 1;
        later(() => {
          reply(outcome, callback);
        });
      });
    },
    RegisterEvent: (id: number, _target: unknown, handler: EventHandler, callback?: Callback) => {
      handlers.set(id, new Set([...(handlers.get(id) ?? []), handler]));
      later(() => callback?.(OK));
      if (id === COMMAND_EVENT) for (const press of early.splice(0)) press();
    },
    UnregisterEvent: (id: number, _target: unknown, callback?: Callback) => {
      const known = handlers.delete(id);
      later(() => callback?.(known ? OK : EVENT_NOT_FOUND));
    },
  };
  Object.defineProperty(window, 'external', {
    value: external,
    writable: true,
    configurable: true,
  });
  return {
    invokeCommand: (name, eventObject = {}) =>
      new Promise((completed) => {
        const command = `${name}#${++commandCount}`;
        commands.set(command, completed);
        const press = (): void => {
          emit(COMMAND_EVENT, safeArray([command, name, JSON.stringify(eventObject)]));
        };
        if (handlers.has(COMMAND_EVENT)) press();
        else early.push(press);
      }),
    get pending() {
      return pending;
    },
    setTheme: (next) => {
      theme = next;
    },
    remove: () => {
      installed = false;
      stop();
    },
  };
}

function reply(outcome: Outcome, callback: Callback): void {
  switch (outcome.kind) {
    case 'answer':
      callback(safeArray([OK, safeArray([200, safeArray([]), outcome.body])]));
      return;
    case 'status':
      callback(safeArray([outcome.code]));
      return;
    case 'silence':
      return;
  }
}

function sendEvents(events: EventBundle, emit: (id: number, payload: unknown) => void): void {
  if (events.documentSelection) emit(SELECTION_EVENT, safeArray([]));
  if (events.messages.length === 0) return;
  const entries = events.messages.map(({ type, target, args }, i) =>
    safeArray([EVENT_CATEGORY, type, target, JSON.stringify(args), i, false]),
  );
  emit(RICH_API_EVENT, safeArray(entries));
}
