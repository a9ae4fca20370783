// Which settings does the file keep for the add-in?

import { readSettings, writeSettings } from '../../../workbook/documents';
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
  session.isDirty = true;
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
