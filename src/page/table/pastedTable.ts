/** What stands in the clipboard as a spreadsheet puts it there: cells parted by tabs, rows by line breaks? */

/**
 * The texts, row by row. A cell with a tab, a line break or a quotation mark comes in quotation marks, as Excel and
 * WPS write it; the line break at the end is none of a row.
 */
export function pastedTable(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const { content, end } = cellAt(text, at);
    rows.at(-1)?.push(content);
    const sign = text[end];
    if (sign === undefined) break;
    at = sign === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    // Behind a tab stands a cell, be it empty; behind the last line break none.
    if (sign === '\t') {
      if (at >= text.length) rows.at(-1)?.push('');
    } else if (at < text.length) rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

interface ReadCell {
  readonly content: string;
  /** Where the sign stands that ends it. */
  readonly end: number;
}

function cellAt(text: string, start: number): ReadCell {
  const quoted = matchAt(quotedCell, text, start);
  const inner = quoted?.[1] ?? '';
  // A mark that opens nothing is a sign like any other; and words in marks are no cells.
  if (quoted !== null && /[\t\r\n"]/.test(inner)) {
    return { content: inner.replaceAll('""', '"'), end: start + quoted[0].length };
  }
  const content = matchAt(plainCell, text, start)?.[0] ?? '';
  return { content, end: start + content.length };
}

const quotedCell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
const plainCell = /[^\t\r\n]*/y;

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

/** Cells as another program takes them: the counterpart. */
export function copiedTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(copied).join('\t')).join('\r\n');
}

function copied(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
