/** Which sheets does an .xlsx list, and how does it count days and calculate? */
import { namesLeadingOut, type NameDefinition } from '../../domain/formulas/otherWorkbooks';
import type { Calculation, Grid, WorkbookName } from '../../domain/grid';
import { parseNumber, type XmlTag } from '../xml/xmlTag';
import { unescapeText } from './cellText';
import { displayedFormula, longestFormula } from './formulaText';
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
  /** As in a workbook's grids. */
  readonly names: readonly WorkbookName[];
}

/** Reads the workbook part. */
export async function readWorkbookPart(
  parts: WorkbookPackage,
  name: string,
): Promise<WorkbookPart> {
  const sheets: ListedSheet[] = [];
  const names: ListedName[] = [];
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
      } else if (depth === 3 && section === 'definedNames' && element === 'definedName') {
        names.push({
          name: unescapeText(tag.attribute('name') ?? ''),
          sheet: parseNumber(tag.attribute('localSheetId') ?? ''),
          isHidden: tag.isSet('hidden'),
          formula: '',
        });
        return true;
      }
      return false;
    },
    close: (_, depth, content) => {
      const last = names.at(-1);
      if (depth === 3 && section === 'definedNames' && last !== undefined)
        last.formula = content.asText();
    },
  });
  return { root, sheets, countsFrom1904, calculation, names: leadingOut(names, sheets) };
}

interface ListedName extends Omit<NameDefinition, 'sheet' | 'formula'> {
  /** Place of its sheet in the list. */
  readonly sheet: number | null;
  formula: string;
}

function leadingOut(
  names: readonly ListedName[],
  sheets: readonly ListedSheet[],
): readonly WorkbookName[] {
  const definitions = names
    .filter(({ name }) => !name.startsWith('_xlnm.'))
    .map(({ sheet, formula, ...name }) => ({
      ...name,
      sheet: sheet === null ? null : (sheets[sheet]?.name ?? null),
      // Of one that is longer than Excel accepts the beginning is looked at.
      formula: displayedFormula(formula.slice(0, longestFormula)),
    }));
  return namesLeadingOut(definitions);
}

/** A calculation that was interrupted is marked by `calcCompleted="0"`; it counts as done otherwise. */
function calculationOf(tag: XmlTag): Calculation {
  return {
    mode: tag.attribute('calcMode') === 'manual' ? 'manual' : 'automatic',
    isPending: ['0', 'false', 'off'].includes(tag.attribute('calcCompleted') ?? ''),
    fullOnLoad: tag.isSet('fullCalcOnLoad'),
  };
}
