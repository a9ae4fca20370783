/**
 * What is an official form? Its lines as its editions print them, and which forms make up a return.
 * Each form is a file of data beside this one; nothing else names its lines.
 */
import type { FormId } from './terms';

/** A line's stable identity, whatever it is called. */
export type LineId = string;

/** An edition's identity, the same in every form that has it. */
export type EditionId = string;

/** One printed list of labels. */
export interface Edition {
  readonly id: EditionId;
  /** How it is called in messages. */
  readonly title: string;
  /** Fiscal years whose tables print it; null where there is no first or no last one. */
  readonly years: { readonly first: number | null; readonly last: number | null };
  /** The label of each line, in the printed order. */
  readonly labels: Readonly<Record<LineId, string>>;
  /** Lines that a table of this edition may leave out. */
  readonly optional: readonly LineId[];
  /** The notes under the table, one text per row. */
  readonly notes: readonly string[];
}

/** A further spelling met in real sheets. */
export interface Spelling {
  readonly label: string;
  readonly line: LineId;
  readonly edition: EditionId;
}

/** One official table. */
export interface Form {
  readonly id: FormId;
  /** As printed above the table. */
  readonly title: string;
  /** Name of the sheet that a template makes. */
  readonly sheetName: string;
  /** By age, at least one. */
  readonly editions: readonly [Edition, ...Edition[]];
  /** The form's own edition: it is taken where labels of several are equally many. */
  readonly ownEdition: EditionId;
  readonly alsoWritten: readonly Spelling[];
}

/** The forms that one unit files together. */
export interface FormSet {
  /** In their official order. */
  readonly forms: readonly Form[];
  /** Those that must be there. */
  readonly needed: readonly FormId[];
  /** Pairs of forms whose headings and total lines must be alike; findings stand in the first. */
  readonly agreeing: readonly (readonly [first: FormId, second: FormId])[];
}

/** The edition of a form by id; null where the form has none of that id. */
export function editionOf(form: Form, id: EditionId): Edition | null {
  return form.editions.find((edition) => edition.id === id) ?? null;
}

/** The label that an edition prints for a line; null where it has no such line. */
export function labelIn(edition: Edition, line: LineId): string | null {
  return edition.labels[line] ?? null;
}

const orders = new WeakMap<Form, readonly LineId[]>();

/** Every line of any edition, in the official order. */
export function linesOf(form: Form): readonly LineId[] {
  let order = orders.get(form);
  if (order === undefined) {
    order = mergedOrder(form.editions.map((edition) => Object.keys(edition.labels)));
    orders.set(form, order);
  }
  return order;
}

/** Lines that only a later list has stand behind the line that they follow there. */
function mergedOrder(lists: readonly (readonly LineId[])[]): LineId[] {
  const order: LineId[] = [];
  for (const list of lists) {
    list.forEach((line, at) => {
      if (order.includes(line)) return;
      const before = list[at - 1];
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, line);
    });
  }
  return order;
}
