/** What does an .xlsx or .xlsm hold? */
import type { Grid, WorkbookGrids } from '../../domain/grid';
import { CellBudget } from '../cellBudget';
import { corrupt, notWorkbook, unsupportedFormat } from '../fileFaultError';
import { readZipDirectory } from '../zip/directory';
import { readSharedStrings } from './sharedStrings';
import { readStyles } from './styles';
import { readWorkbookPart } from './workbookPart';
import { WorkbookPackage, type Relationship } from './workbookPackage';
import { WorksheetReader, type SheetContext } from './worksheet';

/**
 * Reads a zip that should be a workbook. Only worksheets become grids; sheets that are charts,
 * dialogs or macros hold no cells of a form. Macros, images and external links are not even inflated.
 *
 * @throws FileFaultError
 */
export async function readOoxml(bytes: Uint8Array): Promise<WorkbookGrids> {
  const parts = new WorkbookPackage(bytes, readZipDirectory(bytes));
  const main = await findMainPart(parts);
  const { root, sheets, countsFrom1904, calculation } = await readWorkbookPart(parts, main);
  if (root !== 'workbook') throw notWorkbook();
  const relationships = await parts.readRelationships(main);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const stringsPart = partOfType(relationships, 'sharedStrings');
  const stylesPart = partOfType(relationships, 'styles');
  const context: SheetContext = {
    strings: stringsPart === null ? [] : await readSharedStrings(parts, stringsPart),
    styles: stylesPart === null ? [] : await readStyles(parts, stylesPart),
    countsFrom1904,
    budget: new CellBudget(),
    textCells: [],
  };
  const grids: Grid[] = [];
  for (const sheet of sheets) {
    const relationship = byId.get(sheet.relationship);
    if (relationship === undefined) throw corrupt();
    if (relationship.type !== 'worksheet' || relationship.isExternal) continue;
    const reader = new WorksheetReader(context);
    await parts.readXml(relationship.target, reader);
    grids.push(reader.grid(sheet));
  }
  return { sheets: grids, calculation };
}

function partOfType(relationships: readonly Relationship[], type: string): string | null {
  const found = relationships.find((one) => one.type === type && !one.isExternal);
  return found?.target ?? null;
}

/** The part that the package calls its document, if it can be a workbook's. */
async function findMainPart(parts: WorkbookPackage): Promise<string> {
  const main = partOfType(await parts.readRelationships(''), 'officeDocument');
  if (main === null) throw await otherZip(parts);
  if (main.endsWith('.bin'))
    throw main.includes('workbook') ? unsupportedFormat('XLSB') : notWorkbook();
  if (!parts.has(main)) throw corrupt();
  return main;
}

/** A zip without an Office document: another spreadsheet format, or none. */
async function otherZip(parts: WorkbookPackage): Promise<Error> {
  const kind = await parts.readBeginning('mimetype');
  if (kind.startsWith('application/vnd.oasis.opendocument.spreadsheet')) {
    return unsupportedFormat('ODS');
  }
  if (parts.names().some((name) => /^index(?:\/|\.zip$).*/.test(name) && !name.endsWith('.html'))) {
    return unsupportedFormat('Numbers');
  }
  return notWorkbook();
}
