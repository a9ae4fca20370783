// Which cells are selected, and how do the grid and the host agree on it?

import { Direction, RANGE_TYPE } from '@univerjs/core';
import type { IRange, Worksheet } from '@univerjs/core';
import { KeyCode } from '@univerjs/preset-sheets-core';
import type { Host } from '../host/host';
import {
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  rectAddress,
} from '../host/model/address';
import type { Rect } from '../host/model/address';
import type { Sheet } from '../host/model/sheet';
import type { CommandGuard } from './commands';
import { reveal } from './geometry';
import type { KeyAction } from './keys';
import type { Screen } from './screen';
import { rectOf } from './snapshot';
import { UNIT } from './univer';
import type { UniverParts } from './univer';

const { NORMAL, ROW: ROWS, COLUMN: COLUMNS, ALL } = RANGE_TYPE;
const MOVE_END = 2;
const GAP = 1;

const DIRECTIONS = {
  up: Direction.UP,
  down: Direction.DOWN,
  left: Direction.LEFT,
  right: Direction.RIGHT,
} as const;

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
  /** Selections being set by us, which the host knows of already. */
  #own = false;
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

  /** The active cell. */
  get place(): Place {
    const primary = this.univer.selections.getCurrentLastSelection()?.primary;
    return { row: primary?.actualRow ?? 0, column: primary?.actualColumn ?? 0 };
  }

  /** The last selected rectangle, no larger than what the grid shows. */
  get rect(): Rect {
    const range = this.univer.selections.getCurrentLastSelection()?.range;
    const { row, column } = this.place;
    return range ? toRect(range) : { top: row, bottom: row, left: column, right: column };
  }

  /** Shows a sheet with what the host has selected on it. */
  follow(): void {
    const { session } = this.host;
    const sheet = session.workbook.active;
    const rects = session.selection(sheet);
    const same =
      this.screen.current === sheet &&
      this.rects.map(rectAddress).join() === rects.map(rectAddress).join();
    if (same && this.univer.selections.getCurrentSelections().length > 0) return;
    this.show(sheet, rects);
  }

  /** Selects cells in the grid, without telling the host. */
  show(sheet: Sheet, rects: readonly Rect[], active?: Place): void {
    const [first] = rects;
    this.#own = true;
    try {
      const id = this.screen.show(sheet, first);
      if (first) this.#set(id, rects, active ?? { row: first.top, column: first.left });
    } finally {
      this.#own = false;
    }
    this.changed();
  }

  /** Selects cells as the user does. */
  select(rects: readonly Rect[], active?: Place): void {
    const [first] = rects;
    const sheet = this.screen.current;
    if (!first || !sheet) return;
    this.#own = true;
    const id = this.screen.show(sheet, active ? { ...first, top: active.row } : first);
    this.#own = false;
    this.#set(id, rects, active ?? { row: first.top, column: first.left });
  }

  #set(id: string, rects: readonly Rect[], active: Place): void {
    const worksheet = this.univer.workbook.getSheetBySheetId(id);
    if (!worksheet) return;
    const selections = rects.map((rect, i) => ({
      range: toRange(rect, worksheet),
      primary:
        i === rects.length - 1 ? worksheet.getCellInfoInMergeData(active.row, active.column) : null,
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
  #move(id: string, params: object, single: boolean): void {
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
        if (!due || due.sheet.visibility !== 'visible') return;
        if (!session.workbook.sheets.includes(due.sheet)) return;
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

  /** Goes to another sheet as the user does. */
  activate(sheet: Sheet): void {
    this.show(sheet, this.host.session.selection(sheet));
    void this.host.asUser((session) => {
      if (!session.workbook.sheets.includes(sheet) || sheet.visibility !== 'visible') return;
      this.#echo = true;
      try {
        session.activate(sheet);
      } finally {
        this.#echo = false;
      }
    });
  }

  /** Moves as a key asks; answers false for what is not a move. */
  move(action: KeyAction, page: number): boolean {
    const worksheet = this.univer.workbook.getActiveSheet();
    switch (action.kind) {
      case 'move':
        this.#move(
          action.extend ? 'sheet.command.expand-selection' : 'sheet.command.move-selection',
          { direction: DIRECTIONS[action.to], ...(action.jump && { jumpOver: GAP }) },
          !action.extend,
        );
        return true;
      case 'step': {
        const tab = action.by === 'tab';
        const forth = tab ? Direction.RIGHT : Direction.DOWN;
        const back = tab ? Direction.LEFT : Direction.UP;
        const direction = action.back ? back : forth;
        const keycode = tab ? KeyCode.TAB : KeyCode.ENTER;
        this.#move('sheet.command.move-selection-enter-tab', { direction, keycode }, true);
        return true;
      }
      case 'page': {
        const row = this.place.row + (action.to === 'down' ? page : -page);
        const last = worksheet.getRowCount() - 1;
        this.#go({ ...this.place, row: Math.max(0, Math.min(last, row)) }, action.extend);
        return true;
      }
      case 'corner': {
        const freeze = worksheet.getFreeze();
        const used = this.screen.current?.used(false);
        const start = Math.max(0, freeze.startColumn);
        if (action.corner === 'rowStart') {
          this.#go({ row: this.place.row, column: start }, action.extend);
        } else if (action.corner === 'start') {
          this.#go({ row: Math.max(0, freeze.startRow), column: start }, action.extend);
        } else {
          this.#go({ row: used?.bottom ?? 0, column: used?.right ?? 0 }, action.extend);
        }
        return true;
      }
      case 'selectAll':
        this.#move('sheet.command.select-all', { expandToGapFirst: true, loop: false }, false);
        return true;
      case 'selectRows':
        this.select([{ ...this.rect, left: 0, right: MAX_COLUMNS - 1 }], this.place);
        return true;
      case 'selectColumns':
        this.select([{ ...this.rect, top: 0, bottom: MAX_ROWS - 1 }], this.place);
        return true;
      default:
        return false;
    }
  }

  #go(to: Place, extend: boolean): void {
    const from = extend ? this.place : to;
    const rect = {
      top: Math.min(from.row, to.row),
      bottom: Math.max(from.row, to.row),
      left: Math.min(from.column, to.column),
      right: Math.max(from.column, to.column),
    };
    this.select([rect], from);
  }

  dispose(): void {
    this.#subscription.unsubscribe();
  }
}
