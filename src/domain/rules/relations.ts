/** Do the figures of one line-block agree with one another: projects, budget, execution, accounts? */
import type { Amount } from '../amount';
import { absolute, formatAmount, roundToPlace, unitOfPlace } from '../amount';
import type { FindingDetail } from '../finding';
import type { BudgetBlock, Measure } from '../forms/terms';
import { amountMeasures, sourceBlocks } from '../forms/terms';
import { roundRequirements } from '../forms/rounds';
import type { Rule, RuleCheck } from './catalogue';
import type { Outcomes } from './outcomes';
import type { CheckSettings } from './settings';
import type { FigureCell, PairView, TableView } from './view';
import { placeOf, viewsOf } from './view';

/** The four figures of one service-area line in one source block. */
interface LineBlock {
  readonly view: TableView;
  readonly block: BudgetBlock;
  readonly figures: Readonly<Record<Measure, FigureCell>>;
}

function lineBlocks(view: TableView): LineBlock[] {
  return view.summed.flatMap((line) =>
    sourceBlocks.map((block) => ({ view, block, figures: line.figures[block] })),
  );
}

/** L-030, L-035, L-040. */
export function checkDependencies(
  rule: Rule,
  check: Extract<RuleCheck, { kind: 'dependency' }>,
  pair: PairView,
  settings: CheckSettings,
  outcomes: Outcomes,
): void {
  const trigger = settings.round === 'july' ? check.julyPresent : check.present;
  for (const view of viewsOf(pair)) {
    for (const { figures } of lineBlocks(view)) {
      const needed: readonly Measure[] =
        check.needed === 'anyAmount' ? amountMeasures : [check.needed];
      const present = trigger.filter((measure) => isPresent(figures[measure]));
      if (needed.some((measure) => isPresent(figures[measure]))) {
        outcomes.satisfied();
        continue;
      }
      // A trigger that cannot be told may be there; a needed figure that cannot be told may be too.
      const untold = (present.length === 0 ? trigger : needed).some(
        (measure) => figures[measure].amount === null,
      );
      if (untold) {
        outcomes.undetermined();
        continue;
      }
      if (present.length === 0) {
        outcomes.satisfied();
        continue;
      }
      const figure = figures[check.needed === 'anyAmount' ? 'projectCount' : check.needed];
      outcomes.violated(rule, {
        sheet: view.table.grid.name,
        cells: [figure.address],
        stated: figure.blank ? null : formatAmount(figure.amount ?? 0n),
        computed: null,
        difference: null,
        detail: { kind: 'dependency', place: placeOf(view, figure), present },
      });
    }
  }
}

function isPresent(figure: FigureCell): boolean {
  if (figure.amount === null) return false;
  return figure.measure === 'projectCount' ? figure.amount > 0n : figure.amount !== 0n;
}

interface Excess {
  readonly view: TableView;
  readonly smaller: FigureCell;
  readonly larger: FigureCell;
  readonly stated: Amount;
  readonly limit: Amount;
}

/**
 * Where exactly one line-block of the other table exceeds by the same difference in the
 * same block, it is very likely the same project, and the finding says so.
 */
export function checkComparisons(
  rule: Rule,
  check: Extract<RuleCheck, { kind: 'comparison' }>,
  pair: PairView,
  settings: CheckSettings,
  outcomes: Outcomes,
): void {
  if (check.sameYearOnly && !roundRequirements[settings.round].finalAccountsOfSameYear) return;
  const excesses: Excess[] = [];
  for (const view of viewsOf(pair)) {
    for (const { figures } of lineBlocks(view)) {
      const [smaller, larger] = [figures[check.smaller], figures[check.larger]];
      // Nothing to compare with; a figure that is missing is another rule's.
      if (smaller.blank || larger.blank) continue;
      const [stated, limit] = [smaller.amount, larger.amount];
      if (stated === null || limit === null) outcomes.undetermined();
      else if (stated <= limit) outcomes.satisfied();
      else excesses.push({ view, smaller, larger, stated, limit });
    }
  }
  for (const excess of excesses) {
    const { view, smaller, larger, stated, limit } = excess;
    outcomes.violated(rule, {
      sheet: view.table.grid.name,
      cells: [smaller.address],
      stated: formatAmount(stated),
      computed: formatAmount(limit),
      difference: formatAmount(stated - limit),
      detail: {
        kind: 'comparison',
        place: placeOf(view, smaller),
        limit: placeOf(view, larger),
        twin: twinOf(excess, excesses),
      },
    });
  }
}

function twinOf(
  excess: Excess,
  all: readonly Excess[],
): Extract<FindingDetail, { kind: 'comparison' }>['twin'] {
  const difference = excess.stated - excess.limit;
  const alike = all.filter(
    (other) =>
      other.smaller.block === excess.smaller.block && other.stated - other.limit === difference,
  );
  const others = alike.filter((other) => other.view !== excess.view);
  const [twin] = others;
  // Only a difference that occurs once in each table points at one project.
  if (twin === undefined || others.length > 1 || alike.length > 2) return null;
  return placeOf(twin.view, twin.smaller);
}

/** R-030; off where the user has set no threshold. */
export function checkExecutionRates(
  rule: Rule,
  pair: PairView,
  settings: CheckSettings,
  outcomes: Outcomes,
): void {
  const lowest = settings.lowestExecutionRate;
  if (lowest === null) return;
  const threshold = BigInt(Math.round(lowest * 10000));
  for (const view of viewsOf(pair)) {
    for (const { figures } of lineBlocks(view)) {
      const { budgeted, executed } = figures;
      if (executed.blank || budgeted.amount === null || executed.amount === null) continue;
      if (budgeted.amount <= 0n) continue;
      const rate = (executed.amount * 1000000n) / budgeted.amount;
      if (rate >= threshold) {
        outcomes.satisfied();
        continue;
      }
      outcomes.violated(rule, {
        sheet: view.table.grid.name,
        cells: [executed.address],
        stated: formatAmount(executed.amount),
        computed: null,
        difference: null,
        detail: {
          kind: 'executionRate',
          place: placeOf(view, executed),
          rate: formatAmount(roundToPlace((rate * unitOfPlace(0)) / 10000n, 1)),
          threshold: String(lowest),
        },
      });
    }
  }
}

/** D-010. */
export function checkOfWhich(rule: Rule, pair: PairView, outcomes: Outcomes): void {
  for (const view of viewsOf(pair)) {
    for (const line of view.lines) {
      if (line.line.kind !== 'ofWhich' || line.line.parent === null) continue;
      const parent = view.lines[line.line.parent];
      if (parent === undefined) continue;
      for (const block of ['generalPublic', 'governmentManagedFund', 'total'] as const) {
        for (const measure of ['projectCount', 'budgeted', 'executed', 'finalAccounts'] as const) {
          const part = line.figures[block][measure];
          const whole = parent.figures[block][measure];
          if (part.blank) continue;
          if (part.amount === null || whole.amount === null) {
            outcomes.undetermined();
          } else if (absolute(part.amount) <= absolute(whole.amount)) {
            outcomes.satisfied();
          } else {
            outcomes.violated(rule, {
              sheet: view.table.grid.name,
              cells: [part.address],
              stated: formatAmount(part.amount),
              computed: formatAmount(whole.amount),
              difference: formatAmount(part.amount - whole.amount),
              detail: {
                kind: 'ofWhich',
                place: placeOf(view, part),
                parent: placeOf(view, whole),
              },
            });
          }
        }
      }
    }
  }
}
