/**
 * What is an 审核说明, and does it still hold? The user's words on one warning, bound to what the warning
 * is about and to the figures that its rule compared; never to an address.
 */
import type { Finding } from '../finding';
import type { ReportingRound } from '../forms/rounds';
import type { UnitReturn } from '../returns/unitReturn';
import { canBeExplained } from './explainable';
import { figuresCompared } from './figuresCompared';
import type { ExplainedFigure, Explanation } from './kept';
import { keyOf, longestExplanation } from './kept';

/** `valid`: 已说明 · `outdated`: 需重新确认, a figure has changed since. */
export type ExplanationState = 'valid' | 'outdated';

/** The explanation of a finding, and whether it holds. */
export interface AnsweredFinding {
  readonly explanation: Explanation;
  readonly state: ExplanationState;
  /** Figures that are not as they were; none where it holds. */
  readonly changed: readonly ChangedFigure[];
}

/** A figure that was compared when an explanation was written, or is now; as {@link ExplainedFigure}, null where it is not compared. */
export interface ChangedFigure {
  readonly id: string;
  readonly before: string | null;
  readonly now: string | null;
}

/** Which findings are explained, and which explanations belong to none. */
export interface Answers {
  /** By finding's id. */
  readonly byFinding: ReadonlyMap<string, AnsweredFinding>;
  /** 无对应: what they explain is not found any more; kept until they are removed. */
  readonly gone: readonly Explanation[];
}

/** What a finding of this unit is about, whatever the unit is called. */
function aboutOf(finding: Finding, unit: UnitReturn): string {
  return finding.id.slice(unit.id.length + 1);
}

/** An explanation of a finding as its figures stand now. The text is taken without space around it. */
export function explain(
  finding: Finding,
  unit: UnitReturn,
  round: ReportingRound,
  text: string,
): Explanation {
  return {
    unit: unit.id,
    about: aboutOf(finding, unit),
    text: tidyText(text),
    figures: figuresCompared(finding, unit, round),
  };
}

/** A text as it is kept: one kind of line break, nothing around it, not too long. */
export function tidyText(text: string): string {
  const tidy = text.replace(/\r\n?/g, '\n').trim();
  return Array.from(tidy).slice(0, longestExplanation).join('').trim();
}

/** True for a text with a letter or a digit in it: one of signs only, seen or not, explains nothing. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/**
 * Finds for each warning its explanation. One written when the unit was called otherwise still
 * belongs to it, as long as the workbook holds no other return and the year is the same.
 */
export function answersOf(
  units: readonly UnitReturn[],
  findings: readonly Finding[],
  explanations: readonly Explanation[],
  round: ReportingRound,
): Answers {
  const byId = new Map(findings.filter(canBeExplained).map((finding) => [finding.id, finding]));
  const byNumber = new Map(units.map((unit) => [unit.number, unit]));
  const byFinding = new Map<string, AnsweredFinding>();
  const gone: Explanation[] = [];
  const exactFirst = [...explanations].sort(
    (a, b) => Number(isOfReturn(b, units)) - Number(isOfReturn(a, units)),
  );
  for (const explanation of exactFirst) {
    const id = `${ownerOf(explanation, units)}|${explanation.about}`;
    const finding = byId.get(id);
    const unit = finding === undefined ? undefined : byNumber.get(finding.pair);
    const isOfNone = finding === undefined || unit === undefined || byFinding.has(id);
    if (isOfNone || !saysSomething(explanation.text)) {
      gone.push(explanation);
      continue;
    }
    const changed = changedFigures(explanation.figures, figuresCompared(finding, unit, round));
    const state = changed.length === 0 ? 'valid' : 'outdated';
    byFinding.set(id, { explanation, state, changed });
  }
  return { byFinding, gone };
}

function isOfReturn({ unit }: Explanation, units: readonly UnitReturn[]): boolean {
  return units.some(({ id }) => id === unit);
}

/** Id of the return that an explanation belongs to. */
function ownerOf(explanation: Explanation, units: readonly UnitReturn[]): string {
  const [only, ...others] = units;
  if (isOfReturn(explanation, units) || only === undefined || others.length > 0) {
    return explanation.unit;
  }
  return yearOf(only.id) === yearOf(explanation.unit) ? only.id : explanation.unit;
}

/** What stands behind the name in a return's id. */
function yearOf(unit: string): string {
  return unit.slice(unit.lastIndexOf('·') + 1);
}

/** What differs, in whatever order they stand; also what is compared on one side only. */
function changedFigures(
  then: readonly ExplainedFigure[],
  now: readonly ExplainedFigure[],
): ChangedFigure[] {
  const was = new Map(then.map(({ id, value }) => [id, value]));
  const is = new Map(now.map(({ id, value }) => [id, value]));
  return [...new Set([...is.keys(), ...was.keys()])]
    .filter((id) => was.get(id) !== is.get(id))
    .map((id) => ({ id, before: was.get(id) ?? null, now: is.get(id) ?? null }));
}

/** The explanations with some written anew; one about the same finding gives way. */
export function withExplanations(
  explanations: readonly Explanation[],
  written: readonly Explanation[],
): Explanation[] {
  const keys = new Set(written.map(keyOf));
  return [...explanations.filter((one) => !keys.has(keyOf(one))), ...written];
}

/** The explanations without some. */
export function withoutExplanations(
  explanations: readonly Explanation[],
  removed: readonly Explanation[],
): Explanation[] {
  const keys = new Set(removed.map(keyOf));
  return explanations.filter((one) => !keys.has(keyOf(one)));
}
