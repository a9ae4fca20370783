// How do the conditional formats of a sheet reach the grid?
//
// A rule that names no cell (such as our marks) is the same for all its cells: it is decided here and drawn
// at once, lines included. Every other rule is handed to Univer, which works it out from the values.

import { cellAddress, subtract } from '../../workbook/address';
import type { Rect } from '../../workbook/address';
import { conditionFormula, conditionRects, conditionsOf } from '../../workbook/conditions';
import type { Condition } from '../../workbook/conditions';
import type { Sheet } from '../../workbook/sheet';
import type { StyleBook } from '../../workbook/ooxml/styles';
import { attr, flag, numberAttr, writeNode } from '../../workbook/ooxml/xml';
import { conditionLook } from './conditionLook';
import { scaleRule } from './conditionScales';
import type { GridLook, GridRange } from './data';
import { rangeOf } from './snapshot';

/** A look that some cells have whatever their values are. */
export interface ConstantLook {
  /** Whether a rule left to Univer comes before it. */
  readonly weaker: boolean;
  readonly rects: readonly Rect[];
  readonly style: GridLook;
}

/** A rule as Univer's conditional formatting takes it. */
export interface GridRule {
  readonly cfId: string;
  readonly ranges: GridRange[];
  readonly stopIfTrue: boolean;
  readonly rule: object;
}

export interface SheetConditions {
  /** The strongest first. */
  readonly constants: readonly ConstantLook[];
  /** The strongest first. */
  readonly rules: readonly GridRule[];
  /** The same text means the same conditional formats. */
  readonly key: string;
}

const COMPARE: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (o) => o === 0,
  '<>': (o) => o !== 0,
  '<': (o) => o < 0,
  '>': (o) => o > 0,
  '<=': (o) => o <= 0,
  '>=': (o) => o >= 0,
};
const LITERAL = '"(?:[^"]|"")*"|[0-9]+(?:\\.[0-9]+)?|TRUE|FALSE';
const COMPARISON = new RegExp(`^(${LITERAL})\\s*(<>|<=|>=|=|<|>)\\s*(${LITERAL})$`, 'i');

function literal(text: string): string | number | boolean {
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"').toLowerCase();
  return /^[0-9]/.test(text) ? Number(text) : text.toUpperCase() === 'TRUE';
}

/** The result of a formula that names no cell and no function; undefined for any other. */
export function constantResult(formula: string): boolean | undefined {
  const text = formula.replace(/^=/, '').trim();
  const m = COMPARISON.exec(text);
  if (m) {
    const [a, b] = [literal(m[1] ?? ''), literal(m[3] ?? '')];
    // Excel compares within one type; across types numbers come before text before logical values.
    const rank = (v: unknown): number => ['number', 'string', 'boolean'].indexOf(typeof v);
    const order = rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
    return COMPARE[m[2] ?? '']?.(order);
  }
  if (/^(?:TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === 'TRUE';
  return /^[0-9]+(?:\.[0-9]+)?$/.test(text) ? Number(text) !== 0 : undefined;
}

const OPERATORS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  lessThan: '<',
  greaterThanOrEqual: '>=',
  lessThanOrEqual: '<=',
};

/** The formula that says whether a cell has the format, as seen from the first cell of the range. */
function formulaOf(condition: Condition, first: Rect): string | undefined {
  const { rule } = condition;
  const one = conditionFormula(rule, 0);
  if (attr(rule, 'type') !== 'cellIs') return one;
  if (one === undefined) return undefined;
  const cell = cellAddress(first.top, first.left);
  const two = conditionFormula(rule, 1) ?? '0';
  const operator = attr(rule, 'operator') ?? '';
  if (operator === 'between') return `AND(${cell}>=(${one}),${cell}<=(${two}))`;
  if (operator === 'notBetween') return `OR(${cell}<(${one}),${cell}>(${two}))`;
  const sign = OPERATORS[operator];
  return sign === undefined ? undefined : `${cell}${sign}(${one})`;
}

/** Univer's rule for what has no formula of its own; undefined for what it does not know. */
function ruleOf(condition: Condition, styles: StyleBook, style: GridLook): object | undefined {
  const { rule } = condition;
  const highlight = { type: 'highlightCell', style };
  switch (attr(rule, 'type')) {
    case 'duplicateValues':
    case 'uniqueValues':
      return { ...highlight, subType: attr(rule, 'type') };
    case 'top10':
      return {
        ...highlight,
        subType: 'rank',
        isBottom: flag(rule, 'bottom', false),
        isPercent: flag(rule, 'percent', false),
        value: numberAttr(rule, 'rank') ?? 10,
      };
    case 'aboveAverage': {
      const above = flag(rule, 'aboveAverage', true) ? 'greaterThan' : 'lessThan';
      const equal = flag(rule, 'equalAverage', false) ? 'OrEqual' : '';
      return { ...highlight, subType: 'average', operator: above + equal };
    }
    default:
      return scaleRule(rule, styles.theme);
  }
}

/** The conditional formats of a sheet; `expand` puts what they stand for in place of names. */
export function sheetConditions(
  sheet: Sheet,
  styles: StyleBook,
  expand: (formula: string) => string,
): SheetConditions {
  const constants: ConstantLook[] = [];
  const rules: GridRule[] = [];
  let stopped: Rect[] = [];
  const key: string[] = [];
  for (const condition of conditionsOf(sheet)) {
    const { rule } = condition;
    const id = numberAttr(rule, 'dxfId');
    const dxf = id === undefined ? undefined : styles.differential(id);
    key.push(attr(condition.block, 'sqref') ?? '', writeNode(rule), dxf ? writeNode(dxf) : '');
    const rects = stopped.reduce<Rect[]>(
      (rest, hole) => rest.flatMap((r) => subtract(r, hole)),
      conditionRects(condition),
    );
    const [first] = conditionRects(condition);
    if (!first || rects.length === 0) continue;
    const style = conditionLook(dxf, styles.theme);
    const raw = formulaOf(condition, first);
    const formula = raw === undefined ? undefined : expand(raw);
    const always = formula === undefined ? undefined : constantResult(formula);
    const stops = flag(rule, 'stopIfTrue', false);
    if (always === false) continue;
    if (always === true) {
      constants.push({ rects, style, weaker: rules.length > 0 });
      if (stops) stopped = [...stopped, ...rects];
      continue;
    }
    const made =
      formula === undefined
        ? ruleOf(condition, styles, style)
        : { type: 'highlightCell', subType: 'formula', style, value: `=${formula}` };
    if (!made) continue;
    const ranges = rects.map(rangeOf);
    rules.push({ cfId: `cf${rules.length}`, ranges, stopIfTrue: stops, rule: made });
  }
  return { constants, rules, key: key.join('\n') };
}
