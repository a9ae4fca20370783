/** A workbook in memory behind the pane’s ports, for pictures that need no Excel. */
import type { StartPorts } from '../../../src/taskpane/startPane';
import type { Mark, WorkbookChange, WorkbookPort } from '../../../src/application/ports';
import { snapshotOf } from '../../../src/application/ports';
import type { HostFault } from '../../../src/domain/fault';
import type { Cell, Grid, WorkbookGrids } from '../../../src/domain/grid';
import { cellAt, parseAddress } from '../../../src/domain/grid';
import { failure, success } from '../../../src/domain/result';

export interface MemoryOptions {
  readonly language?: 'zh-CN' | 'en-US';
  readonly theme?: 'light' | 'dark' | 'highContrast';
  readonly kept?: Readonly<Record<string, string>>;
}

/** The ports, and what a test looks at or changes behind them. */
export interface Memory {
  readonly ports: StartPorts;
  readonly local: Map<string, string>;
  readonly document: Map<string, string>;
  readonly visited: string[];
  marks: readonly Mark[];
  workbook: WorkbookGrids;
  /** While it is set, every call to the workbook fails with it. */
  fault: HostFault | null;
  readonly reads: string[];
  /** What the user does in the sheet. */
  edit: (sheet: string, cell: string, value: number | string | null) => void;
  tell: (change: WorkbookChange) => void;
}

export function memoryPorts(workbook: WorkbookGrids, options: MemoryOptions = {}): Memory {
  const { language = 'zh-CN', theme = 'light', kept = {} } = options;
  const local = new Map(Object.entries(kept));
  const document = new Map<string, string>();
  const listeners: ((change: WorkbookChange) => void)[] = [];
  const answer = <T>(value: () => T) =>
    Promise.resolve(memory.fault === null ? success(value()) : failure(memory.fault));
  const port: WorkbookPort = {
    readWorkbook: () => {
      memory.reads.push('workbook');
      return answer(() => memory.workbook);
    },
    readSheets: (names) => {
      memory.reads.push(names.join(' '));
      return answer(() => ({
        sheets: memory.workbook.sheets.filter((grid) => names.includes(grid.name)),
      }));
    },
    goTo: ({ sheet, cell }) => answer(() => (memory.visited.push(`${sheet}!${cell}`), null)),
    activeCell: () => answer(() => ({ sheet: '统计表1', cell: 'A1' })),
    showMarks: (marks) => answer(() => ((memory.marks = marks), null)),
    clearMarks: () =>
      answer(() => {
        const { length } = memory.marks;
        memory.marks = [];
        return length;
      }),
    readCells: (cells) =>
      answer(() =>
        cells.map((place) => {
          const grid = memory.workbook.sheets.find(({ name }) => name === place.sheet);
          const at = parseAddress(place.cell);
          const cell = grid && at ? cellAt(grid, at.row, at.column) : undefined;
          return snapshotOf(place, cell);
        }),
      ),
    writeCells: (writes) =>
      answer(() => {
        for (const { sheet, cell, content } of writes) {
          const typed = typeof content === 'string' && content.startsWith('=') ? null : content;
          put(memory, sheet, cell, {
            value: typed === '' ? null : typed,
            formula: typed === null ? String(content) : null,
            numberFormat: 'General',
          });
        }
        return null;
      }),
    insertSheets: (layouts) => answer(() => layouts.map(({ name }) => name)),
    deleteSheets: () => answer(() => null),
    onChange: (listener) =>
      answer(() => {
        listeners.push(listener);
        return () => Promise.resolve();
      }),
  };
  const memory: Memory = {
    ports: {
      workbook: port,
      documentSettings: {
        read: (key) => document.get(key) ?? null,
        write: (key, value) => answer(() => (keep(document, key, value), null)),
      },
      environment: { language, theme, documentUrl: null, onThemeChange: () => () => undefined },
      localStore: {
        read: (key) => local.get(key) ?? null,
        write: (key, value) => (keep(local, key, value), true),
      },
    },
    local,
    document,
    visited: [],
    marks: [],
    workbook,
    fault: null,
    reads: [],
    edit: (sheet, cell, value) => {
      put(memory, sheet, cell, { value, formula: null, numberFormat: 'General' });
      memory.tell({ sheet, address: cell, kind: 'edited' });
    },
    tell: (change) => {
      for (const listener of listeners) listener(change);
    },
  };
  return memory;
}

function keep(map: Map<string, string>, key: string, value: string | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

function put(memory: Memory, sheet: string, address: string, cell: Cell): void {
  const at = parseAddress(address);
  if (at === null) throw new Error(`Not an address: ${address}`);
  const replaced = (grid: Grid): Grid => {
    const rows = [...grid.rows];
    const row = [...(rows[at.row] ?? [])];
    row[at.column] = cell;
    rows[at.row] = row;
    return { ...grid, rows };
  };
  memory.workbook = {
    sheets: memory.workbook.sheets.map((grid) => (grid.name === sheet ? replaced(grid) : grid)),
  };
}
