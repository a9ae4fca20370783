/** What else stands among the headings of a table: other budgets, and texts that say nothing known? */
import type { Measure } from '../forms/terms';
import type { CellPosition, Grid } from '../grid';
import { cellAt } from '../grid';
import { compact } from './characters';
import { namesUnits } from './currencyUnit';
import type { FoundHeader, HeadingText, TableColumns } from './headerColumns';
import { otherBlockIn, readHeaderLabel } from './headerLabels';
import type { OtherBlock } from './table';

/** Budgets that are none of the form's among the columns of a one-row header. */
export function otherBlocksInRow(grid: Grid, row: number, table: TableColumns): OtherBlock[] {
  const blocks = new Map<
    string,
    { position: CellPosition; columns: Partial<Record<Measure, number>> }
  >();
  for (let column = table.firstColumn; column <= table.lastColumn; column += 1) {
    const value = cellAt(grid, row, column)?.value;
    if (typeof value !== 'string' || readHeaderLabel(value) !== null) continue;
    const found = otherBlockIn(value);
    if (found === null) continue;
    const block = blocks.get(found.title) ?? { position: { row, column }, columns: {} };
    block.columns[found.measure] = column;
    blocks.set(found.title, block);
  }
  return [...blocks].map(([title, block]) => ({ title, ...block }));
}

/** Headings between the first and the last column (and beside them) that say nothing known. */
export function unreadHeadings(
  grid: Grid,
  top: number,
  row: number,
  table: TableColumns,
): HeadingText[] {
  // Another budget is a reason too where a block of the form's own is not found.
  const isBlockMissing = table.missing.some((title) => !title.includes('·'));
  const unread: HeadingText[] = isBlockMissing
    ? table.otherBlocks.map(({ title, position }) => ({ text: title, position }))
    : [];
  const other = new Set(
    table.otherBlocks.flatMap(({ position }) => [`${position.row},${position.column}`]),
  );
  for (let at = top; at <= row; at += 1) {
    for (let column = table.firstColumn - 1; column <= table.lastColumn + 2; column += 1) {
      const value = cellAt(grid, at, column)?.value;
      if (typeof value !== 'string' || compact(value) === '' || namesUnits(value)) continue;
      if (readHeaderLabel(value) !== null || other.has(`${at},${column}`)) continue;
      const isLabelColumn =
        column < table.firstColumn && /服务|领域|类别|科目|项目和|序号|名称|备注/.test(value);
      if (!isLabelColumn) unread.push({ text: compact(value), position: { row: at, column } });
    }
  }
  return unread;
}

/** True where a header that is not complete is still plainly meant to be ours. */
export function looksLikeOurs(header: FoundHeader, grid: Grid): boolean {
  const named = new Set<string>();
  for (let row = header.top; row <= header.measureRow; row += 1) {
    for (let column = header.leftLimit; column <= header.lastColumn; column += 1) {
      const value = cellAt(grid, row, column)?.value;
      const label = typeof value === 'string' ? readHeaderLabel(value) : null;
      if (label?.block != null) named.add(label.block);
      if (label?.measure != null) named.add(label.measure);
    }
  }
  return (
    named.has('projectCount') &&
    named.size >= 4 &&
    (named.has('generalPublic') || named.has('governmentManagedFund'))
  );
}
