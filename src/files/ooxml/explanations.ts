/** Which explanations travel in an .xlsx? They are a custom XML part; those of other programs are left alone. */
import type { StoredExplanations } from '../../domain/submission/kept';
import {
  explanationNamespace,
  longestPart,
  storedExplanations,
} from '../../domain/submission/explanationPart';
import type { XmlElement } from '../../domain/submission/xmlElement';
import { FileFaultError } from '../fileFaultError';
import { readXmlElements } from '../xml/xmlElements';
import type { Relationship, WorkbookPackage } from './workbookPackage';

/** Null where the workbook holds none. @throws FileFaultError tooLarge. */
export async function readExplanations(
  parts: WorkbookPackage,
  relationships: readonly Relationship[],
): Promise<StoredExplanations | null> {
  const names = relationships
    .filter(({ type, isExternal }) => type === 'customXml' && !isExternal)
    .map(({ target }) => target);
  const ours: (XmlElement | null)[] = [];
  for (const name of new Set(names)) {
    // A part larger than ours can be is another program's, and not even looked at.
    if (!parts.has(name) || parts.sizeOf(name) > longestPart) continue;
    const xml = await textOf(parts, name);
    if (xml === null) ours.push(null);
    else if (xml.includes(explanationNamespace)) {
      const root = readXmlElements(xml);
      if (root === null || root.namespace === explanationNamespace) ours.push(root);
    }
  }
  return ours.length === 0 ? null : storedExplanations(ours);
}

/** Null for a part whose bytes are damaged: it may be ours. */
async function textOf(parts: WorkbookPackage, name: string): Promise<string | null> {
  try {
    return await parts.readText(name);
  } catch (error) {
    if (error instanceof FileFaultError && error.fault.code === 'unreadable') return null;
    throw error;
  }
}
