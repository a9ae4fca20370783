/** Runs the catalogue over pairs of tables: one interpreter per kind of rule. */
import type { WorkbookGrids } from '../grid';
import { FormulaEvaluator } from '../formulas/evaluate';
import type { TablePair } from '../recognise/table';
import { checkColumnBalances, checkCrossTableBalances, checkLineBalances } from './balances';
import type { Rule } from './catalogue';
import { catalogue } from './catalogue';
import {
  checkEmptyTable,
  checkLinesComplete,
  checkOneEdition,
  checkRequired,
  checkTableMissing,
} from './completeness';
import { checkContents } from './contents';
import { checkHeadingComplete, checkSameHeading, checkYearFits } from './headings';
import { Outcomes } from './outcomes';
import { checkDisplayedSums, checkHiddenFigures } from './presentation';
import {
  checkComparisons,
  checkDependencies,
  checkExecutionRates,
  checkOfWhich,
} from './relations';
import type { CheckSettings } from './settings';
import { checkExternalLinks, checkTotalRanges, checkTypedOverTotals } from './totalFormulas';
import { checkUnitDoubt } from './unitDoubt';
import type { PairView } from './view';
import { viewTable } from './view';

/** Reads the figures of pairs; `workbook` serves formulas that no program has calculated. */
export function viewPairs(pairs: readonly TablePair[], workbook: WorkbookGrids): PairView[] {
  const evaluator = new FormulaEvaluator(workbook);
  return pairs.map(({ number, table1, table2 }) => ({
    number,
    table1: table1 === null ? null : viewTable(table1, evaluator),
    table2: table2 === null ? null : viewTable(table2, evaluator),
  }));
}

/** Checks every rule of the catalogue on every pair. */
export function checkPairs(pairs: readonly PairView[], settings: CheckSettings): Outcomes {
  const outcomes = new Outcomes();
  for (const pair of pairs) {
    outcomes.beginPair(pair.number);
    for (const rule of catalogue) applyRule(rule, pair, settings, outcomes);
  }
  return outcomes;
}

/** Checks one rule on one pair. */
export function applyRule(
  rule: Rule,
  pair: PairView,
  settings: CheckSettings,
  outcomes: Outcomes,
): void {
  const { check } = rule;
  switch (check.kind) {
    case 'lineBalance':
      checkLineBalances(rule, pair, settings, outcomes);
      return;
    case 'columnBalance':
      checkColumnBalances(rule, pair, settings, outcomes);
      return;
    case 'crossTableBalance':
      checkCrossTableBalances(rule, pair, settings, outcomes);
      return;
    case 'withinRounding':
      // A balance within its rounding interval is recorded under this rule by the balances.
      return;
    case 'sameHeading':
      checkSameHeading(rule, check.field, pair, outcomes);
      return;
    case 'content':
      checkContents(rule, check.content, pair, outcomes);
      return;
    case 'dependency':
      checkDependencies(rule, check, pair, settings, outcomes);
      return;
    case 'comparison':
      checkComparisons(rule, check, pair, settings, outcomes);
      return;
    case 'executionRate':
      checkExecutionRates(rule, pair, settings, outcomes);
      return;
    case 'unitDoubt':
      checkUnitDoubt(rule, pair, outcomes);
      return;
    case 'required':
      checkRequired(rule, check.columns, pair, settings, outcomes);
      return;
    case 'headingComplete':
      checkHeadingComplete(rule, pair, outcomes);
      return;
    case 'linesComplete':
      checkLinesComplete(rule, pair, outcomes);
      return;
    case 'oneEdition':
      checkOneEdition(rule, pair, outcomes);
      return;
    case 'emptyTable':
      checkEmptyTable(rule, pair, outcomes);
      return;
    case 'tableMissing':
      checkTableMissing(rule, pair, outcomes);
      return;
    case 'yearFits':
      checkYearFits(rule, pair, settings, outcomes);
      return;
    case 'typedOverTotal':
      checkTypedOverTotals(rule, pair, outcomes);
      return;
    case 'totalRange':
      checkTotalRanges(rule, check.value, pair, outcomes);
      return;
    case 'externalLink':
      checkExternalLinks(rule, pair, outcomes);
      return;
    case 'hiddenFigures':
      checkHiddenFigures(rule, pair, outcomes);
      return;
    case 'ofWhichLimit':
      checkOfWhich(rule, pair, outcomes);
      return;
    case 'displayedSum':
      checkDisplayedSums(rule, pair, outcomes);
      return;
  }
}
