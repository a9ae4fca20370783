/** In which edition of the labels is the result laid out? */
import type { EditionId, Form, FormSet, LineId } from '../forms/form';
import { linesOf } from '../forms/form';
import type { FormId } from '../forms/terms';
import { lineIn } from './figureTable';
import type { LabelMap } from './labelMap';
import type { TakenUnit } from './takenUnit';

/**
 * By form: the edition most units use, unless a unit has figures on a line that only later ones have.
 * Of editions as frequent the form's own, then the later one.
 *
 * @param counted the units that count, each with its versions of the same figures
 * @param all for the forms, where none counts
 */
export function resultEditions(
  counted: readonly (readonly TakenUnit[])[],
  all: readonly TakenUnit[],
  labels: LabelMap,
): ReadonlyMap<FormId, EditionId> {
  const sets = new Set<FormSet>(all.map(({ forms }) => forms));
  const forms = [...sets].flatMap((set) => set.forms);
  return new Map(forms.map((form) => [form.id, editionFor(form, counted, labels)]));
}

function editionFor(
  form: Form,
  counted: readonly (readonly TakenUnit[])[],
  labels: LabelMap,
): EditionId {
  const rank = rankIn(form);
  const votes = new Map<EditionId, number>();
  for (const versions of counted) {
    const used = versions.flatMap(({ tables }) => tables.get(form.id)?.edition ?? []);
    const [vote] = used.sort((a, b) => rank(b) - rank(a));
    if (vote !== undefined) votes.set(vote, (votes.get(vote) ?? 0) + 1);
  }
  return bestEdition(form, linesWithFigures(form.id, counted, labels), votes);
}

/** The form's own edition, then the later one. */
function rankIn({ editions, ownEdition }: Form): (id: EditionId) => number {
  const order = editions.map(({ id }) => id);
  return (id) => (id === ownEdition ? order.length : order.indexOf(id));
}

function bestEdition(
  form: Form,
  needed: ReadonlySet<LineId>,
  votes: ReadonlyMap<EditionId, number>,
): EditionId {
  const rank = rankIn(form);
  const lacking = ({ labels: printed }: Form['editions'][number]) =>
    [...needed].filter((line) => !Object.hasOwn(printed, line)).length;
  const [best] = [...form.editions].sort(
    (a, b) =>
      lacking(a) - lacking(b) ||
      (votes.get(b.id) ?? 0) - (votes.get(a.id) ?? 0) ||
      rank(b.id) - rank(a.id),
  );
  return best?.id ?? form.ownEdition;
}

/** The edition itself where it has all lines that are needed; else the one that lacks the fewest of them. */
export function editionWith(
  form: Form,
  edition: EditionId,
  needed: ReadonlySet<LineId>,
): EditionId {
  return bestEdition(form, needed, new Map([[edition, 1]]));
}

/** The form's lines on which a unit has figures. */
function linesWithFigures(
  form: FormId,
  counted: readonly (readonly TakenUnit[])[],
  labels: LabelMap,
): ReadonlySet<LineId> {
  const lines = new Set<LineId>();
  for (const { tables } of counted.flat()) {
    const table = tables.get(form);
    for (const line of table?.lines ?? []) {
      const known = table && lineIn(table, line, labels);
      if (known != null && line.figures.some((figure) => figure !== null)) lines.add(known);
    }
  }
  return lines;
}

/** The lines of the result with their labels: those that its edition prints, and others with figures. */
export function resultLines(
  form: Form,
  edition: EditionId,
  withFigures: ReadonlySet<LineId>,
): readonly { readonly line: LineId; readonly label: string }[] {
  const chosen = form.editions.find(({ id }) => id === edition) ?? form.editions[0];
  return linesOf(form).flatMap((line) => {
    const printed = Object.hasOwn(chosen.labels, line) ? chosen.labels[line] : undefined;
    if (printed !== undefined) return [{ line, label: printed }];
    if (!withFigures.has(line)) return [];
    const other = form.editions.findLast(({ labels }) => Object.hasOwn(labels, line));
    return other === undefined ? [] : [{ line, label: other.labels[line] ?? line }];
  });
}
