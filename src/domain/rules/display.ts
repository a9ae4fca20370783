/** Do the figures as displayed say what the table holds: in the heading's unit, and adding up? */
import type { Amount } from '../amount';
import { formatAmount, unitOfPlace } from '../amount';
import type { FindingDraft } from '../finding';
import type { DisplayedFigure, DisplayedScale } from '../formulas/displayedFigure';
import { NumberDisplay } from '../formulas/displayedFigure';
import type { CurrencyUnit } from '../forms/terms';
import { currencyUnits, currencyUnitTitles } from '../forms/terms';
import { columnEqualities, lineEqualities, sumOfParts } from '../returns/equalities';
import type { Equality } from '../returns/equalities';
import type { Figure, TableView } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { Outcome } from './outcome';
import { judged, satisfied, violated } from './outcome';

/** What number formats show of the figures of one table; each format and each figure is read once. */
class Displays {
  private readonly byFormat = new Map<string, NumberDisplay>();
  private readonly byFigure = new Map<Figure, DisplayedFigure | null>();

  /** Null where no number stands, and where something else than a decimal number is shown. */
  of(figure: Figure): DisplayedFigure | null {
    let display = this.byFigure.get(figure);
    if (display === undefined) {
      display = this.read(figure);
      this.byFigure.set(figure, display);
    }
    return display;
  }

  /** How a figure is scaled; null as {@link of}. */
  scaleOf(figure: Figure): DisplayedScale | null {
    if (figure.amount === null || figure.blank || typeof figure.cell?.value === 'string') {
      return this.of(figure);
    }
    return this.display(formatOf(figure)).scaleOf(figure.amount);
  }

  private read(figure: Figure): DisplayedFigure | null {
    if (figure.amount === null || figure.blank) return null;
    if (typeof figure.cell?.value === 'string') {
      return { text: figure.cell.value, figure: figure.amount, power: 0, suffix: '' };
    }
    return this.display(formatOf(figure)).of(figure.amount);
  }

  private display(format: string): NumberDisplay {
    let display = this.byFormat.get(format);
    if (display === undefined) {
      display = new NumberDisplay(format);
      this.byFormat.set(format, display);
    }
    return display;
  }
}

function formatOf({ cell }: Figure): string {
  return cell?.numberFormat ?? 'General';
}

const known = new WeakMap<TableView, Displays>();

function displaysOf(table: TableView): Displays {
  let displays = known.get(table);
  if (displays === undefined) {
    displays = new Displays();
    known.set(table, displays);
  }
  return displays;
}

/**
 * S-040: one check per number format of a table. What counts is what a cell holds; a format that shows
 * it in another unit (or writes another one behind it) makes paper and file say different things.
 */
export function checkScaledDisplay(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).flatMap((table) => {
    const displays = displaysOf(table);
    const byFormat = new Map<string, Figure[]>();
    for (const figure of table.figures) {
      const scale = displays.scaleOf(figure);
      if (scale === null) continue;
      const format = formatOf(figure);
      let scaled = byFormat.get(format);
      if (scaled === undefined) {
        scaled = [];
        byFormat.set(format, scaled);
      }
      if (figure.amount !== 0n && misleads(table, figure, scale)) scaled.push(figure);
    }
    return [...byFormat].map(([format, scaled]) =>
      judged(scaledDraft(table, format, scaled, displays)),
    );
  });
}

/** Whether a reader takes the figure for another than the one that counts. */
function misleads(
  { table }: TableView,
  { measure }: Figure,
  { power, suffix }: DisplayedScale,
): boolean {
  if (power !== 0) return true;
  if (suffix === '') return false;
  const stated = table.heading.currencyUnit.value;
  const shown = unitBehind(suffix);
  return measure !== 'projectCount' && stated !== null && shown !== null && shown !== stated;
}

function scaledDraft(
  table: TableView,
  numberFormat: string,
  scaled: readonly Figure[],
  displays: Displays,
): FindingDraft | null {
  const [first] = scaled;
  const display = first === undefined ? null : displays.of(first);
  if (first === undefined || display === null) return null;
  return {
    sheet: table.sheet,
    cells: scaled.map((figure) => figure.address),
    detail: {
      kind: 'scaledDisplay',
      place: placeOf(first),
      stored: formatAmount(first.amount ?? 0n),
      numberFormat,
      shown: display.text,
      power: display.power,
      shownUnit: unitBehind(display.suffix),
    },
  };
}

/** 万, 万元, (元) behind a figure. */
function unitBehind(suffix: string): CurrencyUnit | null {
  const written = suffix.normalize('NFKC').replace(/[\s()]/g, '');
  return (
    currencyUnits.find((unit) => {
      const title = currencyUnitTitles[unit];
      return written === title || (unit !== 'yuan' && written === title.slice(0, -1));
    }) ?? null
  );
}

/** D-020: of the balances that hold exactly, those whose displayed figures do not add up. */
export function checkDisplayedSums(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).flatMap((table) => {
    const displays = displaysOf(table);
    const outcomes: Outcome[] = [];
    for (const equalities of [lineEqualities(table), columnEqualities(table)]) {
      for (const equality of equalities) {
        const outcome = holdsExactly(equality) ? displayedOutcome(equality, displays) : null;
        if (outcome !== null) outcomes.push(outcome);
      }
    }
    return outcomes;
  });
}

/** Null where a figure is not displayed as a number, or one in another unit than the total. */
function displayedOutcome(
  { total, parts, direction }: Equality,
  displays: Displays,
): Outcome | null {
  const shown = displays.of(total);
  if (shown === null || direction === 'crossTable') return null;
  let sum = 0n;
  for (const part of parts) {
    if (part.blank || part.amount === 0n) continue;
    const display = displays.of(part);
    if (display?.power !== shown.power) return null;
    sum += display.figure;
  }
  if (shown.figure === sum) return satisfied;
  const inUnit = (figure: Amount) => formatAmount(stored(figure, shown.power));
  return violated({
    sheet: total.table.sheet,
    cells: [total.address],
    detail: {
      kind: 'displayedSum',
      balance: direction,
      place: placeOf(total),
      shownTotal: shown.text,
      shownSum: formatAmount(sum) + shown.suffix,
      total: inUnit(shown.figure),
      sum: inUnit(sum),
      difference: inUnit(shown.figure - sum),
    },
  });
}

/** What a displayed figure stands for in the sheet's unit. */
function stored(figure: Amount, power: number): Amount {
  return power > 0
    ? (figure * unitOfPlace(power)) / unitOfPlace(0)
    : figure * 10n ** BigInt(-power);
}

function holdsExactly(equality: Equality): boolean {
  const sum = sumOfParts(equality);
  return sum !== null && equality.total.amount === sum && !equality.total.blank;
}
