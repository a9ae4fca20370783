/** Which unit, year and currency unit does a table state, wherever around its title they stand? */
import type { CurrencyUnit } from '../forms/terms';
import type { Cell, CellPosition, CellRange, Grid } from '../grid';
import { isDateFormat } from '../grid';
import { compact, readFormTitle, readHeaderLabel } from './labels';
import type { HeadingField, TableHeading } from './table';

type FieldName = 'reportingUnit' | 'fiscalYear' | 'currencyUnit' | 'unit';

/** A cell above the table, its text compacted. */
interface HeadingCell extends CellPosition {
  readonly cell: Cell;
  readonly text: string;
}

/** A field's name as it stands in a sheet and what follows it. */
interface Stated {
  readonly field: FieldName;
  readonly text: string;
  readonly cell: CellPosition;
  /** The cell that holds the value, where that is not text in the name's own cell. */
  readonly valueCell: Cell | null;
}

const fieldNames =
  /(填报单位|填报部门|填制单位|填表单位|编报单位|编制单位|报送单位|汇总单位|单位名称|部门名称)(?:\((?:盖章|公章|签章)\))?:|(填报年份|填报年度|所属年份|所属年度|会计年度|报表年度|年份|年度)(?::|(?=\())|(金额单位|计量单位|货币单位|金额)(?::|(?=\())|(?<![\u4e00-\u9fff])(单位):/g;

/** Names that may stand alone in a cell with the value in the next one. */
const fieldNamesAlone: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['填报单位', 'reportingUnit'],
  ['填报部门', 'reportingUnit'],
  ['编报单位', 'reportingUnit'],
  ['报送单位', 'reportingUnit'],
  ['单位名称', 'reportingUnit'],
  ['年份', 'fiscalYear'],
  ['年度', 'fiscalYear'],
  ['金额', 'currencyUnit'],
  ['金额单位', 'currencyUnit'],
]);

/**
 * Reads 填报单位, 年份 and 金额 in the part of a sheet that belongs to one table.
 *
 * @param regions where to look, best first: above the table, then below it
 */
export function readHeading(grid: Grid, regions: readonly CellRange[]): TableHeading {
  const perRegion = regions.map((region) => readRegion(grid, region));
  return {
    reportingUnit: best(perRegion.map((found) => found.reportingUnit)),
    fiscalYear: best(perRegion.map((found) => found.fiscalYear)),
    currencyUnit: best(perRegion.map((found) => found.currencyUnit)),
  };
}

/** A field's reading, completed by another place on the sheet where the first has none at all. */
export function completeHeading(heading: TableHeading, other: TableHeading): TableHeading {
  return {
    reportingUnit: best([heading.reportingUnit, other.reportingUnit]),
    fiscalYear: best([heading.fiscalYear, other.fiscalYear]),
    currencyUnit: best([heading.currencyUnit, other.currencyUnit]),
  };
}

function best<T>(fields: readonly HeadingField<T>[]): HeadingField<T> {
  return (
    fields.find((field) => field.value !== null) ??
    fields.find((field) => field.cell !== null) ?? { value: null, text: '', cell: null }
  );
}

function readRegion(grid: Grid, region: CellRange): TableHeading {
  const cells = headingCells(grid, region);
  const stated = cells.flatMap((cell, index) => readFields(cell, cells[index + 1]));
  return {
    reportingUnit: readUnit(stated),
    fiscalYear: readYear(stated, cells),
    currencyUnit: readCurrency(stated, cells),
  };
}

function headingCells(grid: Grid, region: CellRange): HeadingCell[] {
  const found: HeadingCell[] = [];
  for (let row = Math.max(0, region.top); row <= region.bottom; row += 1) {
    grid.rows[row]?.forEach((cell, column) => {
      if (cell === undefined || column < region.left || column > region.right) return;
      const { value } = cell;
      if (typeof value === 'number') found.push({ row, column, cell, text: String(value) });
      if (typeof value !== 'string') return;
      const text = compact(value);
      if (text !== '' && text.length <= 200) found.push({ row, column, cell, text });
    });
  }
  return found;
}

function readFields(at: HeadingCell, next: HeadingCell | undefined): Stated[] {
  const position = { row: at.row, column: at.column };
  const alone = fieldNamesAlone.get(at.text.replace(/\((?:盖章|公章|签章)\)$/, ''));
  const matches = [...at.text.matchAll(fieldNames)];
  if (matches.length === 0) {
    if (alone === undefined || readHeaderLabel(at.text)?.measure != null) return [];
    return [valueBeside({ field: alone, text: '', cell: position, valueCell: null }, at, next)];
  }
  return matches.map((match, index) => {
    const start = match.index + match[0].length;
    const text = at.text.slice(start, matches[index + 1]?.index ?? at.text.length);
    const stated: Stated = { field: fieldOf(match), text, cell: position, valueCell: null };
    const isLast = index === matches.length - 1;
    return isLast && bareValue(text) === '' ? valueBeside(stated, at, next) : stated;
  });
}

function fieldOf(match: RegExpExecArray): FieldName {
  if (match[1] !== undefined) return 'reportingUnit';
  if (match[2] !== undefined) return 'fiscalYear';
  if (match[3] !== undefined) return 'currencyUnit';
  return 'unit';
}

/** The value in the next cell of the row, unless that is another field or the title. */
function valueBeside(stated: Stated, at: HeadingCell, next: HeadingCell | undefined): Stated {
  if (next?.row !== at.row) return stated;
  if ([...next.text.matchAll(fieldNames)].length > 0 || fieldNamesAlone.has(next.text)) {
    return stated;
  }
  if (readFormTitle(next.text) !== null) return stated;
  return {
    ...stated,
    text: next.text,
    cell: { row: next.row, column: next.column },
    valueCell: next.cell,
  };
}

/** Without the brackets, lines and seals that surround a value. */
function bareValue(text: string): string {
  return text
    .replace(/\((?:盖章|公章|签章)\)/g, '')
    .replace(/^[(:;,、_\-—]+|[):;,、_\-—]+$/g, '')
    .replace(/^\(+|\)+$/g, '');
}

/** What a message quotes of a field: nothing where only brackets or a line to write on stand there. */
function shownText(text: string): string {
  return bareValue(text) === '' ? '' : text;
}

function readUnit(stated: readonly Stated[]): HeadingField<string> {
  const candidates = stated.filter(
    (entry) =>
      entry.field === 'reportingUnit' ||
      (entry.field === 'unit' && parseCurrencyUnit(entry.text) === null && entry.text !== ''),
  );
  return best(
    candidates.map((entry) => {
      const text = entry.text
        .replace(/\((?:盖章|公章|签章)\)/g, '')
        .replace(/^[_:]+|[_:;,、]+$/g, '');
      return {
        value: /[^()_\-—]/.test(text) ? text : null,
        text: shownText(entry.text),
        cell: entry.cell,
      };
    }),
  );
}

function readCurrency(
  stated: readonly Stated[],
  cells: readonly HeadingCell[],
): HeadingField<CurrencyUnit> {
  const named = stated
    .filter((entry) => entry.field === 'currencyUnit' || entry.field === 'unit')
    .filter((entry) => entry.field !== 'unit' || parseCurrencyUnit(entry.text) !== null)
    .map((entry) => ({
      value: parseCurrencyUnit(entry.text),
      text: shownText(entry.text),
      cell: entry.cell,
    }));
  const lone = cells.flatMap(({ text, row, column }) => {
    const value = /^\(?(?:人民币)?[千万亿]?元\)?$/.test(text) ? parseCurrencyUnit(text) : null;
    return value === null ? [] : [{ value, text, cell: { row, column } }];
  });
  return best<CurrencyUnit>([...named, ...lone]);
}

const currencyUnits: ReadonlyMap<string, CurrencyUnit> = new Map<string, CurrencyUnit>([
  ['元', 'yuan'],
  ['圆', 'yuan'],
  ['千元', 'thousandYuan'],
  ['万元', 'tenThousandYuan'],
  ['亿元', 'hundredMillionYuan'],
]);

/** The unit that a text names (`人民币万元`, `（万元）`, `万元、个`), or null. */
export function parseCurrencyUnit(text: string): CurrencyUnit | null {
  const bare = compact(text)
    .replace(/^[(:]+|[):;,。]+$/g, '')
    .replace(/^(?:单位:?)?(?:人民币)?/, '')
    .replace(/[、,/](?:个|项)$/, '')
    .replace(/^(?:个|项)[、,/]/, '');
  return currencyUnits.get(bare) ?? null;
}

function readYear(stated: readonly Stated[], cells: readonly HeadingCell[]): HeadingField<number> {
  const named = stated
    .filter((entry) => entry.field === 'fiscalYear')
    .map((entry) => ({
      value: (entry.valueCell && yearOfCell(entry.valueCell)) ?? parseYear(bareValue(entry.text)),
      text: shownText(entry.text),
      cell: entry.cell,
    }));
  const lone = cells.flatMap(({ cell, text, row, column }) => {
    const value = typeof cell.value === 'number' ? yearOfCell(cell) : parseLoneYear(text);
    return value === null ? [] : [{ value, text, cell: { row, column } }];
  });
  const inTitle = cells.flatMap(({ text, row, column }) => {
    const value = readFormTitle(text) === null ? null : parseYear(text);
    return value === null ? [] : [{ value, text, cell: { row, column } }];
  });
  return best<number>([...named, ...lone, ...inTitle]);
}

const earliestYear = 1990;
const latestYear = 2199;

function plausibleYear(year: number): number | null {
  return Number.isInteger(year) && year >= earliestYear && year <= latestYear ? year : null;
}

/** The year of a number cell: a bare 2019, or a date's serial number. */
function yearOfCell(cell: Cell): number | null {
  if (typeof cell.value !== 'number') return null;
  if (plausibleYear(cell.value) !== null && !isDateFormat(cell.numberFormat)) return cell.value;
  if (!isDateFormat(cell.numberFormat)) return null;
  // A year typed into a cell that was formatted as a date is still a year.
  if (plausibleYear(cell.value) !== null) return cell.value;
  return plausibleYear(new Date(Math.round((cell.value - 25569) * 86400000)).getUTCFullYear());
}

const chineseDigits: ReadonlyMap<string, string> = new Map(
  Array.from('〇零○O0一二三四五六七八九', (sign, index) => [sign, String(Math.max(0, index - 4))]),
);

/** The year in a text: `(2019)`, `2019年`, `二〇一九年度`; null where there is none. */
export function parseYear(text: string): number | null {
  const digits = /(?<!\d)(\d{4})(?!\d)/.exec(text);
  if (digits !== null) return plausibleYear(Number(digits[1]));
  const compactDate = /(?<!\d)((?:19|20)\d{2})\d{2}(?:\d{2})?(?!\d)/.exec(text);
  if (compactDate !== null) return plausibleYear(Number(compactDate[1]));
  const chinese = /[一二][〇零○O0一二三四五六七八九]{3}/.exec(text);
  if (chinese === null) return null;
  return plausibleYear(
    Number(Array.from(chinese[0], (sign) => chineseDigits.get(sign) ?? '').join('')),
  );
}

/** A text that is nothing but a year. */
function parseLoneYear(text: string): number | null {
  return /^\(?(?:\d{4}|[一二][〇零○O0一二三四五六七八九]{3})(?:年度?|年份)?\)?$/.test(text)
    ? parseYear(text)
    : null;
}

/** A unit's name as names are compared: width, spaces, brackets and a trailing 汇总 aside. */
export function comparableUnitName(name: string): string {
  return compact(name)
    .replace(/[()[\]【】〔〕<>《》]/g, '')
    .replace(/汇总表?$/, '');
}
