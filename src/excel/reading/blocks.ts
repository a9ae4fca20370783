/** What stands in these blocks of cells, and of which of their rows and columns is nothing seen? */
import type { HostFault } from '../../domain/fault';
import { rangeAddress, type CellRange } from '../../domain/grid';
import { failure, success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import type { BlockContents } from './gridRows';
import { halveBatch, packBlocks, type Block } from './readPlan';

/** A block as read. */
export interface ReadBlock {
  readonly block: Block;
  readonly contents: BlockContents;
  /** Null where some are hidden that must be asked for one by one. */
  readonly rows: UnseenParts | null;
  readonly columns: UnseenParts;
}

/** Zero-based indices of rows or columns. */
export interface UnseenParts {
  readonly hidden: readonly number[];
  /** So low or narrow that nothing in them is seen. */
  readonly squeezed: readonly number[];
}

/** A block that is being loaded. */
export interface LoadedBlock {
  readonly range: Excel.Range;
  /** Null where there are too many to ask for with the contents. */
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null;
}

/** Rows that are asked for one by one with the contents; of more it is only asked which are hidden, where any is. */
const mostRows = 200;

/** In points: what is lower, or narrower, shows nothing. */
const lowestRow = 4;
const narrowestColumn = 2.6;

const rowsAsked: Excel.RowPropertiesLoadOptions = { rowHidden: true, format: { rowHeight: true } };
const columnsAsked: Excel.ColumnPropertiesLoadOptions = {
  columnHidden: true,
  format: { columnWidth: true },
};

/** Queues the loading of a block. */
export function loadBlock(
  context: Excel.RequestContext,
  { sheet, range, depth }: Block,
): LoadedBlock {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const cells = worksheet.getRange(rangeAddress(range));
  if (depth === 'values') {
    cells.load('values');
    return { range: cells, rows: null, columns: null };
  }
  cells.load('values,formulas,numberFormat,valueTypes,rowHidden');
  const isLong = range.bottom - range.top >= mostRows;
  const first = worksheet.getRange(rangeAddress({ ...range, bottom: range.top }));
  return {
    range: cells,
    rows: isLong ? null : loadRows(worksheet, range),
    columns: first.getColumnProperties(columnsAsked),
  };
}

function loadRows(worksheet: Excel.Worksheet, range: CellRange) {
  const first = worksheet.getRange(rangeAddress({ ...range, right: range.left }));
  return first.getRowProperties(rowsAsked);
}

/** A loaded block; a fault where Excel left its values out because they are too many. */
export function takeBlock(
  block: Block,
  { range, rows, columns }: LoadedBlock,
): Result<ReadBlock, HostFault> {
  // Over its limit of cells Excel answers null instead of arrays, whatever the types say.
  const values = range.values as BlockContents['values'] | null;
  if (values === null) return failure({ code: 'tooMuchData', sheet: block.sheet.name });
  const all = block.depth === 'all';
  return success({
    block,
    contents: {
      range: block.range,
      values,
      formulas: all ? range.formulas : null,
      numberFormats: all ? range.numberFormat : null,
      valueTypes: all ? range.valueTypes : null,
    },
    rows: rows === null && all && someHidden(range.rowHidden) ? null : unseenRows(block, rows),
    columns: unseenParts(
      (columns?.value ?? []).map(({ columnHidden, format }) => [columnHidden, format?.columnWidth]),
      block.range.left,
      narrowestColumn,
    ),
  });
}

function unseenRows({ range }: Block, rows: LoadedBlock['rows']): UnseenParts {
  return unseenParts(
    (rows?.value ?? []).map(({ rowHidden, format }) => [rowHidden, format?.rowHeight]),
    range.top,
    lowestRow,
  );
}

/** @param least of which something is seen, in points */
function unseenParts(
  parts: readonly (readonly [boolean | undefined, number | undefined])[],
  start: number,
  least: number,
): UnseenParts {
  const indices = (is: (isHidden: boolean, size: number) => boolean) =>
    parts.flatMap(([isHidden = false, size = least], index) =>
      is(isHidden || size === 0, size) ? [start + index] : [],
    );
  return {
    hidden: indices((isHidden) => isHidden),
    squeezed: indices((isHidden, size) => !isHidden && size < least),
  };
}

/** True, or null: some are and some are not, which the library's types do not tell. */
function someHidden(hidden: boolean | null): boolean {
  return hidden !== false;
}

/** Reads blocks in as few batches as their sizes allow; batches that prove too large are halved. */
export async function readBlocks(
  host: ExcelHost,
  blocks: readonly Block[],
): Promise<Result<readonly ReadBlock[], HostFault>> {
  const read: ReadBlock[] = [];
  for (const batch of packBlocks(blocks)) {
    const outcome = await readBatch(host, batch);
    if (!outcome.ok) return outcome;
    read.push(...outcome.value);
  }
  return success(read);
}

async function readBatch(
  host: ExcelHost,
  blocks: readonly Block[],
): Promise<Result<readonly ReadBlock[], HostFault>> {
  const loaded = await host.batch((context) => blocks.map((block) => loadBlock(context, block)));
  if (!loaded.ok) {
    return loaded.fault.code === 'tooMuchData' ? readHalves(host, blocks) : loaded;
  }
  const read: ReadBlock[] = [];
  for (const [index, range] of loaded.value.entries()) {
    const block = blocks[index];
    if (block === undefined) continue;
    const taken = takeBlock(block, range);
    if (!taken.ok) return readHalves(host, blocks);
    read.push(taken.value);
  }
  return success(read);
}

async function readHalves(
  host: ExcelHost,
  blocks: readonly Block[],
): Promise<Result<readonly ReadBlock[], HostFault>> {
  const halves = halveBatch(blocks);
  if (halves === null) {
    return failure({ code: 'tooMuchData', sheet: blocks[0]?.sheet.name ?? null });
  }
  const [first, second] = [await readBatch(host, halves[0]), await readBatch(host, halves[1])];
  if (!first.ok) return first;
  if (!second.ok) return second;
  return success([...first.value, ...second.value]);
}

/** The blocks with all that was left to be asked row by row, in one batch. */
export async function completeRows(
  host: ExcelHost,
  read: readonly ReadBlock[],
): Promise<Result<readonly ReadBlock[], HostFault>> {
  const open = read.filter(({ rows }) => rows === null);
  if (open.length === 0) return success(read);
  const loaded = await host.batch((context) =>
    open.map(({ block: { sheet, range } }) =>
      loadRows(context.workbook.worksheets.getItem(sheet.id), range),
    ),
  );
  if (!loaded.ok) return loaded;
  return success(
    read.map((one) => {
      const rows = loaded.value[open.indexOf(one)];
      return rows === undefined ? one : { ...one, rows: unseenRows(one.block, rows) };
    }),
  );
}
