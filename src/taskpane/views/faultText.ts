/** What happened and what to do, for every failure that the pane can meet. */
import { faultMessage } from '../../wording/faults';
import type { Language } from '../../wording/language';
import type { PaneTexts } from '../../wording/pane';
import type { PaneFault } from '../state/paneState';

export function faultText(fault: PaneFault, texts: PaneTexts, language: Language): string {
  return fault.code === 'notLoaded' ? texts.notLoaded : faultMessage(fault, language);
}
