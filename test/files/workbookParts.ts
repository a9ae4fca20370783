/** Builds small .xlsx files from XML that a test writes out. */
import type { FileFault } from '../../src/domain/fault';
import { parseAddress, type Cell, type Grid, type WorkbookGrids } from '../../src/domain/grid';
import type { Result } from '../../src/domain/result';
import { readWorkbook } from '../../src/files/readWorkbook';
import { zipBytes, type EndPlan, type EntryPlan } from './zipBytes';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNs = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a workbook; what is not given is minimal. */
export interface WorkbookPlan {
  /** Each sheet's XML inside `worksheet`, or the whole part where it begins with `<?xml` or a BOM. */
  readonly sheets?: readonly (string | Uint8Array)[];
  readonly sheetNames?: readonly string[];
  readonly strings?: string;
  readonly styles?: string;
  /** Inside `workbook`, before the sheets. */
  readonly properties?: string;
  readonly more?: readonly EntryPlan[];
  readonly end?: EndPlan;
}

/** The entries of a workbook's zip. */
export function workbookEntries(plan: WorkbookPlan): EntryPlan[] {
  const sheets = plan.sheets ?? ['<sheetData/>'];
  const names = plan.sheetNames ?? sheets.map((_, index) => `Sheet${index + 1}`);
  const listed = names
    .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('');
  const links = names.map((_, index) =>
    relationship(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  if (plan.strings !== undefined)
    links.push(relationship('s', 'sharedStrings', 'sharedStrings.xml'));
  if (plan.styles !== undefined) links.push(relationship('t', 'styles', 'styles.xml'));
  const entries: EntryPlan[] = [
    {
      name: '_rels/.rels',
      content: relationships([relationship('r', 'officeDocument', 'xl/workbook.xml')]),
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}">${plan.properties ?? ''}<sheets>${listed}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relationships(links) },
  ];
  sheets.forEach((sheet, index) => {
    const isWhole = typeof sheet !== 'string' || sheet.startsWith('<?xml');
    const content = isWhole ? sheet : `<worksheet xmlns="${main}">${sheet}</worksheet>`;
    entries.push({ name: `xl/worksheets/sheet${index + 1}.xml`, content });
  });
  if (plan.strings !== undefined) {
    entries.push({
      name: 'xl/sharedStrings.xml',
      content: `<sst xmlns="${main}">${plan.strings}</sst>`,
    });
  }
  if (plan.styles !== undefined) {
    entries.push({
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${main}">${plan.styles}</styleSheet>`,
    });
  }
  return [...entries, ...(plan.more ?? [])];
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
}

/** A relationships part. */
export function relationships(items: readonly string[]): string {
  return `<Relationships xmlns="${packageNs}">${items.join('')}</Relationships>`;
}

/** The bytes of a workbook. */
export function workbookBytes(plan: WorkbookPlan): Uint8Array {
  return zipBytes(workbookEntries(plan), plan.end);
}

/** Reads a workbook; the test fails where it is not read. */
export async function readGrids(bytes: Uint8Array): Promise<WorkbookGrids> {
  const outcome = await readWorkbook(bytes);
  if (!outcome.ok) throw new Error(`not read: ${JSON.stringify(outcome.fault)}`);
  return outcome.value;
}

/** The first sheet of a workbook with one sheet of these rows. */
export async function readSheet(rows: string, plan: WorkbookPlan = {}): Promise<Grid> {
  const { sheets } = await readGrids(
    workbookBytes({ ...plan, sheets: [`<sheetData>${rows}</sheetData>`] }),
  );
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** What stands at an address. */
export function at(grid: Grid | undefined, address: string): Cell | undefined {
  const position = parseAddress(address);
  return position === null ? undefined : grid?.rows[position.row]?.[position.column];
}

/** Values by address: `[['A1', 12], …]`. */
export function valuesAt(grid: Grid | undefined, addresses: readonly string[]): unknown[] {
  return addresses.map((address) => at(grid, address)?.value);
}

/** Formulas by address. */
export function formulasAt(grid: Grid | undefined, addresses: readonly string[]): unknown[] {
  return addresses.map((address) => at(grid, address)?.formula);
}

/** The fault of a file, or `read`. */
export async function faultOf(bytes: Uint8Array): Promise<FileFault | 'read'> {
  const outcome: Result<WorkbookGrids, FileFault> = await readWorkbook(bytes);
  return outcome.ok ? 'read' : outcome.fault;
}
