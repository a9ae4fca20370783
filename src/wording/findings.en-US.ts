/** Findings in English, for an Excel whose display language is not Chinese. */
import type { DetailOf, FigurePlace, Finding } from '../domain/finding';
import { isPlaceholderName } from '../domain/recognise/placeholderName';
import { groupDigits, unsigned } from './language';
import { lastRoundMessage } from './lastRound';
import { presentationInEnglish } from './presentation.en-US';
import {
  blockName,
  editionName,
  fieldName,
  formName,
  measureName,
  placeName,
  unitName,
  statedFigure,
} from './terms';

const en = 'en-US';

const explain = 'Check it; where it is right, give an explanation.';

/** The message of a finding. */
export function findingInEnglish(finding: Finding): string {
  const { detail } = finding;
  switch (detail.kind) {
    case 'balance':
      return balance(detail, finding.rule === 'R-060');
    case 'crossTable':
      return crossTable(detail, finding.rule === 'R-060');
    case 'headingMismatch':
      return `The two tables state different values for ${fieldName(detail.field, en)}: “${detail.here}” here, “${detail.there}” on “${detail.otherSheet}” (${detail.otherCell}). Make them the same.${detail.corrections.length > 0 ? '' : headingCell(finding, 'field')}`;
    case 'headingMissing':
      return detail.text === ''
        ? `The ${fieldName(detail.field, en)} is not filled in. Fill it in.`
        : `The ${fieldName(detail.field, en)} “${detail.text}” ${detail.field === 'reportingUnit' && isPlaceholderName(detail.text) ? 'is a sample’s, and no unit’s name' : 'is not understood'}. ${fieldHint(detail.field)}`;
    case 'content':
      return content(detail);
    case 'dependency':
      return dependency(detail);
    case 'comparison':
      return comparison(detail);
    case 'executionRate':
      return `${placeName(detail.place, en)}: the execution rate is ${detail.rate}%, under your threshold of ${detail.threshold}%. ${explain}`;
    case 'unitDoubt':
      return `The heading states ${unitName(detail.stated, en)}, but the median amount per project would be CNY ${groupDigits(detail.medianYuan)}; the figures look like ${unitName(detail.likely, en)}. Check the currency unit.${headingCell(finding, 'unit')}`;
    case 'required':
      return detail.whole
        ? `The whole column ${blockName(detail.place.block, en)} · ${measureName(detail.place.measure, en)} is blank; this round requires it. Fill it in, with 0 where there is nothing.`
        : `${placeName(detail.place, en)} is blank; the line has projects and this round requires the figure. Fill it in, with 0 where there is nothing.`;
    case 'lines':
      return lines(detail);
    case 'otherBlock':
      return detail.counted
        ? `“${detail.title}” is no block of the form, and the total block counts it, so line totals could not be checked. Take the block out; the total is the sum of the two budgets of the form.`
        : `“${detail.title}” is no block of the form; the total block does not count it, and it was not checked. Take the block out.`;
    case 'edition':
      return edition(detail);
    case 'emptyTable':
      return `${formName(detail.form, en)} holds no figure. Fill it in; a unit without purchased services reports 0.`;
    case 'tableMissing':
      return `${formName(detail.missing, en)} of ${detail.reportingUnit === null ? 'this unit' : `“${detail.reportingUnit}”`} was not recognised, so the tables could not be compared. Put both tables into one workbook; where it is there, complete its headings and line labels.`;
    case 'year':
      return `${year(detail)}${headingCell(finding, 'year')}`;
    case 'totalFormula':
      return totalFormula(detail);
    case 'externalLink':
      return `${placeName(detail.place, en)} refers to another workbook: ${detail.formula}. The figure changes when that file does. Use a value or a formula within this table.`;
    case 'hidden':
    case 'formulaResult':
    case 'underMerge':
    case 'outsideTable':
    case 'scaledDisplay':
    case 'displayedSum':
      return presentationInEnglish(detail, finding.cells.length);
    case 'lastRoundDiffers':
    case 'unlikelyChange':
    case 'newOrGone':
    case 'scaleOfLastRound':
      return lastRoundMessage(detail, finding.severity, 'en-US');
    case 'ofWhich':
      return `${placeName(detail.place, en)} states ${groupDigits(detail.stated)}, more than ${placeName(detail.parent, en)} ${groupDigits(detail.parentStated)} that it is part of, by ${unsignedDigits(detail.excess)} ${unitOf(detail.place)}. Check both.`;
  }
}

function shown(decimal: string | null): string {
  return decimal === null ? 'blank' : groupDigits(decimal);
}

function states(place: FigurePlace, stated: string | null): string {
  return `${placeName(place, en)} ${stated === null ? 'is blank' : `states ${statedFigure(place, stated, en)}`}`;
}

function statedOr(place: FigurePlace, decimal: string | null): string {
  return decimal === null ? 'blank' : statedFigure(place, decimal, en);
}

function unsignedDigits(difference: string | null): string {
  return groupDigits(unsigned(difference ?? '0'));
}

function moreOrLess(difference: string | null): string {
  return difference?.startsWith('-') === true ? 'too little' : 'too much';
}

function unitOf(place: FigurePlace): string {
  return place.unit === 'project' ? 'projects' : `(${unitName(place.unit, en)})`;
}

function balance(detail: DetailOf<'balance'>, isRounding: boolean): string {
  const place = placeName(detail.place, en);
  const direction = detail.balance === 'line' ? 'by line' : 'by column';
  if (detail.stated === null) {
    return `${place} is blank; ${direction} it should be ${shown(detail.computed)}. Fill the totals.`;
  }
  const stated = `${states(detail.place, detail.stated)}; ${direction} it should be ${shown(detail.computed)}: ${unsignedDigits(detail.difference)} ${unitOf(detail.place)} ${moreOrLess(detail.difference)}`;
  if (isRounding) return `${stated}, within the rounding interval. ${explain}`;
  return detail.balance === 'line'
    ? `${stated}. Check both budgets and the total of this line.`
    : `${stated}. Check the lines of this column and the total.`;
}

function crossTable(detail: DetailOf<'crossTable'>, isRounding: boolean): string {
  const { place, other } = detail;
  const stated = `${formName(place.form, en)}, ${placeName(place, en)}, states ${statedOr(place, detail.stated)}; ${formName(other.form, en)} (“${other.sheet}” ${other.cell}) states ${statedOr(other, detail.otherStated)}; they differ by ${unsignedDigits(detail.difference)} ${unitOf(place)}`;
  return isRounding
    ? `${stated}, within the rounding interval. ${explain}`
    : `${stated}. The totals of both tables must be equal: check this column in both.`;
}

function fieldHint(field: DetailOf<'headingMissing'>['field']): string {
  switch (field) {
    case 'reportingUnit':
      return 'Fill in the full name of the unit.';
    case 'fiscalYear':
      return 'Fill in four digits, as in （2019）.';
    case 'currencyUnit':
      return 'Fill in 元, 千元, 万元 or 亿元.';
  }
}

function content(detail: DetailOf<'content'>): string {
  const { place, problem, text, hidden, writtenUnit, withoutUnit } = detail;
  const name = placeName(place, en);
  switch (problem) {
    case 'fraction':
      return `${name} states ${groupDigits(text)}; project counts are whole. Check it.`;
    case 'negative':
      return `${name} states ${groupDigits(text)}; it must not be negative. Check it.`;
    case 'textNumber':
      return `${name}: “${text}” is a number stored as text${hiddenSigns(hidden)}${writtenUnit === null ? '' : `, written with ${unitName(writtenUnit, en)}, though by the totals it is ${shown(detail.stated)} ${unitOf(place)}`}, which Excel does not sum. Convert it to a number.`;
    case 'otherUnit':
      return `${name}: “${text}” names ${writtenUnit === null ? 'another unit' : unitName(writtenUnit, en)} in a table in ${unitOf(place)}, which no total bears out. If the unit is a slip, it is ${shown(withoutUnit)}; if it is meant, ${shown(detail.stated)}. Choose one.`;
    case 'severalNumbers':
      return `${name} holds more than one number, “${text}”; a cell holds one. ${determined(detail)}`;
    case 'text':
      return `${name} holds the text “${text}”; a figure belongs here. ${detail.determined === null ? 'Correct it; leave it blank or 0 where there is none.' : determined(detail)}`;
    case 'date':
      return `${name} is a date${text === '' ? '' : `, shown as “${text}”`}; a figure belongs here. ${due(detail)}Change the format and check the figure.`;
    case 'boolean':
      return `${name} is the logical value ${text}; a figure belongs here. ${due(detail)}Correct it.`;
    case 'placeholder':
      return `${name} uses “${text}” for blank and is taken as blank. Better leave it blank or 0.`;
    case 'error':
      return `${name} shows the error ${text}; totals with it cannot be checked. Correct the formula or type the figure.`;
    case 'belowFen':
      return `${name} states ${groupDigits(text)}, with decimals below a fen. Check for superfluous decimals.`;
  }
}

/** a, b and c. */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The invisible characters of a text figure. */
function hiddenSigns(hidden: readonly string[]): string {
  return hidden.length === 0 ? '' : ` with invisible characters (${hidden.join(', ')})`;
}

/** What the totals determine in place of what is neither a number nor words. */
function due({ determined: amount }: DetailOf<'content'>): string {
  return amount === null ? '' : `By the totals it is ${groupDigits(amount)}. `;
}

/** What the totals determine in place of a text. */
function determined({ determined: amount }: DetailOf<'content'>): string {
  return amount === null
    ? 'Check it and type one figure.'
    : `By the totals it is ${groupDigits(amount)}; check it and correct the cell.`;
}

function dependency({ place, stated, present }: DetailOf<'dependency'>): string {
  const name = placeName(place, en);
  const measures = present.map((measure) => measureName(measure, en));
  const others = `${listed(measures)} ${measures.length === 1 ? 'is' : 'are'} stated`;
  if (place.measure === 'budgeted') {
    return `${name} is missing, but ${others}. Explain spending carried over from last year; otherwise fill in the budget.`;
  }
  return present.includes('projectCount')
    ? `${name}: there are projects, but no amount at all. Fill in the amounts, or explain.`
    : `${name} is ${stated?.startsWith('-') === true ? 'not above 0' : 'missing'}, but ${others}. Fill in the project count, or check whether the amount stands on the wrong line.`;
}

function comparison(detail: DetailOf<'comparison'>): string {
  const { place, stated, limit, limitStated, excess, twin } = detail;
  const base = `${states(place, stated)}, over ${measureName(limit.measure, en)} (${limit.cell}) ${statedFigure(limit, limitStated, en)} by ${groupDigits(excess)} ${unitOf(place)}.`;
  const same =
    twin === null
      ? ''
      : ` ${formName(twin.form, en)}, ${placeName(twin, en)}, is over by exactly the same: very likely the same project.`;
  return `${base}${same} ${explain}`;
}

function lines({ problem, line, edition: own, row }: DetailOf<'lines'>): string {
  switch (problem) {
    case 'missing':
      return `The line “${line}” is missing (${editionName(own, en)}). Add it, blank where there is nothing.`;
    case 'missingTotal':
      return 'The total line 合计 is missing, so columns and tables could not be compared. Add it below the last line.';
    case 'totalUnnamed':
      return line === ''
        ? `Row ${row ?? 0} has no label, and its figures are the sums of the other lines: it looks like the total line and was checked as such. Write 合计 here.`
        : `The figures of row ${row ?? 0} “${line}” are the sums of the other lines: it looks like the total line and was checked as such. Change “${line}” to 合计.`;
    case 'subtotal':
      return `Row ${row ?? 0} “${line}” sums other lines; the form has no such line, and it was left out of the column totals. Delete it; where the total's formula adds it, correct the formula.`;
    case 'duplicate':
      return `“${line}” stands more than once; row ${row ?? 0} repeats it. Merge the lines.`;
    case 'unknown':
      return line === ''
        ? `Row ${row ?? 0} holds figures and has no label; it was summed like any other line. Name it, or move the figures.`
        : `Row ${row ?? 0} “${line}” is no line of the form; it was summed like any other line. Use the form's label, or merge it into 其他 or another line.`;
  }
}

function edition({ line, editions, sheetEdition, ownTitle }: DetailOf<'edition'>): string {
  const from = editions.map((entry) => editionName(entry, en)).join(', ');
  const instead =
    ownTitle === null
      ? `${editionName(sheetEdition, en)} has no such line.`
      : `${editionName(sheetEdition, en)} says “${ownTitle}”.`;
  return `“${line}” belongs to ${from}; ${instead} The line was checked as what it means; better use one edition.`;
}

/** Where it is put right by hand. */
function headingCell({ cells }: Finding, what: string): string {
  const [cell] = cells;
  return cell === undefined ? '' : ` The ${what} stands in ${cell}.`;
}

function year({ year: stated, expected, problem }: DetailOf<'year'>): string {
  switch (problem) {
    case 'future':
      return `The year ${stated} is in the future. Check the year.`;
    case 'notOver':
      return `The year ${stated} is not over; the annual report follows the final accounts. Check the year or the round.`;
    case 'notThisRound':
      return `The year is ${stated}; this round reports ${expected ?? ''}. Check the year or the round.`;
  }
}

function totalFormula(detail: DetailOf<'totalFormula'>): string {
  const name = placeName(detail.place, en);
  if (detail.problem === 'typedOver') {
    const off =
      detail.difference === null || detail.difference === '0'
        ? 'the value agrees now, but will not follow later changes'
        : `the value differs from ${shown(detail.computed)} by ${unsignedDigits(detail.difference)} ${unitOf(detail.place)}`;
    return `${name} was typed (${shown(detail.stated)}) where the neighbouring totals are formulas; ${off}. Better restore ${detail.expected}.`;
  }
  const parts = [
    detail.uncovered.length === 0 ? '' : `leaves out ${cellList(detail.uncovered)}`,
    detail.superfluous.length === 0 ? '' : `adds ${cellList(detail.superfluous)} too often`,
  ].filter((part) => part !== '');
  const value =
    detail.problem === 'range'
      ? 'the value happens to agree now, and will be wrong after changes'
      : `it gives ${shown(detail.stated)} where ${shown(detail.computed)} is right: ${unsignedDigits(detail.difference)} ${unitOf(detail.place)} ${moreOrLess(detail.difference)}`;
  return `${name}: the formula ${detail.formula} ${parts.join(' and ')}; ${value}. Use ${detail.expected}.`;
}

/** All addresses of a short list; a long one names its ends and how many there are. */
function cellList(cells: readonly string[]): string {
  if (cells.length <= 6) return cells.join(', ');
  return `${cells[0] ?? ''} to ${cells.at(-1) ?? ''} (${cells.length} cells)`;
}
