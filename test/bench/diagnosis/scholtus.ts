/**
 * Reference: correction of simple typing errors in records with balance edits.
 *
 * After S. Scholtus, "Automatic correction of simple typing errors in numerical data with balance
 * edits", discussion paper 09046, Statistics Netherlands, 2009. Values are integers. Only variables
 * that stand in no satisfied edit may be wrong; each violated edit implies one value for them; a
 * value is a suggestion when it differs from the stated one by one interchange of adjacent digits,
 * one digit more, one less or one replaced. Of the suggestions that share no edit, as many edits as
 * possible are satisfied; where several choices are as good, only what they have in common is applied.
 */
import type { Amount } from '../../../src/domain/amount';

/** A balance edit: Σ sign × value = 0. */
export type Edit = readonly (readonly [variable: number, sign: 1 | -1])[];

interface Suggestion {
  readonly variable: number;
  readonly value: Amount;
  readonly edits: readonly number[];
}

function isSimpleTypo(stated: Amount, meant: Amount): boolean {
  if (stated < 0n !== meant < 0n && stated !== 0n && meant !== 0n) return false;
  const [a, b] = [stated, meant].map((value) => (value < 0n ? -value : value).toString());
  if (a === undefined || b === undefined || a === b) return false;
  if (a.length === b.length) {
    const different = Array.from(a, (_, i) => i).filter((i) => a[i] !== b[i]);
    const [i = -1, j = -1] = different;
    if (different.length === 1) return true;
    return different.length === 2 && j === i + 1 && a[i] === b[j] && a[j] === b[i];
  }
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  return Array.from(long).some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

function residual(values: readonly Amount[], edit: Edit): Amount {
  return edit.reduce((sum, [variable, sign]) => sum + BigInt(sign) * (values[variable] ?? 0n), 0n);
}

/**
 * Corrects one record.
 *
 * @param values integers, e.g. amounts in yuan
 * @returns variable → corrected value; empty where nothing is corrected
 */
export function correctTypingErrors(
  values: readonly Amount[],
  edits: readonly Edit[],
): ReadonlyMap<number, Amount> {
  const violated: number[] = [];
  const trusted = new Set<number>();
  edits.forEach((edit, index) => {
    if (residual(values, edit) !== 0n) violated.push(index);
    else for (const [variable] of edit) trusted.add(variable);
  });
  const byName = new Map<string, { variable: number; value: Amount; edits: number[] }>();
  for (const index of violated) {
    const edit = edits[index] ?? [];
    for (const [variable, sign] of edit) {
      if (trusted.has(variable)) continue;
      const stated = values[variable] ?? 0n;
      const value = stated - BigInt(sign) * residual(values, edit);
      if (!isSimpleTypo(stated, value)) continue;
      const name = `${variable}=${value}`;
      const known = byName.get(name) ?? { variable, value, edits: [] };
      known.edits.push(index);
      byName.set(name, known);
    }
  }
  return inCommon(bestChoices([...byName.values()], edits));
}

function bestChoices(
  suggestions: readonly Suggestion[],
  edits: readonly Edit[],
): readonly (readonly Suggestion[])[] {
  let best = 0;
  let choices: (readonly Suggestion[])[] = [];
  const involved = (suggestion: Suggestion): readonly number[] =>
    edits.flatMap((edit, index) =>
      edit.some(([variable]) => variable === suggestion.variable) ? [index] : [],
    );
  const branch = (at: number, chosen: readonly Suggestion[], used: ReadonlySet<number>): void => {
    const suggestion = suggestions[at];
    if (suggestion === undefined) {
      const satisfied = chosen.reduce((sum, { edits: own }) => sum + own.length, 0);
      if (satisfied > best) {
        best = satisfied;
        choices = [chosen];
      } else if (satisfied === best && satisfied > 0) choices.push(chosen);
      return;
    }
    const own = involved(suggestion);
    if (!own.some((index) => used.has(index))) {
      branch(at + 1, [...chosen, suggestion], new Set([...used, ...own]));
    }
    branch(at + 1, chosen, used);
  };
  branch(0, [], new Set());
  return choices;
}

function inCommon(choices: readonly (readonly Suggestion[])[]): ReadonlyMap<number, Amount> {
  const [first = [], ...others] = choices;
  return new Map(
    first
      .filter(({ variable, value }) =>
        others.every((choice) =>
          choice.some((other) => other.variable === variable && other.value === value),
        ),
      )
      .map(({ variable, value }) => [variable, value]),
  );
}
