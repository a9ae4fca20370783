// What can happen to an open workbook?

import type { Rect } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import type { CellValue } from '../../workbook/values';

/** Who makes a change: the user at the keyboard or an add-in through the library. */
export type Origin = 'user' | 'addin';

/** Something that happened to the workbook, for events and for a grid on screen. */
export type Change =
  | {
      readonly kind: 'values';
      readonly sheet: Sheet;
      readonly rect: Rect;
      readonly before?: CellValue;
      readonly after?: CellValue;
    }
  | { readonly kind: 'format'; readonly sheet: Sheet; readonly rect: Rect }
  | {
      readonly kind: 'shift';
      readonly sheet: Sheet;
      readonly rect: Rect;
      readonly inserted: boolean;
      readonly axis: 'row' | 'column';
    }
  | {
      readonly kind: 'rowHidden';
      readonly sheet: Sheet;
      readonly rect: Rect;
      readonly hidden: boolean;
    }
  | { readonly kind: 'layout'; readonly sheet: Sheet }
  /** A conditional format that lies, or lay, on these cells. */
  | { readonly kind: 'conditions'; readonly sheet: Sheet; readonly rects: readonly Rect[] }
  | { readonly kind: 'calculated'; readonly sheet: Sheet }
  | { readonly kind: 'added' | 'deleted' | 'activated' | 'moved'; readonly sheet: Sheet }
  | { readonly kind: 'renamed'; readonly sheet: Sheet; readonly before: string }
  | { readonly kind: 'visibility'; readonly sheet: Sheet; readonly before: string }
  | { readonly kind: 'protection'; readonly sheet: Sheet }
  | { readonly kind: 'selection'; readonly sheet: Sheet; readonly rects: readonly Rect[] };
