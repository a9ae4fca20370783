/** What is said of something done, or that failed? */
import { belongingTexts } from '../../wording/belongings';
import { explainingTexts } from '../../wording/explaining';
import { hostFaultMessage } from '../../wording/hostFaults';
import type { Language } from '../../wording/language';
import type { PaneTexts } from '../../wording/pane';
import { submitTexts } from '../../wording/submitTexts';
import { writingTexts } from '../../wording/writingTexts';
import type { Aftermath, Deed, Notice } from '../state/paneState';

/** What was done; of a failure why and what to do about it, without the name of what failed. */
export function noticeText(notice: Notice, texts: PaneTexts, language: Language): string {
  return notice.kind === 'failed'
    ? hostFaultMessage(notice.fault, language)
    : deedText(notice.deed, texts, language);
}

function deedText(deed: Deed, { marks, list, settings }: PaneTexts, language: Language): string {
  const writing = writingTexts(language);
  switch (deed.kind) {
    case 'marksCleared':
      return deed.rules === 0 ? marks.none : marks.off(deed.rules);
    case 'copied':
      return list.copied(deed.findings);
    case 'explained':
      return explainingTexts(language).done(deed.act, deed.count);
    case 'belongingsRemoved':
      return belongingTexts(language).removed(deed);
    case 'undoForgotten':
      return settings.undoForgotten;
    case 'noTable':
      return writing.fill.noTable;
    case 'nothingToFill':
      return writing.fill.nothing;
    case 'nothingToCorrect':
      return writing.correct.nothing;
    case 'nothingToUndo':
      return writing.undo.nothing;
    case 'checkedInstead':
      return writing.correct.checkedAnew;
    case 'written':
      return writing.written(deed.outcome, deed.errors);
    case 'inserted':
      return writing.inserted(deed.sheets, deed.pages);
    case 'roundedInPlace':
      return writing.rounding.done(deed.outcome);
    case 'replaced':
      return writing.replaced(deed.outcome);
    case 'reported':
      return submitTexts(language).report.done(deed.outcome);
    case 'reportsRemoved':
      return submitTexts(language).report.removed(deed.reports);
    case 'undone':
      return writing.undone(deed.outcome);
  }
}

/** What is in the workbook after a change that was interrupted. */
export function aftermathText(aftermath: Aftermath, language: Language): string {
  const writing = writingTexts(language);
  switch (aftermath.kind) {
    case 'writing':
      return writing.progress(aftermath.progress);
    case 'inserting':
      return writing.insertLeft(aftermath.left);
    case 'inserted':
      return writing.inserted(aftermath.sheets, aftermath.pages);
  }
}
