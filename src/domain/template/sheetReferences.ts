/** What do formulas refer to when sheets that are laid out together do not all get the names wanted? */
import type { NewSheet, SheetLayout } from './layout';
import { isList } from './layout';

/**
 * The sheets, their formulas referring to the names that the sheets get.
 *
 * @param names the name that each sheet gets, in the order of the sheets
 */
export function withSheetNames(sheets: readonly NewSheet[], names: readonly string[]): NewSheet[] {
  const other = new Map<string, string>();
  sheets.forEach(({ name }, index) => {
    const given = names[index];
    if (given !== undefined && given !== name) other.set(name, given);
  });
  if (other.size === 0) return [...sheets];
  return sheets.map((sheet) => (isList(sheet) ? sheet : withReferences(sheet, other)));
}

function withReferences(sheet: SheetLayout, names: ReadonlyMap<string, string>): SheetLayout {
  return {
    ...sheet,
    cells: sheet.cells.map((cell) =>
      typeof cell.content === 'string' && cell.content.startsWith('=')
        ? { ...cell, content: renamed(cell.content, names) }
        : cell,
    ),
  };
}

/** A text within the formula, or a sheet's name in front of a reference. */
const textOrSheet = /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/gu;

function renamed(formula: string, names: ReadonlyMap<string, string>): string {
  return formula.replace(textOrSheet, (found, quoted?: string, plain?: string) => {
    const name = names.get(quoted?.replaceAll("''", "'") ?? plain ?? '');
    return name === undefined ? found : `'${name.replaceAll("'", "''")}'!`;
  });
}
