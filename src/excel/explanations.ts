/** How do explanations get into the open workbook, and out again? As one custom XML part of our namespace. */
import { loadPart } from '../application/loadPart';
import type { ChangedExplanations } from '../application/ports';
import type { HostFault } from '../domain/fault';
import { failure, success, type Result } from '../domain/result';
import {
  explanationNamespace,
  explanationXml,
  longestPart,
  partFrom,
  storedExplanations,
} from '../domain/submission/explanationPart';
import type { Explanation, StoredExplanations, UnreadablePart } from '../domain/submission/kept';
import { noExplanations } from '../domain/submission/kept';
import type { ExcelHost } from './excelHost';
import { supportsExcelApi } from './features';

/** A part as it was found; the text of one that stands alone. */
interface FoundParts {
  readonly ids: readonly string[];
  readonly stored: StoredExplanations;
}

/** Whether this Excel has custom XML parts at all. */
function keepsParts(): boolean {
  return supportsExcelApi('1.5');
}

/** Queues the listing of our parts; null where this Excel has none to list. */
export function loadOwnParts(
  context: Excel.RequestContext,
): Excel.CustomXmlPartScopedCollection | null {
  if (!keepsParts()) return null;
  const parts = ownParts(context);
  parts.load('items/id');
  return parts;
}

/** What is kept in parts that were listed, for a workbook that was just read: undefined where there is none. */
export async function explanationsIn(
  host: ExcelHost,
  parts: Excel.CustomXmlPartScopedCollection | null,
): Promise<StoredExplanations | undefined> {
  if (parts === null) return notSupported;
  const ids = parts.items.map(({ id }) => id);
  if (ids.length === 0) return undefined;
  const stored = await storedIn(host, ids);
  return stored.ok ? stored.value : { kind: 'unreadable', why: 'notRead' };
}

const notSupported: StoredExplanations = { kind: 'unreadable', why: 'notSupported' };

/** One sync where nothing is kept, two where something is. */
export async function readExplanations(
  host: ExcelHost,
): Promise<Result<StoredExplanations, HostFault>> {
  if (!keepsParts()) return success(notSupported);
  const found = await findParts(host);
  return found.ok ? success(found.value.stored) : found;
}

/** One sync more than reading. */
export async function changeExplanations(
  host: ExcelHost,
  change: (explanations: readonly Explanation[]) => readonly Explanation[],
): Promise<Result<ChangedExplanations | UnreadablePart, HostFault>> {
  if (!keepsParts()) return success('notSupported');
  const found = await findParts(host);
  if (!found.ok) return found;
  const { ids, stored } = found.value;
  if (stored.kind === 'unreadable') return success(stored.why);
  const before = stored.explanations;
  const after = change(before);
  const xml = explanationXml(after);
  if (xml === explanationXml(before)) return success({ before, after });
  if ((xml?.length ?? 0) > longestPart) return failure({ code: 'explanationsTooLong' });
  const [id] = ids;
  // Adding twice would leave two parts, of which none counts.
  const written = await host.batch((context) => writePart(context, id, xml), { repeatable: false });
  if (!written.ok) return written;
  const kept = written.value === null ? success(noExplanations) : await parse(written.value.value);
  if (!kept.ok) return kept;
  const isKept = kept.value.kind === 'read' && explanationXml(kept.value.explanations) === xml;
  if (!isKept) return failure({ code: 'hostError', hostCode: 'explanationsNotKept' });
  return success({ before, after });
}

/** Two syncs where something is kept. */
export async function removeExplanations(host: ExcelHost): Promise<Result<number, HostFault>> {
  if (!keepsParts()) return success(0);
  const ids = await findIds(host);
  if (!ids.ok || ids.value.length === 0) return ids.ok ? success(0) : ids;
  const removed = await host.batch((context) => {
    for (const id of ids.value) ownParts(context).getItem(id).delete();
  });
  return removed.ok ? success(ids.value.length) : removed;
}

function ownParts(context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  return context.workbook.customXmlParts.getByNamespace(explanationNamespace);
}

/** The XML that stands there afterwards; null where the part is gone. */
function writePart(
  context: Excel.RequestContext,
  id: string | undefined,
  xml: string | null,
): OfficeExtension.ClientResult<string> | null {
  if (id === undefined) {
    return xml === null ? null : context.workbook.customXmlParts.add(xml).getXml();
  }
  const part = ownParts(context).getItem(id);
  if (xml === null) {
    part.delete();
    return null;
  }
  part.setXml(xml);
  return part.getXml();
}

async function findIds(host: ExcelHost): Promise<Result<readonly string[], HostFault>> {
  const found = await host.batch(loadOwnParts);
  return found.ok ? success((found.value?.items ?? []).map(({ id }) => id)) : found;
}

async function findParts(host: ExcelHost): Promise<Result<FoundParts, HostFault>> {
  const found = await findIds(host);
  if (!found.ok) return found;
  const ids = found.value;
  const stored = await storedIn(host, ids);
  return stored.ok ? success({ ids, stored: stored.value }) : stored;
}

/** One sync where there is one part. */
async function storedIn(
  host: ExcelHost,
  [id, ...others]: readonly string[],
): Promise<Result<StoredExplanations, HostFault>> {
  if (id === undefined) return success(noExplanations);
  if (others.length > 0) return success({ kind: 'unreadable', why: 'severalParts' });
  const read = await host.batch((context) => ownParts(context).getItem(id).getXml());
  return read.ok ? parse(read.value.value) : read;
}

/** The parser comes when there is something to read. */
async function parse(xml: string): Promise<Result<StoredExplanations, HostFault>> {
  const reader = await loadPart(() => import('../files/xml/xmlElements'));
  if (reader === null) return failure({ code: 'notLoaded' });
  return success(storedExplanations([partFrom(xml, reader.readXmlElements)]));
}
