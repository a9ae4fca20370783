/** What has the user said of an item's warnings, and which still ask for words? */
import type { Finding } from '../../domain/finding';
import { asksForExplanation } from '../../domain/submission/explainable';
import type { ChangedFigure, ExplanationState } from '../../domain/submission/explanation';
import type { Explanation } from '../../domain/submission/kept';
import type { ReportedExplanations } from './report';
import type { ReportItem } from './reportItem';

/** Findings that are answered by the same words and in the same state. */
export interface AnswerGroup {
  readonly state: ExplanationState;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** As they are kept, one for each finding. */
  readonly explanations: readonly Explanation[];
  /** Figures that are not as they were, each once. */
  readonly changed: readonly ChangedFigure[];
}

export interface ItemAnswers {
  /** What is to be confirmed again first. */
  readonly groups: readonly AnswerGroup[];
  /** Warnings of which nothing is said yet. */
  readonly open: readonly Finding[];
}

/** An item's warnings by what was said of them. */
export function answersOfItem(
  { findings }: Pick<ReportItem, 'findings'>,
  { byFinding }: Pick<ReportedExplanations, 'byFinding'>,
): ItemAnswers {
  const groups = new Map<string, AnswerGroup>();
  const open: Finding[] = [];
  for (const finding of findings) {
    const answered = byFinding.get(finding.id);
    if (answered === undefined) {
      if (asksForExplanation(finding)) open.push(finding);
      continue;
    }
    const { state, explanation, changed } = answered;
    const key = `${state}|${explanation.text}`;
    const group = groups.get(key);
    groups.set(key, {
      state,
      text: explanation.text,
      findings: [...(group?.findings ?? []), finding],
      explanations: [...(group?.explanations ?? []), explanation],
      changed: [...(group?.changed ?? []), ...changed.filter(({ id }) => !isIn(group, id))],
    });
  }
  const all = [...groups.values()];
  const inState = (state: ExplanationState) => all.filter((group) => group.state === state);
  return { groups: [...inState('outdated'), ...inState('valid')], open };
}

function isIn(group: AnswerGroup | undefined, figure: string): boolean {
  return group?.changed.some(({ id }) => id === figure) === true;
}
