/** Which few rectangles cover exactly these cells? Fewer objects in a batch, shorter addresses. */
import type { CellPosition, CellRange } from './grid';

/**
 * Rectangles that cover the positions exactly, each cell once; cells side by side in a row first,
 * then equal stretches in rows below each other. In order of top row and left column.
 */
export function coveringRectangles(positions: readonly CellPosition[]): CellRange[] {
  const columnsByRow = new Map<number, Set<number>>();
  for (const { row, column } of positions) {
    const columns = columnsByRow.get(row) ?? new Set<number>();
    columnsByRow.set(row, columns.add(column));
  }
  const rows = [...columnsByRow.keys()].sort((one, other) => one - other);
  const done: CellRange[] = [];
  let open = new Map<string, CellRange>();
  for (const row of rows) {
    const next = new Map<string, CellRange>();
    for (const [left, right] of stretches(columnsByRow.get(row) ?? new Set())) {
      const key = `${left}:${right}`;
      const above = open.get(key);
      const grows = above?.bottom === row - 1;
      next.set(key, { top: grows ? above.top : row, left, bottom: row, right });
      if (grows) open.delete(key);
    }
    done.push(...open.values());
    open = next;
  }
  done.push(...open.values());
  return done.sort((one, other) => one.top - other.top || one.left - other.left);
}

/** Stretches of neighbouring numbers, both ends included. */
function stretches(columns: ReadonlySet<number>): [number, number][] {
  const found: [number, number][] = [];
  for (const column of [...columns].sort((one, other) => one - other)) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === column - 1) last[1] = column;
    else found.push([column, column]);
  }
  return found;
}
