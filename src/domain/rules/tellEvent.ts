/** What is an event of the diagnosis in the words of the forms? */
import { amountFromNumber, formatAmount, powerOfTen as timesTen, roundToPlace } from '../amount';
import type { Amount } from '../amount';
import type {
  DiagnosisEvent,
  EventCorrection,
  EventScope,
  ExchangedPart,
} from '../diagnose/diagnose';
import type { Finding } from '../finding';
import type { BudgetBlock, FormId, Measure } from '../forms/terms';
import { budgetBlocks, fenDecimals, measures } from '../forms/terms';
import { cellAddress } from '../grid';
import { placeOutside, uncheckedFigures } from '../returns/outsideFigures';
import type { Figure, TableView } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { CellCorrection } from './cellCorrection';
import type { MeasureSystem } from './measureSystems';
import type { EventDetail, UnitEvent } from './unitEvents';

/**
 * Puts an event into words of the forms.
 *
 * @param idsOf the findings that some equalities of a measure made
 */
export function tellEvent(
  unit: UnitReturn,
  systems: readonly MeasureSystem[],
  event: DiagnosisEvent,
  idsOf: (system: number, equalities: readonly number[]) => readonly Finding['id'][],
): UnitEvent {
  const tables = tablesOfReturn(unit);
  const table = event.table === null ? undefined : tables[event.table];
  const { scope } = event;
  const figures = [...event.amounts].map(([system, amount]): readonly [Measure, string] => [
    measureAt(system),
    formatAmount(amount),
  ]);
  return {
    id: idOf(unit, event, table),
    pair: unit.number,
    kind: event.kind,
    form: table?.form ?? null,
    block: blockOf(scope),
    measures: event.systems.map(measureAt),
    factor: scope.kind === 'scaled' ? powerOfTen(scope.power) : null,
    figures: figures.length === 0 ? null : Object.fromEntries(figures),
    currencyUnit: (table ?? tables[0])?.currencyUnit ?? 'tenThousandYuan',
    findings: [...new Set(event.explains.map(({ system }) => system))].flatMap((system) =>
      idsOf(
        system,
        event.explains.filter((each) => each.system === system).map(({ equality }) => equality),
      ),
    ),
    corrections: [
      ...event.corrections.flatMap((correction) => tellCorrection(systems, correction, scope)),
      ...(event.corrections.length === 0 ? [] : clearedOutside(unit, table, scope)),
    ],
    detail: detailOf(scope, table, tables.find((other) => other !== table)?.form ?? null, systems),
  };
}

/** What happened where: kind, table and the places in which it did. */
function idOf(
  unit: UnitReturn,
  { kind, scope, systems }: DiagnosisEvent,
  table?: TableView,
): string {
  const what = JSON.stringify(scope, (_, value: unknown) =>
    typeof value === 'bigint' ? undefined : value,
  );
  return [unit.id, kind, table?.form ?? '', systems.map(measureAt).join('+'), what].join('|');
}

function measureAt(system: number): Measure {
  return measures[system] ?? 'projectCount';
}

function blockAt(block: number | null): BudgetBlock {
  return budgetBlocks[block ?? -1] ?? 'total';
}

/** stated = meant × 10^power, as a decimal string. */
function powerOfTen(power: number): string {
  return power >= 0 ? `1${'0'.repeat(power)}` : `0.${'0'.repeat(-power - 1)}1`;
}

function blockOf(scope: EventScope): BudgetBlock | null {
  switch (scope.kind) {
    case 'projectMissing':
    case 'otherBudget':
      return blockAt(scope.block);
    case 'scaled':
      return scope.block === null ? null : blockAt(scope.block);
    case 'exchanged':
      return scope.first.block !== null && scope.first.block === scope.second.block
        ? blockAt(scope.first.block)
        : null;
    case 'shifted':
    case 'outsideTable':
    case 'differentDraft':
      return null;
  }
}

/** An event's cells are told by the event, not as slips of their own. */
const untoldSlip = { pattern: 'unexplained', wrongFormula: false, range: null } as const;

/** What was moved into the table leaves its place outside blank. */
function clearedOutside(
  unit: UnitReturn,
  table: TableView | undefined,
  scope: EventScope,
): CellCorrection[] {
  if (scope.kind !== 'outsideTable') return [];
  const moved = new Set(scope.moves.map(({ from }) => from));
  return uncheckedFigures(unit)
    .filter((figure) => figure.table === table && moved.has(figure.address))
    .map((figure) => ({
      place: placeOutside(figure),
      stated: formatAmount(figure.amount),
      reading: figure.reading,
      proposed: null,
      ...untoldSlip,
    }));
}

function tellCorrection(
  systems: readonly MeasureSystem[],
  { system, figure: index, stated, proposed }: EventCorrection,
  scope: EventScope,
): CellCorrection[] {
  const figure = systems[system]?.figures[index];
  if (figure === undefined) return [];
  return [
    {
      place: placeOf(figure),
      stated: stated === null ? null : formatAmount(stated),
      reading: figure.reading,
      proposed: proposed === null ? null : formatAmount(inFull(figure, proposed, scope)),
      ...untoldSlip,
    },
  ];
}

/** A figure to be multiplied, with the places of its cell that lie below what is read of a figure in its unit. */
function inFull(figure: Figure, proposed: Amount, scope: EventScope): Amount {
  const { amount, formula, cell, table } = figure;
  if (scope.kind !== 'scaled' || scope.power >= 0 || formula !== null || amount === null)
    return proposed;
  if (typeof cell?.value !== 'number' || amount === 0n) return proposed;
  const factor = timesTen(-scope.power);
  if (proposed !== amount * factor) return proposed;
  const whole = amountFromNumber(cell.value) * factor;
  return roundToPlace(whole, fenDecimals[table.currencyUnit]);
}

function detailOf(
  scope: EventScope,
  table: TableView | undefined,
  otherForm: FormId | null,
  systems: readonly MeasureSystem[],
): EventDetail {
  switch (scope.kind) {
    case 'projectMissing':
      return { kind: 'projectMissing', otherForm };
    case 'otherBudget':
      return { kind: 'otherBudget', otherForm, otherBlock: blockAt(scope.otherBlock) };
    case 'scaled':
      return { kind: 'scaled', scope: scope.scope, line: labelOf(table, scope.line) };
    case 'exchanged':
      return exchangedDetail(scope.what, scope.first, scope.second, table);
    case 'shifted':
      return shiftedDetail(scope, table, systems);
    case 'outsideTable':
      return {
        kind: 'outsideTable',
        sheet: table?.sheet ?? '',
        moves: scope.moves.map(({ from, system, figure }) => ({
          from,
          to: systems[system]?.figures[figure]?.address ?? '',
        })),
      };
    case 'differentDraft':
      return {
        kind: 'differentDraft',
        differences: scope.differences.map(({ system, block, difference }) => ({
          block: blockAt(block),
          measure: measureAt(system),
          difference: formatAmount(difference),
        })),
      };
  }
}

function labelOf(table: TableView | undefined, line: number | null): string | null {
  return line === null ? null : (table?.lines[line]?.label ?? '');
}

function exchangedDetail(
  what: 'columns' | 'measures' | 'blocks' | 'lines',
  first: ExchangedPart,
  second: ExchangedPart,
  table: TableView | undefined,
): EventDetail {
  const column = (part: ExchangedPart) => ({
    block: blockAt(part.block),
    measure: measureAt(part.system ?? 0),
  });
  switch (what) {
    case 'columns':
      return { kind: 'exchanged', what, first: column(first), second: column(second) };
    case 'measures':
      return {
        kind: 'exchanged',
        what,
        first: measureAt(first.system ?? 0),
        second: measureAt(second.system ?? 0),
      };
    case 'blocks':
      return {
        kind: 'exchanged',
        what,
        first: blockAt(first.block),
        second: blockAt(second.block),
      };
    case 'lines':
      return {
        kind: 'exchanged',
        what,
        first: labelOf(table, first.line) ?? '',
        second: labelOf(table, second.line) ?? '',
      };
  }
}

/** Where a run stands and where it belongs, as ranges of the sheet. */
function shiftedDetail(
  { direction, lines, columns }: Extract<EventScope, { kind: 'shifted' }>,
  table: TableView | undefined,
  systems: readonly MeasureSystem[],
): EventDetail {
  const lineStep = direction === 'down' ? -1 : direction === 'up' ? 1 : 0;
  const columnStep = direction === 'right' ? -1 : direction === 'left' ? 1 : 0;
  const [firstLine, lastLine] = lines;
  const [firstColumn, lastColumn] = columns;
  const range = (lineBy: number, columnBy: number): string => {
    const from = addressAt(table, systems, firstLine + lineBy, firstColumn + columnBy);
    const to = addressAt(table, systems, lastLine + lineBy, lastColumn + columnBy);
    return from === to ? from : `${from}:${to}`;
  };
  return {
    kind: 'shifted',
    direction,
    sheet: table?.sheet ?? '',
    stated: range(0, 0),
    meant: range(lineStep, columnStep),
  };
}

function addressAt(
  table: TableView | undefined,
  systems: readonly MeasureSystem[],
  line: number,
  column: number,
): string {
  for (const { system, figures } of systems) {
    const at = system.figures.findIndex(
      ({ place }, index) =>
        place.line === line && place.column === column && figures[index]?.table === table,
    );
    const figure: Figure | undefined = figures[at];
    if (figure !== undefined) return cellAddress(figure.row, figure.column);
  }
  return '';
}
