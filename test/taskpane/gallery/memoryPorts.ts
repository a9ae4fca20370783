/** The pane's ports on a workbook in memory, for pictures that need no Excel. */
import type { StartPorts } from '../../../src/taskpane/startPane';
import type { HostFault } from '../../../src/domain/fault';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { success } from '../../../src/domain/result';
import { DirectFiles } from '../../memory/DirectFiles';
import { KeptDownloads } from '../../memory/KeptDownloads';
import { MemoryWorkbook } from '../../memory/MemoryWorkbook';

export interface MemoryOptions {
  readonly language?: 'zh-CN' | 'en-US';
  readonly theme?: 'light' | 'dark' | 'highContrast';
  readonly kept?: Readonly<Record<string, string>>;
  /** One that is open already, in place of what is given. */
  readonly open?: MemoryWorkbook;
}

/** The ports, and the workbook behind them. */
export interface Memory {
  readonly ports: StartPorts;
  readonly workbook: MemoryWorkbook;
  /** What is kept on this machine. */
  readonly kept: () => Readonly<Record<string, string>>;
  /** Makes the next calls fail. */
  readonly fail: (fault: HostFault, calls: number) => void;
}

export function memoryPorts(grids: WorkbookGrids, options: MemoryOptions = {}): Memory {
  const { language = 'zh-CN', theme = 'light', kept = {} } = options;
  const local = new Map(Object.entries(kept));
  const document = new Map<string, string>();
  const workbook = options.open ?? MemoryWorkbook.ofGrids(grids.sheets);
  return {
    ports: {
      workbook,
      documentSettings: {
        read: (key) => document.get(key) ?? null,
        write: (key, value) => {
          keep(document, key, value);
          return Promise.resolve(success(null));
        },
      },
      environment: {
        language,
        theme,
        documentUrl: null,
        locateDocument: () => Promise.resolve(),
        onThemeChange: () => () => undefined,
        onShown: () => undefined,
      },
      files: new DirectFiles(),
      saves: new KeptDownloads(),
      localStore: {
        read: (key) => local.get(key) ?? null,
        write: (key, value) => {
          keep(local, key, value);
          return true;
        },
      },
    },
    workbook,
    kept: () => Object.fromEntries(local),
    fail: (fault, calls) => {
      for (let call = 1; call <= calls; call += 1) workbook.interrupt({ call, after: 0, fault });
    },
  };
}

function keep(map: Map<string, string>, key: string, value: string | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}
