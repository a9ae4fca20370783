/** Which units are sent back, and with which letters? */
import type { SetUnit } from '../../application/consolidation/judgeGiven';
import type { ReturnLetter } from '../../application/report/letter';
import type { ListLayout } from '../../domain/template/layout';
import { sheetNamesFor } from '../../domain/template/sheetNames';
import { consolidationTexts } from '../../wording/consolidationTexts';
import type { Language } from '../../wording/language';
import { letterLines } from '../../wording/returnLetter';

/** A unit with errors, and its letter. */
export interface SentBack {
  readonly name: string;
  readonly letter: ReturnLetter;
}

/** Those with errors; a letter about warnings alone is written only where the unit is looked at. */
export function sentBack(units: readonly SetUnit[]): SentBack[] {
  return units.flatMap(({ unit, counts, letter }) =>
    letter === null || counts.error === 0 ? [] : [{ name: unit.name, letter }],
  );
}

/** Lines of a letter as they are copied. */
export function letterText(letter: ReturnLetter): string {
  return letterLines(letter).join('\r\n');
}

/** All letters as one workbook, a sheet for each unit. */
export function lettersOf(
  units: readonly SetUnit[],
  language: Language,
): { readonly file: string; readonly lists: readonly ListLayout[] } {
  const { fileName, fallbackSheet } = consolidationTexts(language).letters;
  const back = sentBack(units);
  const names = sheetNamesFor(
    back.map(({ name }) => name),
    fallbackSheet,
  );
  const lists = back.map(({ letter }, index) => ({
    name: names[index] ?? '',
    columns: [{ title: letter.title, width: 110, numberFormat: null }],
    rows: letterLines(letter)
      .slice(1)
      .map((line) => [line]),
    hasFilter: false,
  }));
  return { file: `${fileName}.xlsx`, lists };
}
