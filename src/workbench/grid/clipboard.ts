// How do cells travel through the clipboard as text?

/** Rows of cells. */
export type TextGrid = readonly (readonly string[])[];

/** Tab-separated rows as spreadsheets write them: cells with tabs, line ends or quotes are quoted. */
export function writeTsv(grid: TextGrid): string {
  const cell = (text: string): string =>
    /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return grid.map((row) => row.map(cell).join('\t')).join('\r\n');
}

/** Reads tab-separated rows; a quoted cell may hold tabs, line ends and doubled quotes. */
export function readTsv(text: string): string[][] {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    quoted.lastIndex = at;
    const match = quoted.exec(source);
    let value: string;
    if (match) {
      value = (match[1] ?? '').replaceAll('""', '"');
      at += match[0].length;
    } else {
      const end = /[\t\n]|$/g;
      end.lastIndex = at;
      const stop = end.exec(source)?.index ?? source.length;
      value = source.slice(at, stop);
      at = stop;
    }
    rows.at(-1)?.push(value);
    if (at >= source.length) return rows;
    if (source[at] === '\n') rows.push([]);
    at++;
  }
}

/** The cells pasted over a selection: repeated where it is a multiple of what was copied. */
export function fitTo(grid: TextGrid, rows: number, columns: number): string[][] {
  const height = grid.length;
  const width = Math.max(...grid.map((row) => row.length));
  const tall = rows % height === 0 ? rows : height;
  const wide = columns % width === 0 ? columns : width;
  return Array.from({ length: tall }, (_, r) =>
    Array.from({ length: wide }, (__, c) => grid[r % height]?.[c % width] ?? ''),
  );
}
