/** Which of the form's lines does a label of a unit's own belong to, as the user says? */
import type { Form, FormSet, LineId } from '../forms/form';
import { linesOf } from '../forms/form';
import type { FormId } from '../forms/terms';
import { normaliseLabel, readLineLabel } from '../recognise/labels';
import type { OwnCheck, TakenUnit } from './takenUnit';

/** What the user says of one label: the line's label in any edition's spelling. */
export interface LabelChoice {
  readonly label: string;
  readonly meaning: string;
}

/** Why a choice cannot be followed. */
export type LabelChoiceFault =
  /** `meaning` is no line of any form. */
  | { readonly code: 'unknownMeaning'; readonly choice: LabelChoice }
  /** `label` already is another line of the form. */
  | { readonly code: 'knownLabel'; readonly choice: LabelChoice }
  /** Another choice says otherwise of the same label. */
  | { readonly code: 'contradiction'; readonly choice: LabelChoice }
  | { readonly code: 'emptyLabel'; readonly choice: LabelChoice }
  /** No unit has `label` as a line of its own; `there`: those that units have, as they write them. */
  | { readonly code: 'nobodyHas'; readonly choice: LabelChoice; readonly there: readonly string[] }
  /** Units have `label` only in a form of which `meaning` is no line. */
  | { readonly code: 'otherForm'; readonly choice: LabelChoice; readonly form: FormId };

/** The choices that can be followed, by form and label. Labels are compared as recognition does. */
export class LabelMap {
  readonly #lines = new Map<string, LineId>();
  readonly faults: readonly LabelChoiceFault[];

  constructor(choices: readonly LabelChoice[], forms: FormSet) {
    this.faults = choices.flatMap((choice) => this.#add(choice, forms) ?? []);
  }

  /** The form's line that a label belongs to; null where nothing is said. */
  lineOf(form: FormId, label: string): LineId | null {
    return this.#lines.get(keyOf(form, label)) ?? null;
  }

  /** True where the same labels belong to the same lines. */
  saysTheSame(other: LabelMap): boolean {
    if (this.#lines.size !== other.#lines.size) return false;
    return [...this.#lines].every(([key, line]) => other.#lines.get(key) === line);
  }

  /** True where an error of a unit's lines is none any more: its label is mapped, or is mapped to it. */
  settles(form: FormId, problem: 'unknown' | 'missing', label: string, own: OwnCheck): boolean {
    if (problem === 'unknown') return this.lineOf(form, label) !== null;
    return own.unknownLabels.some(
      (unknown) => unknown.form === form && this.lineOf(form, unknown.label) === label,
    );
  }

  #add(choice: LabelChoice, forms: FormSet): LabelChoiceFault | null {
    if (normaliseLabel(choice.label) === '') return { code: 'emptyLabel', choice };
    const meant = readLineLabel(choice.meaning, forms);
    if (meant.length === 0) return { code: 'unknownMeaning', choice };
    const known = readLineLabel(choice.label, forms);
    for (const { form, id } of meant) {
      const official = forms.forms.find((entry) => entry.id === form);
      if (official === undefined || !linesOf(official).includes(id)) continue;
      const already = known.find((entry) => entry.form === form);
      if (already !== undefined && already.id !== id) return { code: 'knownLabel', choice };
      const key = keyOf(form, choice.label);
      const before = this.#lines.get(key);
      if (before !== undefined && before !== id) return { code: 'contradiction', choice };
      this.#lines.set(key, id);
    }
    return null;
  }
}

/** Each line of a form by the newest label that is printed for it: what a label can be mapped to. */
export function meaningsOf(form: Form): string[] {
  const editions = [...form.editions].reverse();
  return linesOf(form).flatMap(
    (line) => editions.flatMap(({ labels }) => labels[line] ?? [])[0] ?? [],
  );
}

/** One of them that an unknown label may well be mapped to: the last, for what no other line has. */
export function exampleMeaning(form: Form): string {
  return meaningsOf(form).at(-1) ?? '';
}

/** Choices that settle no line of any unit: a slip of the pen would otherwise be passed over. */
export function idleChoices(
  choices: readonly LabelChoice[],
  units: readonly TakenUnit[],
  forms: FormSet,
): LabelChoiceFault[] {
  const own = units.flatMap(({ tables }) =>
    [...tables.values()].flatMap(({ form, lines }) =>
      lines.flatMap(({ line, label }) => (line === null ? [{ form, label }] : [])),
    ),
  );
  return choices.flatMap((choice): LabelChoiceFault[] => {
    // That a line of the form belongs to itself needs nobody.
    if (readLineLabel(choice.label, forms).length > 0) return [];
    const label = normaliseLabel(choice.label);
    const having = own.filter((one) => normaliseLabel(one.label) === label);
    const [first] = having;
    if (first === undefined) {
      return [{ code: 'nobodyHas', choice, there: [...new Set(own.map((one) => one.label))] }];
    }
    const map = new LabelMap([choice], forms);
    if (having.some(({ form }) => map.lineOf(form, label) !== null)) return [];
    return [{ code: 'otherForm', choice, form: first.form }];
  });
}

function keyOf(form: FormId, label: string): string {
  return `${form}|${normaliseLabel(label)}`;
}
