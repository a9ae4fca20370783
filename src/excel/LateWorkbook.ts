/** The open workbook, for a pane that is to appear before the program is loaded that works in it. */
import { loadPart } from '../application/loadPart';
import type {
  CellReference,
  CellSnapshot,
  CellWrite,
  Mark,
  Unsubscribe,
  WorkbookChange,
  WorkbookPort,
} from '../application/ports';
import type { HostFault } from '../domain/fault';
import type { WorkbookGrids } from '../domain/grid';
import { failure, type Result } from '../domain/result';
import type { SheetLayout } from '../domain/template/layout';

/** A workbook that is opened by the first command; commands run in the order they came. */
export class LateWorkbook implements WorkbookPort {
  #opening: Promise<WorkbookPort | null> | null = null;

  /** @param open loads the program and opens the workbook; called again after a failed download */
  constructor(private readonly open: () => Promise<WorkbookPort>) {}

  /** Loads the program before it is asked for; what cannot be loaded now is tried again then. */
  async preload(): Promise<void> {
    await this.#opened();
  }

  readWorkbook(): Promise<Result<WorkbookGrids, HostFault>> {
    return this.#in((workbook) => workbook.readWorkbook());
  }

  readSheets(names: readonly string[]): Promise<Result<WorkbookGrids, HostFault>> {
    return this.#in((workbook) => workbook.readSheets(names));
  }

  goTo(place: CellReference): Promise<Result<null, HostFault>> {
    return this.#in((workbook) => workbook.goTo(place));
  }

  activeCell(): Promise<Result<CellReference, HostFault>> {
    return this.#in((workbook) => workbook.activeCell());
  }

  showMarks(marks: readonly Mark[], only?: readonly string[]): Promise<Result<null, HostFault>> {
    return this.#in((workbook) => workbook.showMarks(marks, only));
  }

  clearMarks(): Promise<Result<number, HostFault>> {
    return this.#in((workbook) => workbook.clearMarks());
  }

  readCells(cells: readonly CellReference[]): Promise<Result<readonly CellSnapshot[], HostFault>> {
    return this.#in((workbook) => workbook.readCells(cells));
  }

  writeCells(writes: readonly CellWrite[]): Promise<Result<null, HostFault>> {
    return this.#in((workbook) => workbook.writeCells(writes));
  }

  insertSheets(layouts: readonly SheetLayout[]): Promise<Result<readonly string[], HostFault>> {
    return this.#in((workbook) => workbook.insertSheets(layouts));
  }

  deleteSheets(names: readonly string[]): Promise<Result<null, HostFault>> {
    return this.#in((workbook) => workbook.deleteSheets(names));
  }

  onChange(listener: (change: WorkbookChange) => void): Promise<Result<Unsubscribe, HostFault>> {
    return this.#in((workbook) => workbook.onChange(listener));
  }

  async #in<T>(
    command: (workbook: WorkbookPort) => Promise<Result<T, HostFault>>,
  ): Promise<Result<T, HostFault>> {
    const workbook = await this.#opened();
    return workbook === null ? failure({ code: 'notLoaded' }) : command(workbook);
  }

  #opened(): Promise<WorkbookPort | null> {
    this.#opening ??= loadPart(this.open).then((workbook) => {
      if (workbook === null) this.#opening = null;
      return workbook;
    });
    return this.#opening;
  }
}
