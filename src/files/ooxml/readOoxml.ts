/** What does an .xlsx or .xlsm hold? */
import type { FileFault } from '../../domain/fault';
import type { Grid, LinkBeside, WorkbookGrids } from '../../domain/grid';
import { mayHoldTable, type Unread } from '../../domain/unread';
import { CellBudget } from '../cellBudget';
import {
  archive,
  corrupt,
  FileFaultError,
  notWorkbook,
  unsupportedFormat,
} from '../fileFaultError';
import { readZipDirectory } from '../zip/directory';
import { chartsLeadOut } from './charts';
import { readExplanations } from './explanations';
import { readSharedStrings } from './sharedStrings';
import { readStyles } from './styles';
import { readWorkbookPart } from './workbookPart';
import { WorkbookPackage, type Relationship } from './workbookPackage';
import { WorksheetReader, type SheetContext } from './worksheet';

/**
 * Reads a zip that should be a workbook. Only worksheets become grids; sheets that are charts,
 * dialogs or macros hold no cells of a form. Macros, images and external links are not even inflated.
 * A worksheet that cannot be read is named, and the others are read, unless none can be.
 *
 * @throws FileFaultError
 */
export async function readOoxml(
  bytes: Uint8Array,
  onProgress?: (part: number) => void,
): Promise<WorkbookGrids> {
  const parts = new WorkbookPackage(bytes, readZipDirectory(bytes), onProgress);
  const main = await findMainPart(parts);
  const { root, sheets, countsFrom1904, calculation, names } = await readWorkbookPart(parts, main);
  if (root !== 'workbook') throw notWorkbook();
  const relationships = await parts.readRelationships(main);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const strings = await readIfSound(
    parts,
    partOfType(relationships, 'sharedStrings'),
    readSharedStrings,
  );
  const styles = await readIfSound(parts, partOfType(relationships, 'styles'), readStyles);
  const context: SheetContext = {
    strings: strings.content,
    styles: styles.content ?? [],
    countsFrom1904,
    budget: new CellBudget(),
    textCells: [],
  };
  const grids: Grid[] = [];
  const unread: Unread[] = [];
  const linksBeside: LinkBeside[] = [];
  let namesStyles = false;
  for (const sheet of sheets) {
    const relationship = byId.get(sheet.relationship);
    // Excel passes over a sheet without a part, as hidden sheets of old macros are.
    if (relationship === undefined) {
      const reason = sheet.relationship === '' ? 'none' : 'missing';
      unread.push({ sheet: sheet.name, part: 'sheet', reason });
      continue;
    }
    if (relationship.type !== 'worksheet' || relationship.isExternal) continue;
    const reader = new WorksheetReader(context);
    const fault = await unlessDamaged(async () => {
      await parts.readXml(relationship.target, reader);
      grids.push(reader.grid(sheet));
      linksBeside.push(...reader.linked.map((link) => ({ ...link, sheet: sheet.name })));
    });
    namesStyles ||= reader.namesStyles;
    if (fault === null) continue;
    const lacksTexts = reader.lacksTexts && strings.reason !== null;
    const missing = parts.has(relationship.target) ? 'damaged' : 'missing';
    unread.push({
      sheet: sheet.name,
      part: lacksTexts ? 'texts' : 'sheet',
      reason: lacksTexts ? strings.reason : missing,
    });
  }
  if (grids.length === 0 && unread.some(mayHoldTable)) throw corrupt();
  if (styles.reason !== null && namesStyles) {
    unread.push({ sheet: null, part: 'styles', reason: styles.reason });
  }
  if (await chartsLeadOut(parts)) linksBeside.push({ kind: 'chart' });
  const explanations = await readExplanations(parts, relationships);
  return {
    sheets: grids,
    calculation,
    names,
    unread,
    linksBeside,
    ...(explanations !== null && { explanations }),
  };
}

/** A part's content; null with the reason where the workbook refers to it and it cannot be read. */
async function readIfSound<T>(
  parts: WorkbookPackage,
  name: string | null,
  read: (parts: WorkbookPackage, name: string) => Promise<readonly T[]>,
): Promise<{
  readonly content: readonly T[] | null;
  readonly reason: 'missing' | 'damaged' | null;
}> {
  if (name === null) return { content: [], reason: null };
  if (!parts.has(name)) return { content: null, reason: 'missing' };
  let content: readonly T[] | null = null;
  const fault = await unlessDamaged(async () => {
    content = await read(parts, name);
  });
  return { content, reason: fault === null ? null : 'damaged' };
}

/** Does something unless a part turns out to be damaged; being over a limit ends the whole file. */
async function unlessDamaged(work: () => Promise<void>): Promise<FileFault | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof FileFaultError && error.fault.code === 'unreadable') return error.fault;
    throw error;
  }
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
  const isDocument = parts
    .names()
    .some((name) => /^(?:\[content_types\]\.xml|mimetype)$/i.test(name));
  return isDocument ? notWorkbook() : archive();
}
