// Which custom XML parts does the file keep, and how are they added and taken out? As Excel does: each with
// properties of its own that name it by a GUID.

import { attr, element, parseXml } from './ooxml/xml';
import type { XmlElement } from './ooxml/xml';
import type { Workbook } from './workbook';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const DATA_STORE = `${OFFICE}/customXml`;

/** A custom XML part. */
export interface CustomXml {
  /** Name of the part in the package. */
  readonly name: string;
  /** `{GUID}`. */
  readonly id: string;
  /** The namespace of its root. */
  readonly namespace: string;
}

/** Those whose XML can be read, in the order of the workbook's relationships. */
export function customXmlParts({ files, part }: Workbook): CustomXml[] {
  return files
    .relationships(part)
    .filter(({ type, external }) => type.endsWith('/customXml') && !external)
    .flatMap(({ target: name }) => {
      const namespace = namespaceOf(files.text(name) ?? '');
      if (namespace === null) return [];
      const properties = files.related(name, '/customXmlProps');
      const id =
        properties === undefined ? undefined : attrByName(files.tree(properties), 'itemID');
      return [{ name, id: id ?? name, namespace }];
    });
}

export function customXmlText({ files }: Workbook, { name }: CustomXml): string {
  return files.text(name) ?? '';
}

/** Adds a part; null where the text is no XML document. */
export function addCustomXml(workbook: Workbook, xml: string): CustomXml | null {
  const namespace = namespaceOf(xml);
  if (namespace === null) return null;
  const { files, part } = workbook;
  let number = 1;
  while (files.has(`customXml/item${number}.xml`)) number += 1;
  const name = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  const id = `{${crypto.randomUUID().toUpperCase()}}`;
  files.putText(name, xml, 'application/xml');
  files.put(
    properties,
    element('ds:datastoreItem', { 'ds:itemID': id, 'xmlns:ds': DATA_STORE }, [
      element('ds:schemaRefs', {}, [element('ds:schemaRef', { 'ds:uri': namespace })]),
    ]),
    PROPERTIES_TYPE,
  );
  files.relate(part, `${OFFICE}/relationships/customXml`, name);
  files.relate(name, `${OFFICE}/relationships/customXmlProps`, properties);
  return { name, id, namespace };
}

/** Puts another document in a part's place; false where the text is none. */
export function setCustomXml({ files }: Workbook, { name }: CustomXml, xml: string): boolean {
  if (namespaceOf(xml) === null) return false;
  files.putText(name, xml);
  return true;
}

export function removeCustomXml({ files, part }: Workbook, { name }: CustomXml): void {
  const properties = files.related(name, '/customXmlProps');
  if (properties !== undefined) files.remove(properties);
  files.unrelate(part, name);
  files.remove(name);
}

/** The namespace of a document's root; null where it is no XML document. */
function namespaceOf(xml: string): string | null {
  let root: XmlElement;
  try {
    root = parseXml(xml);
  } catch {
    return null;
  }
  const colon = root.name.indexOf(':');
  const declaration = colon < 0 ? 'xmlns' : `xmlns:${root.name.slice(0, colon)}`;
  return attr(root, declaration) ?? '';
}

function attrByName(node: XmlElement | undefined, name: string): string | undefined {
  if (node === undefined) return undefined;
  for (const [full, value] of node.attributes) if (full.endsWith(`:${name}`)) return value;
  return undefined;
}
