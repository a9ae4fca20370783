/**
 * Which cells are asked for in one batch, so that no answer outgrows what Excel sends?
 *
 * Excel on the web answers with at most 5 MB; what a cell will take is not known beforehand, so the
 * plan reckons with an average and leaves room.
 */
import type { CellRange } from '../../domain/grid';
import type { ListedSheet } from '../sheetDirectory';

/** Bytes that the answer to one batch is planned to take at most. */
const answerBytes = 4_000_000;

/** Bytes that one cell's value, formula, number format and type take on average, with room. */
const cellBytes = 64;

/** Cells asked for in one batch. */
export const cellsPerBatch = Math.floor(answerBytes / cellBytes);

/** Cells that a workbook may hold in all: Excel's own limit for one range. */
export const cellsPerWorkbook = 5_000_000;

/** A sheet with more cells is first looked at by its values alone. */
export const largeSheetCells = 50_000;

/** Columns of the part of every sheet that is read without knowing the sheet's size. */
const windowColumns = 20;

/** Rows of it: at least as many as the longer form takes with its notes, and at most these. */
const windowRows = { least: 28, most: 60 } as const;

/**
 * Part of a sheet to be read: all that a check needs, or (of a very large sheet, to see whether a
 * table of ours stands there at all) the values only.
 */
export interface Block {
  readonly sheet: ListedSheet;
  readonly range: CellRange;
  readonly depth: 'all' | 'values';
}

/** Number of cells of a range. */
export function cellCount(range: CellRange): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}

/**
 * The upper left part of each of so many sheets that can be read together with their sizes in one
 * batch; null where there are too many sheets for it to be of use.
 */
export function windowFor(sheetCount: number): CellRange | null {
  const rows = Math.floor(cellsPerBatch / sheetCount / windowColumns);
  if (rows < windowRows.least) return null;
  return {
    top: 0,
    left: 0,
    bottom: Math.min(rows, windowRows.most) - 1,
    right: windowColumns - 1,
  };
}

/** What of a sheet's used range lies outside the part already read: right of it and below it. */
export function outside(used: CellRange, window: CellRange | null): CellRange[] {
  if (window === null) return [used];
  const parts: CellRange[] = [];
  if (used.right > window.right && used.top <= window.bottom) {
    parts.push({
      top: used.top,
      left: Math.max(used.left, window.right + 1),
      bottom: Math.min(used.bottom, window.bottom),
      right: used.right,
    });
  }
  if (used.bottom > window.bottom) {
    parts.push({ ...used, top: Math.max(used.top, window.bottom + 1) });
  }
  return parts;
}

/** Cuts blocks into pieces of whole rows and packs these so that each batch stays within the plan. */
export function packBlocks(blocks: readonly Block[]): Block[][] {
  const batches: Block[][] = [];
  let room = 0;
  for (const block of blocks.flatMap(cutBlock)) {
    const cells = cellCount(block.range);
    const last = batches.at(-1);
    if (last === undefined || cells > room) {
      batches.push([block]);
      room = cellsPerBatch - cells;
    } else {
      last.push(block);
      room -= cells;
    }
  }
  return batches;
}

function cutBlock(block: Block): Block[] {
  const { range } = block;
  const rows = Math.max(1, Math.floor(cellsPerBatch / (range.right - range.left + 1)));
  const pieces: Block[] = [];
  for (let top = range.top; top <= range.bottom; top += rows) {
    const bottom = Math.min(range.bottom, top + rows - 1);
    pieces.push({ ...block, range: { ...range, top, bottom } });
  }
  return pieces;
}

/**
 * A batch whose answer was too large nevertheless, in two: half of its blocks each, or the one block
 * cut in two; null where it is a single cell.
 */
export function halveBatch(blocks: readonly Block[]): readonly [Block[], Block[]] | null {
  const [only] = blocks;
  if (blocks.length > 1) {
    const half = Math.ceil(blocks.length / 2);
    return [blocks.slice(0, half), blocks.slice(half)];
  }
  if (only === undefined) return null;
  const { top, left, bottom, right } = only.range;
  const part = (range: CellRange): Block[] => [{ ...only, range }];
  if (bottom > top) {
    const middle = Math.floor((top + bottom) / 2);
    return [part({ ...only.range, bottom: middle }), part({ ...only.range, top: middle + 1 })];
  }
  if (right > left) {
    const middle = Math.floor((left + right) / 2);
    return [part({ ...only.range, right: middle }), part({ ...only.range, left: middle + 1 })];
  }
  return null;
}
