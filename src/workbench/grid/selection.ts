// Which cells are selected, and how do the grid and the host agree on it?

import { RANGE_TYPE } from '@univerjs/core';
import type { IRange, Worksheet } from '@univerjs/core';
import type { ISelectionWithStyle } from '@univerjs/preset-sheets-core';
import type { Host } from '../host/host';
import {
  contains,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  rectAddress,
} from '../../workbook/address';
import type { Rect } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import type { CommandGuard } from './commands';
import { reveal } from './geometry';
import type { Screen } from './screen';
import { rectOf } from './snapshot';
import { activeIndex } from './stepping';
import { UNIT } from './univer';
import type { UniverParts } from './univer';

const { NORMAL, ROW: ROWS, COLUMN: COLUMNS, ALL } = RANGE_TYPE;
const MOVE_END = 2;

export interface Place {
  readonly row: number;
  readonly column: number;
}

const toRect = (range: IRange): Rect => {
  const rect = rectOf(range);
  const type = range.rangeType ?? NORMAL;
  const tall = type === COLUMNS || type === ALL || Number.isNaN(rect.top);
  const wide = type === ROWS || type === ALL || Number.isNaN(rect.left);
  return {
    top: tall ? 0 : rect.top,
    bottom: tall ? MAX_ROWS - 1 : rect.bottom,
    left: wide ? 0 : rect.left,
    right: wide ? MAX_COLUMNS - 1 : rect.right,
  };
};

function toRange(rect: Rect, worksheet: Worksheet): IRange {
  const rows = isWholeRows(rect);
  const columns = isWholeColumns(rect);
  return {
    startRow: rect.top,
    startColumn: rect.left,
    endRow: Math.min(rect.bottom, worksheet.getRowCount() - 1),
    endColumn: Math.min(rect.right, worksheet.getColumnCount() - 1),
    rangeType: rows && columns ? ALL : rows ? ROWS : columns ? COLUMNS : NORMAL,
  };
}

export class Selecting {
  readonly #subscription: { unsubscribe(): void };
  /**
   * Selections being set by us, which the host knows of already.
   * So it begins: Univer selects a first cell of its own accord.
   */
  #own = true;
  /** The host is telling what the grid told it. */
  #echo = false;
  #due: { sheet: Sheet; rects: readonly Rect[] } | undefined;
  #telling = false;

  constructor(
    private readonly host: Host,
    private readonly univer: UniverParts,
    private readonly guard: CommandGuard,
    private readonly screen: Screen,
    private readonly changed: () => void,
  ) {
    this.#subscription = univer.selections.selectionChanged$.subscribe(() => {
      if (!this.#own) this.#tellHost();
      this.changed();
    });
  }

  /** The host's announcement of a selection comes from the grid itself. */
  get echo(): boolean {
    return this.#echo;
  }

  get rects(): readonly Rect[] {
    return this.univer.selections.getCurrentSelections().map(({ range }) => toRect(range));
  }

  /** The selection that holds the active cell; the last one where none is said to. */
  get #active(): ISelectionWithStyle | undefined {
    const all = this.univer.selections.getCurrentSelections();
    return all.findLast(({ primary }) => primary) ?? all.at(-1);
  }

  /** The active cell: the first one of what is selected where Univer names none. */
  get place(): Place {
    const { primary, range } = this.#active ?? {};
    const first = range && toRect(range);
    const row = primary?.actualRow ?? first?.top ?? 0;
    const column = primary?.actualColumn ?? first?.left ?? 0;
    // A click beyond a frozen column may name a cell that a merged area covers.
    const merged = this.screen.current
      ?.merges()
      .find((area) => contains(area, { top: row, bottom: row, left: column, right: column }));
    return merged ? { row: merged.top, column: merged.left } : { row, column };
  }

  /** The selected rectangle with the active cell. */
  get rect(): Rect {
    const range = this.#active?.range;
    const { row, column } = this.place;
    return range ? toRect(range) : { top: row, bottom: row, left: column, right: column };
  }

  /** Begins with the sheet that is active in the host and what is selected on it. */
  start(): void {
    this.#showActive();
    this.#own = false;
  }

  #showActive(): void {
    const { session } = this.host;
    this.show(session.workbook.active, session.selection());
  }

  /** Does the same where the grid shows something else. */
  follow(): void {
    const { session } = this.host;
    const sheet = session.workbook.active;
    const rects = session.selection(sheet);
    const same =
      this.screen.current === sheet &&
      this.rects.map(rectAddress).join() === rects.map(rectAddress).join();
    if (same && this.univer.selections.getCurrentSelections().length > 0) return;
    this.#showActive();
  }

  /** Does something that may select cells on the way, without telling the host. */
  quietly<T>(act: () => T): T {
    const before = this.#own;
    this.#own = true;
    try {
      return act();
    } finally {
      this.#own = before;
    }
  }

  /** Selects cells in the grid, without telling the host. */
  show(sheet: Sheet, rects: readonly Rect[], active?: Place): void {
    const [first] = rects;
    this.quietly(() => {
      const to = active ?? (first && { row: first.top, column: first.left });
      const id = this.screen.show(sheet, to);
      if (to) this.#set(id, rects, to);
    });
    this.changed();
  }

  /** Selects cells as the user does. */
  select(rects: readonly Rect[], active?: Place): void {
    const [first] = rects;
    const sheet = this.screen.current;
    if (!first || !sheet) return;
    const id = this.quietly(() =>
      this.screen.show(sheet, active ?? { row: first.top, column: first.left }),
    );
    this.#set(id, rects, active ?? { row: first.top, column: first.left });
  }

  #set(id: string, rects: readonly Rect[], active: Place): void {
    const worksheet = this.univer.workbook.getSheetBySheetId(id);
    if (!worksheet) return;
    const holder = activeIndex(rects, active);
    const selections = rects.map((rect, i) => ({
      range: toRange(rect, worksheet),
      primary: i === holder ? worksheet.getCellInfoInMergeData(active.row, active.column) : null,
      style: null,
    }));
    // One cell of a merged area selects all of it.
    const [only] = selections;
    if (rects.length === 1 && only?.primary && only.range.rangeType === NORMAL) {
      const { startRow, startColumn, endRow, endColumn } = only.primary;
      only.range.endRow = Math.max(only.range.endRow, endRow);
      only.range.endColumn = Math.max(only.range.endColumn, endColumn);
      only.range.startRow = Math.min(only.range.startRow, startRow);
      only.range.startColumn = Math.min(only.range.startColumn, startColumn);
    }
    const params = { unitId: UNIT, subUnitId: id, selections, type: MOVE_END };
    this.guard.run('sheet.operation.set-selections', params);
    this.#reveal(active);
    // A sheet just brought to the front takes up its own scroll position first.
    requestAnimationFrame(() => {
      this.#reveal(this.place);
    });
  }

  #reveal({ row, column }: Place): void {
    reveal(this.univer, row, column);
  }

  /** Moves by a command of Univer's, which does not look for frozen panes when it scrolls. */
  run(id: string, params: object, single: boolean): void {
    void this.guard.start(id, params).then(() => {
      if (single) this.#reveal(this.place);
    });
  }

  /** Tells the host the latest selection; those in between that it had no time for are left out. */
  #tellHost(): void {
    const sheet = this.screen.current;
    const { rects } = this;
    if (!sheet || rects.length === 0) return;
    this.#due = { sheet, rects: [...rects].reverse() };
    if (!this.#telling) void this.#tell();
  }

  async #tell(): Promise<void> {
    this.#telling = true;
    while (this.#due) {
      await this.host.asUser((session) => {
        const due = this.#due;
        this.#due = undefined;
        if (!due || !this.#reachable(due.sheet) || due.sheet !== this.screen.current) return;
        this.#echo = true;
        try {
          session.select(due.sheet, due.rects);
        } finally {
          this.#echo = false;
        }
      });
    }
    this.#telling = false;
  }

  #reachable(sheet: Sheet): boolean {
    return this.host.workbook.sheets.includes(sheet) && sheet.visibility === 'visible';
  }

  /** Goes to another sheet as the user does. */
  activate(sheet: Sheet): void {
    this.show(sheet, this.host.session.selection(sheet));
    void this.host.asUser((session) => {
      if (!this.#reachable(sheet)) return;
      this.#echo = true;
      try {
        session.activate(sheet);
      } finally {
        this.#echo = false;
      }
    });
  }

  dispose(): void {
    this.#subscription.unsubscribe();
  }
}
