/** Tables with warnings of many rules, and which cells each rule compares: written here a second time, by columns. */
import type { Finding, RuleId } from '../../../src/domain/finding';
import type { CheckSettings } from '../../../src/domain/rules/settings';
import type { Changes, Content } from '../forms';
import { settings } from '../forms';

/** Warnings of many kinds at once; that errors stand beside them does not matter. */
export const table1: Changes = {
  // No budget; projects without amounts.
  C6: undefined,
  D6: 12,
  B7: 3,
  C7: undefined,
  D7: undefined,
  E7: undefined,
  // A total typed over among formulas, and one that takes its figure from elsewhere.
  ...Object.fromEntries(
    Array.from('BCDEFGHIJKLM').map((letter): [string, Content] => [
      `${letter}24`,
      { formula: `=SUM(${letter}5:${letter}23)`, value: 0 },
    ]),
  ),
  C24: 35956.4864,
  G9: { formula: '=[1]表!A1', value: 8 },
};
export const settled: CheckSettings = { ...settings, lowestExecutionRate: 99 };

/** Rows of a finding's cell and the letters of the columns that its rule compares, by its own. */
const block = (letter: string): string =>
  ['BCDE', 'FGHI', 'JKLM'].find((own) => own.includes(letter)) ?? '';
const restsOn: Readonly<Partial<Record<RuleId, (letter: string) => string>>> = {
  'R-010': (letter) => block(letter).slice(1, 3),
  'R-020': (letter) => block(letter).slice(2, 4),
  'R-030': (letter) => block(letter).slice(1, 3),
  'L-035': (letter) => block(letter).slice(1, 4),
  'L-040': (letter) => block(letter),
  'F-030': (letter) => letter,
};

/** Cells of a table (`C12`) that a finding rests on. */
export function cellsBehind(finding: Finding): string[] {
  const cell = finding.cells[0] ?? '';
  const [letter, row] = [cell.slice(0, 1), cell.slice(1)];
  if (finding.rule === 'F-010') {
    return Array.from({ length: 20 }, (_, at) => `${letter}${at + 5}`);
  }
  const letters = restsOn[finding.rule]?.(letter);
  if (letters === undefined) throw new Error(`nothing is known of ${finding.rule}`);
  return Array.from(letters, (one) => `${one}${row}`);
}
