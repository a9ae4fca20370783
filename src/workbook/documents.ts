// What is kept in the file beside the sheets: custom XML parts, custom properties, the add-in's settings?

import {
  attr,
  child,
  childrenNamed,
  childrenOf,
  element,
  parseXml,
  removeChild,
  setAttr,
  textOf,
  writeXml,
} from './ooxml/xml';
import type { XmlElement } from './ooxml/xml';
import type { Workbook } from './workbook';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const CUSTOM_XML = `${OFFICE}/customXml`;

export interface CustomXml {
  readonly part: string;
  readonly id: string;
  readonly namespace: string;
}

const namespaceOf = (root: XmlElement): string => {
  const colon = root.name.indexOf(':');
  const prefix = colon < 0 ? 'xmlns' : `xmlns:${root.name.slice(0, colon)}`;
  return attr(root, prefix) ?? '';
};

export function customXmlParts(workbook: Workbook): CustomXml[] {
  const { files, part } = workbook;
  return files
    .relationships(part)
    .filter((r) => r.type.endsWith('/customXml') && files.has(r.target))
    .flatMap(({ target }) => {
      const root = files.tree(target);
      const props = files.related(target, '/customXmlProps');
      const item = props === undefined ? undefined : files.tree(props);
      const id = item && [...item.attributes].find(([name]) => name.endsWith('itemID'))?.[1];
      return root ? [{ part: target, id: id ?? target, namespace: namespaceOf(root) }] : [];
    });
}

/** Throws when the text is not well-formed XML. */
export function addCustomXml(workbook: Workbook, xml: string): CustomXml {
  const root = parseXml(xml);
  const { files, part } = workbook;
  let n = 1;
  while (files.has(`customXml/item${n}.xml`)) n++;
  const target = `customXml/item${n}.xml`;
  const props = `customXml/itemProps${n}.xml`;
  const id = `{${crypto.randomUUID().toUpperCase()}}`;
  files.put(target, root);
  files.put(
    props,
    element('ds:datastoreItem', { 'ds:itemID': id, 'xmlns:ds': CUSTOM_XML }, [
      element('ds:schemaRefs'),
    ]),
    'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  );
  files.relate(part, `${OFFICE}/relationships/customXml`, target);
  files.relate(target, `${OFFICE}/relationships/customXmlProps`, props);
  return { part: target, id, namespace: namespaceOf(root) };
}

export const readCustomXml = (workbook: Workbook, item: CustomXml): string => {
  const root = workbook.files.tree(item.part);
  return root ? writeXml(root) : '';
};

export function writeCustomXml(workbook: Workbook, item: CustomXml, xml: string): void {
  workbook.files.put(item.part, parseXml(xml));
}

export function removeCustomXml(workbook: Workbook, item: CustomXml): void {
  const { files, part } = workbook;
  const props = files.related(item.part, '/customXmlProps');
  if (props !== undefined) files.remove(props);
  files.unrelate(part, item.part);
  files.remove(item.part);
}

// Custom document properties: docProps/custom.xml

export type PropertyValue = string | number | boolean;
const CUSTOM = 'docProps/custom.xml';
const VT = `${OFFICE}/docPropsVTypes`;

const customRoot = (workbook: Workbook): XmlElement | undefined => {
  const part = workbook.files.related('', '/custom-properties');
  return part === undefined ? undefined : workbook.files.tree(part);
};

function propertyValue(node: XmlElement): PropertyValue {
  const inner = childrenOf(node)[0];
  const text = textOf(inner);
  const kind = inner?.name.replace(/^.*:/, '') ?? 'lpwstr';
  if (kind === 'bool') return text === 'true' || text === '1';
  return /^(?:i[1248]|ui[1248]|int|uint|r4|r8|decimal)$/.test(kind) ? Number(text) : text;
}

export function customProperties(workbook: Workbook): Map<string, PropertyValue> {
  const root = customRoot(workbook);
  const nodes = root ? childrenNamed(root, 'property') : [];
  return new Map(nodes.map((node) => [attr(node, 'name') ?? '', propertyValue(node)]));
}

const findProperty = (root: XmlElement | undefined, key: string): XmlElement | undefined =>
  root &&
  childrenNamed(root, 'property').find((n) => attr(n, 'name')?.toLowerCase() === key.toLowerCase());

export function setCustomProperty(workbook: Workbook, key: string, value: PropertyValue): void {
  const { files } = workbook;
  let part = files.related('', '/custom-properties');
  if (part === undefined) {
    part = CUSTOM;
    const xmlns = `${OFFICE}/custom-properties`;
    const type = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
    files.put(part, element('Properties', { xmlns, 'xmlns:vt': VT }), type);
    files.relate('', `${OFFICE}/relationships/custom-properties`, part);
  }
  const root = files.tree(part);
  if (!root) return;
  files.touch(part);
  const kind =
    typeof value === 'number' ? 'vt:r8' : typeof value === 'boolean' ? 'vt:bool' : 'vt:lpwstr';
  const inner = element(kind, {}, [String(value)]);
  const known = findProperty(root, key);
  if (known) known.children = [inner];
  else {
    const pid = Math.max(1, ...childrenOf(root).map((n) => Number(attr(n, 'pid') ?? 1))) + 1;
    const fmtid = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
    root.children.push(element('property', { fmtid, pid, name: key }, [inner]));
  }
}

export function removeCustomProperty(workbook: Workbook, key: string): boolean {
  const root = customRoot(workbook);
  const node = findProperty(root, key);
  const part = workbook.files.related('', '/custom-properties');
  if (!root || !node || part === undefined) return false;
  removeChild(root, node);
  if (childrenNamed(root, 'property').length === 0) {
    workbook.files.unrelate('', part);
    workbook.files.remove(part);
  } else workbook.files.touch(part);
  return true;
}

// Settings of the add-in: a web extension part, as Excel keeps them

const TASKPANES = 'xl/webextensions/taskpanes.xml';
const EXTENSION = 'xl/webextensions/webextension1.xml';
const WE = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const WE_PANES = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
const PANES_REL = 'http://schemas.microsoft.com/office/2011/relationships';

function extensionPart(workbook: Workbook): string | undefined {
  const panes = workbook.files.related('', '/webextensiontaskpanes');
  return panes === undefined ? undefined : workbook.files.related(panes, '/webextension');
}

/** The settings kept in the file, each value as the JSON text the library wrote. */
export function readSettings(workbook: Workbook): Map<string, string> {
  const part = extensionPart(workbook);
  const properties =
    part === undefined ? undefined : child(workbook.files.tree(part), 'properties');
  const nodes = properties ? childrenNamed(properties, 'property') : [];
  return new Map(nodes.map((n) => [attr(n, 'name') ?? '', attr(n, 'value') ?? '']));
}

/** Writes all settings; without any, what was made for them is taken out of the file. */
export function writeSettings(workbook: Workbook, settings: ReadonlyMap<string, string>): void {
  const { files } = workbook;
  let part = extensionPart(workbook);
  if (
    settings.size === 0 &&
    part === EXTENSION &&
    files.related('', '/webextensiontaskpanes') === TASKPANES
  ) {
    files.unrelate('', TASKPANES);
    files.remove(EXTENSION);
    files.remove(TASKPANES);
    return;
  }
  if (part === undefined) {
    if (settings.size === 0) return;
    part = EXTENSION;
    createExtension(workbook);
  }
  const root = files.tree(part);
  const properties = child(root, 'properties');
  if (!properties) return;
  files.touch(part);
  properties.children = [...settings].map(([name, value]) =>
    element('we:property', { name, value }),
  );
}

function createExtension(workbook: Workbook): void {
  const { files } = workbook;
  const root = element('we:webextension', { 'xmlns:we': WE, id: `{${crypto.randomUUID()}}` }, [
    element('we:reference', {
      id: 'workbench',
      version: '1.0',
      store: 'developer',
      storeType: 'Registry',
    }),
    element('we:alternateReferences'),
    element('we:properties'),
    element('we:bindings'),
    element('we:snapshot', {
      'xmlns:r': `${OFFICE}/relationships`,
    }),
  ]);
  files.put(EXTENSION, root, 'application/vnd.ms-office.webextension+xml');
  const panes = element('wetp:taskpanes', { 'xmlns:wetp': WE_PANES });
  files.put(TASKPANES, panes, 'application/vnd.ms-office.webextensiontaskpanes+xml');
  files.relate('', `${PANES_REL}/webextensiontaskpanes`, TASKPANES);
  const id = files.relate(TASKPANES, `${PANES_REL}/webextension`, EXTENSION);
  const reference = element('wetp:webextensionref', {
    'xmlns:r': `${OFFICE}/relationships`,
    'r:id': id,
  });
  const attributes = { dockstate: 'right', visibility: '0', width: 350, row: 1 };
  panes.children.push(element('wetp:taskpane', attributes, [reference]));
  setAttr(panes, 'xmlns:wetp', WE_PANES);
}
