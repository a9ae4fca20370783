/** What is noted beside the figures of a sum, in the words of the page? */
import type { GivenSet } from '../../application/consolidation/givenSet';
import { notTakenOf, takenOutOf, usedLabels } from '../../application/consolidation/givenSet';
import type { JudgedSet } from '../../application/consolidation/judgeGiven';
import type { Consolidated } from '../../domain/consolidate/consolidate';
import type { CheckSettings } from '../../domain/rules/settings';
import type { ListLayout } from '../../domain/template/layout';
import { consolidationNotes } from '../../wording/consolidationNotes';
import { consolidationTexts } from '../../wording/consolidationTexts';
import { fileFaultMessage } from '../../wording/fileFaults';
import type { Language } from '../../wording/language';
import { refusalMessage } from '../../wording/refusals';
import { unreadMessage } from '../../wording/unread';
import type { ConsolidateState } from './state';

interface Noted extends ConsolidateState {
  readonly judged: JudgedSet;
  readonly checkedWith: CheckSettings;
}

/** The sheet that says what counted, what did not, and why. */
export function notesOf(
  { given, judged, decisions, checkedWith, inputs }: Noted,
  result: Consolidated,
  language: Language,
): ListLayout {
  const { labels, includeErrors } = decisions;
  return consolidationNotes(
    {
      result,
      judgement: judged.judgement,
      settings: checkedWith,
      labelChoices: usedLabels(judged.units, labels),
      includesErrors: includeErrors === 'all' || includeErrors.size > 0,
      inputs,
      letters: new Map(
        judged.units.flatMap(({ unit, letter }) => (letter === null ? [] : [[unit.id, letter]])),
      ),
      takenOut: takenOutOf(given).map(({ unit: { name, source } }) => ({
        name,
        source:
          source.kind === 'file' ? source.file : consolidationTexts(language).files.thisWorkbook,
      })),
      notRead: notReadOf(given, language),
    },
    language,
  );
}

/** Everything that was given and not taken, with the reason. */
function notReadOf(
  given: GivenSet,
  language: Language,
): { readonly file: string; readonly message: string }[] {
  const texts = consolidationTexts(language);
  return [
    ...given.files.flatMap(({ name, fault }) =>
      fault === null ? [] : [{ file: name, message: fileFaultMessage(fault, language) }],
    ),
    ...given.notReached.map((file) => ({ file, message: texts.files.notReached(1) })),
    ...notTakenOf(given).flatMap(({ file, refused, unread }) =>
      [
        ...refused.map((one) => refusalMessage(one, language)),
        ...unread.map((one) => unreadMessage(one, language)),
      ].map((message) => ({ file: file ?? texts.files.thisWorkbook, message })),
    ),
  ];
}
