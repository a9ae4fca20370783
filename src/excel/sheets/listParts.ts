/**
 * In which parts is a long list written, so that no request outgrows what Excel takes?
 *
 * Excel on the web takes at most 5 MB in one request, and every Excel has to answer each in time.
 */
import type { ListRow } from '../../domain/template/listRows';

/** Bytes that one request is planned to take at most, with room. */
const requestBytes = 1_500_000;

/** Cells written in one request. */
const cellsPerRequest = 15_000;

/** Bytes of a number in a request, with its separator. */
const numberBytes = 18;

/** Rows of a list that are written together. */
export interface ListPart {
  /** Index of the first row, the headings not counted. */
  readonly first: number;
  readonly rows: readonly ListRow[];
}

/** Cuts the rows; every part has at least one. */
export function listParts(rows: readonly ListRow[]): ListPart[] {
  const parts: ListPart[] = [];
  let [first, bytes, cells] = [0, 0, 0];
  rows.forEach((row, index) => {
    const size = bytesOf(row);
    if (index > first && (bytes + size > requestBytes || cells + row.length > cellsPerRequest)) {
      parts.push({ first, rows: rows.slice(first, index) });
      [first, bytes, cells] = [index, 0, 0];
    }
    bytes += size;
    cells += row.length;
  });
  if (first < rows.length) parts.push({ first, rows: rows.slice(first) });
  return parts;
}

/** A part that was too large nevertheless, in two; null where it is a single row. */
export function halvePart({ first, rows }: ListPart): readonly [ListPart, ListPart] | null {
  if (rows.length < 2) return null;
  const half = Math.ceil(rows.length / 2);
  return [
    { first, rows: rows.slice(0, half) },
    { first: first + half, rows: rows.slice(half) },
  ];
}

function bytesOf(row: ListRow): number {
  let bytes = 2;
  for (const value of row) {
    // A sign of Chinese has three bytes; quotes and an apostrophe in front have four together.
    bytes += typeof value === 'string' ? 3 * value.length + 4 : numberBytes;
  }
  return bytes;
}
