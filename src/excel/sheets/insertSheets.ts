/**
 * How do new sheets come into the workbook so that, when it fails, none is left half made?
 *
 * First what is there, then the empty sheets (whose ids are then known), lists part by part, the other
 * sheets in one batch, and last filters and page setup, which are tried only.
 */
import type { InsertedSheets, InsertProgress } from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import { failure, success, type Result } from '../../domain/result';
import { isList, type NewSheet } from '../../domain/template/layout';
import { withSheetNames } from '../../domain/template/sheetReferences';
import type { ExcelHost } from '../excelHost';
import { loadSheets, type SheetDirectory } from '../sheetDirectory';
import type { ColumnScale } from './columnScale';
import { deleteById } from './deleteSheets';
import { drawSheet } from './drawSheet';
import { isSetUp, setUpPage } from './pageSetup';
import { freeName } from '../../domain/sheetName';
import { isEnded, setFilters, writeLists, type AddedList } from './writeLists';

/** An empty sheet that was added. */
interface AddedSheet {
  readonly id: string;
  readonly name: string;
  readonly layout: NewSheet;
  readonly scale: ColumnScale;
}

/** Lays out new sheets after the last one. */
export async function insertSheets(
  host: ExcelHost,
  directory: SheetDirectory,
  layouts: readonly NewSheet[],
  progress: InsertProgress,
): Promise<Result<InsertedSheets, HostFault>> {
  const before = await host.batch((context) => {
    const { protection } = context.workbook;
    protection.load('protected');
    return { listing: loadSheets(context), protection };
  });
  if (!before.ok) return before;
  if (before.value.protection.protected) return failure({ code: 'workbookProtected' });
  if (isEnded(progress.signal)) return failure({ code: 'cancelled' });
  const listed = directory.update(before.value.listing);
  const taken = listed.map(({ name }) => name);
  const names = layouts.map((layout) => {
    const name = freeName(layout.name, taken);
    taken.push(name);
    return name;
  });
  const wanted = withSheetNames(layouts, names).map((layout, index) => ({
    layout,
    name: names[index] ?? layout.name,
  }));

  const added = await addSheets(host, wanted);
  if (!added.ok) {
    await takeBack(host, directory, wanted, new Set(listed.map(({ id }) => id)));
    return added;
  }
  const filled = await fillSheets(host, added.value, progress);
  if (!filled.ok) {
    await deleteById(
      host,
      added.value.map(({ id }) => id),
    );
    return filled;
  }
  await setFilters(host, added.value.filter(holdsList));
  const pages = await setUpPages(host, added.value);
  return success({ names: added.value.map(({ name }) => name), pages });
}

/** Lists come first, so that the formulas of the other sheets are worked out once. */
async function fillSheets(
  host: ExcelHost,
  added: readonly AddedSheet[],
  progress: InsertProgress,
): Promise<Result<null, HostFault>> {
  const lists = added.filter(holdsList);
  if (lists.length > 0) {
    const written = await writeLists(host, lists, progress);
    if (!written.ok) return written;
  }
  if (lists.length === added.length) return success(null);
  const drawn = await host.silentBatch(
    (context) => {
      for (const { id, layout, scale } of added) {
        if (isList(layout)) continue;
        drawSheet(context.workbook.worksheets.getItem(id), layout, scale);
      }
    },
    { repeatable: false },
  );
  return drawn.ok ? success(null) : drawn;
}

function holdsList(added: AddedSheet): added is AddedSheet & AddedList {
  return isList(added.layout);
}

/** The printer's driver may refuse, take its time, or leave out fitting to the page: no reason to lose the sheets. */
async function setUpPages(
  host: ExcelHost,
  added: readonly AddedSheet[],
): Promise<InsertedSheets['pages']> {
  const set = await host.silentBatch((context) =>
    added.map(({ id, layout }) => {
      const { pageLayout } = context.workbook.worksheets.getItem(id);
      setUpPage(pageLayout, layout);
      pageLayout.load('zoom');
      return { pageLayout, layout };
    }),
  );
  if (!set.ok) return 'notSetUp';
  return set.value.every(({ pageLayout, layout }) => isSetUp(pageLayout, layout))
    ? 'setUp'
    : 'notSetUp';
}

async function addSheets(
  host: ExcelHost,
  wanted: readonly { readonly layout: NewSheet; readonly name: string }[],
): Promise<Result<readonly AddedSheet[], HostFault>> {
  const added = await host.silentBatch(
    (context) =>
      wanted.map(({ layout, name }) => {
        const sheet = context.workbook.worksheets.add(name);
        const { format } = sheet.getRange('A1');
        sheet.load('id,name,standardWidth');
        format.load('columnWidth');
        return { layout, sheet, format };
      }),
    { repeatable: false },
  );
  if (!added.ok) return added;
  return success(
    added.value.map(({ layout, sheet, format }) => ({
      id: sheet.id,
      name: sheet.name,
      layout,
      scale: { standardWidth: sheet.standardWidth, standardPoints: format.columnWidth },
    })),
  );
}

/** Deletes those of the wanted sheets that were added before the batch failed: new, ours by name, empty. */
async function takeBack(
  host: ExcelHost,
  directory: SheetDirectory,
  wanted: readonly { readonly name: string }[],
  before: ReadonlySet<string>,
): Promise<void> {
  const listing = await host.batch(loadSheets);
  if (!listing.ok) return;
  const fresh = directory
    .update(listing.value)
    .filter(({ id, name }) => !before.has(id) && wanted.some((sheet) => sheet.name === name));
  if (fresh.length === 0) return;
  const used = await host.batch((context) =>
    fresh.map(({ id }) => {
      const range = context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true);
      range.load('address');
      return { id, range };
    }),
  );
  if (!used.ok) return;
  const empty = used.value.filter(({ range }) => range.isNullObject).map(({ id }) => id);
  if (empty.length > 0) await deleteById(host, empty);
}
