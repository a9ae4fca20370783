/** Is nothing claimed where nothing can be? A missing project, another budget, another draft. */
import type { EventKind } from '../../../src/domain/diagnose/diagnose';
import { PRIORS } from '../../../src/domain/diagnose/priors';
import { printTable } from './print';
import { Reliability, studyKind } from './studyEvents';

/** No equality knows the line, nor which table is right. */
const UNKNOWABLE: readonly EventKind[] = ['projectMissing', 'otherBudget', 'differentDraft'];

/** What the goals need of this study. */
export interface UnknowableFigures {
  readonly pairs: number;
  readonly claims: number;
}

/** Runs the study: a sixth of the pairs for each kind, with typed totals and with formulas. */
export function studyUnknowable(scale: number): UnknowableFigures {
  const rows = [false, true].flatMap((formulas) =>
    UNKNOWABLE.map((kind) => {
      const trials = Math.ceil((10_000 / 6) * scale);
      const figures = studyKind(kind, trials, formulas, PRIORS, new Reliability());
      return { label: `${kind}, ${formulas ? 'formula' : 'typed'} totals`, figures };
    }),
  );
  printTable(
    'Pairs in which nothing can be claimed: a missing project, another budget, another draft',
    ['what happened', 'pairs', 'named', 'another named', 'claims'],
    rows.map(({ label, figures }) => [
      label,
      String(figures.trials),
      String(figures.exact + figures.kind),
      String(figures.wrong),
      String(figures.claims),
    ]),
  );
  return {
    pairs: rows.reduce((sum, { figures }) => sum + figures.trials, 0),
    claims: rows.reduce((sum, { figures }) => sum + figures.claims, 0),
  };
}
