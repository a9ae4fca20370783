// Which properties did add-ins give to one worksheet?
// Excel keeps them in binary parts of the sheet; here they are part of the session's sheet and its extension list.

import type { Sheet } from '../../../workbook/sheet';
import { attr, childrenNamed, element, removeChild, setAttr } from '../../../workbook/ooxml/xml';
import type { XmlElement } from '../../../workbook/ooxml/xml';
import { refuse } from '../protocol/errors';
import type { Described } from '../protocol/members';
import { describeType } from '../protocol/members';
import { readText } from './areas';

interface Property {
  readonly sheet: Sheet;
  readonly key: string;
}

/** An extension of the worksheet element, which readers that do not know it skip. */
const URI = '{6E2F3D0B-5A0E-4B3C-9A7C-3D1D6C1E7A55}';

function store(sheet: Sheet, make: boolean): XmlElement | undefined {
  const known = sheet.section('extLst');
  const found = known && childrenNamed(known, 'ext').find((e) => attr(e, 'uri') === URI);
  if (found || !make) return found;
  const ext = element('ext', { uri: URI, 'xmlns:wb': 'urn:workbench:sheet-properties' });
  sheet.editSection('extLst').children.push(ext);
  return ext;
}

const entries = (sheet: Sheet): XmlElement[] => {
  const ext = store(sheet, false);
  return ext ? childrenNamed(ext, 'property') : [];
};
const entry = ({ sheet, key }: Property): XmlElement | undefined =>
  entries(sheet).find((e) => attr(e, 'key')?.toLowerCase() === key.toLowerCase());

function put(property: Property, value: string): void {
  property.sheet.changed = true;
  const known = entry(property);
  if (known) setAttr(known, 'value', value);
  else {
    store(property.sheet, true)?.children.push(
      element('wb:property', { key: property.key, value }),
    );
  }
}

function remove(property: Property): null {
  const { sheet } = property;
  const node = entry(property);
  const ext = store(sheet, false);
  if (!node || !ext) return refuse('ItemNotFound', property.key);
  sheet.changed = true;
  removeChild(ext, node);
  const list = sheet.section('extLst');
  if (list && entries(sheet).length === 0) {
    removeChild(list, ext);
    if (list.children.length === 0) sheet.dropSection('extLst');
  }
  return null;
}

export const worksheetCustomPropertyType: Described<Property> = describeType<Property>({
  name: 'WorksheetCustomProperty',
  since: '1.12',
  identity: ({ key }) => ({ _Id: key }),
  scalars: {
    Key: { read: ({ key }) => key },
    Value: {
      read: (p) => attr(entry(p), 'value') ?? refuse('ItemNotFound', p.key),
      write: (p, value) => {
        put(p, readText(value));
      },
    },
  },
  methods: { Delete: { call: (p) => remove(p) } },
});

export const worksheetCustomPropertiesType: Described<Sheet> = describeType<Sheet>({
  name: 'WorksheetCustomPropertyCollection',
  since: '1.12',
  items: (sheet) =>
    entries(sheet).map((e) => worksheetCustomPropertyType({ sheet, key: attr(e, 'key') ?? '' })),
  indexer: (sheet, key) => {
    const property = { sheet, key: readText(key) };
    return entry(property)
      ? worksheetCustomPropertyType(property)
      : refuse('ItemNotFound', property.key);
  },
  methods: {
    Add: {
      call: (sheet, [key, value]) => {
        const property = { sheet, key: readText(key) };
        if (property.key === '' || property.key.length > 255) refuse('InvalidArgument', 'the key');
        put(property, readText(value));
        return worksheetCustomPropertyType(property);
      },
    },
    GetCount: { call: (sheet) => entries(sheet).length },
    GetItemOrNullObject: {
      call: (sheet, [key]) => {
        const property = { sheet, key: readText(key) };
        return entry(property) ? worksheetCustomPropertyType(property) : null;
      },
    },
  },
});
