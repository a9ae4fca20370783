/** What does `npm run report` print for a reader? */
import type { TextPlace } from '../domain/reportText/checkReportText';
import { tablesOfReturn } from '../domain/returns/unitReturn';
import {
  checkedFigureMessage,
  reportVerdicts,
  sentenceText,
  unrecognisedMessage,
} from '../wording/reportText';
import { tableTitle } from '../wording/units';
import { visibleLines } from '../wording/visibleText';
import type { ReportArguments } from './reportArguments';
import type { ReportOutcome } from './reportOutcome';

/** The sentences, one a line. */
export function sentencesText({ sentences }: ReportOutcome): string {
  if (sentences === null) return '';
  return visibleLines(sentences.sentences.map((each) => sentenceText(each, sentences)));
}

/** Signs in front of a figure that show of which sentence it is. */
const shownBefore = 16;
const shownBehind = 6;

/** The figures of a report: those that differ first of all, those that agree in a line each. */
export function checkedReportText(
  { check, workbook }: ReportArguments,
  { chosen, checked }: ReportOutcome,
): string {
  if (checked === null) return '';
  const { text, outcome } = checked;
  const [first] = chosen === null ? [] : tablesOfReturn(chosen.unit);
  const { figures, unrecognised } = outcome;
  const of = (verdict: string) => figures.filter((each) => each.verdict === verdict);
  const told = [...of('differs'), ...of('doubtful'), ...of('agrees')];
  const counts = (['agrees', 'differs', 'doubtful'] as const)
    .map((verdict) => `${reportVerdicts[verdict]} ${of(verdict).length} 个`)
    .join('，');
  const left = unrecognised.length === 0 ? '' : `，未核对 ${unrecognised.length} 个`;
  return visibleLines([
    `■ ${check ?? ''}（对照 ${workbook}）`,
    ...(first === undefined ? [] : [`  ${tableTitle(first.table, 'zh-CN')}`]),
    `  引用统计表的数 ${figures.length} 个：${counts}${left}。`,
    ...told.map(
      (figure) =>
        `  ${reportVerdicts[figure.verdict]}  ${quoted(text, figure)}  ${checkedFigureMessage(figure)}`,
    ),
    ...unrecognised.map(
      (figure) => `  未核对  ${quoted(text, figure)}  ${unrecognisedMessage(figure)}`,
    ),
  ]);
}

/** …，执行资金【40790.51 万元】，决算…, on one line. */
function quoted(text: string, { start, end }: TextPlace): string {
  const before = text.slice(Math.max(0, start - shownBefore), start).replace(/^.*[\r\n]/s, '');
  const behind = text.slice(end, end + shownBehind).replace(/[\r\n].*$/s, '');
  return `…${before}【${text.slice(start, end).replace(/\s+/g, ' ')}】${behind}…`;
}
