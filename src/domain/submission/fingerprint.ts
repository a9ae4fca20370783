/**
 * By what can a printed report be matched with its file? A fingerprint of the figures: the rule is
 * docs/fingerprint.md, so that anybody can work it out again.
 */
import { formatAmount } from '../amount';
import { isCellError } from '../grid';
import { amountOf, isBlank } from '../recognise/figure';
import type { Figure, TableView } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import { sha256 } from './sha256';

/** 64 hexadecimal digits. */
export function fingerprintOf(unit: UnitReturn): string {
  return sha256(fingerprintText(unit));
}

/** The text of which the fingerprint is taken. */
export function fingerprintText(unit: UnitReturn): string {
  const lines = [
    'purchase-services-statistics figures 1',
    ...tablesOfReturn(unit).flatMap(tableLines),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function tableLines(view: TableView): string[] {
  const { reportingUnit, fiscalYear, currencyUnit } = view.table.heading;
  const stated = [reportingUnit.value, fiscalYear.value, currencyUnit.value];
  const heading = [
    view.form,
    ...stated.map((value) => oneLine(value === null ? '' : String(value))),
  ];
  return [
    heading.join('\t'),
    ...view.lines.map(({ label, all }) => [oneLine(label), ...all.map(figureText)].join('\t')),
  ];
}

/** What is stored, also where the formula should give something else. */
function figureText({ reading, cell }: Figure): string {
  if (isBlank(reading)) return '';
  const amount = amountOf(reading);
  if (amount !== null) return formatAmount(amount);
  const value = cell?.value ?? null;
  return `"${oneLine(isCellError(value) ? value.error : String(value ?? ''))}"`;
}

/** White space as single spaces, none around it. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** As it is printed: the first sixteen digits in fours, 9F3C 02AB 77E1 D04C. */
export function printedFingerprint(fingerprint: string): string {
  return (fingerprint.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ');
}
