// Which names are defined, and what do they stand for?

import { parseRect, splitSheet } from '../../../workbook/address';
import type { Sheet } from '../../../workbook/sheet';
import type { DefinedName } from '../../../workbook/workbook';
import { attr, setAttr } from '../../../workbook/ooxml/xml';
import type { Json } from '../protocol/batch';
import { refuse } from '../protocol/errors';
import type { Described, Argument, HostObject } from '../protocol/members';
import { describeType, isHostObject } from '../protocol/members';
import type { Area, Session } from '../session';
import { fullAddress, rangeOf, readBoolean, readText, worksheetOf } from './areas';

interface NameList {
  /** undefined: the workbook's own names. */
  readonly scope: Sheet | undefined;
}

const namesOf = (list: NameList, session: Session): DefinedName[] =>
  session.workbook.names().filter((n) => n.scope === list.scope && !n.name.startsWith('_xlnm.'));

const find = (list: NameList, name: Argument, session: Session): DefinedName | undefined =>
  namesOf(list, session).find((n) => n.name.toLowerCase() === readText(name).toLowerCase());

/** Excel: starts with a letter or underscore, no spaces, not like a cell address, ≤ 255 characters. */
function checkName(name: string): string {
  const shaped = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= 255;
  if (!shaped || /^(?:[A-Za-z]{1,3}[0-9]+|[RrCc])$/.test(name)) refuse('InvalidArgument', name);
  return name;
}

/** A range as absolute reference, or a formula. */
function readReference(value: Argument): string {
  if (isHostObject(value) && value.type.name === 'Range') {
    const { sheet, rect } = value.target as Area;
    const [own, cells] = splitLast(fullAddress(sheet, rect));
    return `${own}!${cells.replace(/([A-Z]+)?([0-9]+)?/g, (_, c?: string, r?: string) => `${c ? `$${c}` : ''}${r ? `$${r}` : ''}`)}`;
  }
  return readText(value).replace(/^=/, '');
}

const splitLast = (address: string): [string, string] => {
  const at = address.lastIndexOf('!');
  return [address.slice(0, at), address.slice(at + 1)];
};

export const namedItemType: Described<DefinedName> = describeType<DefinedName>({
  name: 'NamedItem',
  since: '1.1',
  identity: (n) => ({ _Id: n.name }),
  scalars: {
    Formula: {
      since: '1.7',
      read: (n) => `=${n.formula}`,
      write: (n, value, session) => {
        session.workbook.setName(n.name, readReference(value), n.scope);
        session.recalculation.touchAll();
      },
    },
    Name: { read: (n) => n.name },
    Scope: { since: '1.4', read: (n) => (n.scope ? 'Worksheet' : 'Workbook') },
    Type: { read: (n, session) => (rangeAt(n.formula, session) ? 'Range' : valueOf(n).type) },
    Value: { read: (n, session) => (rangeAt(n.formula, session) ? n.formula : valueOf(n).value) },
    Visible: {
      read: (n) => attr(n.node, 'hidden') !== '1',
      write: (n, value, session) => {
        setAttr(n.node, 'hidden', readBoolean(value) ? undefined : true);
        session.workbook.touch();
      },
    },
  },
  navigations: {
    Worksheet: {
      since: '1.4',
      open: (n) => (n.scope ? worksheetOf(n.scope) : refuse('ItemNotFound', 'not of a sheet')),
    },
  },
  methods: {
    Delete: {
      since: '1.4',
      call: (n, _, session) => {
        session.workbook.removeName(n);
        session.recalculation.touchAll();
        return null;
      },
    },
    GetRange: {
      call: (n, _, session) =>
        rangeAt(n.formula, session) ?? refuse('InvalidOperation', `${n.name} is not a range`),
    },
  },
});

/** What a name that is not a range stands for: a constant, or a formula as text. */
function valueOf(n: DefinedName): { type: string; value: Json } {
  const { formula } = n;
  if (/^"(?:[^"]|"")*"$/.test(formula)) {
    return { type: 'String', value: formula.slice(1, -1).replaceAll('""', '"') };
  }
  if (formula !== '' && !Number.isNaN(Number(formula))) {
    return { type: 'Double', value: Number(formula) };
  }
  if (formula === 'TRUE' || formula === 'FALSE') {
    return { type: 'Boolean', value: formula === 'TRUE' };
  }
  return { type: formula.includes('#REF!') ? 'Error' : 'String', value: `=${formula}` };
}

export const namedItemCollectionType: Described<NameList> = describeType<NameList>({
  name: 'NamedItemCollection',
  since: '1.1',
  items: (list, session) => namesOf(list, session).map((n) => namedItemType(n)),
  indexer: (list, name, session) =>
    namedItemType(
      find(list, name, session) ?? refuse('ItemNotFound', `the name ${JSON.stringify(name)}`),
    ),
  methods: {
    Add: {
      since: '1.4',
      call: (list, [name, reference, comment], session): HostObject => {
        const wanted = checkName(readText(name));
        if (find(list, wanted, session)) refuse('InvalidArgument', `${wanted} is defined already`);
        const made = session.workbook.setName(wanted, readReference(reference), list.scope);
        if (typeof comment === 'string' && comment !== '') setAttr(made.node, 'comment', comment);
        session.recalculation.touchAll();
        return namedItemType(made);
      },
    },
    GetCount: { since: '1.4', call: (list, _, session) => namesOf(list, session).length },
    GetItemOrNullObject: {
      since: '1.4',
      call: (list, [name], session) => {
        const found = find(list, name, session);
        return found ? namedItemType(found) : null;
      },
    },
  },
});

/** A range anywhere in the workbook by its full address; for names. */
function rangeAt(address: string, session: Session): HostObject | null {
  const { sheet, rest } = splitSheet(address);
  const owner = sheet === undefined ? undefined : session.workbook.sheetNamed(sheet);
  const rect = parseRect(rest);
  return owner && rect ? rangeOf(owner, rect) : null;
}
