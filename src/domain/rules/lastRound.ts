/** Do the figures fit those of the round before: equal where they are the same, not unlikely where they are a year on? */
import type { Amount } from '../amount';
import { absolute, formatAmount, numberFromAmount, parseAmount, roundToPlace } from '../amount';
import type { FindingDraft } from '../finding';
import type { Measure } from '../forms/terms';
import { sourceBlocks } from '../forms/terms';
import type { ComparedReturns } from '../lastRound/comparable';
import type { HbParameters } from '../lastRound/hidiroglouBerthelot';
import { hidiroglouBerthelot, outsideFences } from '../lastRound/hidiroglouBerthelot';
import { comparedFiguresOf, finestPlace, yuanOf } from '../lastRound/lastRound';
import type { Figure, TableView } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import { comparedReturns, inUnitOf } from './comparedReturns';
import type { Outcome } from './outcome';
import { judged, satisfied, undetermined, violated } from './outcome';
import { scaledFigures, scalesOf } from './scaleOfLastRound';
import type { CheckSettings } from './settings';

/**
 * U = ½ and A = 0.05 as in the paper, the latter as the least distance too. C from generated honest
 * pairs (test/domain/lastRound/falseAlarms.test.ts): at 4 every sixth change of an honest table stood
 * out, at 20 one in thirty, and a figure ten times too large was still found in 98 of 100.
 */
export const changeParameters: HbParameters = { a: 0.05, c: 20, least: 0.05 };

/** Quartiles of fewer say nothing. */
export const fewestChanges = 8;

/**
 * Y-010: one check per figure that either round reports; rounded to the coarser of the two. Where a whole part is
 * in another unit (Y-030) that is told once, and only what differs in that unit too is told here.
 */
export function checkSameAsLastRound(unit: UnitReturn, settings: CheckSettings): Outcome[] {
  const compared = comparedReturns(unit, settings);
  if (compared === null) return [];
  const { last, equal } = compared;
  return tablesOfReturn(unit).flatMap((table) => {
    const place = last.places[table.form];
    if (place === undefined) return [];
    const scaleOf = scalesOf(table, compared);
    return figuresToEqual(table, equal, last.amounts).map((figure): Outcome => {
      if (figure.amount === null) return undetermined('figureUnknown');
      const stated = last.amounts[figure.id];
      const before = stated === undefined ? null : parseAmount(stated);
      const now = yuanOf(figure);
      const scale = scaleOf(figure);
      const raised = (of: Amount | null, by: number) => (of ?? 0n) * 10n ** BigInt(Math.max(0, by));
      const own = raised(finestPlace(table), -scale);
      const other = raised(parseAmount(place), scale);
      const tolerance = settings.strict ? 0n : (own > other ? own : other) / 2n;
      if (absolute(raised(now, -scale) - raised(before, scale)) <= tolerance) return satisfied;
      return violated(differenceDraft(figure, before, (now ?? 0n) - (before ?? 0n), compared));
    });
  });
}

/** Columns that one of the rounds leaves blank are not compared. */
function figuresToEqual(
  table: TableView,
  measures: readonly Measure[],
  amounts: Readonly<Record<string, string>>,
): Figure[] {
  const own = comparedFiguresOf(table);
  const keys = new Set(own.map(({ id }) => id));
  return sourceBlocks.flatMap((block) =>
    measures.flatMap((measure) => {
      const column = own.filter((figure) => figure.block === block && figure.measure === measure);
      const isReported = (figure: Figure) => amounts[figure.id] !== undefined;
      const isSomewhere = column.some(isReported) && column.some(({ blank }) => !blank);
      // What stood on a line that is not here any more shows in the total.
      const isLineGone = Object.keys(amounts).some(
        (id) =>
          id.startsWith(`${table.form}|`) && id.endsWith(`|${block}|${measure}`) && !keys.has(id),
      );
      return !isSomewhere
        ? []
        : column.filter(
            (figure) =>
              (figure.line.kind !== 'total' || isLineGone) && (!figure.blank || isReported(figure)),
          );
    }),
  );
}

function differenceDraft(
  figure: Figure,
  before: Amount | null,
  difference: Amount,
  { last }: ComparedReturns,
): FindingDraft {
  return {
    sheet: figure.table.sheet,
    cells: [figure.address],
    detail: {
      kind: 'lastRoundDiffers',
      place: placeOf(figure),
      stated: figure.blank || figure.amount === null ? null : formatAmount(figure.amount),
      lastStated: before === null ? null : inUnitOf(figure, before),
      difference: inUnitOf(figure, difference),
      lastYear: last.fiscalYear,
      lastRound: last.round,
    },
  };
}

/** Y-020: one check per figure of both years, where a table has enough of them. */
export function checkUnlikelyChanges(unit: UnitReturn, settings: CheckSettings): Outcome[] {
  const compared = comparedReturns(unit, settings);
  if (compared === null) return [];
  return tablesOfReturn(unit).flatMap((table) => {
    // What is in another unit is unlike the rest, and the rest unlike it: each is judged among its own.
    const parts = scaledFigures(table, compared);
    const all = comparedFiguresOf(table);
    const groups = [all.filter(({ id }) => !parts.some((part) => part.has(id)))].concat(
      parts.map((part) => all.filter(({ id }) => part.has(id))),
    );
    return compared.change.flatMap((measure) =>
      groups.flatMap((group) => checkChanges(group, measure, compared)),
    );
  });
}

function checkChanges(
  figures: readonly Figure[],
  measure: Measure,
  compared: ComparedReturns,
): Outcome[] {
  const changes = figures.flatMap((figure) => {
    if (figure.measure !== measure || figure.line.kind === 'total') return [];
    const before = parseAmount(compared.last.amounts[figure.id] ?? '0');
    const now = yuanOf(figure) ?? 0n;
    return before > 0n && now > 0n ? [{ figure, before, now }] : [];
  });
  if (changes.length < fewestChanges) return [];
  // In 万元, so that scores do not depend on the unit that a table is stated in.
  const size = (yuan: Amount) => numberFromAmount(yuan) / 10_000;
  const result = hidiroglouBerthelot(
    changes.map(({ before, now }) => ({ before: size(before), now: size(now) })),
    changeParameters,
  );
  const outside = outsideFences(result);
  return changes.map(({ figure, before, now }, at) =>
    judged(
      outside[at] === true ? changeDraft(figure, before, now, result.medianRatio, compared) : null,
    ),
  );
}

function changeDraft(
  figure: Figure,
  before: Amount,
  now: Amount,
  medianRatio: number,
  { last }: ComparedReturns,
): FindingDraft {
  return {
    sheet: figure.table.sheet,
    cells: [figure.address],
    detail: {
      kind: 'unlikelyChange',
      place: placeOf(figure),
      stated: formatAmount(figure.amount ?? 0n),
      lastStated: inUnitOf(figure, before),
      change: formatAmount(roundToPlace(((now - before) * parseAmount('100')) / before, 1)),
      typicalChange: ((medianRatio - 1) * 100).toFixed(1),
      lastYear: last.fiscalYear,
    },
  };
}
