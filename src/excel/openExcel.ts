/** Is this an Excel that the add-in can work in, and through which ports? The room's front door. */
import type { HostFault } from '../domain/fault';
import { failure, success, type Result } from '../domain/result';
import { DocumentSettings } from './documentSettings';
import { ExcelEnvironment } from './environment';
import type { HostTimes } from './excelHost';
import { requiredApi, supportsExcelApi } from './features';
import { LateWorkbook } from './LateWorkbook';
import { LocalStore } from './localStore';
import { withinTime } from './withinTime';

/** Everything that the product needs from Excel. */
export interface ExcelPorts {
  readonly workbook: LateWorkbook;
  readonly documentSettings: DocumentSettings;
  readonly environment: ExcelEnvironment;
  readonly localStore: LocalStore;
}

/** How long office.js may take to find its host, in milliseconds. */
const readyWithin = 20_000;

/** Waits for office.js and opens the ports; a fault where this is no Excel, or one too old. */
export async function openExcel(
  times: Partial<HostTimes> = {},
): Promise<Result<ExcelPorts, HostFault>> {
  const ready = await withinTime(Office.onReady(), readyWithin);
  if (ready === null) return failure({ code: 'noAnswer' });
  if (ready.value.host !== Office.HostType.Excel) {
    return failure({ code: 'unsupportedHost', needs: 'Excel' });
  }
  if (!supportsExcelApi(requiredApi)) {
    return failure({ code: 'unsupportedHost', needs: `ExcelApi ${requiredApi}` });
  }
  return success({
    workbook: new LateWorkbook(async () => {
      const { ExcelWorkbook } = await import('./ExcelWorkbook');
      return new ExcelWorkbook(times);
    }),
    documentSettings: new DocumentSettings(Office.context.document.settings, times.answerWithin),
    environment: new ExcelEnvironment(),
    localStore: new LocalStore(partitionKey()),
  });
}

function textOf(value: string | null): string {
  return value ?? '';
}

function partitionKey(): string {
  return 'partitionKey' in Office.context ? textOf(Office.context.partitionKey) : '';
}
