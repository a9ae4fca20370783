// What can an add-in see of conditional formats, and how does it add its own and take them off?

import { intersect } from '../../../workbook/address';
import {
  addCondition,
  clearConditions,
  conditionFormula,
  conditionRects,
  conditionsOf,
  placeCondition,
  removeCondition,
  setConditionFormulas,
} from '../../../workbook/conditions';
import type { Condition } from '../../../workbook/conditions';
import { wellFormed } from '../../../workbook/entry';
import { attr, flag, setAttr } from '../../../workbook/ooxml/xml';
import type { Json } from '../protocol/batch';
import { refuse } from '../protocol/errors';
import type { Described, Argument, HostObject } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Session } from '../session';
import type { Areas } from './areas';
import { rangeAreasOf, rangeOf, readBoolean, readInteger, readOneOf, readText } from './areas';
import { conditionalRangeFormatType } from './conditional-look';

/** ECMA-376 ST_CfType → Excel.ConditionalFormatType. */
const TYPES: Readonly<Record<string, string>> = {
  expression: 'Custom',
  cellIs: 'CellValue',
  dataBar: 'DataBar',
  colorScale: 'ColorScale',
  iconSet: 'IconSet',
  top10: 'TopBottom',
  containsText: 'ContainsText',
  notContainsText: 'ContainsText',
  beginsWith: 'ContainsText',
  endsWith: 'ContainsText',
};
const ALL_TYPES = [...new Set(Object.values(TYPES)), 'PresetCriteria'];
const OPERATORS: Readonly<Record<string, string>> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqual: 'greaterThanOrEqual',
  LessThanOrEqual: 'lessThanOrEqual',
};

const typeOf = (c: Condition): string => TYPES[attr(c.rule, 'type') ?? ''] ?? 'PresetCriteria';

/** Position in the sheet's order of application: ids are positions, and change with it. */
const positionOf = (c: Condition): number =>
  conditionsOf(c.sheet).findIndex(({ rule }) => rule === c.rule);

function idOf(c: Condition): string {
  const sheet = Number(c.sheet.id).toString(16).toUpperCase().padStart(4, '0');
  const place = positionOf(c).toString(16).toUpperCase().padStart(6, '0');
  return `{00000000-000E-0000-${sheet}-${place}000000}`;
}

const inAreas = (areas: Areas): Condition[] =>
  conditionsOf(areas.sheet).filter((c) =>
    conditionRects(c).some((a) => areas.rects.some((b) => intersect(a, b))),
  );

function written(formula: Json | undefined): string {
  const text = readText(formula).replace(/^=/, '');
  return wellFormed(text) ? text : refuse('InvalidArgument', `the formula ${text}`);
}

/** Changing conditional formats needs the right to format cells of a protected sheet. */
function change(c: Condition, session: Session, edit: () => void): void {
  session.guardPermission(c.sheet, 'formatCells');
  c.sheet.changed = true;
  const rects = conditionRects(c);
  edit();
  session.announce({ kind: 'conditions', sheet: c.sheet, rects });
}

export const conditionalFormatRuleType: Described<Condition> = describeType<Condition>({
  name: 'ConditionalFormatRule',
  since: '1.6',
  scalars: {
    Formula: { read: ruleFormula, write: setRuleFormula },
    FormulaLocal: { read: ruleFormula, write: setRuleFormula },
  },
});

function ruleFormula(c: Condition): Json {
  const formula = conditionFormula(c.rule, 0);
  return formula === undefined ? '' : `=${formula}`;
}

function setRuleFormula(c: Condition, value: Json, session: Session): void {
  const formula = written(value);
  change(c, session, () => {
    setConditionFormulas(c, [formula]);
  });
}

export const customConditionalFormatType: Described<Condition> = describeType<Condition>({
  name: 'CustomConditionalFormat',
  since: '1.6',
  navigations: {
    Format: { open: (c) => conditionalRangeFormatType(c) },
    Rule: { open: (c) => conditionalFormatRuleType(c) },
  },
});

export const cellValueConditionalFormatType: Described<Condition> = describeType<Condition>({
  name: 'CellValueConditionalFormat',
  since: '1.6',
  scalars: {
    Rule: {
      read: (c) => {
        const [formula1, formula2] = [0, 1].map((n) => conditionFormula(c.rule, n));
        const operator = Object.keys(OPERATORS).find(
          (key) => OPERATORS[key] === attr(c.rule, 'operator'),
        );
        return {
          formula1: formula1 === undefined ? '' : `=${formula1}`,
          ...(formula2 !== undefined && { formula2: `=${formula2}` }),
          operator: operator ?? 'Invalid',
        };
      },
      write: (c, value, session) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) {
          refuse('InvalidArgument', 'a rule is wanted');
        }
        const operator = readOneOf(value['operator'], Object.keys(OPERATORS));
        const two = operator === 'Between' || operator === 'NotBetween';
        const formulas = [written(value['formula1']), ...(two ? [written(value['formula2'])] : [])];
        change(c, session, () => {
          setAttr(c.rule, 'operator', OPERATORS[operator]);
          setConditionFormulas(c, formulas);
        });
      },
    },
  },
  navigations: { Format: { open: (c) => conditionalRangeFormatType(c) } },
});

/** A deleted rule that Ctrl+Z has brought back throws on every member until the file is opened again. */
function refuseDamaged({ rule }: Condition, session: Session): void {
  if (session.damagedRules.has(rule)) refuse('GeneralException', 'the rule is damaged');
}

/** A part that only one type of rule has: others refuse it, or answer null where asked so. */
function typed(type: string, make: (c: Condition) => HostObject) {
  return {
    strict: {
      open: (c: Condition, session: Session) => {
        refuseDamaged(c, session);
        return typeOf(c) === type
          ? make(c)
          : refuse('InvalidOperation', `${typeOf(c)} is not ${type}`);
      },
    },
    orNull: {
      open: (c: Condition, session: Session) => {
        refuseDamaged(c, session);
        return typeOf(c) === type ? make(c) : null;
      },
    },
  };
}
const custom = typed('Custom', (c) => customConditionalFormatType(c));
const cellValue = typed('CellValue', (c) => cellValueConditionalFormatType(c));

export const conditionalFormatType: Described<Condition> = describeType<Condition>({
  name: 'ConditionalFormat',
  since: '1.6',
  identity: (c) => ({ Id: idOf(c) }),
  scalars: {
    Id: { read: idOf },
    Priority: {
      read: positionOf,
      write: (c, value, session) => {
        const place = readInteger(value);
        change(c, session, () => {
          placeCondition(c, place);
        });
      },
    },
    StopIfTrue: {
      read: (c) => flag(c.rule, 'stopIfTrue', false),
      write: (c, value, session) => {
        const stop = readBoolean(value);
        change(c, session, () => {
          setAttr(c.rule, 'stopIfTrue', stop ? true : undefined);
        });
      },
    },
    Type: {
      read: (c, session) => {
        refuseDamaged(c, session);
        return typeOf(c);
      },
    },
  },
  navigations: {
    CellValue: cellValue.strict,
    CellValueOrNullObject: cellValue.orNull,
    Custom: custom.strict,
    CustomOrNullObject: custom.orNull,
  },
  methods: {
    Delete: {
      call: (c, _, session) => {
        refuseDamaged(c, session);
        if (positionOf(c) < 0) refuse('ItemNotFound', 'the conditional format is gone');
        change(c, session, () => {
          removeCondition(c);
        });
        return null;
      },
    },
    GetRange: {
      call: (c, _, session) => oneRange(c, session) ?? refuse('InvalidOperation', 'several ranges'),
    },
    GetRangeOrNullObject: { call: (c, _, session) => oneRange(c, session) },
    GetRanges: {
      since: '1.9',
      call: (c, _, session) => {
        refuseDamaged(c, session);
        return rangeAreasOf({ sheet: c.sheet, rects: conditionRects(c) });
      },
    },
  },
});

function oneRange(c: Condition, session: Session): HostObject | null {
  refuseDamaged(c, session);
  const [rect, ...more] = conditionRects(c);
  return rect && more.length === 0 ? rangeOf(c.sheet, rect) : null;
}

function add(areas: Areas, [type]: readonly Argument[], session: Session): HostObject {
  const wanted = readOneOf(type, ALL_TYPES);
  if (wanted !== 'Custom' && wanted !== 'CellValue') {
    refuse('NotImplemented', `conditional formats of type ${wanted}`);
  }
  session.guardPermission(areas.sheet, 'formatCells');
  const file = wanted === 'Custom' ? 'expression' : 'cellIs';
  const condition = addCondition(areas.sheet, areas.rects, file);
  setConditionFormulas(condition, ['FALSE']);
  if (file === 'cellIs') setAttr(condition.rule, 'operator', 'equal');
  session.announce({ kind: 'conditions', ...areas });
  return conditionalFormatType(condition);
}

const itemWith = (areas: Areas, id: Argument): Condition | undefined =>
  inAreas(areas).find((c) => idOf(c) === id);

export const conditionalFormatCollectionType: Described<Areas> = describeType<Areas>({
  name: 'ConditionalFormatCollection',
  since: '1.6',
  items: (a) => inAreas(a).map((c) => conditionalFormatType(c)),
  indexer: (a, id) =>
    conditionalFormatType(itemWith(a, id) ?? refuse('ItemNotFound', 'no such conditional format')),
  methods: {
    Add: { call: add },
    ClearAll: {
      call: (a, _, session) => {
        session.guardPermission(a.sheet, 'formatCells');
        clearConditions(a.sheet, a.rects);
        session.announce({ kind: 'conditions', ...a });
        return null;
      },
    },
    GetCount: { call: (a) => inAreas(a).length },
    GetItemAt: {
      call: (a, [index]) => {
        const found = inAreas(a)[readInteger(index)];
        return found ? conditionalFormatType(found) : refuse('ItemNotFound', 'no such place');
      },
    },
    GetItemOrNullObject: {
      since: '1.14',
      call: (a, [id]) => {
        const found = itemWith(a, id);
        return found ? conditionalFormatType(found) : null;
      },
    },
  },
});
