/** What is said of something that was done on the page? */
import type { ConsolidationTexts } from '../../wording/paneConsolidation';
import { visibleText } from '../../wording/visibleText';
import type { Remark } from './state';

/** Empty where nothing is to be said, or it is said elsewhere. */
export function remarkText(remark: Remark | null, words: ConsolidationTexts): string {
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
  }
}
