/** Is this an Excel that the add-in can work in, and through which ports? The room's front door. */
import { systemClock } from '../application/clock';
import { loadPart } from '../application/loadPart';
import type { HostFault } from '../domain/fault';
import { failure, success, type Result } from '../domain/result';
import { DocumentSettings } from './documentSettings';
import { ExcelEnvironment } from './environment';
import { requiredApi, supportsExcelApi } from './features';
import type { ExcelWorkbook } from './ExcelWorkbook';
import { LocalStore } from './localStore';
import type { ScopedStorage } from './officeJsHelpers';
import { withinTime } from './withinTime';

/** Everything that the product needs from Excel. */
export interface ExcelPorts {
  readonly workbook: ExcelWorkbook;
  readonly documentSettings: DocumentSettings;
  readonly environment: ExcelEnvironment;
  readonly localStore: LocalStore;
}

/** How long office.js may take to find its host, in milliseconds. */
const readyWithin = 20_000;

/** Under which name the browser keeps what the add-in stores on this machine. */
const storageContainer = 'purchase-services-statistics';

/** Waits for office.js and opens the ports; a fault where this is no Excel, or one too old. */
export async function openExcel(clock = systemClock): Promise<Result<ExcelPorts, HostFault>> {
  // These come while office.js, which is many times as large, still loads its own parts.
  const [ready, program, storage] = await Promise.all([
    withinTime(Office.onReady(), readyWithin, clock),
    loadPart(() => import('./ExcelWorkbook')),
    openStorage(),
  ]);
  if (ready === null) return failure({ code: 'noAnswer' });
  if (ready.value.host !== Office.HostType.Excel) {
    return failure({ code: 'unsupportedHost', needs: 'Excel' });
  }
  if (!supportsExcelApi(requiredApi)) {
    return failure({ code: 'unsupportedHost', needs: `ExcelApi ${requiredApi}` });
  }
  if (program === null) return failure({ code: 'notLoaded' });
  return success({
    workbook: new program.ExcelWorkbook(clock),
    documentSettings: new DocumentSettings(Office.context.document.settings, clock),
    environment: new ExcelEnvironment(Office.context, window, clock),
    localStore: new LocalStore(storage, partitionKey()),
  });
}

/** Null where the helpers cannot be loaded or the browser stores nothing: then nothing is remembered. */
async function openStorage(): Promise<ScopedStorage | null> {
  const helpers = await loadPart(() => import('./officeJsHelpers'));
  return helpers?.openScopedStorage(storageContainer) ?? null;
}

function textOf(value: string | null): string {
  return value ?? '';
}

function partitionKey(): string {
  return 'partitionKey' in Office.context ? textOf(Office.context.partitionKey) : '';
}
