/** How is a report made of a check? Apart from {@link WorkbookReport}, which is shown before anything is checked. */
import type { RecognisedReturn } from '../../domain/recognise/table';
import { answersOf } from '../../domain/submission/explanation';
import type { StoredExplanations } from '../../domain/submission/kept';
import type { CheckReport } from '../checkWorkbook';
import { itemsOf } from './items';
import type { ReportedExplanations, UnitReport, WorkbookReport } from './report';
import { countSeverities } from './severityCounts';
import { verdictOf, verdictOn } from './verdict';

/**
 * The outcome of a check, unit by unit.
 *
 * @param stored the workbook's explanations, where they were read apart from its cells
 */
export function reportOf(
  check: CheckReport,
  stored: StoredExplanations = check.explanations,
): WorkbookReport {
  const { recognition, unread, calculation, checks, findings } = check;
  return {
    verdict: verdictOf(check),
    units: recognition.returns.map((tables) => unitReport(tables, check)),
    recognition,
    unread,
    calculation,
    checks,
    counts: countSeverities(findings),
    explained: explainedOf(check, stored),
    notCompared: check.notCompared,
    sameUnit: check.sameUnit,
  };
}

/** Which findings of a check the user has explained. */
export function explainedOf(
  check: CheckReport,
  stored: StoredExplanations = check.explanations,
): ReportedExplanations {
  const { views, findings, round } = check;
  const explanations = stored.kind === 'read' ? stored.explanations : [];
  return {
    ...answersOf(views, findings, explanations, round),
    unreadable: stored.kind === 'read' ? null : stored.why,
  };
}

/** Those of one of the units; what is of no unit of the workbook belongs to each, for nobody knows whose it was. */
export function explainedIn(
  { explained, units }: WorkbookReport,
  { findings, tables }: UnitReport,
): ReportedExplanations {
  const { byFinding, gone, unreadable } = explained;
  const others = new Set(units.map((one) => one.tables.id).filter((id) => id !== tables.id));
  const own = findings.flatMap(({ id }) => {
    const answered = byFinding.get(id);
    return answered === undefined ? [] : [[id, answered] as const];
  });
  return {
    byFinding: new Map(own),
    gone: gone.filter(({ unit }) => !others.has(unit)),
    unreadable,
  };
}

function unitReport(tables: RecognisedReturn, check: CheckReport): UnitReport {
  const { number } = tables;
  const findings = check.findings.filter(({ pair }) => pair === number);
  const events = check.events.filter(({ pair }) => pair === number);
  const diagnoses = check.diagnoses.filter(({ pair }) => pair === number);
  const counts = countSeverities(findings);
  const isInconclusive = check.inconclusivePairs.includes(number);
  const isNotCompared = check.notCompared.some(({ unit }) => unit === number);
  const isUndecided = isInconclusive || isNotCompared;
  const verdict = verdictOn(findings, check.calculation, isUndecided);
  const items = itemsOf(findings, events, diagnoses);
  return { number, tables, verdict, isInconclusive, counts, findings, events, diagnoses, items };
}
