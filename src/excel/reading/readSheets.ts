/**
 * What stands in the sheets of the open workbook? In as few batches as possible: one where the
 * sheets are known from before, two where they must be listed first, one more per further 4 MB.
 */
import type { HostFault } from '../../domain/fault';
import type { Calculation, CellRange, Grid, WorkbookGrids, WorkbookName } from '../../domain/grid';
import { recogniseWorkbook } from '../../domain/recognise/recogniseWorkbook';
import { failure, success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import { explanationsIn, loadOwnParts } from '../explanations';
import { loadSheets, type ListedSheet, type SheetDirectory } from '../sheetDirectory';
import {
  completeRows,
  loadBlock,
  readBlocks,
  takeBlock,
  type ReadBlock,
  type UnseenParts,
} from './blocks';
import { addBlock, type GridRows } from './gridRows';
import { loadNames, takeNames } from './names';
import {
  cellCount,
  cellsPerWorkbook,
  largeSheetCells,
  outside,
  windowFor,
  type Block,
} from './readPlan';

/** How often the reading starts anew because sheets came or went meanwhile. */
const attempts = 3;

/** All sheets, with the names and the explanations that the workbook keeps. */
export function readWholeWorkbook(
  host: ExcelHost,
  directory: SheetDirectory,
): Promise<Result<WorkbookGrids, HostFault>> {
  return readWanted(host, directory, () => true, 'all');
}

/** Reads the sheets that are wanted, in the workbook's order. */
export function readSheets(
  host: ExcelHost,
  directory: SheetDirectory,
  wanted: (sheet: ListedSheet) => boolean,
): Promise<Result<WorkbookGrids, HostFault>> {
  return readWanted(host, directory, wanted, 'sheets');
}

/** What is read: all that a check looks at, the same but for the names, or the sheets alone. */
type Depth = 'all' | 'withoutNames' | 'sheets';

async function readWanted(
  host: ExcelHost,
  directory: SheetDirectory,
  wanted: (sheet: ListedSheet) => boolean,
  depth: Depth,
): Promise<Result<WorkbookGrids, HostFault>> {
  let listed = directory.sheets.filter(wanted);
  if (listed.length === 0) {
    const listing = await listSheets(host, directory);
    if (!listing.ok) return listing;
    listed = listing.value.filter(wanted);
  }
  for (let attempt = 1; ; attempt += 1) {
    if (listed.length === 0) return success({ sheets: [] });
    const read = await readListed(host, directory, listed, depth);
    if (read.ok) {
      const now = directory.sheets.filter(wanted);
      if (sameSheets(now, listed)) return read;
      listed = now;
    } else {
      if (read.fault.code !== 'notThere') return read;
      const listing = await listSheets(host, directory);
      if (!listing.ok) return listing;
      listed = listing.value.filter(wanted);
    }
    if (attempt === attempts) return read.ok ? failure({ code: 'busy' }) : read;
  }
}

/** Lists all worksheets. */
export async function listSheets(
  host: ExcelHost,
  directory: SheetDirectory,
): Promise<Result<readonly ListedSheet[], HostFault>> {
  const listing = await host.batch(loadSheets);
  return listing.ok ? success(directory.update(listing.value)) : listing;
}

function sameSheets(one: readonly ListedSheet[], other: readonly ListedSheet[]): boolean {
  return (
    one.length === other.length &&
    one.every((sheet, index) => {
      const twin = other[index];
      return (
        sheet.id === twin?.id &&
        sheet.name === twin.name &&
        sheet.visibility === twin.visibility &&
        sheet.isProtected === twin.isProtected
      );
    })
  );
}

async function readListed(
  host: ExcelHost,
  directory: SheetDirectory,
  listed: readonly ListedSheet[],
  depth: Depth,
): Promise<Result<WorkbookGrids, HostFault>> {
  const first = await readFirstParts(host, directory, listed, depth);
  if (!first.ok) return first;
  const { read, sizes, window, calculation, names, ownParts } = first.value;

  const tooLarge = largestOverLimit(listed, sizes);
  if (tooLarge !== null) return failure({ code: 'tooMuchData', sheet: tooLarge });
  const remaining = listed.flatMap((sheet, index): Block[] => {
    const used = sizes[index] ?? null;
    if (used === null) return [];
    const parts = outside(used, window);
    const cells = parts.reduce((sum, part) => sum + cellCount(part), 0);
    const depth = cells > largeSheetCells ? 'values' : 'all';
    return parts.map((range) => ({ sheet, range, depth }));
  });
  const rest = await readBlocks(host, remaining);
  if (!rest.ok) return rest;

  const blocks = [...read, ...rest.value];
  const again = large(rest.value).filter((sheet) => hasTableOfOurs(sheet, blocks));
  const deeper = await readBlocks(
    host,
    remaining
      .filter(({ sheet, depth }) => depth === 'values' && again.includes(sheet))
      .map((block) => ({ ...block, depth: 'all' })),
  );
  if (!deeper.ok) return deeper;

  const all = [
    ...blocks.filter(({ block }) => block.depth === 'all' || !again.includes(block.sheet)),
    ...deeper.value,
  ];
  const grids = await assemble(host, listed, all, calculation);
  if (!grids.ok || ownParts === 'notAsked') return grids;
  const stored = await explanationsIn(host, ownParts);
  return success({
    ...grids.value,
    names,
    ...(stored !== undefined && { explanations: stored }),
  });
}

interface FirstParts {
  readonly read: readonly ReadBlock[];
  /** Used range by index of the sheet; null where the sheet is empty. */
  readonly sizes: readonly (CellRange | null)[];
  /** The part of each sheet in `read`; null where nothing was read yet. */
  readonly window: CellRange | null;
  readonly calculation: Calculation;
  /** Null where they were not asked for. */
  readonly names: readonly WorkbookName[] | null;
  /** Our custom XML parts; null where this Excel has none. */
  readonly ownParts: Excel.CustomXmlPartScopedCollection | null | 'notAsked';
}

/** The sizes of sheets and, where it fits into one batch, the upper left part of each. */
async function readFirstParts(
  host: ExcelHost,
  directory: SheetDirectory,
  listed: readonly ListedSheet[],
  depth: Depth,
  window: CellRange | null = windowFor(listed.length),
): Promise<Result<FirstParts, HostFault>> {
  const blocks: Block[] =
    window === null ? [] : listed.map((sheet) => ({ sheet, range: window, depth: 'all' }));
  const loaded = await host.batch((context) => ({
    listing: loadSheets(context),
    application: loadCalculation(context),
    sizes: listed.map((sheet) => loadSize(context, sheet)),
    ranges: blocks.map((block) => loadBlock(context, block)),
    names: depth === 'all' ? loadNames(context, listed) : null,
    ownParts: depth === 'sheets' ? ('notAsked' as const) : loadOwnParts(context),
  }));
  if (!loaded.ok) {
    if (loaded.fault.code !== 'tooMuchData') return loaded;
    if (window !== null) return readFirstParts(host, directory, listed, depth, null);
    // What is left is sizes and names.
    if (depth === 'all') return readFirstParts(host, directory, listed, 'withoutNames', null);
    return loaded;
  }
  const { listing, application, sizes, ranges, names, ownParts } = loaded.value;
  directory.update(listing);
  const read: ReadBlock[] = [];
  for (const [index, block] of blocks.entries()) {
    const range = ranges[index];
    if (range === undefined) continue;
    const taken = takeBlock(block, range);
    if (!taken.ok) return taken;
    read.push(taken.value);
  }
  const calculation = takeCalculation(application);
  return success({
    read,
    sizes: sizes.map(takeSize),
    window,
    calculation,
    names: names === null ? null : takeNames(names),
    ownParts,
  });
}

function loadCalculation(context: Excel.RequestContext): Excel.Application {
  const { application } = context.workbook;
  application.load('calculationMode,calculationState');
  return application;
}

/** Excel has calculated what it opened, unless it says that something is still to be done. */
function takeCalculation(application: Excel.Application): Calculation {
  const [mode, state]: string[] = [application.calculationMode, application.calculationState];
  return {
    mode: mode === 'Manual' ? 'manual' : 'automatic',
    isPending: state !== 'Done',
    fullOnLoad: false,
  };
}

/** Queues the loading of what a sheet uses; formats alone do not count. */
function loadSize(context: Excel.RequestContext, sheet: ListedSheet): Excel.Range {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  return used;
}

function takeSize(used: Excel.Range): CellRange | null {
  if (used.isNullObject) return null;
  return {
    top: used.rowIndex,
    left: used.columnIndex,
    bottom: used.rowIndex + used.rowCount - 1,
    right: used.columnIndex + used.columnCount - 1,
  };
}

/** The largest sheet of a workbook that holds too many cells; null where it does not. */
function largestOverLimit(
  listed: readonly ListedSheet[],
  sizes: readonly (CellRange | null)[],
): string | null {
  const counts = sizes.map((used) => (used === null ? 0 : cellCount(used)));
  if (counts.reduce((sum, count) => sum + count, 0) <= cellsPerWorkbook) return null;
  const largest = counts.indexOf(Math.max(...counts));
  return listed[largest]?.name ?? null;
}

/** Sheets of which only the values were read. */
function large(read: readonly ReadBlock[]): ListedSheet[] {
  const sheets = read
    .filter(({ block }) => block.depth === 'values')
    .map(({ block }) => block.sheet);
  return [...new Set(sheets)];
}

/** Whether recognition, which looks at values only, takes or refuses a table in the sheet. */
function hasTableOfOurs(sheet: ListedSheet, read: readonly ReadBlock[]): boolean {
  const grid = gridOf(sheet, read);
  const { returns, refused } = recogniseWorkbook({ sheets: [grid] });
  return returns.length > 0 || refused.length > 0;
}

async function assemble(
  host: ExcelHost,
  listed: readonly ListedSheet[],
  read: readonly ReadBlock[],
  calculation: Calculation,
): Promise<Result<WorkbookGrids, HostFault>> {
  const whole = await completeRows(host, read);
  if (!whole.ok) return whole;
  return success({ sheets: listed.map((sheet) => gridOf(sheet, whole.value)), calculation });
}

function gridOf(sheet: ListedSheet, read: readonly ReadBlock[]): Grid {
  const rows: GridRows = [];
  const own = read.filter(({ block }) => block.sheet === sheet);
  for (const { contents } of own) addBlock(rows, contents);
  const { name, visibility, isProtected } = sheet;
  const ofRows = (what: keyof UnseenParts) => new Set(own.flatMap((one) => one.rows?.[what] ?? []));
  const ofColumns = (what: keyof UnseenParts) => new Set(own.flatMap((one) => one.columns[what]));
  return {
    name,
    visibility,
    rows,
    merges: null,
    hiddenRows: ofRows('hidden'),
    hiddenColumns: ofColumns('hidden'),
    squeezed: { rows: ofRows('squeezed'), columns: ofColumns('squeezed') },
    isProtected,
  };
}
