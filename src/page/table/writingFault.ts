/** Why was what was typed not written? The cell holds what it held. */
import type { HostFault } from '../../domain/fault';
import { hostFaultMessage } from '../../wording/hostFaults';
import type { Language } from '../../wording/language';
import { pageTexts } from '../../wording/pageTexts';
import type { PasteRefusal } from '../book/pasting';

export function writingFault(fault: HostFault, language: Language): string {
  const { notEntered, locked } = pageTexts(language).table;
  const why = fault.code === 'sheetProtected' ? locked : hostFaultMessage(fault, language);
  return notEntered + why;
}

/** Why was a block not pasted? */
export function pasteRefusal(refusal: PasteRefusal, language: Language): string {
  const { notPasted } = pageTexts(language).table;
  if (!('cells' in refusal)) return notPasted[refusal.why]();
  const [first = ''] = refusal.cells;
  return notPasted[refusal.why](first, refusal.cells.length);
}
