/** How do lists of any length come into new, empty sheets? Part by part, so that it can be followed and ended. */
import type { InsertProgress } from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import { rangeAddress } from '../../domain/grid';
import { failure, success, type Result } from '../../domain/result';
import type { ListLayout } from '../../domain/template/layout';
import { listRows } from '../../domain/template/listRows';
import type { ExcelHost } from '../excelHost';
import type { ColumnScale } from './columnScale';
import { drawListFrame, drawListPart, listRange } from './drawList';
import { halvePart, listParts, type ListPart } from './listParts';

/** A list and the empty sheet that was added for it. */
export interface AddedList {
  readonly id: string;
  readonly layout: ListLayout;
  readonly scale: ColumnScale;
}

/** Writes all lists, one after another. Where it fails or is ended, the sheets hold what was written until then. */
export async function writeLists(
  host: ExcelHost,
  added: readonly AddedList[],
  { told, signal }: InsertProgress,
): Promise<Result<null, HostFault>> {
  const lists = added.map((one) => ({ ...one, rows: listRows(one.layout) }));
  const framed = await host.silentBatch((context) => {
    for (const { id, layout, scale, rows } of lists) {
      drawListFrame(context.workbook.worksheets.getItem(id), layout, rows.length, scale);
    }
  });
  if (!framed.ok) return framed;
  const of = lists.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  for (const { id, layout, rows } of lists) {
    for (const part of listParts(rows)) {
      if (isEnded(signal)) return failure({ code: 'cancelled' });
      const written = await writePart(host, id, layout, part);
      if (!written.ok) return written;
      done += part.rows.length;
      told?.(done, of);
    }
  }
  return isEnded(signal) ? failure({ code: 'cancelled' }) : success(null);
}

export function isEnded(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** Writes a part, in two where Excel finds it too large. */
async function writePart(
  host: ExcelHost,
  id: string,
  layout: ListLayout,
  part: ListPart,
): Promise<Result<null, HostFault>> {
  const written = await host.silentBatch((context) => {
    drawListPart(context.workbook.worksheets.getItem(id), layout, part);
  });
  if (written.ok) return success(null);
  const halves = written.fault.code === 'tooMuchData' ? halvePart(part) : null;
  if (halves === null) return written;
  const first = await writePart(host, id, layout, halves[0]);
  return first.ok ? writePart(host, id, layout, halves[1]) : first;
}

/** Puts filter buttons on the lists that have them; a help to the reader, which may be refused. */
export async function setFilters(host: ExcelHost, added: readonly AddedList[]): Promise<void> {
  const filtered = added.filter(({ layout }) => layout.hasFilter);
  if (filtered.length === 0) return;
  await host.silentBatch((context) => {
    for (const { id, layout } of filtered) {
      const sheet = context.workbook.worksheets.getItem(id);
      const range = listRange(layout, listRows(layout).length);
      sheet.autoFilter.apply(sheet.getRange(rangeAddress(range)));
    }
  });
}
