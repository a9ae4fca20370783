/** How do explanations get into the open workbook, and out again? As one custom XML part of our namespace. */
import { loadPart } from '../application/loadPart';
import type { ChangedExplanations } from '../application/ports';
import type { HostFault } from '../domain/fault';
import { failure, success, type Result } from '../domain/result';
import {
  explanationNamespace,
  explanationXml,
  storedExplanations,
} from '../domain/submission/explanationPart';
import type { Explanation, StoredExplanations, UnreadablePart } from '../domain/submission/kept';
import { noExplanations } from '../domain/submission/kept';
import type { ExcelHost } from './excelHost';

/** A part as it was found; the text of one that stands alone. */
interface FoundParts {
  readonly ids: readonly string[];
  readonly stored: StoredExplanations;
}

/** One sync where nothing is kept, two where something is. */
export async function readExplanations(
  host: ExcelHost,
): Promise<Result<StoredExplanations, HostFault>> {
  const found = await findParts(host);
  return found.ok ? success(found.value.stored) : found;
}

/** One sync more than reading. */
export async function changeExplanations(
  host: ExcelHost,
  change: (explanations: readonly Explanation[]) => readonly Explanation[],
): Promise<Result<ChangedExplanations | UnreadablePart, HostFault>> {
  const found = await findParts(host);
  if (!found.ok) return found;
  const { ids, stored } = found.value;
  if (stored.kind === 'unreadable') return success(stored.why);
  const before = stored.explanations;
  const after = change(before);
  const xml = explanationXml(after);
  if (xml === explanationXml(before)) return success({ before, after });
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
  const found = await host.batch((context) => {
    const parts = ownParts(context);
    parts.load('items/id');
    return parts;
  });
  return found.ok ? success(found.value.items.map(({ id }) => id)) : found;
}

async function findParts(host: ExcelHost): Promise<Result<FoundParts, HostFault>> {
  const found = await findIds(host);
  if (!found.ok) return found;
  const ids = found.value;
  const [id, ...others] = ids;
  if (id === undefined) return success({ ids, stored: noExplanations });
  if (others.length > 0) {
    return success({ ids, stored: { kind: 'unreadable', why: 'severalParts' } });
  }
  const read = await host.batch((context) => ownParts(context).getItem(id).getXml());
  if (!read.ok) return read;
  const stored = await parse(read.value.value);
  return stored.ok ? success({ ids, stored: stored.value }) : stored;
}

/** The parser comes when there is something to read. */
async function parse(xml: string): Promise<Result<StoredExplanations, HostFault>> {
  const reader = await loadPart(() => import('../files/xml/xmlElements'));
  if (reader === null) return failure({ code: 'notLoaded' });
  return success(storedExplanations([reader.readXmlElements(xml)]));
}
