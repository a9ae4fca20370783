/** Are whole parts of a table many times as large as in the round before, as in another money unit? (Y-030) */
import type { Amount } from '../amount';
import { formatAmount, numberFromAmount, parseAmount } from '../amount';
import type { FindingDraft } from '../finding';
import { amountMeasures, sourceBlocks } from '../forms/terms';
import { cellAddress } from '../grid';
import type { ComparedReturns } from '../lastRound/comparable';
import { comparedFiguresOf, yuanOf } from '../lastRound/lastRound';
import type { ScaledColumn, ScaledPair, ScaledPart } from '../lastRound/scale';
import { scaledParts } from '../lastRound/scale';
import type { Figure, TableView } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import { comparedReturns, inUnitOf } from './comparedReturns';
import type { Outcome } from './outcome';
import { satisfied, violated } from './outcome';
import type { CheckSettings } from './settings';

interface FigurePair extends ScaledPair {
  readonly figure: Figure;
  /** In yuan. */
  readonly last: Amount;
}

/** Y-030: one check per table of which figures can be compared, more where several parts differ. */
export function checkScaleOfLastRound(unit: UnitReturn, settings: CheckSettings): Outcome[] {
  const compared = comparedReturns(unit, settings);
  if (compared === null) return [];
  return tablesOfReturn(unit).flatMap((table): Outcome[] => {
    const columns = columnsOf(table, compared);
    if (columns.length === 0) return [];
    const found = scaledParts(columns);
    if (found.length === 0) return [satisfied];
    return found.map((part) => violated(draftOf(table, part, compared)));
  });
}

/** The ids of the figures of each part of a table that is of another order of magnitude. */
export function scaledFigures(
  table: TableView,
  compared: ComparedReturns,
): readonly ReadonlySet<string>[] {
  return scaledParts(columnsOf(table, compared)).map(
    ({ pairs }) => new Set(pairs.map(({ figure }) => figure.id)),
  );
}

/**
 * The power of ten by which a figure's part of the table is as many times as large as in the round before,
 * 0 where it is of the same order. Totals go with their column.
 */
export function scalesOf(table: TableView, compared: ComparedReturns): (figure: Figure) => number {
  const parts = scaledParts(columnsOf(table, compared));
  return ({ block, measure }) => {
    const part = parts.find(
      (one) =>
        (one.block === null || one.block === block) &&
        (one.measure === null || one.measure === measure),
    );
    return part === undefined ? 0 : Math.round(Math.log10(part.ratio));
  };
}

function columnsOf(
  table: TableView,
  { last, equal, change }: ComparedReturns,
): ScaledColumn<FigurePair>[] {
  const pairs = comparedFiguresOf(table).flatMap((figure): FigurePair[] => {
    const before = parseAmount(last.amounts[figure.id] ?? '0');
    const now = yuanOf(figure) ?? 0n;
    if (figure.line.kind === 'total' || before <= 0n || now <= 0n) return [];
    const lineBlock = `${figure.line.key}|${figure.block}`;
    const [was, is] = [numberFromAmount(before), numberFromAmount(now)];
    return [{ figure, last: before, lineBlock, before: was, now: is }];
  });
  const isCompared = (measure: Figure['measure']) =>
    equal.includes(measure) || change.includes(measure);
  return sourceBlocks.flatMap((block) =>
    amountMeasures.filter(isCompared).flatMap((measure) => {
      const own = pairs.filter(
        ({ figure }) => figure.block === block && figure.measure === measure,
      );
      return own.length === 0 ? [] : [{ block, measure, pairs: own }];
    }),
  );
}

function draftOf(
  table: TableView,
  { block, measure, ratio, pairs }: ScaledPart<FigurePair>,
  { last }: ComparedReturns,
): FindingDraft {
  const example = pairs.reduce((most, one) => (one.now > most.now ? one : most));
  const unitAt = table.table.heading.currencyUnit.position;
  const isWhole = block === null && measure === null;
  const times = ratio > 1 ? ratio : 1 / ratio;
  return {
    sheet: table.sheet,
    // Of a whole table it is the unit above it that is looked at first.
    cells:
      isWhole && unitAt !== null
        ? [cellAddress(unitAt.row, unitAt.column)]
        : pairs.map(({ figure }) => figure.address),
    detail: {
      kind: 'scaleOfLastRound',
      form: table.form,
      block,
      measure,
      times: formatAmount(parseAmount(times.toPrecision(2))),
      direction: ratio > 1 ? 'larger' : 'smaller',
      example: placeOf(example.figure),
      stated: formatAmount(example.figure.amount ?? 0n),
      lastStated: inUnitOf(example.figure, example.last),
      lastYear: last.fiscalYear,
      compared: pairs.map(({ figure, last: before }) => ({
        id: figure.id,
        last: formatAmount(before),
      })),
    },
  };
}
