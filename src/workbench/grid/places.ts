// Which cells does a text in the name box mean?

import { parseRect, splitSheet } from '../../workbook/address';
import type { Rect } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { nameTarget } from '../../workbook/structure';
import type { Workbook } from '../../workbook/workbook';

/** Cells of a visible sheet. */
export interface NamedPlace {
  readonly sheet: Sheet;
  readonly rects: readonly Rect[];
}

/** An address with or without its sheet, or a defined name; undefined when it is neither. */
export function placeNamed(
  workbook: Workbook,
  front: Sheet | undefined,
  text: string,
): NamedPlace | undefined {
  const wanted = text.trim();
  const { sheet: name, rest } = splitSheet(wanted);
  const rect = parseRect(rest);
  if (rect) return visible(name === undefined ? front : workbook.sheetNamed(name), [rect]);
  const same = workbook.names().filter((n) => n.name.toLowerCase() === wanted.toLowerCase());
  const named = same.find((n) => n.scope === front) ?? same.find((n) => !n.scope) ?? same[0];
  const place = named && nameTarget(workbook, named.formula);
  return visible(place?.sheet, place?.rects.filter((r) => r !== undefined) ?? []);
}

const visible = (sheet: Sheet | undefined, rects: readonly Rect[]): NamedPlace | undefined =>
  sheet?.visibility === 'visible' && rects.length > 0 ? { sheet, rects } : undefined;
