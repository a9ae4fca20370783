// Which settings of the add-in does the file keep?

import { attr, child, childrenNamed, element, setAttr } from './ooxml/xml';
import type { Workbook } from './workbook';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

// A web extension part, as Excel keeps them

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
