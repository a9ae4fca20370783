/** How are figures laid out in columns on a terminal? */

/** Columns the terminal needs for a text: Chinese characters take two. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (/[\u2E80-\uFFEF]/.test(char) ? 2 : 1), 0);
}

/** Prints a table; the first column left-aligned, the others right-aligned. */
export function printTable(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => widthOf(row[column] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => {
        const pad = ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(text)));
        return column === 0 ? text + pad : pad + text;
      })
      .join('  ');
  console.log(`\n${title}`);
  console.log(line(header));
  console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const row of rows) console.log(line(row));
}
