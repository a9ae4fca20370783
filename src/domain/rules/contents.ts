/** Does each figure's cell hold a figure, and one that can be? */
import { formatAmount, isWhole } from '../amount';
import type { DetailOf, FindingDraft } from '../finding';
import { fenDecimals } from '../forms/terms';
import { determinedAmount } from '../returns/determined';
import type { Figure } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { ContentRule } from './rule';
import type { Outcome } from './outcome';
import { judged } from './outcome';

type ContentProblem = DetailOf<'content'>['problem'];

/** L-010, L-020, L-050, L-060, L-065, L-070, R-050: one check per cell that the rule applies to. */
export function checkContents(unit: UnitReturn, content: ContentRule): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const { figures } of tablesOfReturn(unit)) {
    for (const figure of figures) {
      if (!applies(content, figure)) continue;
      outcomes.push(judged(describe(figure, problemOf(content, figure))));
    }
  }
  return outcomes;
}

/** What a total formula shows follows from its parts, which are checked themselves. */
function applies(content: ContentRule, figure: Figure): boolean {
  const derived = figure.isTotal && figure.formula !== null;
  switch (content) {
    case 'wholeCount':
      return figure.measure === 'projectCount' && !derived && figure.amount !== null;
    case 'amountNotNegative':
      return figure.measure !== 'projectCount' && !derived && figure.amount !== null;
    case 'noDecimalsBelowFen':
      return figure.measure !== 'projectCount' && figure.formula === null && !figure.blank;
    case 'noTextNumber':
    case 'noOtherContent':
    case 'noPlaceholder':
    case 'noErrorValue':
      return true;
  }
}

function problemOf(content: ContentRule, figure: Figure): ContentProblem | null {
  const { reading, amount } = figure;
  switch (content) {
    case 'wholeCount':
      if (amount !== null && amount < 0n) return 'negative';
      return amount !== null && !isWhole(amount) ? 'fraction' : null;
    case 'amountNotNegative':
      return amount !== null && amount < 0n ? 'negative' : null;
    case 'noTextNumber':
      if (reading.kind !== 'textNumber') return null;
      return reading.otherUnit !== null && !figure.unitSettled ? 'otherUnit' : 'textNumber';
    case 'noOtherContent':
      if (reading.kind === 'text') return reading.several.length > 0 ? 'severalNumbers' : 'text';
      return reading.kind === 'date' || reading.kind === 'boolean' ? reading.kind : null;
    case 'noPlaceholder':
      return reading.kind === 'placeholder' ? 'placeholder' : null;
    case 'noErrorValue':
      return reading.kind === 'error' ? 'error' : null;
    case 'noDecimalsBelowFen':
      return (reading.kind === 'number' || reading.kind === 'textNumber') &&
        reading.decimals > fenDecimals[figure.table.currencyUnit]
        ? 'belowFen'
        : null;
  }
}

function describe(figure: Figure, problem: ContentProblem | null): FindingDraft | null {
  if (problem === null) return null;
  const { amount, blank, reading } = figure;
  const isNoNumber = ['text', 'date', 'boolean'].includes(reading.kind);
  const determined = isNoNumber ? determinedAmount(figure) : null;
  const otherUnit = reading.kind === 'textNumber' ? reading.otherUnit : null;
  return {
    sheet: figure.table.sheet,
    cells: [figure.address],
    detail: {
      kind: 'content',
      place: placeOf(figure),
      problem,
      text: textOf(figure),
      hidden: reading.kind === 'textNumber' ? reading.hidden : [],
      writtenUnit: otherUnit?.unit ?? null,
      withoutUnit: otherUnit === null ? null : formatAmount(otherUnit.inSheetUnit),
      stated: amount === null || blank ? null : formatAmount(amount),
      determined: determined === null ? null : formatAmount(determined),
    },
  };
}

/** What stands in the cell, as a message quotes it. */
function textOf({ reading, amount }: Figure): string {
  switch (reading.kind) {
    case 'textNumber':
    case 'text':
    case 'date':
    case 'placeholder':
      return reading.text;
    case 'error':
      return reading.error;
    case 'boolean':
      return reading.value ? 'TRUE' : 'FALSE';
    case 'number':
      return formatAmount(amount ?? 0n);
    case 'blank':
      return '';
  }
}
