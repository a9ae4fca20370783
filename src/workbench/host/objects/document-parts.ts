// What does the file keep for the add-in: settings, custom XML parts, document properties?

import {
  addCustomXml,
  customProperties,
  customXmlParts,
  readCustomXml,
  readSettings,
  removeCustomProperty,
  removeCustomXml,
  setCustomProperty,
  writeCustomXml,
  writeSettings,
} from '../../../workbook/documents';
import type { CustomXml, PropertyValue } from '../../../workbook/documents';
import { parseXml } from '../../../workbook/ooxml/xml';
import type { Json } from '../protocol/batch';
import { refuse } from '../protocol/errors';
import type { Described, Argument, HostObject } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Session } from '../session';
import { readText } from './areas';

/** One entry of a keyed list. */
interface Keyed {
  readonly key: string;
}

// Settings: Excel keeps workbook.settings apart from Office.context.document.settings;
// both live in the add-in's web extension part. Here the former have a prefix of their own.
const PREFIX = 'ExcelApi.Setting.';

const settingsOf = (session: Session): Map<string, string> =>
  new Map(
    [...readSettings(session.workbook)].flatMap(([name, value]) =>
      name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value] as const] : [],
    ),
  );

function putSetting(session: Session, key: string, value: string | undefined): void {
  const all = readSettings(session.workbook);
  if (value === undefined) all.delete(PREFIX + key);
  else all.set(PREFIX + key, value);
  writeSettings(session.workbook, all);
}

export const settingType: Described<Keyed> = describeType<Keyed>({
  name: 'Setting',
  since: '1.4',
  identity: ({ key }) => ({ _Id: key }),
  scalars: {
    Key: { read: ({ key }) => key },
    Value: {
      read: ({ key }, session) => {
        const text = settingsOf(session).get(key);
        return text === undefined
          ? refuse('ItemNotFound', `the setting ${key}`)
          : (JSON.parse(text) as Json);
      },
      write: ({ key }, value, session) => {
        putSetting(session, key, JSON.stringify(value));
      },
    },
  },
  methods: {
    Delete: {
      call: ({ key }, _, session) => {
        if (!settingsOf(session).has(key)) refuse('ItemNotFound', `the setting ${key}`);
        putSetting(session, key, undefined);
        return null;
      },
    },
  },
});

export const settingCollectionType: Described<Session> = describeType<Session>({
  name: 'SettingCollection',
  since: '1.4',
  items: (s) => [...settingsOf(s).keys()].map((key) => settingType({ key })),
  indexer: (s, key) => existing(settingsOf(s), key, settingType),
  methods: {
    Add: {
      call: (s, [key, value]) => {
        const name = readText(key);
        if (name === '') refuse('InvalidArgument', 'an empty key');
        putSetting(s, name, JSON.stringify(value ?? null));
        return settingType({ key: name });
      },
    },
    GetCount: { call: (s) => settingsOf(s).size },
    GetItemOrNullObject: { call: (s, [key]) => orNull(settingsOf(s), key, settingType) },
  },
});

function orNull(
  map: ReadonlyMap<string, unknown>,
  key: Argument,
  make: (k: Keyed) => HostObject,
): HostObject | null {
  const wanted = readText(key).toLowerCase();
  const found = [...map.keys()].find((k) => k.toLowerCase() === wanted);
  return found === undefined ? null : make({ key: found });
}

const existing = (
  map: ReadonlyMap<string, unknown>,
  key: Argument,
  make: (k: Keyed) => HostObject,
): HostObject => orNull(map, key, make) ?? refuse('ItemNotFound', `the key ${JSON.stringify(key)}`);

// Custom XML

/** Runs what reads XML; text that is none is refused. */
function wellFormedXml(value: Argument): string {
  const xml = readText(value);
  try {
    parseXml(xml);
  } catch (error) {
    refuse('InvalidArgument', error instanceof Error ? error.message : 'XML');
  }
  return xml;
}

export const customXmlPartType: Described<CustomXml> = describeType<CustomXml>({
  name: 'CustomXmlPart',
  since: '1.5',
  identity: (item) => ({ Id: item.id }),
  scalars: {
    Id: { read: (item) => item.id },
    NamespaceUri: { read: (item) => item.namespace },
  },
  methods: {
    Delete: {
      call: (item, _, s) => {
        removeCustomXml(s.workbook, item);
        return null;
      },
    },
    GetXml: { call: (item, _, s) => readCustomXml(s.workbook, item) },
    SetXml: {
      call: (item, [xml], s) => {
        writeCustomXml(s.workbook, item, wellFormedXml(xml));
        return null;
      },
    },
  },
});

interface CustomXmlList {
  /** undefined: all parts. */
  readonly namespace: string | undefined;
}
const partsOf = (list: CustomXmlList, s: Session): CustomXml[] =>
  customXmlParts(s.workbook).filter(
    (item) => list.namespace === undefined || item.namespace === list.namespace,
  );

const customXmlMembers = {
  items: (list: CustomXmlList, s: Session): HostObject[] =>
    partsOf(list, s).map((item) => customXmlPartType(item)),
  indexer: (list: CustomXmlList, id: Argument, s: Session): HostObject => {
    const found = partsOf(list, s).find((item) => item.id === id);
    return found ? customXmlPartType(found) : refuse('ItemNotFound', 'no such part');
  },
};
const customXmlMethods = {
  GetCount: {
    call: (list: CustomXmlList, _: readonly Argument[], s: Session) => partsOf(list, s).length,
  },
  GetItemOrNullObject: {
    call: (list: CustomXmlList, [id]: readonly Argument[], s: Session): HostObject | null => {
      const found = partsOf(list, s).find((item) => item.id === id);
      return found ? customXmlPartType(found) : null;
    },
  },
};

function onlyPart(list: CustomXmlList, s: Session): HostObject | null {
  const [item, ...more] = partsOf(list, s);
  return item && more.length === 0 ? customXmlPartType(item) : null;
}

export const customXmlPartScopedCollectionType: Described<CustomXmlList> =
  describeType<CustomXmlList>({
    name: 'CustomXmlPartScopedCollection',
    since: '1.5',
    ...customXmlMembers,
    methods: {
      ...customXmlMethods,
      GetOnlyItem: {
        call: (list, _, s) =>
          onlyPart(list, s) ?? refuse('InvalidOperation', 'none or several parts'),
      },
      GetOnlyItemOrNullObject: { call: (list, _, s) => onlyPart(list, s) },
    },
  });

export const customXmlPartCollectionType: Described<CustomXmlList> = describeType<CustomXmlList>({
  name: 'CustomXmlPartCollection',
  since: '1.5',
  ...customXmlMembers,
  methods: {
    ...customXmlMethods,
    Add: {
      call: (_, [xml], s) => customXmlPartType(addCustomXml(s.workbook, wellFormedXml(xml))),
    },
    GetByNamespace: {
      call: (_, [namespace]) =>
        customXmlPartScopedCollectionType({ namespace: readText(namespace) }),
    },
  },
});

// Document properties

const isProperty = (value: unknown): value is PropertyValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Documented limits: keys of 255 characters; longer values are cut to 255. */
function putProperty(key: string, value: unknown, s: Session): void {
  if (key === '' || key.length > 255) refuse('InvalidArgument', 'the key');
  if (!isProperty(value)) return refuse('InvalidArgument', 'the value');
  setCustomProperty(s.workbook, key, typeof value === 'string' ? value.slice(0, 255) : value);
}

export const customPropertyType: Described<Keyed> = describeType<Keyed>({
  name: 'CustomProperty',
  since: '1.7',
  identity: ({ key }) => ({ Key: key, _Id: key }),
  scalars: {
    Key: { read: ({ key }) => key },
    Type: {
      read: ({ key }, s) => {
        const value = customProperties(s.workbook).get(key);
        return typeof value === 'number'
          ? 'Number'
          : typeof value === 'boolean'
            ? 'Boolean'
            : 'String';
      },
    },
    Value: {
      read: ({ key }, s) => customProperties(s.workbook).get(key) ?? null,
      write: ({ key }, value, s) => {
        putProperty(key, value, s);
      },
    },
  },
  methods: {
    Delete: {
      call: ({ key }, _, s) => {
        if (!removeCustomProperty(s.workbook, key)) refuse('ItemNotFound', key);
        return null;
      },
    },
  },
});

export const customPropertyCollectionType: Described<Session> = describeType<Session>({
  name: 'CustomPropertyCollection',
  since: '1.7',
  items: (s) => [...customProperties(s.workbook).keys()].map((key) => customPropertyType({ key })),
  indexer: (s, key) => existing(customProperties(s.workbook), key, customPropertyType),
  methods: {
    Add: {
      call: (s, [key, value]) => {
        putProperty(readText(key), value, s);
        return customPropertyType({ key: readText(key) });
      },
    },
    DeleteAll: {
      call: (s) => {
        for (const key of customProperties(s.workbook).keys())
          removeCustomProperty(s.workbook, key);
        return null;
      },
    },
    GetCount: { call: (s) => customProperties(s.workbook).size },
    GetItemOrNullObject: {
      call: (s, [key]) => orNull(customProperties(s.workbook), key, customPropertyType),
    },
  },
});

export const documentPropertiesType: Described<Session> = describeType<Session>({
  name: 'DocumentProperties',
  since: '1.7',
  navigations: { Custom: { open: (s) => customPropertyCollectionType(s) } },
});
