/** What is to be written into one total, if anything? */
import type { Amount } from '../amount';
import { formatAmount, sumAmounts } from '../amount';
import { sourceBlocks } from '../forms/terms';
import { totalFormula } from '../formulas/totalFormula';
import type { CellRange } from '../grid';
import { cellAddress, isDateFormat } from '../grid';
import type { Figure, LineView } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import { isWithinRounding, sumOfParts } from '../returns/equalities';
import type { TotalCell } from '../returns/totals';
import { formulaFollows, formulaIsSum, isGivenByFormulas } from '../returns/totals';
import type {
  BlockedChange,
  BlockReason,
  FillMode,
  PlannedContent,
  PlannedChange,
  ChangeReason,
} from './plannedChange';

/** A total's change, the reason why it cannot be made, or null where nothing is to be done. */
export type TotalOutcome =
  | { readonly kind: 'change'; readonly change: PlannedChange }
  | { readonly kind: 'blocked'; readonly blocked: BlockedChange };

/**
 * Compares a total with what belongs there.
 *
 * A formula that adds up the right cells is left alone in either mode, and so is a figure that is
 * the sum where figures are wanted. Where formulas give a table's totals a formula is
 * written in either mode: a figure there would be one that was typed over. The sum is always taken from the lines' source blocks,
 * never from other totals, so that the outcome does not depend on which changes are chosen.
 *
 * @param totals all totals of the table, to see whether formulas are its habit
 */
export function planTotal(
  total: TotalCell,
  totals: readonly TotalCell[],
  wanted: FillMode,
): TotalOutcome | null {
  const { figure } = total;
  const isByFormula = isGivenByFormulas(total, totals);
  const mode = isByFormula ? 'formulas' : wanted;
  const sources = sourceFigures(figure);
  const sum = sumOfSources(sources);
  const state = stateOf(total, isByFormula, sum, mode);
  if (state === null) return null;
  const place = placeOf(figure);

  const anchor = mergeAnchor(figure.table.table.grid.merges ?? [], figure);
  if (anchor !== null)
    return { kind: 'blocked', blocked: { place, why: 'merged', cells: [anchor] } };
  const why = unsoundReason(sources, mode);
  if (sum === null || why !== null) {
    const unsound = sources.filter((part) => unsoundness(part, mode) === why);
    const cells = unsound.map((part) => part.address);
    return { kind: 'blocked', blocked: { place, why: why ?? 'partsNotNumeric', cells } };
  }
  const then: PlannedContent = {
    content: mode === 'formulas' ? formulaOf(total) : sum,
    value: formatAmount(sum),
    numberFormat: calculatingFormat(figure),
  };
  const now = { formula: figure.formula, value: figure.cell?.value ?? null };
  return {
    kind: 'change',
    change: { place, isOutside: false, now, then, choice: null, contradicts: null, ...state },
  };
}

/** `General` where a cell's own number format would turn a figure into text or a date. */
export function calculatingFormat(figure: Figure): string | null {
  const format = figure.cell?.numberFormat;
  if (format === undefined) return null;
  return format === '@' || isDateFormat(format) ? 'General' : null;
}

/** Address of the first cell of a merged area that hides this one; null where none does. */
export function mergeAnchor(merges: readonly CellRange[], figure: Figure): string | null {
  const { row, column } = figure;
  const area = merges.find(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right,
  );
  if (area === undefined || (area.top === row && area.left === column)) return null;
  return cellAddress(area.top, area.left);
}

/** The formula of a total; SUM in place of + where a part holds a sign or spaces, which + cannot add. */
function formulaOf({ equalities: [{ parts, direction }] }: TotalCell): string {
  const hasText = parts.some((part) => typeof part.cell?.value === 'string');
  if (direction !== 'line') return totalFormula(inSheetOrder(parts), 'column');
  if (!hasText) return totalFormula(inSheetOrder(parts), 'line');
  return `=SUM(${inSheetOrder(parts)
    .map((part) => part.address)
    .join(',')})`;
}

function inSheetOrder(parts: readonly Figure[]): Figure[] {
  return [...parts].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The figures that people fill in and that a total adds up in the end. */
function sourceFigures({ table, line, block, measure }: Figure): Figure[] {
  const blocks = block === 'total' ? sourceBlocks : [block];
  const lines: readonly LineView[] = line.kind === 'total' ? table.summed : [line];
  return lines.flatMap(({ figures }) => blocks.map((source) => figures[source][measure]));
}

function sumOfSources(sources: readonly Figure[]): Amount | null {
  const amounts = sources.map((part) => part.amount);
  return amounts.every((amount) => amount !== null) ? sumAmounts(amounts) : null;
}

type Unsound = Extract<BlockReason, 'partsNotNumeric' | 'partsText' | 'partsOtherUnit'>;

/** Why a part cannot be added; text that reads as a number is not added by SUM. */
function unsoundness(part: Figure, mode: FillMode): Unsound | null {
  if (part.amount === null) return 'partsNotNumeric';
  if (!part.unitSettled) return 'partsOtherUnit';
  return mode === 'formulas' && part.reading.kind === 'textNumber' ? 'partsText' : null;
}

/** The gravest of the reasons for which parts cannot be added. */
function unsoundReason(parts: readonly Figure[], mode: FillMode): Unsound | null {
  const found = new Set(parts.map((part) => unsoundness(part, mode)));
  const reasons = ['partsNotNumeric', 'partsOtherUnit', 'partsText'] as const;
  return reasons.find((reason) => found.has(reason)) ?? null;
}

interface TotalState {
  readonly why: ChangeReason;
  readonly preselected: boolean;
}

/** Why a total is to be written; null where it is as it should be. */
function stateOf(
  total: TotalCell,
  isByFormula: boolean,
  sum: Amount | null,
  mode: FillMode,
): TotalState | null {
  const { figure } = total;
  const { reading } = figure;
  const agrees = sum !== null && figure.amount === sum;
  if (figure.formula !== null) return formulaState(total, agrees, sum);
  if (figure.blank) {
    // A table without any figure is not a nil return: zeros are the user's to type.
    if (mode === 'values' && figure.table.empty) return null;
    return { why: 'blank', preselected: reading.kind === 'blank' };
  }
  if (reading.kind === 'error') return { why: 'error', preselected: false };
  if (isByFormula) return { why: 'typedOver', preselected: agrees };
  if (agrees) {
    if (reading.kind === 'textNumber') return { why: 'textNumber', preselected: true };
    return mode === 'values' ? null : { why: 'typed', preselected: false };
  }
  return { why: isRoundedSum(total) ? 'rounded' : 'stale', preselected: false };
}

/** Whether rounding explains by how much a total is off, whichever way it is added up. */
function isRoundedSum({ figure, equalities }: TotalCell): boolean {
  const { amount } = figure;
  if (amount === null) return false;
  return equalities.every((equality) => {
    const sum = sumOfParts(equality);
    return sum !== null && isWithinRounding(equality, amount - sum);
  });
}

function formulaState(total: TotalCell, agrees: boolean, sum: Amount | null): TotalState | null {
  const { figure, equalities } = total;
  const isRight = equalities.some(formulaFollows);
  if (figure.reading.kind === 'error') {
    // A right formula shows an error where a part holds a sign that + cannot add.
    if (isRight && (sum === null || !hidesText(total))) return null;
    return { why: 'error', preselected: isRight || (figure.formula ?? '').includes('#REF!') };
  }
  if (isRight) return null;
  const readable = formulaIsSum(figure);
  // A formula beyond reading (a link, a lookup) that gives the sum is the user's own way to it.
  if (!readable && agrees) return null;
  return { why: readable ? 'wrongRange' : 'stale', preselected: agrees };
}

function hidesText({ equalities: [{ direction, parts }], figure }: TotalCell): boolean {
  return (
    direction === 'line' &&
    parts.some((part) => typeof part.cell?.value === 'string') &&
    !/^=SUM\(/i.test(figure.formula ?? '')
  );
}
