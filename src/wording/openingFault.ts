/** Why was a file not opened, and what is to be done? One sentence for whatever was in the way. */
import type { FileFault, HostFault } from '../domain/fault';
import { isFileFault } from '../domain/fault';
import { fileFaultMessage } from './fileFaults';
import { hostFaultMessage } from './hostFaults';
import type { Language } from './language';

export function openingFault(fault: FileFault | HostFault, language: Language): string {
  return isFileFault(fault) ? fileFaultMessage(fault, language) : hostFaultMessage(fault, language);
}
