/** Why was what was typed not written? The cell holds what it held. */
import type { HostFault } from '../../domain/fault';
import { hostFaultMessage } from '../../wording/hostFaults';
import type { Language } from '../../wording/language';
import { pageTexts } from '../../wording/pageTexts';

export function writingFault(fault: HostFault, language: Language): string {
  const { notEntered, locked } = pageTexts(language).table;
  const why = fault.code === 'sheetProtected' ? locked : hostFaultMessage(fault, language);
  return notEntered + why;
}
