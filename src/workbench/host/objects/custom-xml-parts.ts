// What can an add-in do with the workbook's custom XML parts?

import type { CustomXml } from '../../../workbook/customXml';
import {
  addCustomXml,
  customXmlParts,
  customXmlText,
  removeCustomXml,
  setCustomXml,
} from '../../../workbook/customXml';
import { refuse } from '../protocol/errors';
import type { Argument, Described, HostObject } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Session } from '../session';
import { readText } from './areas';

/** A part by its id: what it holds is the workbook's. */
interface Keyed {
  readonly id: string;
}

/** Parts of one namespace. */
interface Scope {
  readonly namespace: string;
}

const partOf = ({ id }: Keyed, { workbook }: Session): CustomXml =>
  customXmlParts(workbook).find((one) => one.id === id) ??
  refuse('ItemNotFound', `the custom XML part ${id}`);

const partsIn = ({ namespace }: Scope, { workbook }: Session): CustomXml[] =>
  customXmlParts(workbook).filter((one) => one.namespace === namespace);

const named = (parts: readonly CustomXml[], key: Argument): HostObject | null => {
  const id = readText(key).toLowerCase();
  const found = parts.find((one) => one.id.toLowerCase() === id);
  return found === undefined ? null : customXmlPartType({ id: found.id });
};

const onlyOf = ([only, ...others]: readonly CustomXml[]): HostObject | null =>
  only === undefined || others.length > 0 ? null : customXmlPartType({ id: only.id });

const notXml = (): never => refuse('InvalidArgument', 'no well-formed XML document');

export const customXmlPartType: Described<Keyed> = describeType<Keyed>({
  name: 'CustomXmlPart',
  since: '1.5',
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { read: ({ id }) => id },
    NamespaceUri: { read: (target, session) => partOf(target, session).namespace },
  },
  methods: {
    Delete: {
      call: (target, _, session) => {
        removeCustomXml(session.workbook, partOf(target, session));
        session.isDirty = true;
        return null;
      },
    },
    GetXml: { call: (target, _, s) => customXmlText(s.workbook, partOf(target, s)) },
    SetXml: {
      call: (target, [xml], session) => {
        if (!setCustomXml(session.workbook, partOf(target, session), readText(xml))) notXml();
        session.isDirty = true;
        return null;
      },
    },
  },
});

export const customXmlPartCollectionType: Described<Session> = describeType<Session>({
  name: 'CustomXmlPartCollection',
  since: '1.5',
  items: ({ workbook }) => customXmlParts(workbook).map(({ id }) => customXmlPartType({ id })),
  indexer: ({ workbook }, key) =>
    named(customXmlParts(workbook), key) ??
    refuse('ItemNotFound', `the custom XML part ${JSON.stringify(key)}`),
  methods: {
    Add: {
      call: (session, [xml]) => {
        const added = addCustomXml(session.workbook, readText(xml)) ?? notXml();
        session.isDirty = true;
        return customXmlPartType({ id: added.id });
      },
    },
    GetByNamespace: {
      call: (_, [namespace]) =>
        customXmlPartScopedCollectionType({ namespace: readText(namespace) }),
    },
    GetCount: { call: ({ workbook }) => customXmlParts(workbook).length },
    GetItemOrNullObject: { call: ({ workbook }, [key]) => named(customXmlParts(workbook), key) },
  },
});

export const customXmlPartScopedCollectionType: Described<Scope> = describeType<Scope>({
  name: 'CustomXmlPartScopedCollection',
  since: '1.5',
  items: (scope, session) => partsIn(scope, session).map(({ id }) => customXmlPartType({ id })),
  indexer: (scope, key, session) =>
    named(partsIn(scope, session), key) ??
    refuse('ItemNotFound', `the custom XML part ${JSON.stringify(key)}`),
  methods: {
    GetCount: { call: (scope, _, session) => partsIn(scope, session).length },
    GetItemOrNullObject: { call: (scope, [key], session) => named(partsIn(scope, session), key) },
    GetOnlyItem: {
      call: (scope, _, session) =>
        onlyOf(partsIn(scope, session)) ?? refuse('ItemNotFound', 'not one part exactly'),
    },
    GetOnlyItemOrNullObject: { call: (scope, _, session) => onlyOf(partsIn(scope, session)) },
  },
});
