/** Which sheets does an .xlsx list, in what order, and by which calendar does it count days? */
import type { Grid } from '../../domain/grid';
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
  await parts.readXml(name, {
    open: (element, depth, tag) => {
      if (depth === 1) root = element;
      else if (depth === 2) {
        section = element;
        if (element === 'workbookPr') countsFrom1904 = tag.isSet('date1904');
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
  return { root, sheets, countsFrom1904 };
}
