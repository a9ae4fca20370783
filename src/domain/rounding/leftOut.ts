/** Which sheets of a workbook would keep the old unit of money, since nobody knows what their tables are? */
import type { Recognition, RefusedSheet } from '../recognise/table';
import { mayHoldTable, type Unread } from '../unread';

/** A sheet that may be one of the forms and cannot be rounded with the others. */
export type LeftOut =
  /** It looks like one of the forms and was not taken for it. */
  | { readonly kind: 'notAdopted'; readonly refused: RefusedSheet }
  /** It could not be read. */
  | { readonly kind: 'notRead'; readonly unread: Unread };

/**
 * Sheets that would be left out: in a workbook that is rounded beside them, money units and decimals differ. A sheet
 * whose title is another table's is one only where a unit lacks one of its tables.
 */
export function leftOutOf(
  { returns, refused }: Recognition,
  unread: readonly Unread[],
): readonly LeftOut[] {
  const isLacking = returns.some(({ forms, tables }) =>
    forms.needed.some((form) => !tables.has(form)),
  );
  return [
    ...refused
      .filter(({ reason }) => isLacking || reason !== 'otherTable')
      .map((one): LeftOut => ({ kind: 'notAdopted', refused: one })),
    ...unread
      .filter((one) => one.sheet !== null && mayHoldTable(one))
      .map((one): LeftOut => ({ kind: 'notRead', unread: one })),
  ];
}
