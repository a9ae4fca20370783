/** Runs the catalogue over a unit's return: one interpreter per kind of rule. */
import type { Finding, RuleId } from '../finding';
import { FindingIds } from '../findingIds';
import type { UnitReturn } from '../returns/unitReturn';
import { checkColumnBalances, checkCrossTableBalances, checkLineBalances } from './balances';
import type { Rule } from './rule';
import { catalogue, ruleById } from './catalogue';
import {
  checkEmptyTable,
  checkFormBlocks,
  checkLinesComplete,
  checkOneEdition,
  checkRequired,
  checkTableMissing,
} from './completeness';
import { checkContents } from './contents';
import { checkHeadingComplete, checkSameHeading, checkUnitNamed, checkYearFits } from './headings';
import type { Outcome, UndeterminedReason } from './outcome';
import { checkDisplayedSums, checkScaledDisplay } from './display';
import { checkFormulaResults } from './formulaResults';
import { checkFiguresUnderMerges, checkHiddenFigures } from './hidden';
import {
  checkComparisons,
  checkDependencies,
  checkExecutionRates,
  checkOfWhich,
} from './relations';
import { checkSameAsLastRound, checkUnlikelyChanges } from './lastRound';
import { checkNewOrGone } from './newOrGone';
import { checkFiguresOutside } from './outside';
import { checkScaleOfLastRound } from './scaleOfLastRound';
import type { CheckSettings } from './settings';
import { checkExternalLinks, checkTotalRanges, checkTypedOverTotals } from './totalFormulas';
import { checkUnitDoubt } from './unitDoubt';

/** Checks by outcome; run is the sum of the others. */
export interface CheckCounts {
  readonly run: number;
  readonly satisfied: number;
  readonly violated: number;
  readonly undetermined: number;
}

/** What came of all checks of one return. */
export interface CheckedReturn {
  readonly counts: CheckCounts;
  /** In the order of the catalogue and the sheet. */
  readonly findings: readonly Finding[];
  /** Why checks could not be decided, by rule. */
  readonly undetermined: ReadonlyMap<RuleId, ReadonlySet<UndeterminedReason>>;
}

/** Checks every rule of the catalogue. */
export function checkReturn(unit: UnitReturn, settings: CheckSettings): CheckedReturn {
  return summarise(
    unit,
    catalogue.map((rule) => ({ rule, outcomes: outcomesOf(rule, unit, settings) })),
  );
}

/** Counts and names what the rules returned. */
export function summarise(
  unit: UnitReturn,
  checked: readonly { readonly rule: Rule; readonly outcomes: readonly Outcome[] }[],
): CheckedReturn {
  const counts = { run: 0, satisfied: 0, violated: 0, undetermined: 0 };
  const findings: Finding[] = [];
  const ids = new FindingIds(unit.id);
  const undetermined = new Map<RuleId, Set<UndeterminedReason>>();
  for (const { rule, outcomes } of checked) {
    counts.run += outcomes.length;
    for (const outcome of outcomes) {
      if (outcome.kind === 'satisfied') {
        counts.satisfied += 1;
      } else if (outcome.kind === 'violated') {
        counts.violated += 1;
        const { id, severity } = outcome.as === undefined ? rule : ruleById(outcome.as);
        findings.push({
          ...outcome.finding,
          id: ids.next(id, outcome.finding),
          pair: unit.number,
          rule: id,
          severity,
        });
      } else {
        counts.undetermined += 1;
        const reasons = undetermined.get(rule.id) ?? new Set();
        undetermined.set(rule.id, reasons.add(outcome.why));
      }
    }
  }
  return { counts, findings, undetermined };
}

/** True where checks could not be decided and no error says why. */
export function isInconclusive({ findings, undetermined }: CheckedReturn): boolean {
  return undetermined.size > 0 && !findings.some(({ severity }) => severity === 'error');
}

/** What one rule says of a return, check by check. */
export function outcomesOf(
  { check }: Rule,
  unit: UnitReturn,
  settings: CheckSettings,
): readonly Outcome[] {
  switch (check.kind) {
    case 'lineBalance':
      return checkLineBalances(unit, settings);
    case 'columnBalance':
      return checkColumnBalances(unit, settings);
    case 'crossTableBalance':
      return checkCrossTableBalances(unit, settings);
    case 'withinRounding':
      // The balances report under this rule what holds within rounding.
      return [];
    case 'sameHeading':
      return checkSameHeading(unit, check.field);
    case 'content':
      return checkContents(unit, check.content);
    case 'dependency':
      return checkDependencies(unit, check, settings);
    case 'comparison':
      return checkComparisons(unit, check, settings);
    case 'executionRate':
      return checkExecutionRates(unit, settings);
    case 'unitDoubt':
      return checkUnitDoubt(unit);
    case 'required':
      return checkRequired(unit, check.columns, settings);
    case 'headingComplete':
      return checkHeadingComplete(unit);
    case 'unitNamed':
      return checkUnitNamed(unit);
    case 'formBlocksOnly':
      return checkFormBlocks(unit);
    case 'linesComplete':
      return checkLinesComplete(unit);
    case 'oneEdition':
      return checkOneEdition(unit);
    case 'emptyTable':
      return checkEmptyTable(unit);
    case 'tableMissing':
      return checkTableMissing(unit);
    case 'yearFits':
      return checkYearFits(unit, settings);
    case 'typedOverTotal':
      return checkTypedOverTotals(unit);
    case 'totalRange':
      return checkTotalRanges(unit, check.value);
    case 'externalLink':
      return checkExternalLinks(unit);
    case 'formulaResults':
      return checkFormulaResults(unit);
    case 'hiddenFigures':
      return checkHiddenFigures(unit);
    case 'figuresUnderMerges':
      return checkFiguresUnderMerges(unit);
    case 'figuresOutside':
      return checkFiguresOutside(unit);
    case 'scaledDisplay':
      return checkScaledDisplay(unit);
    case 'ofWhichLimit':
      return checkOfWhich(unit);
    case 'displayedSum':
      return checkDisplayedSums(unit);
    case 'sameAsLastRound':
      return checkSameAsLastRound(unit, settings);
    case 'unlikelyChange':
      return checkUnlikelyChanges(unit, settings);
    case 'newOrGone':
      return checkNewOrGone(unit, settings);
    case 'scaleOfLastRound':
      return checkScaleOfLastRound(unit, settings);
    case 'ofSet':
      return [];
  }
}
