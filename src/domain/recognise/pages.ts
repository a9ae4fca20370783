/** Does a table go on under the same header on the next printed page? */
import type { FormSet } from '../forms/form';
import type { Grid } from '../grid';
import type { BodyPart, FoundBody } from './body';
import { readBody } from './body';
import type { FoundHeader } from './headerColumns';
import { isRepeated, sharesColumns } from './header';
import { comparableUnitName, readHeading } from './heading';
import { isTotalLabel } from './labels';

/** A header with all lines that stand under it, and under it again. */
export interface Pages {
  readonly header: FoundHeader;
  readonly body: FoundBody;
  /** Headers below that are this one again, in the order of the sheet. */
  readonly repeated: readonly FoundHeader[];
}

/** Headers below another whose figures stand in the same columns. */
export function headersBelow(
  header: FoundHeader,
  headers: readonly FoundHeader[],
): readonly FoundHeader[] {
  return headers.filter((other) => other.top > header.measureRow && sharesColumns(other, header));
}

/**
 * Reads the lines of a header. A header below goes on with the table where it is the same one, the
 * table has no total line yet, and only lines follow that the table does not have.
 */
export function readPages(
  grid: Grid,
  header: FoundHeader,
  headers: readonly FoundHeader[],
  forms: FormSet,
): Pages {
  const below = [...headersBelow(header, headers)].sort((a, b) => a.top - b.top);
  const bottomOf = (index: number) => (below[index]?.top ?? grid.rows.length) - 1;
  const parts: [BodyPart, ...BodyPart[]] = [{ header, bottom: bottomOf(0) }];
  let body = readBody(grid, parts, forms);
  for (const [index, next] of below.entries()) {
    if (body.lines.some(({ kind, label }) => kind === 'total' && isTotalLabel(label))) break;
    if (header.columns === null || !isRepeated(next, header)) break;
    const longer: [BodyPart, ...BodyPart[]] = [
      ...parts,
      { header: next, bottom: bottomOf(index + 1) },
    ];
    const both = readBody(grid, longer, forms);
    const added = both.lines.filter(({ row }) => row > next.measureRow);
    if (!goesOn(body, both, added.length) || isOfAnotherUnit(grid, header, next, body)) break;
    parts.push({ header: next, bottom: bottomOf(index + 1) });
    body = both;
  }
  return { header, body, repeated: parts.slice(1).map((part) => part.header) };
}

function goesOn(before: FoundBody, both: FoundBody, added: number): boolean {
  if (added === 0 || before.official === null || before.official !== both.official) return false;
  const ids = both.lines.flatMap(({ id }) => (id === null ? [] : [id]));
  return new Set(ids).size === ids.length;
}

/** True where a unit is stated between two headers that is not the one above the first. */
function isOfAnotherUnit(
  grid: Grid,
  header: FoundHeader,
  next: FoundHeader,
  body: FoundBody,
): boolean {
  const unitIn = (top: number, bottom: number): string | null => {
    const [left, right] = [header.leftLimit, header.lastColumn];
    const { value } = readHeading(grid, [{ top, bottom, left, right }]).reportingUnit;
    return value === null ? null : comparableUnitName(value);
  };
  const between = unitIn((body.lines.at(-1)?.row ?? header.measureRow) + 1, next.top);
  return between !== null && between !== unitIn(header.top - 15, header.top);
}
