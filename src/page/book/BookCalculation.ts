/** Which formulas of an opened workbook show an old result, and when are they worked out? */
import type { HostFault } from '../../domain/fault';
import type { Calculation, CellRange } from '../../domain/grid';
import type { BookSheet } from './BookSheet';
import { calculate, type Dirty, type Waiting } from './calculation';

/** Formulas that are named at most where they cannot be worked out. */
const mostNamed = 3;

const wholeSheet: CellRange = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };

/** What is known of the formulas at a moment. */
export interface CalculationState {
  readonly isPending: boolean;
  readonly dirty: readonly Dirty[];
  readonly waiting: Waiting;
}

export class BookCalculation {
  /** `manual`: formulas show what they came to when last asked for. */
  mode: Calculation['mode'] = 'automatic';
  /** Names of sheets that could not be read, to which formulas may refer. */
  unread: readonly string[] = [];
  #isPending = false;
  #dirty: readonly Dirty[] = [];
  #waiting: Waiting = new Set();

  /** @param sheets those of the workbook; the list itself, which changes with it */
  constructor(private readonly sheets: readonly BookSheet[]) {}

  /** Takes over what a file says, and works out what shows nothing yet, whatever its mode. */
  begin({ mode, isPending, fullOnLoad }: Calculation): void {
    this.mode = mode;
    this.#isPending = isPending;
    if (fullOnLoad) {
      // As Excel does when it opens such a file; a result that it would not look at anew stands.
      this.workOutAll(false);
      return;
    }
    this.#dirty = this.sheets.flatMap((sheet) =>
      sheet.formulasWithoutResult().map((range) => ({ sheet, range })),
    );
    this.#workOut(false, false);
  }

  /** Cells of a sheet have changed; all of them unless a range is named. */
  touch(sheet: BookSheet, range: CellRange = wholeSheet): void {
    this.#dirty = [...this.#dirty, { sheet, range }];
  }

  /** Works formulas out where that is done by itself; the sheets in which one shows something else. */
  settle(): string[] {
    return this.mode === 'automatic' ? this.#workOut(false, false) : [];
  }

  /** Works everything out; where `isPending`, no result is believed that cannot be worked out. */
  workOutAll(isPending: boolean): string[] {
    return this.#workOut(true, isPending);
  }

  /** Works everything out as asked for: from now on nothing is left over from the file. */
  recalculate(): string[] {
    const isPending = this.#isPending;
    this.#isPending = false;
    return this.workOutAll(isPending);
  }

  #workOut(isWhole: boolean, isPending: boolean): string[] {
    const { changed, waiting } = calculate(this.sheets, {
      dirty: this.#dirty,
      isWhole,
      waiting: this.#waiting,
      isPending,
      unread: this.unread,
    });
    this.#dirty = [];
    this.#waiting = waiting;
    return [...changed];
  }

  /** How many formulas show a result that may be an old one. */
  get waitingCount(): number {
    return this.#waiting.size;
  }

  /** Whether a formula shows no result, or one that may be old, because it is not worked out here. */
  waitsAt({ id }: BookSheet, cell: string): boolean {
    return this.#waiting.has(`${String(id)} ${cell}`);
  }

  /** Which formulas wait, the first of them by name. */
  get notWorkedOut(): HostFault {
    const names = new Map(this.sheets.map(({ id, name }) => [String(id), name]));
    const cells = [...this.#waiting].slice(0, mostNamed).map((waiting) => {
      const [id = '', cell = ''] = waiting.split(' ');
      return `${names.get(id) ?? ''}!${cell}`;
    });
    return { code: 'notWorkedOut', cells, count: this.#waiting.size };
  }

  /** Whether a formula may show an old result. */
  get isPending(): boolean {
    return this.#isPending || this.#waiting.size > 0 || this.#waitsForUser;
  }

  /** As it is told to who reads the sheets. */
  get told(): Calculation {
    return { mode: this.mode, isPending: this.isPending, fullOnLoad: false };
  }

  /** Formulas are worked out only when that is asked for, and something has changed. */
  get #waitsForUser(): boolean {
    return this.mode === 'manual' && this.#dirty.length > 0;
  }

  keep(): CalculationState {
    return { isPending: this.#isPending, dirty: this.#dirty, waiting: this.#waiting };
  }

  putBack({ isPending, dirty, waiting }: CalculationState): void {
    this.#isPending = isPending;
    this.#dirty = dirty;
    this.#waiting = waiting;
  }
}
