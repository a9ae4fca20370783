/** Which explanations travel in an .xlsx? They are a custom XML part; those of other programs are left alone. */
import type { StoredExplanations } from '../../domain/submission/kept';
import {
  type FoundPart,
  explanationNamespace,
  longestPart,
  partFrom,
  storedExplanations,
} from '../../domain/submission/explanationPart';
import { FileFaultError } from '../fileFaultError';
import { readXmlElements, rootNamespaceOf } from '../xml/xmlElements';
import type { Relationship, WorkbookPackage } from './workbookPackage';

/** Null where the workbook holds none. */
export async function readExplanations(
  parts: WorkbookPackage,
  relationships: readonly Relationship[],
): Promise<StoredExplanations | null> {
  const names = relationships
    .filter(({ type, isExternal }) => type === 'customXml' && !isExternal)
    .map(({ target }) => target);
  const ours: FoundPart[] = [];
  for (const name of new Set(names)) {
    if (!parts.has(name)) continue;
    const part = await ourPart(parts, name);
    if (part !== undefined) ours.push(part);
  }
  return ours.length === 0 ? null : storedExplanations(ours);
}

/** A part of ours, or one that may be; undefined for other programs', of which only the beginning is read. */
async function ourPart(parts: WorkbookPackage, name: string): Promise<FoundPart | undefined> {
  const beginning = await readPart(() => parts.readBeginning(name));
  // Bytes that are damaged may be ours.
  if (beginning === null || beginning === 'tooLarge') return beginning;
  const namespace = rootNamespaceOf(beginning.text);
  if (namespace !== explanationNamespace && namespace !== null) return undefined;
  // So many bytes are more characters than ours can have, whatever the encoding.
  const isTooLarge = parts.sizeOf(name) > longestPart * bytesPerCharacter;
  const whole = isTooLarge ? 'tooLarge' : await readPart(() => parts.readText(name));
  if (whole === null) return null;
  if (whole === 'tooLarge') return namespace === null ? undefined : whole;
  const speaksOfIt = namespace !== null || whole.text.includes(explanationNamespace);
  return speaksOfIt ? partFrom(whole.text, readXmlElements) : undefined;
}

/** Of UTF-8; a character of two units has four. */
const bytesPerCharacter = 3;

/** Null for a part whose bytes are damaged. */
async function readPart(
  read: () => Promise<string>,
): Promise<{ readonly text: string } | 'tooLarge' | null> {
  try {
    return { text: await read() };
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error;
    if (error.fault.code === 'unreadable') return null;
    if (error.fault.code === 'tooLarge') return 'tooLarge';
    throw error;
  }
}
