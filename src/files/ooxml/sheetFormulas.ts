/** Which formula has a cell whose file says only that it shares one? */
import { unknownFormula, type Cell, type CellRange } from '../../domain/grid';
import type { CellBudget } from '../cellBudget';
import { corrupt } from '../fileFaultError';
import type { XmlTag } from '../xml/xmlTag';
import { parseArea } from './cellReference';
import { displayedFormula, formulaAt, formulaPattern, type FormulaPattern } from './formulaText';

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly pattern: FormulaPattern;
}

interface SpreadFormula {
  readonly area: CellRange;
  readonly formula: string;
}

/** What a formula element's tag says. */
interface FormulaTag {
  readonly kind: string;
  readonly sharedIndex: number | null;
  readonly area: string | null;
  /** For a data table: its formula as Excel displays it. */
  readonly table: string | null;
}

/** The formulas of one sheet, as its cells come by. */
export class SheetFormulas {
  private readonly shared = new Map<number, SharedFormula>();
  private readonly spread: SpreadFormula[] = [];
  private tag: FormulaTag = { kind: 'normal', sharedIndex: null, area: null, table: null };

  constructor(private readonly budget: CellBudget) {}

  /** A formula element begins. */
  begin(tag: XmlTag): void {
    const kind = tag.attribute('t') ?? 'normal';
    this.tag = {
      kind,
      sharedIndex: kind === 'shared' ? tag.wholeNumber('si') : null,
      area: kind === 'normal' ? null : tag.attribute('ref'),
      table: kind === 'dataTable' ? dataTableFormula(tag) : null,
    };
  }

  /**
   * The formula element ends: the cell's formula, or null. `isDynamic`: the formula spills by itself,
   * and only its own cell has it; otherwise each cell of an array formula's area shows it.
   */
  end(text: string, row: number, column: number, isDynamic: boolean): string | null {
    const { kind, sharedIndex, area, table } = this.tag;
    if (text === '') {
      if (table !== null) return this.spreadOut(table, area);
      return sharedIndex === null ? null : this.sharedAt(sharedIndex, row, column);
    }
    const formula = displayedFormula(text);
    if (sharedIndex !== null) {
      this.shared.set(sharedIndex, { row, column, pattern: formulaPattern(formula) });
    }
    return kind === 'array' && !isDynamic ? this.spreadOut(formula, area) : formula;
  }

  /**
   * Gives the cells of array formulas and data tables the formula that only the first one states.
   * Areas do not overlap in a sound file, so that the work is bounded by the number of cells.
   */
  complete(rows: readonly ((Cell | undefined)[] | undefined)[], cells: number): void {
    let left = cells * 2;
    for (const { area, formula } of this.spread) {
      const bottom = Math.min(area.bottom, rows.length - 1);
      for (let row = area.top; row <= bottom; row += 1) {
        const line = rows[row];
        left -= 1;
        const right = Math.min(area.right, (line?.length ?? 0) - 1);
        for (let column = area.left; line !== undefined && column <= right; column += 1) {
          left -= 1;
          const cell = line[column];
          if (cell !== undefined) line[column] = { ...cell, formula };
        }
        if (left < -1_000_000) throw corrupt();
      }
    }
  }

  private spreadOut(formula: string, area: string | null): string {
    if (area?.includes(':') === true) this.spread.push({ area: parseArea(area), formula });
    return formula;
  }

  private sharedAt(index: number, row: number, column: number): string {
    const master = this.shared.get(index);
    // The first cell of the group states the formula; without it, what the cell computes is lost.
    if (master === undefined) return unknownFormula;
    const formula = formulaAt(master.pattern, row - master.row, column - master.column);
    this.budget.takeSharedFormula(formula.length);
    return formula;
  }
}

/** A data table (what-if analysis): `=TABLE(row input, column input)`. */
function dataTableFormula(tag: XmlTag): string {
  const first = tag.attribute('r1') ?? '';
  const second = tag.attribute('r2') ?? '';
  if (tag.isSet('dt2D')) return `=TABLE(${first},${second})`;
  return tag.isSet('dtr') ? `=TABLE(${first},)` : `=TABLE(,${first})`;
}
