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

/** Null where the workbook holds none. @throws FileFaultError tooLarge. */
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

/** A part of ours, or one that may be; undefined for other programs'. */
async function ourPart(parts: WorkbookPackage, name: string): Promise<FoundPart | undefined> {
  // So many bytes are more characters than ours can have, whatever the encoding.
  if (parts.sizeOf(name) > longestPart * bytesPerCharacter) {
    const namespace = rootNamespaceOf((await unlessDamaged(parts.readBeginning(name))) ?? '');
    return namespace === explanationNamespace ? 'tooLarge' : undefined;
  }
  const xml = await unlessDamaged(parts.readText(name));
  if (xml === null) return null;
  const namespace = rootNamespaceOf(xml);
  if (namespace === explanationNamespace) return partFrom(xml, readXmlElements);
  return namespace === null && xml.includes(explanationNamespace) ? null : undefined;
}

/** Of UTF-8; a character of two units has four. */
const bytesPerCharacter = 3;

/** Null for a part whose bytes are damaged: it may be ours. */
async function unlessDamaged(text: Promise<string>): Promise<string | null> {
  try {
    return await text;
  } catch (error) {
    if (error instanceof FileFaultError && error.fault.code === 'unreadable') return null;
    throw error;
  }
}
