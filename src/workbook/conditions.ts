// Which conditional formats does a sheet have, in which order do they apply, and how are they added and taken off?

import {
  attr,
  child,
  childrenNamed,
  element,
  insertChild,
  numberAttr,
  prefixOf,
  removeChild,
  setAttr,
} from './ooxml/xml';
import type { XmlElement } from './ooxml/xml';
import type { Rect } from './address';
import { intersect, parseRect, rectAddress, subtract } from './address';
import type { Sheet } from './sheet';
import { WORKSHEET_ORDER } from './sheet';

/** One rule with the element that says where it applies. */
export interface Condition {
  readonly sheet: Sheet;
  readonly block: XmlElement;
  readonly rule: XmlElement;
}

const priorityOf = (rule: XmlElement): number => numberAttr(rule, 'priority') ?? 1;

/** The rules of a sheet, the one that applies first first. */
export function conditionsOf(sheet: Sheet): Condition[] {
  const all = childrenNamed(sheet.root, 'conditionalFormatting').flatMap((block) =>
    childrenNamed(block, 'cfRule').map((rule) => ({ sheet, block, rule })),
  );
  return all.sort((a, b) => priorityOf(a.rule) - priorityOf(b.rule));
}

/** Where a rule applies. */
export const conditionRects = (condition: Condition): Rect[] =>
  (attr(condition.block, 'sqref') ?? '').split(/\s+/).flatMap((a) => parseRect(a) ?? []);

/** Adds a rule that applies before all others; theirs all move one place down. */
export function addCondition(sheet: Sheet, rects: readonly Rect[], type: string): Condition {
  sheet.changed = true;
  for (const { rule } of conditionsOf(sheet)) setAttr(rule, 'priority', priorityOf(rule) + 1);
  const prefix = prefixOf(sheet.root);
  const rule = element(`${prefix}cfRule`, { type, priority: 1 });
  const sqref = rects.map(rectAddress).join(' ');
  const block = element(`${prefix}conditionalFormatting`, { sqref }, [rule]);
  insertChild(sheet.root, block, WORKSHEET_ORDER);
  return { sheet, block, rule };
}

/** Takes a rule off; those after it move one place up. */
export function removeCondition(condition: Condition): void {
  const { sheet, block, rule } = condition;
  sheet.changed = true;
  removeChild(block, rule);
  if (childrenNamed(block, 'cfRule').length === 0) removeChild(sheet.root, block);
  for (const other of conditionsOf(sheet)) {
    const priority = priorityOf(other.rule);
    if (priority > priorityOf(rule)) setAttr(other.rule, 'priority', priority - 1);
  }
}

/** Puts a rule at a place in the order of its sheet; negative places count from the end. */
export function placeCondition(condition: Condition, place: number): void {
  const order = conditionsOf(condition.sheet).filter((c) => c.rule !== condition.rule);
  const at = place < 0 ? Math.max(0, order.length + 1 + place) : Math.min(place, order.length);
  order.splice(at, 0, condition);
  condition.sheet.changed = true;
  order.forEach(({ rule }, i) => {
    setAttr(rule, 'priority', i + 1);
  });
}

/** Takes conditional formats off some cells; rules without cells go. */
export function clearConditions(sheet: Sheet, rects: readonly Rect[]): void {
  for (const block of childrenNamed(sheet.root, 'conditionalFormatting')) {
    const own = (attr(block, 'sqref') ?? '').split(/\s+/).flatMap((a) => parseRect(a) ?? []);
    if (!own.some((a) => rects.some((b) => intersect(a, b)))) continue;
    const left = rects.reduce((rest, hole) => rest.flatMap((r) => subtract(r, hole)), own);
    sheet.changed = true;
    if (left.length > 0) setAttr(block, 'sqref', left.map(rectAddress).join(' '));
    else {
      for (const rule of childrenNamed(block, 'cfRule')) removeCondition({ sheet, block, rule });
    }
  }
}

/** The n-th formula of a rule, without `=`. */
export const conditionFormula = (rule: XmlElement, n: number): string | undefined => {
  const node = childrenNamed(rule, 'formula')[n];
  return node && node.children.map(String).join('');
};

export function setConditionFormulas(condition: Condition, formulas: readonly string[]): void {
  const { rule, sheet } = condition;
  sheet.changed = true;
  for (let old = child(rule, 'formula'); old; old = child(rule, 'formula')) removeChild(rule, old);
  const nodes = formulas.map((f) => element(`${prefixOf(rule)}formula`, {}, [f]));
  rule.children.unshift(...nodes);
}

/** A sheet's conditional formats as they were at a moment, to be put back. */
export type KeptConditions = readonly KeptElement[];

interface KeptElement {
  readonly element: XmlElement;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (KeptElement | string)[];
}

export const keepConditions = (sheet: Sheet): KeptConditions =>
  childrenNamed(sheet.root, 'conditionalFormatting').map(keep);

function keep(element: XmlElement): KeptElement {
  const children = element.children.map((node) => (typeof node === 'string' ? node : keep(node)));
  return { element, attributes: new Map(element.attributes), children };
}

/** Puts a sheet's conditional formats back; what is answered was not there before. */
export function putBackConditions(sheet: Sheet, kept: KeptConditions): Condition[] {
  sheet.changed = true;
  const present = new Set(conditionsOf(sheet).map(({ rule }) => rule));
  for (const block of childrenNamed(sheet.root, 'conditionalFormatting')) {
    removeChild(sheet.root, block);
  }
  for (const block of kept.map(putBack)) insertChild(sheet.root, block, WORKSHEET_ORDER);
  return conditionsOf(sheet).filter(({ rule }) => !present.has(rule));
}

function putBack({ element, attributes, children }: KeptElement): XmlElement {
  element.attributes = new Map(attributes);
  element.children = children.map((node) => (typeof node === 'string' ? node : putBack(node)));
  return element;
}
