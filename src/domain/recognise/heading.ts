/** Which unit, year and currency unit does a table state, wherever around its title they stand? */
import type { CurrencyUnit } from '../forms/terms';
import type { Cell, CellPosition, CellRange, Grid } from '../grid';
import { compact } from './characters';
import { parseCurrencyUnit, saysOnlyUnits, speaksOfMoney } from './currencyUnit';
import { parseLoneYear, parseYear, yearOfCell } from './fiscalYear';
import type { FieldName } from './fieldNames';
import { bareValue } from './fieldNames';
import type { TextField } from './headingFields';
import { isNoUnitName, readTextFields } from './headingFields';
import { readHeaderLabel } from './headerLabels';
import { isFormTitle } from './labels';
import type { HeadingField, TableHeading } from './table';

/** A cell above the table, its text compacted. */
interface HeadingCell extends CellPosition {
  readonly cell: Cell;
  readonly text: string;
  /** The fields named in it. */
  readonly fields: readonly TextField[];
}

/** A field of ours as it stands in a sheet. */
interface Stated {
  readonly field: FieldName;
  readonly text: string;
  readonly unclear: boolean;
  readonly position: CellPosition;
  /** The cell that holds the value, where that is not text in the name's own cell. */
  readonly valueCell: Cell | null;
}

/** Names that may stand alone in a cell with the value in the next one. */
const nameAlone =
  /^(?:(填报单位|填报部门|编报单位|编制单位|报送单位|单位名称|部门名称|填报单位名称|预算单位|汇总单位)|(年份|年度|填报年份|填报年度|所属年度|会计年度|预算年度)|(金额|金额单位|计量单位|货币单位))$/;

/** Longest text that is looked through for fields. */
const longestText = 200;

/**
 * Reads 填报单位, 年份 and 金额 in the part of a sheet that belongs to one table.
 *
 * @param regions where to look, best first: above the table, then below it
 */
export function readHeading(grid: Grid, regions: readonly CellRange[]): TableHeading {
  return regions
    .map((region) => readRegion(grid, region))
    .reduce((heading, other) => completeHeading(heading, other));
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
    fields.find((field) => field.text !== '') ??
    fields.find((field) => field.position !== null) ?? { value: null, text: '', position: null }
  );
}

function readRegion(grid: Grid, region: CellRange): TableHeading {
  const cells = headingCells(grid, region);
  const stated = cells.flatMap((cell, index) => readFields(cell, index, cells));
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
      const at = { row, column, cell };
      if (typeof value === 'number') found.push({ ...at, text: String(value), fields: [] });
      if (typeof value !== 'string') return;
      const text = compact(value);
      if (text === '' || text.length > longestText) return;
      found.push({ ...at, text, fields: readTextFields(value) });
    });
  }
  return found;
}

function readFields(at: HeadingCell, index: number, cells: readonly HeadingCell[]): Stated[] {
  const cell = { row: at.row, column: at.column };
  const alone = aloneIn(at);
  if (alone !== null) {
    const stated: Stated = {
      field: alone,
      text: '',
      unclear: false,
      position: cell,
      valueCell: null,
    };
    return [valueBeside(stated, at, cells.slice(index + 1))];
  }
  return at.fields.flatMap(({ field, text, unclear, last }): Stated[] => {
    if (field === null) return [];
    const stated: Stated = { field, text, unclear, position: cell, valueCell: null };
    return [last && text === '' ? valueBeside(stated, at, cells.slice(index + 1)) : stated];
  });
}

/** The field whose name is all that a cell holds (but for a seal's words). */
function aloneIn({ text, fields }: HeadingCell): FieldName | null {
  if (fields.length > 0 || readHeaderLabel(text)?.measure != null) return null;
  const match = nameAlone.exec(text.replace(/\([^()]*\)$/, ''));
  if (match === null) return null;
  if (match[1] !== undefined) return 'reportingUnit';
  return match[2] === undefined ? 'currencyUnit' : 'fiscalYear';
}

/** The value in the next cell of the row, unless that is another field, the title or of another kind. */
function valueBeside(stated: Stated, at: HeadingCell, following: readonly HeadingCell[]): Stated {
  const next = following.find(({ text }) => bareValue(text.replace(/\([^()]*章\)/g, '')) !== '');
  const isNamed = next?.fields.some(({ field }) => field !== 'standingYear') ?? false;
  if (next?.row !== at.row || isNamed || aloneIn(next) !== null) return stated;
  if (isFormTitle(next.text)) return stated;
  const isDate = /^\d{4}[年./-]\d|^年+月/.test(next.text);
  const isForeign =
    stated.field === 'reportingUnit'
      ? typeof next.cell.value === 'number' ||
        parseLoneYear(next.text) !== null ||
        parseCurrencyUnit(next.text) !== null ||
        isDate ||
        isNoUnitName(next.text)
      : stated.field === 'fiscalYear' && (parseCurrencyUnit(next.text) !== null || isDate);
  if (isForeign) return stated;
  return {
    ...stated,
    text: bareValue(next.text),
    position: { row: next.row, column: next.column },
    valueCell: next.cell,
  };
}

function ofField(stated: readonly Stated[], name: FieldName): Stated[] {
  return stated.filter(({ field }) => field === name);
}

function readUnit(stated: readonly Stated[]): HeadingField<string> {
  const candidates = stated.filter(
    (entry) =>
      entry.field === 'reportingUnit' ||
      (entry.field === 'unit' && entry.text !== '' && !isMoney(entry.text)),
  );
  const named = candidates.length > 0 ? candidates : ofField(stated, 'district');
  return best(
    named.map(({ text, unclear, position }) => ({
      value: text === '' || unclear ? null : text,
      text,
      position,
    })),
  );
}

/** True for what a bare 单位 says of the figures: 万元, 个, 百万元. */
function isMoney(text: string): boolean {
  return parseCurrencyUnit(text) !== null || speaksOfMoney(text) || saysOnlyUnits(text);
}

function readCurrency(
  stated: readonly Stated[],
  cells: readonly HeadingCell[],
): HeadingField<CurrencyUnit> {
  const named = stated
    .filter(({ field, text }) => field === 'currencyUnit' || (field === 'unit' && isMoney(text)))
    .map(({ text, position }) => ({ value: parseCurrencyUnit(text), text, position }));
  const lone = cells.flatMap(({ text, fields, row, column }) => {
    const value = fields.length === 0 && text.length <= 24 ? parseCurrencyUnit(text) : null;
    return value === null ? [] : [{ value, text, position: { row, column } }];
  });
  return best<CurrencyUnit>([...named, ...lone]);
}

function readYear(stated: readonly Stated[], cells: readonly HeadingCell[]): HeadingField<number> {
  const named = ofField(stated, 'fiscalYear').map(({ valueCell, text, position }) => ({
    value: (valueCell && yearOfCell(valueCell)) ?? parseYear(text),
    text,
    position,
  }));
  const lone = cells.flatMap(({ cell, text, row, column }) => {
    const value = typeof cell.value === 'number' ? yearOfCell(cell) : parseLoneYear(text);
    return value === null ? [] : [{ value, text, position: { row, column } }];
  });
  const inTitle = cells.flatMap(({ text, row, column }) => {
    const value = isFormTitle(text) ? parseYear(text) : null;
    return value === null ? [] : [{ value, text, position: { row, column } }];
  });
  const standing = ofField(stated, 'standingYear').map(({ text, position }) => ({
    value: parseYear(text),
    text,
    position,
  }));
  return best<number>([...named, ...lone, ...standing, ...inTitle]);
}

/** A unit's name as names are compared: width, spaces, brackets and a trailing 汇总 aside. */
export function comparableUnitName(name: string): string {
  return compact(name)
    .replace(/[()[\]【】〔〕<>《》]/g, '')
    .replace(/汇总表?$/, '');
}
