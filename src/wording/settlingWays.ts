/** By which of several ways does a finding go that stands with them? */
import type { ReportItem } from '../application/report/reportItem';
import type { Finding } from '../domain/finding';
import type { CorrectedCells } from '../domain/rules/diagnosePairs';
import { proposedFigure } from './diagnoses';
import type { Language } from './language';

/**
 * （若 D11 改为 1,237.98，随之解决；否则仍在）: of what follows from only some of an item's choices; empty where it
 * follows from all of them, and of totals, which are what the choices are about.
 */
export function settlingRemark(item: ReportItem, finding: Finding, language: Language): string {
  if (item.kind !== 'choice' || 'equality' in finding.detail) return '';
  const ways = item.choices.filter(({ findings }) => findings.includes(finding.id));
  if (ways.length === 0 || ways.length === item.choices.length) return '';
  const named = ways.map((way) => wayName(way, finding, language));
  return language === 'zh-CN'
    ? `（若 ${named.join('，或 ')}，随之解决；否则仍在）`
    : ` (settled if ${named.join(', or ')}; otherwise it stays)`;
}

/** The first of its cells in the finding's table with what is to stand there. */
function wayName({ corrections }: CorrectedCells, { sheet }: Finding, language: Language): string {
  const first = corrections.find(({ place }) => place.sheet === sheet) ?? corrections[0];
  if (first === undefined) return '';
  const value = proposedFigure(first, language);
  const isSeveral = corrections.length > 1;
  if (language === 'zh-CN') return `${first.place.cell} ${isSeveral ? '等' : ''}改为 ${value}`;
  return `${first.place.cell}${isSeveral ? ' with others' : ''} is changed to ${value}`;
}
