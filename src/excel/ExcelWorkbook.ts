/** The open workbook in Excel, as the application sees it. */
import type { CellChange, CellStep, ChangedCells } from '../application/cellChange';
import type { CellReference, CellSnapshot } from '../application/cellContent';
import { systemClock } from '../application/clock';
import type {
  ChangedExplanations,
  InsertedSheets,
  InsertProgress,
  Mark,
  MarksFound,
  Unsubscribe,
  UnwritableCell,
  WorkbookChange,
  WorkbookPort,
} from '../application/ports';
import type { HostFault } from '../domain/fault';
import type { WorkbookGrids } from '../domain/grid';
import type { Result } from '../domain/result';
import type { Explanation, StoredExplanations, UnreadablePart } from '../domain/submission/kept';
import type { NewSheet } from '../domain/template/layout';
import { readCells } from './cells/readCells';
import { findUnwritable } from './cells/unwritableCells';
import { writeCells } from './cells/writeCells';
import { calculate } from './calculate';
import { listenToChanges } from './changes';
import { ExcelHost } from './excelHost';
import { changeExplanations, readExplanations, removeExplanations } from './explanations';
import { MarkBoard } from './marks/markBoard';
import { goTo } from './places';
import { readSheets, readWholeWorkbook } from './reading/readSheets';
import { findSheets } from './reading/findSheets';
import { isSaved } from './saved';
import { listenToSelection, readSelection } from './selection';
import { SheetDirectory } from './sheetDirectory';
import { deleteSheets } from './sheets/deleteSheets';
import { insertSheets } from './sheets/insertSheets';
import { takePlace } from './sheets/takePlace';

/** Excel's workbook; commands run one after another, never at the same time. */
export class ExcelWorkbook implements WorkbookPort {
  readonly #host: ExcelHost;
  readonly #directory = new SheetDirectory();
  readonly #marks: MarkBoard;

  constructor(clock = systemClock) {
    this.#host = new ExcelHost(clock);
    this.#marks = new MarkBoard(this.#host, this.#directory);
  }

  readWorkbook(): Promise<Result<WorkbookGrids, HostFault>> {
    return this.#host.exclusive(() => readWholeWorkbook(this.#host, this.#directory));
  }

  readSheets(names: readonly string[]): Promise<Result<WorkbookGrids, HostFault>> {
    const wanted = new Set(names);
    return this.#host.exclusive(() =>
      readSheets(this.#host, this.#directory, ({ name }) => wanted.has(name)),
    );
  }

  findSheets(
    names: readonly string[],
    titles: readonly string[],
  ): Promise<Result<readonly string[], HostFault>> {
    return this.#host.exclusive(() => findSheets(this.#host, this.#directory, names, titles));
  }

  goTo(place: CellReference): Promise<Result<null, HostFault>> {
    return this.#host.exclusive(() => goTo(this.#host, place));
  }

  showMarks(marks: readonly Mark[], only?: readonly string[]): Promise<Result<null, HostFault>> {
    return this.#host.exclusive(() => this.#marks.show(marks, only));
  }

  clearMarks(): Promise<Result<number, HostFault>> {
    return this.#host.exclusive(() => this.#marks.clear());
  }

  findMarks(): Promise<Result<MarksFound, HostFault>> {
    return this.#host.exclusive(() => this.#marks.find());
  }

  readCells(cells: readonly CellReference[]): Promise<Result<readonly CellSnapshot[], HostFault>> {
    return this.#host.exclusive(() => readCells(this.#host, cells));
  }

  findUnwritable(
    cells: readonly CellReference[],
  ): Promise<Result<readonly UnwritableCell[], HostFault>> {
    return this.#host.exclusive(() => findUnwritable(this.#host, cells));
  }

  writeCells(
    changes: readonly CellChange[],
    keep?: (steps: readonly CellStep[]) => void,
  ): Promise<Result<ChangedCells, HostFault>> {
    return this.#host.exclusive(() => writeCells(this.#host, changes, keep));
  }

  readExplanations(): Promise<Result<StoredExplanations, HostFault>> {
    return this.#host.exclusive(() => readExplanations(this.#host));
  }

  changeExplanations(
    change: (explanations: readonly Explanation[]) => readonly Explanation[],
  ): Promise<Result<ChangedExplanations | UnreadablePart, HostFault>> {
    return this.#host.exclusive(() => changeExplanations(this.#host, change));
  }

  removeExplanations(): Promise<Result<number, HostFault>> {
    return this.#host.exclusive(() => removeExplanations(this.#host));
  }

  isSaved(): Promise<Result<boolean | null, HostFault>> {
    return this.#host.exclusive(() => isSaved(this.#host));
  }

  calculate(): Promise<Result<null, HostFault>> {
    return this.#host.exclusive(() => calculate(this.#host));
  }

  insertSheets(
    sheets: readonly NewSheet[],
    progress: InsertProgress = {},
  ): Promise<Result<InsertedSheets, HostFault>> {
    return this.#host.exclusive(() => insertSheets(this.#host, this.#directory, sheets, progress));
  }

  takePlace(name: string, of: string): Promise<Result<null, HostFault>> {
    return this.#host.exclusive(() => takePlace(this.#host, this.#directory, name, of));
  }

  deleteSheets(names: readonly string[]): Promise<Result<null, HostFault>> {
    return this.#host.exclusive(() => deleteSheets(this.#host, this.#directory, names));
  }

  onSelect(listener: (place: CellReference) => void): Promise<Result<Unsubscribe, HostFault>> {
    return this.#host.exclusive(() => listenToSelection(this.#host, listener));
  }

  readSelection(): Promise<Result<readonly string[], HostFault>> {
    return this.#host.exclusive(() => readSelection(this.#host));
  }

  onChange(listener: (change: WorkbookChange) => void): Promise<Result<Unsubscribe, HostFault>> {
    // Together with a reading that has just begun, so that no edit falls between the two.
    return this.#host.alongside(() => listenToChanges(this.#host, this.#directory, listener));
  }
}
