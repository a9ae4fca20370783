/** How much may all sheets of a workbook hold together before reading stops? */
import { fileLimits } from './limits';
import { FileFaultError } from './fileFaultError';

/** Empty places between cells that one cell may bring along, on average. */
const placesPerCell = 10;

/** Characters of a shared formula that cost as much as one more cell. */
const charactersPerCell = 16;

/** Counts what is read, and refuses what is beyond the limits. */
export class CellBudget {
  private cells = 0;
  private places = 0;

  /** Takes a cell. @throws FileFaultError tooLarge (cells). */
  takeCell(): void {
    this.takeCells(1);
  }

  /** Takes what costs as much as so many cells. @throws FileFaultError tooLarge (cells). */
  takeCells(count: number): void {
    this.cells += count;
    if (this.cells > fileLimits.cells) throw this.tooManyCells(this.cells);
  }

  /**
   * Takes the extent of a row (its cells up to the last) or of a sheet (its rows up to the last).
   * Whoever walks over a grid passes the empty places too, so a few cells far apart must not stand
   * for an endless area.
   */
  takeExtent(length: number): void {
    this.places += length;
    const allowed = fileLimits.cells * placesPerCell;
    if (this.places > allowed) throw this.tooManyCells(this.places);
  }

  /**
   * Takes a formula that is written once in the file and spelled out for many cells. A long one
   * counts as several cells. @throws FileFaultError tooLarge (cells).
   */
  takeSharedFormula(characters: number): void {
    this.takeCells(Math.floor(characters / charactersPerCell));
  }

  private tooManyCells(actual: number): FileFaultError {
    return new FileFaultError({
      code: 'tooLarge',
      limit: 'cells',
      allowed: fileLimits.cells,
      actual,
    });
  }
}
