/** Do the figures of one line-block agree with one another: projects, budget, execution, accounts? */
import type { Amount } from '../amount';
import { absolute, formatAmount, roundToPlace, unitOfPlace } from '../amount';
import type { DetailOf } from '../finding';
import type { Measure } from '../forms/terms';
import { amountMeasures, sourceBlocks } from '../forms/terms';
import { roundRequirements } from '../forms/rounds';
import type { Figure, TableView } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { RuleCheck } from './rule';
import type { Outcome } from './outcome';
import { judged, satisfied, undetermined, violated } from './outcome';
import type { CheckSettings } from './settings';

/** The four figures of one service-area line in one source block. */
type LineBlock = Readonly<Record<Measure, Figure>>;

/** Asked for by every rule of this room; made once for a table. */
const known = new WeakMap<TableView, readonly LineBlock[]>();

function lineBlocks(table: TableView): readonly LineBlock[] {
  let blocks = known.get(table);
  if (blocks === undefined) {
    blocks = table.summed.flatMap((line) => sourceBlocks.map((block) => line.figures[block]));
    known.set(table, blocks);
  }
  return blocks;
}

/** L-030, L-035, L-040. */
export function checkDependencies(
  unit: UnitReturn,
  check: Extract<RuleCheck, { kind: 'dependency' }>,
  settings: CheckSettings,
): Outcome[] {
  const trigger = settings.round === 'july' ? check.julyPresent : check.present;
  const needed: readonly Measure[] = check.needed === 'anyAmount' ? amountMeasures : [check.needed];
  const asked = check.needed === 'anyAmount' ? 'projectCount' : check.needed;
  return tablesOfReturn(unit)
    .flatMap(lineBlocks)
    .map((figures): Outcome => {
      if (needed.some((measure) => isPresent(figures[measure]))) return satisfied;
      const present = trigger.filter((measure) => isPresent(figures[measure]));
      // A trigger that cannot be told may be there; a needed figure that cannot be told may be too.
      const untold = (present.length === 0 ? trigger : needed).some(
        (measure) => figures[measure].amount === null,
      );
      if (untold) return undetermined('figureUnknown');
      if (present.length === 0) return satisfied;
      const figure = figures[asked];
      return violated({
        sheet: figure.table.sheet,
        cells: [figure.address],
        detail: {
          kind: 'dependency',
          place: placeOf(figure),
          stated: figure.blank ? null : formatAmount(figure.amount ?? 0n),
          present,
        },
      });
    });
}

function isPresent(figure: Figure): boolean {
  if (figure.amount === null) return false;
  return figure.measure === 'projectCount' ? figure.amount > 0n : figure.amount !== 0n;
}

interface Excess {
  readonly smaller: Figure;
  readonly larger: Figure;
  readonly stated: Amount;
  readonly limit: Amount;
}

/**
 * Where exactly one line-block of the other table exceeds by the same difference in the
 * same block, it is very likely the same project, and the finding says so.
 */
export function checkComparisons(
  unit: UnitReturn,
  check: Extract<RuleCheck, { kind: 'comparison' }>,
  settings: CheckSettings,
): Outcome[] {
  if (check.sameYearOnly && !roundRequirements[settings.round].finalAccountsOfSameYear) return [];
  const outcomes: Outcome[] = [];
  const excesses: Excess[] = [];
  for (const figures of tablesOfReturn(unit).flatMap(lineBlocks)) {
    const smaller = figures[check.smaller];
    const larger = figures[check.larger];
    // Nothing to compare with; a figure that is missing is another rule's.
    if (smaller.blank || larger.blank) continue;
    const stated = smaller.amount;
    const limit = larger.amount;
    if (stated === null || limit === null) outcomes.push(undetermined('figureUnknown'));
    else if (stated <= limit) outcomes.push(satisfied);
    else excesses.push({ smaller, larger, stated, limit });
  }
  const alike = new Map<string, Excess[]>();
  for (const excess of excesses) {
    const others = alike.get(likenessOf(excess));
    if (others === undefined) alike.set(likenessOf(excess), [excess]);
    else others.push(excess);
  }
  for (const excess of excesses) {
    const { smaller, larger, stated, limit } = excess;
    outcomes.push(
      violated({
        sheet: smaller.table.sheet,
        cells: [smaller.address],
        detail: {
          kind: 'comparison',
          place: placeOf(smaller),
          stated: formatAmount(stated),
          limit: placeOf(larger),
          limitStated: formatAmount(limit),
          excess: formatAmount(stated - limit),
          twin: twinOf(excess, alike.get(likenessOf(excess)) ?? []),
        },
      }),
    );
  }
  return outcomes;
}

/** The same for all that exceed by as much in the same block. */
function likenessOf({ smaller, stated, limit }: Excess): string {
  return `${smaller.block} ${stated - limit}`;
}

/** @param alike those that exceed by as much in the same block, itself among them */
function twinOf(excess: Excess, alike: readonly Excess[]): DetailOf<'comparison'>['twin'] {
  const twin = alike.find((other) => other.smaller.table !== excess.smaller.table);
  // Only a difference that occurs once in each table points at one project.
  if (twin === undefined || alike.length > 2) return null;
  return placeOf(twin.smaller);
}

/** R-030; off where the user has set no threshold. */
export function checkExecutionRates(unit: UnitReturn, settings: CheckSettings): Outcome[] {
  const lowest = settings.lowestExecutionRate;
  if (lowest === null) return [];
  const threshold = BigInt(Math.round(lowest * 10000));
  return tablesOfReturn(unit)
    .flatMap(lineBlocks)
    .flatMap(({ budgeted, executed }): Outcome[] => {
      if (executed.blank || budgeted.amount === null || executed.amount === null) return [];
      if (budgeted.amount <= 0n) return [];
      const rate = (executed.amount * 1000000n) / budgeted.amount;
      if (rate >= threshold) return [satisfied];
      return [
        violated({
          sheet: executed.table.sheet,
          cells: [executed.address],
          detail: {
            kind: 'executionRate',
            place: placeOf(executed),
            executed: formatAmount(executed.amount),
            rate: formatAmount(roundToPlace((rate * unitOfPlace(0)) / 10000n, 1)),
            threshold: String(lowest),
          },
        }),
      ];
    });
}

/** D-010. */
export function checkOfWhich(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).flatMap((table) =>
    table.lines.flatMap((line): Outcome[] => {
      const parent = line.line.parent === null ? undefined : table.lines[line.line.parent];
      if (line.kind !== 'ofWhich' || parent === undefined) return [];
      return line.all
        .filter((part) => !part.blank)
        .map((part) => ofWhichOutcome(part, parent.figures[part.block][part.measure]));
    }),
  );
}

function ofWhichOutcome(part: Figure, whole: Figure): Outcome {
  if (part.amount === null || whole.amount === null) return undetermined('figureUnknown');
  return judged(
    absolute(part.amount) <= absolute(whole.amount)
      ? null
      : {
          sheet: part.table.sheet,
          cells: [part.address],
          detail: {
            kind: 'ofWhich',
            place: placeOf(part),
            stated: formatAmount(part.amount),
            parent: placeOf(whole),
            parentStated: formatAmount(whole.amount),
            excess: formatAmount(part.amount - whole.amount),
          },
        },
  );
}
