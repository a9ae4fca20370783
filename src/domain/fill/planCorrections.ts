/** Which changes put a finding, or what a diagnosis proposes, right? */
import type { Amount } from '../amount';
import { formatAmount, parseAmount } from '../amount';
import type { Finding } from '../finding';
import type { UncheckedFigure } from '../returns/outsideFigures';
import { placeOutside, uncheckedFigures } from '../returns/outsideFigures';
import type { Figure } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import type { CellCorrection } from '../rules/cellCorrection';
import type { TotalCell } from '../returns/totals';
import { totalCells } from '../returns/totals';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { FillMode, PlannedChange, ChangePlan, ChangeReason } from './plannedChange';
import type { TotalOutcome } from './totalWrites';
import { calculatingFormat, mergeAnchor, planTotal } from './totalWrites';

/** True for a finding that a change can put right without asking for a figure. */
export function isCorrectable({ detail }: Finding): boolean {
  switch (detail.kind) {
    case 'content':
      // Text that is no number has a value only where the totals determine it.
      return (
        detail.problem === 'textNumber' ||
        detail.problem === 'otherUnit' ||
        detail.determined !== null
      );
    case 'totalFormula':
      return true;
    case 'balance':
      return detail.stated === null;
    case 'headingMismatch':
      return detail.corrections.length > 0;
    case 'headingMissing':
      return detail.correction !== null;
    default:
      return false;
  }
}

/**
 * Plans the corrections of findings: text to number, a typed-over total back to its formula, a wrong
 * range to the right one, a blank total filled, a heading as in the other table. Findings that
 * {@link isCorrectable} denies, and those whose cells are right by now, add nothing. What the user
 * asks for by a single finding is selected, unless it is a choice between two.
 */
export function planCorrections(
  findings: readonly Finding[],
  returns: readonly UnitReturn[],
  mode: FillMode,
): ChangePlan {
  const cells = indexCells(returns);
  const outcomes = new Map<string, readonly TotalOutcome[]>();
  for (const finding of findings) {
    if (!isCorrectable(finding)) continue;
    const { detail } = finding;
    if (detail.kind === 'headingMismatch' || detail.kind === 'headingMissing') {
      outcomes.set(finding.id, planHeading(detail, finding.id));
      continue;
    }
    for (const address of finding.cells) {
      const key = cellKey(finding.sheet, address);
      const found = cells.get(key);
      if (found === undefined || outcomes.has(key)) continue;
      // A typed-over total goes back to its formula whatever is chosen for blank ones.
      const asFormula = detail.kind === 'totalFormula' ? 'formulas' : mode;
      outcomes.set(
        key,
        detail.kind === 'content'
          ? planNumber(found, detail.determined)
          : some(planFoundTotal(found, asFormula)),
      );
    }
  }
  return selectSingle(collect([...outcomes.values()].flat()));
}

function some(outcome: TotalOutcome | null): readonly TotalOutcome[] {
  return outcome === null ? [] : [outcome];
}

/** The change of a heading, or the two of which either makes the tables alike. */
function planHeading(
  detail: Extract<Finding['detail'], { kind: 'headingMismatch' | 'headingMissing' }>,
  choice: string,
): TotalOutcome[] {
  const corrections =
    detail.kind === 'headingMismatch'
      ? detail.corrections
      : [detail.correction].filter((one) => one !== null);
  return corrections.map(({ sheet, cell, form, field, now, content }) => ({
    kind: 'change',
    change: {
      place: { sheet, cell, form, field },
      isOutside: false,
      now: { formula: null, value: now },
      then: { content, value: String(content), numberFormat: null },
      why: 'heading',
      choice: corrections.length > 1 ? choice : null,
      contradicts: null,
      preselected: false,
    },
  }));
}

/** Plans the values that a diagnosis proposes; none is preselected but a single one. */
export function planCellCorrections(
  corrections: readonly CellCorrection[],
  returns: readonly UnitReturn[],
): ChangePlan {
  const cells = indexCells(returns);
  const outside = new Map(
    returns
      .flatMap(uncheckedFigures)
      .map((figure) => [cellKey(figure.table.sheet, figure.address), figure]),
  );
  const outcomes = new Map<string, TotalOutcome>();
  for (const { place, proposed, wrongFormula, formula, byFormula } of corrections) {
    const key = cellKey(place.sheet, place.cell);
    const found = cells.get(key);
    const figure = outside.get(key);
    if (found === undefined) {
      if (proposed === null && figure !== undefined) outcomes.set(key, clearOutside(figure));
      continue;
    }
    const isFormula = wrongFormula || formula !== undefined || byFormula === 'total';
    const outcome = isFormula
      ? planFoundTotal(found, 'formulas')
      : planValue(found, proposed === null ? null : parseAmount(proposed), 'proposal', false);
    if (outcome !== null) outcomes.set(key, outcome);
  }
  return selectSingle(collect(outcomes.values()));
}

/** What was moved into the table goes from where it stood. */
function clearOutside(figure: UncheckedFigure): TotalOutcome {
  const { formula, value } = figure.outside.cell;
  return {
    kind: 'change',
    change: {
      place: placeOutside(figure),
      isOutside: true,
      now: { formula, value },
      then: { content: '', value: '', numberFormat: null },
      why: 'proposal',
      choice: null,
      contradicts: null,
      preselected: false,
    },
  };
}

/** A figure with what its table knows about totals. */
interface FoundCell {
  readonly figure: Figure;
  readonly total: TotalCell | null;
  readonly totals: readonly TotalCell[];
}

function cellKey(sheet: string, address: string): string {
  return `${sheet}!${address}`;
}

function indexCells(returns: readonly UnitReturn[]): ReadonlyMap<string, FoundCell> {
  const cells = new Map<string, FoundCell>();
  for (const table of returns.flatMap(tablesOfReturn)) {
    const totals = totalCells(table);
    const byFigure = new Map(totals.map((total) => [total.figure, total]));
    for (const figure of table.figures) {
      const total = byFigure.get(figure) ?? null;
      cells.set(cellKey(table.sheet, figure.address), { figure, total, totals });
    }
  }
  return cells;
}

function planFoundTotal({ total, totals }: FoundCell, mode: FillMode): TotalOutcome | null {
  return total === null ? null : planTotal(total, totals, mode);
}

/** Text as the number that it is; in one of two ways where its unit is not the table's. */
function planNumber(found: FoundCell, determined: string | null): readonly TotalOutcome[] {
  const { reading, amount, unitSettled, id } = found.figure;
  if (reading.kind === 'text' && determined !== null) {
    return some(planValue(found, parseAmount(determined), 'proposal', false));
  }
  if (reading.kind !== 'textNumber' || amount === null) return [];
  if (unitSettled || reading.otherUnit === null) {
    return some(planValue(found, amount, 'textNumber', true));
  }
  return [
    planValue(found, reading.otherUnit.inSheetUnit, 'withoutUnit', false, id),
    planValue(found, reading.amount, 'converted', false, id),
  ].flatMap(some);
}

/** A figure to be written, or (null) a cell to be left blank. */
function planValue(
  { figure }: FoundCell,
  amount: Amount | null,
  why: ChangeReason,
  preselected: boolean,
  choice: string | null = null,
): TotalOutcome | null {
  const place = placeOf(figure);
  if (figure.formula !== null) {
    return { kind: 'blocked', blocked: { place, why: 'holdsFormula', cells: [figure.address] } };
  }
  const anchor = mergeAnchor(figure.table.table.grid.merges ?? [], figure);
  if (anchor !== null)
    return { kind: 'blocked', blocked: { place, why: 'merged', cells: [anchor] } };
  if (amount === null ? figure.reading.kind === 'blank' : isAlready(figure, amount)) return null;
  return {
    kind: 'change',
    change: {
      place,
      isOutside: false,
      now: { formula: null, value: figure.cell?.value ?? null },
      then: {
        content: amount ?? '',
        value: amount === null ? '' : formatAmount(amount),
        numberFormat: calculatingFormat(figure),
      },
      why,
      choice,
      contradicts: null,
      preselected,
    },
  };
}

function isAlready(figure: Figure, amount: Amount): boolean {
  return figure.reading.kind === 'number' && figure.amount === amount;
}

function collect(outcomes: Iterable<TotalOutcome>): ChangePlan {
  const all = [...outcomes];
  return {
    changes: all.flatMap((outcome) => (outcome.kind === 'change' ? [outcome.change] : [])),
    blocked: all.flatMap((outcome) => (outcome.kind === 'blocked' ? [outcome.blocked] : [])),
  };
}

function selectSingle(plan: ChangePlan): ChangePlan {
  const [only, ...others] = plan.changes;
  if (only === undefined || others.length > 0) return plan;
  const selected: PlannedChange = { ...only, preselected: true };
  return { ...plan, changes: [selected] };
}
