// Does a cell's data validation allow what was typed? As Excel: only what is typed is looked at, and
// only rules that stop; a rule that would need a formula's result lets everything through.

import { parseRect } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import type { CellValue } from '../../workbook/values';
import { isError } from '../../workbook/values';
import { attr, child, childrenNamed, flag, textOf } from '../../workbook/ooxml/xml';
import type { XmlElement } from '../../workbook/ooxml/xml';

type Test = (value: number, low: number, high: number) => boolean;

/** ECMA-376 ST_DataValidationOperator. */
const tests: Readonly<Record<string, Test>> = {
  between: (value, low, high) => value >= low && value <= high,
  notBetween: (value, low, high) => value < low || value > high,
  equal: (value, low) => value === low,
  notEqual: (value, low) => value !== low,
  greaterThan: (value, low) => value > low,
  lessThan: (value, low) => value < low,
  greaterThanOrEqual: (value, low) => value >= low,
  lessThanOrEqual: (value, low) => value <= low,
};

function ruleAt(sheet: Sheet, row: number, column: number): XmlElement | undefined {
  const list = sheet.section('dataValidations');
  return (list ? childrenNamed(list, 'dataValidation') : []).find((node) =>
    (attr(node, 'sqref') ?? '').split(/\s+/).some((address) => {
      const rect = parseRect(address);
      return (
        rect !== undefined &&
        row >= rect.top &&
        row <= rect.bottom &&
        column >= rect.left &&
        column <= rect.right
      );
    }),
  );
}

/** A bound that is a constant; null for a formula. */
function boundOf(rule: XmlElement, name: string): number | null {
  const text = textOf(child(rule, name));
  return text === '' || Number.isNaN(Number(text)) ? null : Number(text);
}

function isAllowed(rule: XmlElement, value: string | number | boolean): boolean {
  const type = attr(rule, 'type') ?? 'none';
  if (type === 'list') {
    const source = /^"(.*)"$/s.exec(textOf(child(rule, 'formula1')))?.[1];
    if (source === undefined) return true;
    const items = source.replaceAll('""', '"').split(',');
    return items.some((item) => item.trim() === String(value).trim());
  }
  if (!['whole', 'decimal', 'date', 'time', 'textLength'].includes(type)) return true;
  const number = type === 'textLength' ? String(value).length : value;
  if (typeof number !== 'number') return false;
  if (type === 'whole' && !Number.isInteger(number)) return false;
  const test = tests[attr(rule, 'operator') ?? 'between'];
  const [low, high] = [boundOf(rule, 'formula1'), boundOf(rule, 'formula2')];
  if (test === undefined || low === null || (high === null && child(rule, 'formula2'))) return true;
  return test(number, low, high ?? low);
}

/**
 * What a rule says that does not take the value (its title and text, as far as it has them); null
 * where the value may stand.
 *
 * @param row from zero
 * @param column from zero
 */
export function stopped(
  sheet: Sheet,
  row: number,
  column: number,
  value: CellValue,
): string | null {
  if (value === undefined || value === '' || isError(value)) return null;
  const rule = ruleAt(sheet, row, column);
  if (rule === undefined || !flag(rule, 'showErrorMessage', false)) return null;
  if ((attr(rule, 'errorStyle') ?? 'stop') !== 'stop' || isAllowed(rule, value)) return null;
  return [attr(rule, 'errorTitle'), attr(rule, 'error')].filter((text) => text).join('：');
}
