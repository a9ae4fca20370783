/** What is said of something that was done on the page? */
import { fileFaultMessage } from '../../wording/fileFaults';
import type { Language } from '../../wording/language';
import { otherFilesText } from '../../wording/otherFiles';
import type { ConsolidationTexts } from '../../wording/paneConsolidation';
import { visibleText } from '../../wording/visibleText';
import { shortName } from '../../wording/setFindings';
import type { Remark } from './state';

/** Empty where nothing is to be said, or it is said elsewhere. */
export function remarkText(
  remark: Remark | null,
  words: ConsolidationTexts,
  language: Language,
): string {
  switch (remark?.kind) {
    case undefined:
    case 'nothingSelected':
    case 'notReplaced':
      return '';
    case 'namesCopied':
      return words.problems.namesCopied(remark.names);
    case 'letterCopied':
      return words.unit.letterCopied(visibleText(remark.name));
    case 'lettersCopied':
      return words.letters.copied(remark.letters);
    case 'lettersSaved':
      return words.letters.saved(remark.file);
    case 'lettersNotSaved':
      return words.letters.notSaved;
    case 'emptyFolder':
      return words.emptyFolder;
    case 'otherFiles':
      return otherFilesText(remark.files, language);
    case 'ownChanged':
      return words.preview.ownChanged;
    case 'resultChanged':
      return words.replace.resultChanged;
    case 'fileReplaced':
      return words.unit.replaced(visibleText(remark.file));
    case 'fileNotReplaced':
      return `${words.unit.notReplaced}${whyText(remark.why, words, language)}`;
  }
}

function whyText(
  why: Extract<Remark, { readonly kind: 'fileNotReplaced' }>['why'],
  words: ConsolidationTexts,
  language: Language,
): string {
  if (why === 'several') return words.replace.several;
  return why.code === 'otherName'
    ? words.unit.otherName(shortName(why.found, language), shortName(why.wanted, language))
    : fileFaultMessage(why, language);
}
