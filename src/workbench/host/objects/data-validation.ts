// Which entries does a range allow, and how does an add-in set that?

import type { Rect } from '../../../workbook/address';
import { contains, intersect, parseRect, rectAddress, subtract } from '../../../workbook/address';
import { WORKSHEET_ORDER } from '../../../workbook/sheet';
import type { Sheet } from '../../../workbook/sheet';
import {
  attr,
  child,
  childrenNamed,
  cloneNode,
  element,
  ensureChild,
  flag,
  prefixOf,
  removeChild,
  setAttr,
  textOf,
} from '../../../workbook/ooxml/xml';
import type { XmlElement } from '../../../workbook/ooxml/xml';
import type { Json } from '../protocol/batch';
import { refuse } from '../protocol/errors';
import type { Described } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Session } from '../session';
import type { Areas } from './areas';
import { readBoolean, readOneOf } from './areas';

/** Excel.DataValidationRule's members ↔ ECMA-376 ST_DataValidationType. */
const KINDS: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  wholeNumber: { file: 'whole', type: 'WholeNumber' },
  decimal: { file: 'decimal', type: 'Decimal' },
  textLength: { file: 'textLength', type: 'TextLength' },
  date: { file: 'date', type: 'Date' },
  time: { file: 'time', type: 'Time' },
  list: { file: 'list', type: 'List' },
  custom: { file: 'custom', type: 'Custom' },
};
const OPERATORS: Readonly<Record<string, string>> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
};
const ORDER = ['formula1', 'formula2'];

type Tree = Record<string, Json | undefined>;
const isTree = (value: Json | undefined): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const rectsOf = (node: XmlElement): Rect[] =>
  (attr(node, 'sqref') ?? '').split(/\s+/).flatMap((a) => parseRect(a) ?? []);

const nodesOf = (sheet: Sheet): XmlElement[] => {
  const list = sheet.section('dataValidations');
  return list ? childrenNamed(list, 'dataValidation') : [];
};

/** The one validation all the cells have; undefined for none, null where they differ. */
function validationOf(areas: Areas): XmlElement | undefined | null {
  const touching = nodesOf(areas.sheet).filter((node) =>
    rectsOf(node).some((a) => areas.rects.some((b) => intersect(a, b))),
  );
  const [first] = touching;
  if (!first) return undefined;
  const covers = areas.rects.every((b) => rectsOf(first).some((a) => contains(a, b)));
  return touching.length === 1 && covers ? first : null;
}

/** Takes the cells out of every validation. */
function clear(areas: Areas): void {
  const { sheet } = areas;
  const list = sheet.section('dataValidations');
  if (!list) return;
  sheet.changed = true;
  for (const node of nodesOf(sheet)) {
    const left = areas.rects.reduce(
      (r, hole) => r.flatMap((x) => subtract(x, hole)),
      rectsOf(node),
    );
    if (left.length > 0) setAttr(node, 'sqref', left.map(rectAddress).join(' '));
    else removeChild(list, node);
  }
  const count = childrenNamed(list, 'dataValidation').length;
  setAttr(list, 'count', count);
  if (count === 0) sheet.dropSection('dataValidations');
}

/** Gives the cells one validation: what they had in common, changed. */
function edit(areas: Areas, session: Session, change: (node: XmlElement) => void): void {
  const { sheet } = areas;
  if (sheet.protected) refuse('AccessDenied', `${sheet.name} is protected`);
  const known = validationOf(areas);
  const node = known
    ? cloneNode(known)
    : element(`${prefixOf(sheet.root)}dataValidation`, {
        allowBlank: 1,
        showInputMessage: 1,
        showErrorMessage: 1,
      });
  change(node);
  setAttr(node, 'sqref', areas.rects.map(rectAddress).join(' '));
  clear(areas);
  sheet.changed = true;
  const list = ensureChild(sheet.root, 'dataValidations', WORKSHEET_ORDER);
  list.children.push(node);
  setAttr(list, 'count', childrenNamed(list, 'dataValidation').length);
  session.announce({ kind: 'layout', sheet });
}

const formulaOf = (node: XmlElement, name: string): Json | undefined => {
  const part = child(node, name);
  if (!part) return undefined;
  const text = textOf(part);
  return text !== '' && !Number.isNaN(Number(text)) ? Number(text) : `=${text}`;
};

function readRule(node: XmlElement): Tree {
  const file = attr(node, 'type') ?? 'none';
  const kind = Object.keys(KINDS).find((key) => KINDS[key]?.file === file);
  if (kind === undefined) return {};
  const text = textOf(child(node, 'formula1'));
  if (kind === 'list') {
    const source = /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : `=${text}`;
    // ECMA-376: showDropDown says the arrow is not shown.
    return { list: { source, inCellDropDown: !flag(node, 'showDropDown', false) } };
  }
  if (kind === 'custom') return { custom: { formula: `=${text}` } };
  const operator = Object.keys(OPERATORS).find(
    (key) => OPERATORS[key] === (attr(node, 'operator') ?? 'between'),
  );
  const formula2 = formulaOf(node, 'formula2');
  return {
    [kind]: {
      formula1: formulaOf(node, 'formula1') ?? '',
      ...(formula2 !== undefined && { formula2 }),
      operator: operator ?? 'Between',
    },
  };
}

function setFormula(node: XmlElement, name: string, value: Json | undefined): void {
  removeChild(node, child(node, name));
  if (value === undefined || value === null || value === '') return;
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/^=/, '');
  ensureChild(node, name, ORDER).children = [text];
}

function writeRule(node: XmlElement, rule: Json): void {
  const given = isTree(rule) ? Object.keys(rule).filter((key) => rule[key] != null) : [];
  const [kind, ...more] = given;
  const known = kind === undefined ? undefined : KINDS[kind];
  const inner = isTree(rule) && kind !== undefined ? rule[kind] : undefined;
  if (!known || more.length > 0 || !isTree(inner)) {
    return refuse('InvalidArgument', 'one kind of rule is wanted');
  }
  setAttr(node, 'type', known.file);
  setAttr(node, 'operator', undefined);
  setAttr(node, 'showDropDown', undefined);
  setFormula(node, 'formula2', undefined);
  if (kind === 'list') {
    const source = inner['source'];
    if (typeof source !== 'string' || source === '') return refuse('InvalidArgument', 'a list');
    const literal = !source.startsWith('=');
    // 255 characters: the limit of a list written out, in the file and in Excel's own window.
    if (literal && source.length > 255) refuse('InvalidArgument', 'a list over 255 characters');
    setFormula(node, 'formula1', literal ? `"${source.replaceAll('"', '""')}"` : source);
    if (inner['inCellDropDown'] === false) setAttr(node, 'showDropDown', true);
    return;
  }
  if (kind === 'custom') {
    if (typeof inner['formula'] !== 'string') refuse('InvalidArgument', 'a formula');
    setFormula(node, 'formula1', inner['formula']);
    return;
  }
  const operator = readOneOf(inner['operator'], Object.keys(OPERATORS));
  if (operator !== 'Between') setAttr(node, 'operator', OPERATORS[operator]);
  if (inner['formula1'] === undefined) refuse('InvalidArgument', 'formula1');
  setFormula(node, 'formula1', inner['formula1']);
  setFormula(node, 'formula2', inner['formula2']);
}

const ALERTS = { Stop: 'stop', Warning: 'warning', Information: 'information' } as const;

/** A message's text, at most as long as Excel takes it. */
function message(tree: Tree, key: string, limit: number): string | undefined {
  const value = tree[key];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' || value.length > limit) refuse('InvalidArgument', key);
  return value;
}

export const dataValidationType: Described<Areas> = describeType<Areas>({
  name: 'DataValidation',
  since: '1.8',
  scalars: {
    ErrorAlert: {
      read: (a) => {
        const node = validationOf(a);
        if (node === null) return null;
        const style = Object.entries(ALERTS).find(
          ([, v]) => v === (attr(node, 'errorStyle') ?? 'stop'),
        );
        return {
          message: attr(node, 'error') ?? '',
          showAlert: node ? flag(node, 'showErrorMessage', false) : true,
          style: style?.[0] ?? 'Stop',
          title: attr(node, 'errorTitle') ?? '',
        };
      },
      write: (a, value, s) => {
        if (!isTree(value)) return refuse('InvalidArgument', 'an alert is wanted');
        const style = readOneOf(
          value['style'] ?? 'Stop',
          Object.keys(ALERTS) as (keyof typeof ALERTS)[],
        );
        const [text, title] = [message(value, 'message', 255), message(value, 'title', 32)];
        edit(a, s, (node) => {
          setAttr(node, 'errorStyle', style === 'Stop' ? undefined : ALERTS[style]);
          setAttr(node, 'showErrorMessage', value['showAlert'] !== false);
          setAttr(node, 'error', text);
          setAttr(node, 'errorTitle', title);
        });
      },
    },
    IgnoreBlanks: {
      read: (a) => {
        const node = validationOf(a);
        return node === null ? null : node ? flag(node, 'allowBlank', false) : true;
      },
      write: (a, value, s) => {
        const ignore = readBoolean(value);
        edit(a, s, (node) => {
          setAttr(node, 'allowBlank', ignore);
        });
      },
    },
    Prompt: {
      read: (a) => {
        const node = validationOf(a);
        if (node === null) return null;
        return {
          message: attr(node, 'prompt') ?? '',
          showPrompt: node ? flag(node, 'showInputMessage', false) : true,
          title: attr(node, 'promptTitle') ?? '',
        };
      },
      write: (a, value, s) => {
        if (!isTree(value)) return refuse('InvalidArgument', 'a prompt is wanted');
        const [text, title] = [message(value, 'message', 255), message(value, 'title', 32)];
        edit(a, s, (node) => {
          setAttr(node, 'showInputMessage', value['showPrompt'] !== false);
          setAttr(node, 'prompt', text);
          setAttr(node, 'promptTitle', title);
        });
      },
    },
    Rule: {
      read: (a) => {
        const node = validationOf(a);
        return node === null ? null : node ? readRule(node) : {};
      },
      write: (a, value, s) => {
        edit(a, s, (node) => {
          writeRule(node, value);
        });
      },
    },
    Type: {
      read: (a) => {
        const node = validationOf(a);
        if (node === null) return 'Inconsistent';
        const file = attr(node, 'type') ?? 'none';
        return Object.values(KINDS).find((kind) => kind.file === file)?.type ?? 'None';
      },
    },
  },
  methods: {
    Clear: {
      call: (a, _, s) => {
        if (a.sheet.protected) refuse('AccessDenied', `${a.sheet.name} is protected`);
        clear(a);
        s.announce({ kind: 'layout', sheet: a.sheet });
        return null;
      },
    },
  },
});
