/** The words of previews, undo and the template's form, for the views that are loaded later. */
import type { WritingTexts } from '../../wording/paneWriting';
import { writingTexts } from '../../wording/writingTexts';
import { usePane } from '../PaneContext';

export function useWritingTexts(): WritingTexts {
  return writingTexts(usePane().language);
}
