// Where does a key move the selection?

import { Direction } from '@univerjs/core';
import { KeyCode } from '@univerjs/preset-sheets-core';
import { contains, MAX_COLUMNS, MAX_ROWS, rectAddress, WHOLE_SHEET } from '../../workbook/address';
import type { Rect } from '../../workbook/address';
import type { KeyAction } from './keys';
import type { Screen } from './screen';
import type { Place, Selecting } from './selection';
import { stepBack } from './stepping';
import type { Ground } from './stepping';
import type { UniverParts } from './univer';

const DIRECTIONS = {
  up: Direction.UP,
  down: Direction.DOWN,
  left: Direction.LEFT,
  right: Direction.RIGHT,
} as const;
/** JumpOver of Univer: to the edge of what is filled. */
const GAP = 1;

const rectAt = ({ row, column }: Place): Rect => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
});

export class Moving {
  constructor(
    private readonly univer: UniverParts,
    private readonly screen: Screen,
    private readonly selecting: Selecting,
  ) {}

  /** Moves as a key asks, a page being so many rows; answers false for what is not a move. */
  move(action: KeyAction, page: number): boolean {
    const { selecting } = this;
    const { place, rect } = selecting;
    switch (action.kind) {
      case 'move': {
        const id = action.extend ? 'expand-selection' : 'move-selection';
        const direction = DIRECTIONS[action.to];
        const params = { direction, ...(action.jump && { jumpOver: GAP }) };
        selecting.run(`sheet.command.${id}`, params, !action.extend);
        return true;
      }
      case 'step': {
        if (action.back) {
          this.#stepBack(action.by);
          return true;
        }
        const tab = action.by === 'tab';
        const direction = tab ? Direction.RIGHT : Direction.DOWN;
        const keycode = tab ? KeyCode.TAB : KeyCode.ENTER;
        selecting.run('sheet.command.move-selection-enter-tab', { direction, keycode }, true);
        return true;
      }
      case 'page': {
        const row = place.row + (action.to === 'down' ? page : -page);
        const last = this.univer.workbook.getActiveSheet().getRowCount() - 1;
        this.#go({ ...place, row: Math.max(0, Math.min(last, row)) }, action.extend);
        return true;
      }
      case 'corner':
        this.#go(this.#corner(action.corner), action.extend);
        return true;
      case 'selectAll':
        this.#selectAll();
        return true;
      case 'selectRows':
        selecting.select([{ ...rect, left: 0, right: MAX_COLUMNS - 1 }], place);
        return true;
      case 'selectColumns':
        selecting.select([{ ...rect, top: 0, bottom: MAX_ROWS - 1 }], place);
        return true;
      default:
        return false;
    }
  }

  /** Univer's own command knows no way back beyond the first cell of what is selected. */
  #stepBack(by: 'enter' | 'tab'): void {
    const { rects, place } = this.selecting;
    const worksheet = this.univer.workbook.getActiveSheet();
    const [rows, columns] = [worksheet.getRowCount(), worksheet.getColumnCount()];
    const shown = rects.map((rect) => ({
      ...rect,
      bottom: Math.min(rect.bottom, rows - 1),
      right: Math.min(rect.right, columns - 1),
    }));
    const ground: Ground = {
      merges: this.screen.current?.merges() ?? [],
      shownRow: (row) => worksheet.getRowVisible(row),
      shownColumn: (column) => worksheet.getColVisible(column),
    };
    const to = stepBack(by, place, shown, ground);
    const within = shown.some((rect) => contains(rect, rectAt(to)));
    this.selecting.select(within ? rects : [rectAt(to)], to);
  }

  /** All that is used, and everything where that is selected already. */
  #selectAll(): void {
    const used = this.screen.current?.used(false);
    const { rects, place } = this.selecting;
    const again = !used || rects.map(rectAddress).join() === rectAddress(used);
    this.selecting.select([again ? WHOLE_SHEET : used], place);
  }

  /** What is frozen does not count as the start, as in Excel. */
  #corner(corner: 'rowStart' | 'start' | 'end'): Place {
    const freeze = this.univer.workbook.getActiveSheet().getFreeze();
    const column = Math.max(0, freeze.startColumn);
    if (corner === 'rowStart') return { row: this.selecting.place.row, column };
    if (corner === 'start') return { row: Math.max(0, freeze.startRow), column };
    const used = this.screen.current?.used(false);
    return { row: used?.bottom ?? 0, column: used?.right ?? 0 };
  }

  #go(to: Place, extend: boolean): void {
    const from = extend ? this.selecting.place : to;
    const rect = {
      top: Math.min(from.row, to.row),
      bottom: Math.max(from.row, to.row),
      left: Math.min(from.column, to.column),
      right: Math.max(from.column, to.column),
    };
    this.selecting.select([rect], from);
  }
}
