/** What stands in one worksheet of an .xlsx? */
import { markSignature } from '../../application/marks';
import { refersToOtherWorkbook } from '../../domain/formulas/otherWorkbooks';
import type { Cell, CellRange, CellValue, Grid } from '../../domain/grid';
import type { CellBudget } from '../cellBudget';
import { corrupt } from '../fileFaultError';
import { daysBetweenCalendars, serialOfIsoDate } from '../serialDate';
import type { XmlContent, XmlHandler } from '../xml/xmlReader';
import type { XmlTag } from '../xml/xmlTag';
import { packedColumn, packedReference, packedRow, parseArea } from './cellReference';
import { requireColumn, rowIndex } from './cellReference';
import { ItemText, unescapeText } from './cellText';
import { displayedFormula, longestFormula } from './formulaText';
import { HiddenColumns, seenOf, squeezedParts } from '../hiddenColumns';
import { SheetFormulas } from './sheetFormulas';
import { plainStyle, type CellStyle } from './styles';
import type { ListedSheet } from './workbookPart';

/** What all worksheets of a workbook share. */
export interface SheetContext {
  /** Null where the part that holds them cannot be read. */
  readonly strings: readonly string[] | null;
  readonly styles: readonly CellStyle[];
  readonly countsFrom1904: boolean;
  readonly budget: CellBudget;
  /** The last cell made for each shared text: a text with the same format is the same cell. */
  readonly textCells: (Cell | undefined)[];
}

/** Gathers a worksheet's grid while its XML comes by. The stated dimension is not believed. */
export class WorksheetReader implements XmlHandler {
  /** A cell refers to a text that is not there: the sheet is damaged. */
  lacksTexts = false;
  /** A cell names a style other than the first. */
  namesStyles = false;
  private isMarked = false;
  /** Validations and conditions that lead to another workbook. */
  readonly linked: { readonly kind: 'validation' | 'condition'; readonly cells: string }[] = [];
  private isLaterLink = false;
  /** Of the validation or condition at hand. */
  private cells = '';
  private readonly rows: (Cell | undefined)[][] = [];
  private readonly merges: CellRange[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new HiddenColumns();
  private readonly lowRows = new Set<number>();
  private readonly narrowColumns = new HiddenColumns();
  private readonly formulas: SheetFormulas;
  private readonly inlineText = new ItemText();
  private section = '';
  private container = '';

  private row = -1;
  private column = -1;
  private statesRow = false;
  private cellCount = 0;
  /** Columns up to the last that holds something. */
  private width = 0;
  private readonly line: (Cell | undefined)[] = [];
  /** The columns of the row at hand that hold something. */
  private readonly lineColumns: number[] = [];

  private type = 'n';
  private style = plainStyle;
  private isDynamic = false;
  private formula: string | null = null;
  private value: CellValue = null;
  private sharedIndex = -1;

  constructor(private readonly context: SheetContext) {
    this.formulas = new SheetFormulas(context.budget);
  }

  open(name: string, depth: number, tag: XmlTag): boolean {
    switch (depth) {
      case 1:
        if (name !== 'worksheet') throw corrupt();
        return false;
      case 2:
        this.section = name;
        if (name === 'conditionalFormatting') this.cells = tag.attribute('sqref') ?? '';
        return false;
      case 3:
        this.openItem(name, tag);
        return false;
      case 4:
        if (this.section === 'sheetData' && name === 'c') this.openCell(tag);
        return (
          (this.section === 'conditionalFormatting' && name === 'formula') ||
          (this.section === 'dataValidations' && /^formula[12]$/.test(name))
        );
      case 5:
        return this.section === 'sheetData' && this.openContent(name, tag);
      default:
        // What later versions know of validations and conditions.
        if (this.section === 'extLst') return name === 'f' || name === 'sqref';
        return this.container === 'is' && this.inlineText.open(name, depth - 5, tag);
    }
  }

  close(name: string, depth: number, content: XmlContent): void {
    if (this.section === 'conditionalFormatting' && depth === 4 && name === 'formula') {
      this.isMarked ||= content.asText().includes(markSignature);
      this.takeFormula('condition', content);
    }
    if (this.section === 'dataValidations' && depth === 4) this.takeFormula('validation', content);
    if (this.section === 'extLst') this.closeLater(name, content);
    if (this.section !== 'sheetData') return;
    if (depth === 5) this.closeContent(name, content);
    else if (depth === 4 && name === 'c') this.closeCell();
    else if (depth === 3 && name === 'row') this.closeRow();
    else if (depth === 2) this.container = '';
    else if (depth > 5 && this.container === 'is') this.inlineText.close(name, depth - 5, content);
  }

  /** The grid, once everything has come by. */
  grid(sheet: ListedSheet): Grid {
    const { budget } = this.context;
    budget.takeExtent(this.rows.length);
    this.formulas.complete(this.rows, this.cellCount);
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      rows: this.rows,
      merges: this.merges,
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns.within(this.width, budget),
      ...squeezedParts(this.lowRows, this.narrowColumns.within(this.width, budget)),
      ...(this.isMarked && { isMarked: true }),
    };
  }

  private openItem(name: string, tag: XmlTag): void {
    if (this.section === 'sheetData' && name === 'row') this.openRow(tag);
    else if (this.section === 'dataValidations') this.cells = tag.attribute('sqref') ?? '';
    else if (this.section === 'cols' && name === 'col') this.openColumns(tag);
    else if (this.section === 'mergeCells' && name === 'mergeCell') {
      const area = parseArea(tag.attribute('ref') ?? '');
      this.context.budget.takeCell();
      this.width = Math.max(this.width, area.right + 1);
      this.merges.push(area);
    }
  }

  /** Notes a formula beside the cells that leads to another workbook. */
  private takeFormula(kind: 'validation' | 'condition', content: XmlContent): void {
    const formula = displayedFormula(unescapeText(content.asText()).slice(0, longestFormula));
    if (!refersToOtherWorkbook(formula)) return;
    const known = this.linked.some((link) => link.kind === kind && link.cells === this.cells);
    if (!known) this.linked.push({ kind, cells: this.cells });
  }

  /** In the newer form the cells stand behind the formulas, and what they are for around both. */
  private closeLater(name: string, content: XmlContent): void {
    if (name === 'f') {
      const formula = displayedFormula(unescapeText(content.asText()).slice(0, longestFormula));
      this.isLaterLink ||= refersToOtherWorkbook(formula);
    } else if (name === 'sqref') this.cells = content.asText();
    else if (name === 'dataValidation' || name === 'conditionalFormatting') {
      const kind = name === 'dataValidation' ? 'validation' : 'condition';
      if (this.isLaterLink) this.linked.push({ kind, cells: this.cells });
      this.isLaterLink = false;
    }
  }

  private openColumns(tag: XmlTag): void {
    const width = Number(tag.attribute('width') ?? '1');
    const seen = seenOf('column', tag.isSet('hidden'), width);
    if (seen === 'seen') return;
    const first = (tag.wholeNumber('min') ?? 1) - 1;
    const last = (tag.wholeNumber('max') ?? 1) - 1;
    const columns = seen === 'hidden' ? this.hiddenColumns : this.narrowColumns;
    columns.take(first, requireColumn(last));
  }

  private openRow(tag: XmlTag): void {
    const stated = tag.wholeNumber('r');
    this.statesRow = stated !== null;
    this.row = rowIndex(stated ?? this.row + 2);
    this.column = -1;
    const height = Number(tag.attribute('ht') ?? NaN);
    const seen = seenOf('row', tag.isSet('hidden'), height);
    if (seen === 'hidden') this.hiddenRows.add(this.row);
    if (seen === 'squeezed') this.lowRows.add(this.row);
  }

  private openCell(tag: XmlTag): void {
    const reference = tag.attribute('r');
    if (reference === null) this.column = requireColumn(this.column + 1);
    else {
      const packed = packedReference(reference);
      this.column = packedColumn(packed);
      const row = packedRow(packed);
      if (row !== this.row) this.moveTo(row);
    }
    this.type = tag.attribute('t') ?? 'n';
    const style = tag.wholeNumber('s') ?? 0;
    if (style > 0) this.namesStyles = true;
    this.style = this.context.styles[style] ?? plainStyle;
    this.isDynamic = tag.attribute('cm') !== null;
    this.formula = null;
    this.value = null;
    this.sharedIndex = -1;
  }

  /** A row without a number is where its cells say it is; one with a number must not contradict them. */
  private moveTo(row: number): void {
    if (this.statesRow || this.lineColumns.length > 0) throw corrupt();
    this.row = row;
  }

  private openContent(name: string, tag: XmlTag): boolean {
    this.container = name;
    if (name === 'f') this.formulas.begin(tag);
    else if (name === 'is') this.inlineText.clear();
    return name === 'f' || name === 'v';
  }

  private closeContent(name: string, content: XmlContent): void {
    if (name === 'v') this.readValue(content);
    else if (name === 'is') this.value = this.inlineText.value();
    else if (name === 'f') {
      const text = unescapeText(content.asText());
      this.formula = this.formulas.end(text, this.row, this.column, this.isDynamic);
    }
    this.container = '';
  }

  private readValue(content: XmlContent): void {
    switch (this.type) {
      case 'n':
        this.value = this.inUsualCalendar(content.asNumber()) ?? content.asText().trim();
        // An empty number is one that was never calculated; an empty text result is of type str.
        if (this.value === '') this.value = null;
        return;
      case 's':
        this.value = this.sharedText(content);
        return;
      case 'b': {
        const text = content.asText().trim();
        this.value = text === '1' || text === 'true';
        return;
      }
      case 'e':
        this.value = { error: content.asText().trim() };
        return;
      case 'd':
        this.value = serialOfIsoDate(content.asText().trim()) ?? content.asText();
        return;
      case 'inlineStr':
        // The text stands in another element.
        return;
      default:
        this.value = unescapeText(content.asText());
    }
  }

  private sharedText(content: XmlContent): CellValue {
    const index = content.asNumber();
    if (index === null) return null;
    const text = this.context.strings?.[index];
    if (text === undefined) {
      this.lacksTexts = true;
      throw corrupt();
    }
    this.sharedIndex = index;
    return text;
  }

  /** Dates of a workbook that counts from 1904, as if it counted from 1900 like all others. */
  private inUsualCalendar(value: number | null): number | null {
    const isShifted = value !== null && this.context.countsFrom1904 && this.style.isDay;
    return isShifted ? value + daysBetweenCalendars : value;
  }

  private closeCell(): void {
    const { formula, line, column } = this;
    // A formula's empty text is a result; null would say that it was never calculated.
    const value = this.value === '' && formula === null ? null : this.value;
    if (value === null && formula === null) return;
    this.context.budget.takeCell();
    this.cellCount += 1;
    if (line[column] === undefined) this.lineColumns.push(column);
    line[column] = this.cell(value, formula);
  }

  private cell(value: CellValue, formula: string | null): Cell {
    const { numberFormat } = this.style;
    if (this.sharedIndex < 0 || formula !== null) return { value, formula, numberFormat };
    const known = this.context.textCells[this.sharedIndex];
    if (known?.numberFormat === numberFormat) return known;
    const cell = { value, formula, numberFormat };
    this.context.textCells[this.sharedIndex] = cell;
    return cell;
  }

  /** Lays the row down: copied to its exact size, or, where cells are few and far apart, sparse. */
  private closeRow(): void {
    const { line, lineColumns, rows, row } = this;
    if (lineColumns.length === 0) return;
    this.context.budget.takeExtent(line.length);
    this.width = Math.max(this.width, line.length);
    const known = rows[row];
    const isDense = line.length <= 64 || lineColumns.length * 4 >= line.length;
    if (known === undefined && isDense) rows[row] = line.slice();
    else {
      const placed = known ?? [];
      for (const column of lineColumns) placed[column] = line[column];
      rows[row] = placed;
    }
    line.length = 0;
    lineColumns.length = 0;
  }
}
