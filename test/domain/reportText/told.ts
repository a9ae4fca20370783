/** What is told of a report's text, held against the city's own tables. */
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import type { CheckedText } from '../../../src/domain/reportText/checkReportText';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { puyang } from '../forms';

export function checked(text: string): CheckedText {
  const workbook = puyang();
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  return checkReportText(text, unit, 'annual');
}

/** Each figure as text and verdict, or why it was not compared. */
export function told(text: string): string[] {
  const { figures, unrecognised } = checked(text);
  return [...figures, ...unrecognised]
    .sort((a, b) => a.start - b.start)
    .map((one) => `${one.text} ${'verdict' in one ? one.verdict : one.reason}`);
}
