/** Which sheets does an .xlsx list, and how does it count days and calculate? */
import type { Calculation, Grid } from '../../domain/grid';
import type { XmlTag } from '../xml/xmlTag';
import { unescapeText } from './cellText';
import type { WorkbookPackage } from './workbookPackage';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly visibility: Grid['visibility'];
  readonly relationship: string;
}

/** What the workbook part says. */
export interface WorkbookPart {
  readonly root: string;
  readonly sheets: readonly ListedSheet[];
  /** True: day 0 is 1904-01-01, as on old Macs. */
  readonly countsFrom1904: boolean;
  readonly calculation: Calculation;
}

/** Reads the workbook part. */
export async function readWorkbookPart(
  parts: WorkbookPackage,
  name: string,
): Promise<WorkbookPart> {
  const sheets: ListedSheet[] = [];
  let root = '';
  let section = '';
  let countsFrom1904 = false;
  let calculation: Calculation = { mode: 'automatic', isPending: false, fullOnLoad: false };
  await parts.readXml(name, {
    open: (element, depth, tag) => {
      if (depth === 1) root = element;
      else if (depth === 2) {
        section = element;
        if (element === 'workbookPr') countsFrom1904 = tag.isSet('date1904');
        else if (element === 'calcPr') calculation = calculationOf(tag);
      } else if (depth === 3 && section === 'sheets' && element === 'sheet') {
        const state = tag.attribute('state');
        sheets.push({
          name: unescapeText(tag.attribute('name') ?? ''),
          visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
          relationship: tag.prefixedAttribute('id') ?? '',
        });
      }
      return false;
    },
    close: () => undefined,
  });
  return { root, sheets, countsFrom1904, calculation };
}

/** A calculation that was interrupted is marked by `calcCompleted="0"`; it counts as done otherwise. */
function calculationOf(tag: XmlTag): Calculation {
  return {
    mode: tag.attribute('calcMode') === 'manual' ? 'manual' : 'automatic',
    isPending: ['0', 'false', 'off'].includes(tag.attribute('calcCompleted') ?? ''),
    fullOnLoad: tag.isSet('fullCalcOnLoad'),
  };
}
