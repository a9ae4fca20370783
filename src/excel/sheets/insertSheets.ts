/**
 * How do new sheets come into the workbook so that, when it fails, none is left half made?
 *
 * Four batches: what is there, the empty sheets (whose ids are then known), their contents, and the
 * page setup, which is tried only.
 */
import type { InsertedSheets } from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import { failure, success, type Result } from '../../domain/result';
import type { SheetLayout } from '../../domain/template/layout';
import type { ExcelHost } from '../excelHost';
import { loadSheets, type SheetDirectory } from '../sheetDirectory';
import { deleteById } from './deleteSheets';
import { drawSheet, type ColumnScale } from './drawSheet';
import { isSetUp, setUpPage } from './pageSetup';
import { freeName } from './sheetNames';

/** An empty sheet that was added. */
interface AddedSheet {
  readonly id: string;
  readonly name: string;
  readonly layout: SheetLayout;
  readonly scale: ColumnScale;
}

/** Lays out new sheets after the last one. */
export async function insertSheets(
  host: ExcelHost,
  directory: SheetDirectory,
  layouts: readonly SheetLayout[],
): Promise<Result<InsertedSheets, HostFault>> {
  const before = await host.batch((context) => {
    const { protection } = context.workbook;
    protection.load('protected');
    return { listing: loadSheets(context), protection };
  });
  if (!before.ok) return before;
  if (before.value.protection.protected) return failure({ code: 'workbookProtected' });
  const listed = directory.update(before.value.listing);
  const taken = listed.map(({ name }) => name);
  const wanted = layouts.map((layout) => {
    const name = freeName(layout.name, taken);
    taken.push(name);
    return { layout, name };
  });

  const added = await addSheets(host, wanted);
  if (!added.ok) {
    await takeBack(host, directory, wanted, new Set(listed.map(({ id }) => id)));
    return added;
  }
  const drawn = await host.silentBatch(
    (context) => {
      for (const { id, layout, scale } of added.value) {
        drawSheet(context.workbook.worksheets.getItem(id), layout, scale);
      }
    },
    { repeatable: false },
  );
  if (!drawn.ok) {
    await deleteById(
      host,
      added.value.map(({ id }) => id),
    );
    return drawn;
  }
  const names = added.value.map(({ name }) => name);
  return success({ names, pages: await setUpPages(host, added.value) });
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
  wanted: readonly { readonly layout: SheetLayout; readonly name: string }[],
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
