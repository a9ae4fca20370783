/**
 * What do the formulas of an opened workbook come to, once something in it has changed? Arithmetic, sums, look-ups,
 * extremes and rounding with floating point, coercion and errors as in Excel. A formula beyond that keeps
 * what it last came to, and is told as waiting; so is whatever depends on it.
 */
import {
  cellAddress,
  isCellError,
  type Cell,
  type CellRange,
  type CellValue,
  type Grid,
} from '../../domain/grid';
import { sameSheetName } from '../../domain/sheetName';
import type { BookSheet } from './BookSheet';
import { affectedBy, formulasOf, keyOf, type FormulaCell, type Place } from './dependencies';
import { BeyondUs } from './cellValues';
import { FormulaValues } from './formulaValues';

/** What came of a calculation. */
export interface Calculated {
  /** Names of the sheets in which a formula shows something else now. */
  readonly changed: readonly string[];
  /** Formulas whose result is not known. */
  readonly waiting: Waiting;
}

/** Cells of a sheet. */
export interface Dirty {
  readonly sheet: BookSheet;
  readonly range: CellRange;
}

/** Formulas that wait: their places, by the id of their sheet. */
export type Waiting = ReadonlySet<string>;

export interface WhatToCalculate {
  /** Cells that have changed since the last calculation. */
  readonly dirty: readonly Dirty[];
  /** True: everything is worked out; false: what depends on those cells. */
  readonly isWhole: boolean;
  /** Formulas that waited before. */
  readonly waiting: Waiting;
  /** True where no stored result can be believed: then all that are beyond us wait. */
  readonly isPending: boolean;
  /** Names of sheets that could not be read, to which formulas may refer. */
  readonly unread: readonly string[];
}

/** Works formulas out and puts their results into the sheets. */
export function calculate(sheets: readonly BookSheet[], asked: WhatToCalculate): Calculated {
  const grids = sheets.map((sheet) => sheet.grid());
  const formulas = grids.flatMap((grid, index) => formulasOf(grid, index));
  if (formulas.length === 0) return { changed: [], waiting: new Set() };
  const dirty = asked.dirty.flatMap(({ sheet, range }): Place[] => {
    const index = sheets.indexOf(sheet);
    return index < 0 ? [] : [{ sheet: index, range }];
  });
  const affected = affectedBy(formulas, grids, dirty);
  const due = asked.isWhole ? formulas : affected;
  const waited = new Set(
    formulas.filter((one) => asked.waiting.has(nameOf(one, sheets))).map(keyOf),
  );
  const round = new Round(grids, asked, new Set(due.map(keyOf)), waited);
  const changed = new Set<string>();
  const moved: Place[] = [];
  for (const formula of due) {
    const value = round.valueOf(formula);
    if (value === undefined || sameValue(formula.cell.value, value)) continue;
    sheets[formula.sheet]?.calculate(formula, value);
    changed.add(sheets[formula.sheet]?.name ?? '');
    moved.push(placeOf(formula));
  }
  const { beyond } = round;
  const isStill = (formula: FormulaCell) => {
    const key = keyOf(formula);
    if (!beyond.has(key)) return waited.has(key) && !round.isDue(key);
    return !asked.isWhole || asked.isPending || waited.has(key);
  };
  const mayHaveMoved = asked.isWhole ? affectedBy(formulas, grids, [...dirty, ...moved]) : [];
  const waiting = [
    ...formulas.filter(isStill),
    ...mayHaveMoved.filter((formula) => beyond.has(keyOf(formula))),
  ];
  // What was worked out from a result that is not known is not known either.
  const after = asked.isWhole ? affectedBy(formulas, grids, waiting.map(placeOf)) : [];
  return {
    changed: [...changed],
    waiting: new Set([...waiting, ...after].map((formula) => nameOf(formula, sheets))),
  };
}

function nameOf({ sheet, row, column }: FormulaCell, sheets: readonly BookSheet[]): string {
  return `${String(sheets[sheet]?.id)} ${cellAddress(row, column)}`;
}

/** One calculation: each formula that is due is worked out once, after those that it refers to. */
class Round {
  readonly beyond = new Set<string>();
  readonly #known = new Map<string, CellValue>();
  readonly #values: FormulaValues;

  constructor(
    private readonly grids: readonly Grid[],
    private readonly asked: WhatToCalculate,
    private readonly due: ReadonlySet<string>,
    private readonly waited: ReadonlySet<string>,
  ) {
    this.#values = new FormulaValues((sheet, row, column) => this.#at(sheet, row, column), {
      indexOf: (name) => this.#indexOf(name),
      gridAt: (index) => this.grids[index],
    });
  }

  isDue(key: string): boolean {
    return this.due.has(key);
  }

  /** Undefined where it is beyond us. */
  valueOf(formula: FormulaCell): CellValue | undefined {
    const key = keyOf(formula);
    if (this.beyond.has(key)) return undefined;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // A circle shows 0, as in Excel.
    this.#known.set(key, 0);
    try {
      const value = this.#values.of(formula.cell.formula ?? '', formula.sheet);
      this.#known.set(key, value);
      return value;
    } catch (error) {
      if (!(error instanceof BeyondUs)) throw error;
      this.#known.delete(key);
      this.beyond.add(key);
      return undefined;
    }
  }

  /** What a cell shows, for a formula that refers to it. */
  #at(sheet: number, row: number, column: number): CellValue {
    const cell: Cell | undefined = this.grids[sheet]?.rows[row]?.[column];
    if (cell === undefined) return null;
    if (cell.formula === null) return cell.value;
    const place = { sheet, row, column, cell };
    const key = keyOf(place);
    if (!this.due.has(key)) {
      if (this.waited.has(key)) throw new BeyondUs();
      return cell.value;
    }
    const value = this.valueOf(place);
    if (value !== undefined) return value;
    // Everything is worked out anew: what is beyond us stands as it is stored, where that can be believed.
    if (!this.asked.isWhole || this.asked.isPending || this.waited.has(key)) throw new BeyondUs();
    return cell.value;
  }

  #indexOf(name: string): number {
    const index = this.grids.findIndex((grid) => sameSheetName(grid.name, name));
    if (index >= 0) return index;
    if (name.includes('[') || this.asked.unread.some((one) => sameSheetName(one, name))) {
      throw new BeyondUs();
    }
    return -1;
  }
}

function placeOf({ sheet, row, column }: FormulaCell): Place {
  return { sheet, range: { top: row, left: column, bottom: row, right: column } };
}

/** Numbers that agree in all the digits that Excel shows are the same: the rest is noise of adding. */
function sameValue(one: CellValue, other: CellValue): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return one === other || one.toPrecision(15) === other.toPrecision(15);
  }
  return isCellError(one) && isCellError(other) ? one.error === other.error : one === other;
}
