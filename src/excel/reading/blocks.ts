/** What stands in these blocks of cells, and which of their rows and columns are hidden? */
import type { HostFault } from '../../domain/fault';
import { rangeAddress } from '../../domain/grid';
import { failure, success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import type { BlockContents } from './gridRows';
import { halveBatch, packBlocks, type Block } from './readPlan';

/** A block as read. */
export interface ReadBlock {
  readonly block: Block;
  readonly contents: BlockContents;
  /** False where no row of the block is hidden; otherwise they must be asked for one by one. */
  readonly mayHideRows: boolean;
  readonly mayHideColumns: boolean;
}

/** Zero-based indices of hidden rows and columns within a block. */
export interface HiddenParts {
  readonly block: Block;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Queues the loading of a block. */
export function loadBlock(context: Excel.RequestContext, block: Block): Excel.Range {
  const sheet = context.workbook.worksheets.getItem(block.sheet.id);
  const range = sheet.getRange(rangeAddress(block.range));
  if (block.depth === 'all') {
    range.load('values,formulas,numberFormat,valueTypes,rowHidden,columnHidden');
  } else {
    range.load('values');
  }
  return range;
}

/** A loaded block; a fault where Excel left its values out because they are too many. */
export function takeBlock(block: Block, range: Excel.Range): Result<ReadBlock, HostFault> {
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
    mayHideRows: all && someHidden(range.rowHidden),
    mayHideColumns: all && someHidden(range.columnHidden),
  });
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

/** Asks row by row and column by column, in one batch, which are hidden. */
export async function readHidden(
  host: ExcelHost,
  read: readonly ReadBlock[],
): Promise<Result<readonly HiddenParts[], HostFault>> {
  const doubtful = read.filter(({ mayHideRows, mayHideColumns }) => mayHideRows || mayHideColumns);
  if (doubtful.length === 0) return success([]);
  const loaded = await host.batch((context) =>
    doubtful.map(({ block, mayHideRows, mayHideColumns }) => {
      const { range } = block;
      const sheet = context.workbook.worksheets.getItem(block.sheet.id);
      const firstColumn = sheet.getRange(rangeAddress({ ...range, right: range.left }));
      const firstRow = sheet.getRange(rangeAddress({ ...range, bottom: range.top }));
      return {
        block,
        rows: mayHideRows ? firstColumn.getRowProperties({ rowHidden: true }) : null,
        columns: mayHideColumns ? firstRow.getColumnProperties({ columnHidden: true }) : null,
      };
    }),
  );
  if (!loaded.ok) return loaded;
  return success(
    loaded.value.map(({ block, rows, columns }) => ({
      block,
      rows: hiddenIndices(rows?.value, block.range.top, (row) => row.rowHidden),
      columns: hiddenIndices(columns?.value, block.range.left, (column) => column.columnHidden),
    })),
  );
}

function hiddenIndices<T>(
  items: readonly T[] | undefined,
  start: number,
  isHidden: (item: T) => boolean | undefined,
): number[] {
  return (items ?? []).flatMap((item, index) => (isHidden(item) === true ? [start + index] : []));
}
