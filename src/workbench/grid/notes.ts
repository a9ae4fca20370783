// Which notes (comments) does a sheet have?

import { parseRect } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { childrenText } from '../../workbook/sharedStrings';
import type { Workbook } from '../../workbook/workbook';
import { attr, child, childrenNamed } from '../../workbook/ooxml/xml';

/** Notes by `row,column`. */
export type Notes = ReadonlyMap<string, string>;

export const placeKey = (row: number, column: number): string => `${row},${column}`;

/** Reads the notes of a sheet from its comments part. */
export function notesOf(workbook: Workbook, sheet: Sheet): Notes {
  const notes = new Map<string, string>();
  const part = workbook.files.related(sheet.part, '/comments');
  const list = part === undefined ? undefined : child(workbook.files.tree(part), 'commentList');
  for (const node of list ? childrenNamed(list, 'comment') : []) {
    const rect = parseRect(attr(node, 'ref') ?? '');
    const text = childrenText(child(node, 'text')).trim();
    if (rect && text !== '') notes.set(placeKey(rect.top, rect.left), text);
  }
  return notes;
}
