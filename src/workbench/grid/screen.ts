// Which sheets does Univer hold, and how are they kept the same as the host's?
//
// A sheet is handed over when it is shown for the first time. When its shape changes, it is handed over anew
// under another id; when only values, formats or rules change, these alone are.

import { InterceptorEffectEnum } from '@univerjs/core';
import type { IDisposable, Worksheet } from '@univerjs/core';
import { INTERCEPTOR_POINT } from '@univerjs/preset-sheets-core';
import type { Host } from '../host/host';
import type { Rect } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { autoHeights } from './autoHeights';
import type { CommandGuard } from './commands';
import { CellContent } from './content';
import type { Layers } from './content';
import { sheetConditions } from './conditions';
import type { SheetConditions } from './conditions';
import type { GridCell } from './data';
import { notesOf } from './notes';
import type { Notes } from './notes';
import type { GridStyles, Reach } from './snapshot';
import { gridCell, gridSize, shapeOf, sheetData } from './snapshot';
import { UNIT } from './univer';
import type { UniverParts } from './univer';

interface Shown extends Layers {
  readonly id: string;
  readonly shape: string;
  conditions: SheetConditions;
  constants: SheetConditions['constants'];
  /** The rules Univer has now. */
  rules: string;
  notes: Notes;
}

/** Looks drawn after Univer's conditional formats, whose priority is 10. */
const AFTER_CONDITIONS = 5;

export class Screen {
  readonly #shown = new Map<Sheet, Shown>();
  readonly #byId = new Map<string, Shown>();
  readonly #content: CellContent;
  readonly #interceptor: IDisposable;
  #serial = 1;
  #reach: Reach | undefined;

  constructor(
    private readonly host: Host,
    private readonly univer: UniverParts,
    private readonly guard: CommandGuard,
    private readonly styles: GridStyles,
    first: Sheet,
  ) {
    this.#content = new CellContent(host.session, styles);
    styles.onNew = (id, style) => {
      univer.workbook.getStyles().addCustomStyle(id, style);
    };
    this.#interceptor = univer.interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
      priority: AFTER_CONDITIONS,
      handler: (cell, location, next) => {
        const layers = this.#byId.get(location.subUnitId);
        const { worksheet, row, col } = location;
        return next(layers ? this.#content.drawn(layers, worksheet, row, col, cell) : cell);
      },
    });
    this.#add(first, FIRST_ID);
  }

  #add(sheet: Sheet, id: string): Shown {
    const { workbook } = this.host;
    const none: SheetConditions = { constants: [], rules: [], key: '' };
    const shown: Shown = {
      sheet,
      id,
      shape: shapeOf(sheet),
      conditions: none,
      constants: [],
      rules: '[]',
      notes: notesOf(workbook, sheet),
    };
    this.#shown.set(sheet, shown);
    this.#byId.set(id, shown);
    this.#refreshConditions(shown);
    return shown;
  }

  /** The host's sheet behind one of Univer's. */
  sheetOf(id: string): Sheet | undefined {
    return this.#byId.get(id)?.sheet;
  }

  noteAt(sheet: Sheet, key: string): string | undefined {
    return this.#shown.get(sheet)?.notes.get(key);
  }

  get current(): Sheet | undefined {
    return this.sheetOf(this.univer.workbook.getActiveSheet().getSheetId());
  }

  /** Univer's id of a sheet, handed over if it was not yet. */
  idOf(sheet: Sheet): string {
    return (this.#shown.get(sheet) ?? this.#insert(sheet)).id;
  }

  #insert(sheet: Sheet): Shown {
    const id = `sheet${++this.#serial}`;
    const data = sheetData(sheet, id, this.styles, this.#reach);
    const index = this.univer.workbook.getSheetSize();
    this.guard.run('sheet.mutation.insert-sheet', { unitId: UNIT, index, sheet: data });
    return this.#add(sheet, id);
  }

  /** Brings a sheet to the front; `reach` is a cell that must be within the grid. */
  show(sheet: Sheet, reach?: Reach): string {
    const known = this.#shown.get(sheet);
    const size = known && this.#worksheet(known);
    const tooFar =
      reach !== undefined &&
      size !== undefined &&
      (reach.row >= size.getRowCount() || reach.column >= size.getColumnCount());
    if (known && tooFar) {
      this.#reach = reach;
      this.#replace(known);
    }
    const id = this.idOf(sheet);
    if (this.univer.workbook.getActiveSheet().getSheetId() !== id) {
      this.guard.run('sheet.operation.set-worksheet-active', { unitId: UNIT, subUnitId: id });
    }
    autoHeights(this.univer, this.guard, sheet, id);
    return id;
  }

  /** Hands the sheet in front over anew, scrolled as it was; any other when it is shown again. */
  #replace(known: Shown): void {
    if (this.univer.workbook.getActiveSheet().getSheetId() !== known.id) {
      this.#remove(known);
      return;
    }
    const scrolled = this.univer.rendered()?.scroll.getCurrentScrollState();
    const { id } = this.#insert(known.sheet);
    this.guard.run('sheet.operation.set-worksheet-active', { unitId: UNIT, subUnitId: id });
    autoHeights(this.univer, this.guard, known.sheet, id);
    if (scrolled) void this.guard.start('sheet.command.scroll-view', { ...scrolled });
    this.#remove(known);
  }

  #remove(known: Shown): void {
    this.#byId.delete(known.id);
    if (this.#shown.get(known.sheet) === known) this.#shown.delete(known.sheet);
    const params = { unitId: UNIT, subUnitId: known.id, subUnitName: known.sheet.name };
    this.guard.run('sheet.mutation.remove-sheet', params);
  }

  #worksheet(known: Shown): Worksheet | undefined {
    return this.univer.workbook.getSheetBySheetId(known.id) ?? undefined;
  }

  /** Takes a sheet off the screen that the host no longer has; another one must be at the front. */
  drop(sheet: Sheet): void {
    const known = this.#shown.get(sheet);
    if (known) this.#remove(known);
  }

  /** Brings shape, conditional formats and notes up to date; true when the sheet was handed over anew. */
  refreshShape(sheet: Sheet): boolean {
    const known = this.#shown.get(sheet);
    if (!known) return false;
    if (known.shape !== shapeOf(sheet)) {
      this.#replace(known);
      return true;
    }
    known.notes = notesOf(this.host.workbook, sheet);
    this.#refreshConditions(known);
    return false;
  }

  #refreshConditions(known: Shown): void {
    const { sheet, id } = known;
    const { recalculation, workbook } = this.host.session;
    const expand = (formula: string): string => recalculation.expandNames(formula, sheet);
    const conditions = sheetConditions(sheet, workbook.styles, expand);
    if (conditions.key === known.conditions.key) return;
    const before = known.conditions.rules;
    known.conditions = conditions;
    known.constants = conditions.constants;
    const rules = JSON.stringify(conditions.rules);
    if (rules === known.rules) return;
    known.rules = rules;
    const place = { unitId: UNIT, subUnitId: id };
    for (const { cfId } of before) {
      this.guard.run('sheet.mutation.delete-conditional-rule', { ...place, cfId });
    }
    // Each one added stands before those added earlier.
    for (const rule of [...conditions.rules].reverse()) {
      this.guard.run('sheet.mutation.add-conditional-rule', { ...place, rule });
    }
    // A rule may look at another sheet: Univer has to know it.
    for (const other of this.host.workbook.sheets) {
      const named = rules.includes(`${other.name}!`) || rules.includes(`${other.name}'!`);
      if (named && !this.#shown.has(other)) this.#insert(other);
    }
  }

  /**
   * Hands over the cells that differ, within a rectangle or on the whole sheet;
   * true when the sheet had to be handed over anew, having grown.
   */
  refreshCells(sheet: Sheet, rect?: Rect): boolean {
    const known = this.#shown.get(sheet);
    const worksheet = known && this.#worksheet(known);
    if (!worksheet) return false;
    const size = gridSize(sheet);
    if (size.rows > worksheet.getRowCount() || size.columns > worksheet.getColumnCount()) {
      this.#replace(known);
      return true;
    }
    const matrix = worksheet.getCellMatrix();
    const cellValue: Record<number, Record<number, GridCell>> = {};
    sheet.each(rect ?? EVERYWHERE, (cell, row, column) => {
      const wanted = gridCell(cell, this.styles);
      const have = matrix.getValue(row, column);
      if (have?.v === wanted.v && have?.t === wanted.t && have?.s === wanted.s) return;
      matrix.setValue(row, column, wanted);
      (cellValue[row] ??= {})[column] = { v: wanted.v ?? null, ...(wanted.t && { t: wanted.t }) };
    });
    // Rules of conditional formats listen to this.
    const params = { unitId: UNIT, subUnitId: known.id, cellValue };
    if (Object.keys(cellValue).length === 0) return false;
    this.guard.run('sheet.mutation.set-range-values', params);
    if (sheet === this.current) autoHeights(this.univer, this.guard, sheet, known.id);
    return false;
  }

  dispose(): void {
    this.#interceptor.dispose();
  }
}

export const FIRST_ID = 'sheet1';
const EVERYWHERE: Rect = { top: 0, left: 0, bottom: Infinity, right: Infinity };
