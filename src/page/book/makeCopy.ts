/** How is the copy of a workbook made? The file's own parts stay as they are beside what was changed in them. */
import { markFormula, markLooks, markRules, type MarkKind } from '../../application/markRules';
import { markSignature } from '../../application/marks';
import { showsCalendarDay, type CellRange, type CellValue } from '../../domain/grid';
import { explanationNamespace } from '../../domain/submission/explanationPart';
import { isList } from '../../domain/template/layout';
import { daysBetweenCalendars } from '../../files/serialDate';
import {
  addCondition,
  conditionFormula,
  conditionsOf,
  removeCondition,
  setConditionFormulas,
} from '../../workbook/conditions';
import { calculateOnOpening, putContents, tellPending } from '../../workbook/copyWithCells';
import {
  addCustomXml,
  customXmlParts,
  removeCustomXml,
  setCustomXml,
} from '../../workbook/customXml';
import { drawLayout, setUpPage, setWidth } from '../../workbook/drawLayout';
import { drawList } from '../../workbook/drawList';
import { renameSheet } from '../../workbook/formulaText';
import { child, element, flag, setAttr } from '../../workbook/ooxml/xml';
import type { CellContent } from '../../workbook/patchCells';
import type { Sheet } from '../../workbook/sheet';
import { mapFormulas } from '../../workbook/structure';
import { Workbook } from '../../workbook/workbook';
import type { BookChanges, ChangedCell, CopiedSheet } from './bookFiles';
import { displayedText } from './displayedText';

/** Stands in a new workbook that has no other sheet. */
const onlySheet = 'Sheet1';

/** @param bytes null: a new workbook */
export async function makeCopy(
  bytes: Uint8Array | null,
  { sheets, explanations, isPending }: BookChanges,
): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = bytes === null ? Workbook.empty(onlySheet) : await Workbook.open(bytes);
  const stays = new Set(sheets.flatMap(({ base }) => (base.kind === 'file' ? [base.was] : [])));
  const gone = workbook.sheets.filter(({ name }) => !stays.has(name));
  if (sheets.length > 0) for (const sheet of gone) workbook.removeSheet(sheet);
  const placed = sheets.map((copied) => ({ copied, sheet: sheetFor(workbook, copied) }));
  forgetReferences(workbook, gone);
  const isMoved = placed.some(({ sheet }, position) => workbook.sheets[position] !== sheet);
  placed.forEach(({ sheet }, position) => {
    if (workbook.sheets[position] !== sheet) workbook.moveSheet(sheet, position);
  });
  for (const { copied, sheet } of placed) changeSheet(workbook, sheet, copied);
  if (explanations !== undefined) keepExplanations(workbook, explanations);
  const [first] = workbook.visibleSheets();
  if (!workbook.sheets.includes(workbook.active) && first !== undefined) workbook.active = first;
  const isAnew = bytes === null || isMoved || gone.length > 0 || sheets.some(hasOtherCells);
  if (isAnew) calculateOnOpening(workbook);
  tellPending(workbook, isPending);
  return workbook.save();
}

/** Whether formulas may come to something else by it; marks, explanations and hidden rows change nothing. */
function hasOtherCells({ name, base, cells }: CopiedSheet): boolean {
  return base.kind !== 'file' || base.was !== name || cells.length > 0;
}

function sheetFor(workbook: Workbook, { name, base }: CopiedSheet): Sheet {
  const known = base.kind === 'file' ? workbook.sheetNamed(base.was) : undefined;
  return known ?? workbook.addSheet(name);
}

/** Formulas that refer to sheets of which none has the name any more. */
function forgetReferences(workbook: Workbook, gone: readonly Sheet[]): void {
  for (const { name } of gone) {
    if (workbook.sheetNamed(name) !== undefined) continue;
    mapFormulas(workbook, (formula) => renameSheet(formula, name, undefined));
  }
}

function changeSheet(workbook: Workbook, sheet: Sheet, copied: CopiedSheet): void {
  const { base, cells, marks, merges, hiddenRows, hiddenColumns } = copied;
  if (base.kind === 'laidOut') {
    if (isList(base.layout)) drawList(workbook, sheet, base.layout);
    else drawLayout(workbook, sheet, base.layout);
  }
  if (base.kind === 'cells') {
    if (base.visibility !== 'visible') workbook.setVisibility(sheet, base.visibility);
    if (merges !== undefined && merges.length > 0) sheet.setMerges(merges);
    drawUsualSizes(sheet, cells, merges ?? []);
    for (const row of hiddenRows ?? []) sheet.editRow(row).set('hidden', '1');
    for (const column of hiddenColumns ?? []) {
      sheet.editColumns(column, column, (node) => {
        setAttr(node, 'hidden', true);
      });
    }
  }
  if (copied.isUnmarked) unmark(sheet);
  putContents(
    workbook,
    sheet,
    cells.map((cell) => contentOf(workbook, sheet, cell)),
  );
  for (const { kind, ranges } of markRules(marks)) mark(workbook, sheet, kind, ranges);
}

/** Sizes that the old file does not tell: columns as wide as their contents, on paper as wide as a page. */
function drawUsualSizes(
  sheet: Sheet,
  cells: readonly ChangedCell[],
  merges: readonly CellRange[],
): void {
  const widths = new Map<number, number>();
  for (const { row, column, value, numberFormat } of cells) {
    const spreads = merges.some(
      ({ top, left, bottom, right }) =>
        row >= top && row <= bottom && column >= left && column <= right && right > left,
    );
    if (spreads) continue;
    const shown = { value, formula: null, numberFormat: numberFormat ?? 'General' };
    const width = charactersOf(displayedText(shown)) + 2;
    widths.set(column, Math.max(widths.get(column) ?? narrowest, Math.min(widest, width)));
  }
  for (const [column, width] of widths) setWidth(sheet, column, width);
  setUpPage(sheet, { orientation: 'landscape', fitsHeight: false, centreHorizontally: false });
}

const narrowest = 8.43;
const widest = 32;

/** In characters of the standard font; a Chinese one is as wide as two. */
function charactersOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign.charCodeAt(0) > 0xff ? 2 : 1;
  return width;
}

function contentOf(
  workbook: Workbook,
  sheet: Sheet,
  { row, column, formula, value, keepsFormula, numberFormat }: ChangedCell,
): CellContent {
  const style = sheet.styleAt(row, column);
  const changed =
    numberFormat === undefined
      ? style
      : workbook.styles.restyle(style, { part: 'numberFormat', value: numberFormat });
  return {
    row,
    column,
    value: inCalendarOf(workbook, value, changed) ?? undefined,
    keepsFormula,
    style: changed,
    ...(formula !== null && !keepsFormula && { newFormula: formula.slice(1) }),
  };
}

/** Days as the file counts them: some count from 1904, and were read as if from 1900. */
function inCalendarOf(workbook: Workbook, value: CellValue, style: number): CellValue {
  if (typeof value !== 'number') return value;
  const countsFrom1904 = flag(child(workbook.root, 'workbookPr'), 'date1904', false);
  const isDay = countsFrom1904 && showsCalendarDay(workbook.styles.look(style).numberFormat);
  return isDay ? value - daysBetweenCalendars : value;
}

function unmark(sheet: Sheet): void {
  for (const condition of conditionsOf(sheet)) {
    if (conditionFormula(condition.rule, 0)?.includes(markSignature)) removeCondition(condition);
  }
}

function mark(
  workbook: Workbook,
  sheet: Sheet,
  kind: MarkKind,
  ranges: Parameters<typeof addCondition>[1],
): void {
  const look = markLooks[kind];
  const line = { Continuous: 'thin', Dash: 'dashed', Dot: 'dotted' }[look.border];
  const side = (name: string) => element(name, { style: line }, [element('color', { auto: 1 })]);
  const color = (rgb: string) => ({ rgb: `FF${rgb.slice(1)}` });
  const underline = { None: [], Single: [element('u')], Double: [element('u', { val: 'double' })] };
  const differential = element('dxf', {}, [
    element('font', {}, [
      element('b', { val: look.bold ? 1 : 0 }),
      element('i', { val: look.italic ? 1 : 0 }),
      ...underline[look.underline],
      element('color', color(look.fontColor)),
    ]),
    element('fill', {}, [element('patternFill', {}, [element('bgColor', color(look.fill))])]),
    element('border', {}, ['left', 'right', 'top', 'bottom'].map(side)),
  ]);
  const condition = addCondition(sheet, ranges, 'expression');
  setAttr(condition.rule, 'dxfId', workbook.styles.addDifferential(differential));
  setConditionFormulas(condition, [markFormula(kind).slice(1)]);
}

function keepExplanations(workbook: Workbook, xml: string | null): void {
  const [first, ...others] = customXmlParts(workbook).filter(
    ({ namespace }) => namespace === explanationNamespace,
  );
  for (const part of others) removeCustomXml(workbook, part);
  if (first === undefined) {
    if (xml !== null) addCustomXml(workbook, xml);
  } else if (xml === null) removeCustomXml(workbook, first);
  else setCustomXml(workbook, first, xml);
}
