/** Do the charts of an .xlsx draw figures of another workbook? Nothing else of them is read. */
import { refersToOtherWorkbook } from '../../domain/formulas/otherWorkbooks';
import { FileFaultError } from '../fileFaultError';
import { unescapeText } from './cellText';
import type { WorkbookPackage } from './workbookPackage';

/** Charts stand in parts of these names, whoever wrote the file. */
const chartPart = /(?:^|\/)charts(?:ex)?\/chart(?:ex)?\d*\.xml$/;

/** True where one does; one that is damaged says nothing. */
export async function chartsLeadOut(parts: WorkbookPackage): Promise<boolean> {
  for (const name of parts.names().filter((one) => chartPart.test(one))) {
    if (await chartLeadsOut(parts, name)) return true;
  }
  return false;
}

async function chartLeadsOut(parts: WorkbookPackage, name: string): Promise<boolean> {
  let leadsOut = false;
  try {
    await parts.readXml(name, {
      open: (element) => element === 'f',
      close: (element, _depth, content) => {
        if (element !== 'f') return;
        leadsOut ||= refersToOtherWorkbook(`=${unescapeText(content.asText())}`);
      },
    });
  } catch (error) {
    if (!(error instanceof FileFaultError) || error.fault.code !== 'unreadable') throw error;
  }
  return leadsOut;
}
