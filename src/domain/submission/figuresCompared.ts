/** Which figures did a finding's rule compare, and what do they say? */
import { formatAmount, parseAmount } from '../amount';
import type { DetailOf, FigurePlace, Finding } from '../finding';
import type { ReportingRound } from '../forms/rounds';
import { amountMeasures, sourceBlocks, unitPower } from '../forms/terms';
import { equalitiesOf } from '../returns/returnEqualities';
import type { Figure, TableView } from '../returns/tableView';
import { totalCells } from '../returns/totals';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import { ruleById } from '../rules/catalogue';
import type { ExplainedFigure } from './kept';

/** The figures that the finding's rule compared, each once, as they stand in the return. */
export function figuresCompared(
  finding: Finding,
  unit: UnitReturn,
  round: ReportingRound,
): readonly ExplainedFigure[] {
  const figures = new Set(comparedIn(finding, figuresOf(unit), round));
  return [...[...figures].map(asExplained), ...besides(finding)];
}

/** What is compared and is no figure of the tables. */
function besides({ detail }: Finding): ExplainedFigure[] {
  switch (detail.kind) {
    case 'year':
      return [{ id: `${detail.form}|fiscalYear`, value: String(detail.year) }];
    case 'lastRoundDiffers':
    case 'unlikelyChange':
    case 'newOrGone':
      return [
        { id: `last|${detail.place.id}`, value: inYuan(detail.lastStated, detail.place.unit) },
      ];
    case 'scaleOfLastRound':
      return detail.compared.map(({ id, last }) => ({ id: `last|${id}`, value: last }));
    default:
      return [];
  }
}

function inYuan(amount: string | null, unit: FigurePlace['unit']): string | null {
  if (amount === null || unit === 'project') return amount;
  return formatAmount(parseAmount(amount) * 10n ** BigInt(unitPower[unit]));
}

function asExplained(figure: Figure): ExplainedFigure {
  const { id, amount, blank, measure, table, cell } = figure;
  if (blank) return { id, value: null };
  if (amount === null) return { id, value: JSON.stringify(cell?.value ?? null) };
  const power = measure === 'projectCount' ? 0 : unitPower[table.currencyUnit];
  return { id, value: formatAmount(amount * 10n ** BigInt(power)) };
}

/** A return's figures, found by what they are. */
class ReturnFigures {
  readonly #byId: ReadonlyMap<string, Figure>;

  constructor(readonly unit: UnitReturn) {
    const figures = tablesOfReturn(unit).flatMap((table) => table.figures);
    this.#byId = new Map(figures.map((figure) => [figure.id, figure]));
  }

  named(...ids: readonly string[]): Figure[] {
    return ids.flatMap((id) => this.#byId.get(id) ?? []);
  }

  /** The four figures of the line and block in which a figure stands. */
  besides(id: string): Figure[] {
    return this.named(id).flatMap(({ line, block }) => Object.values(line.figures[block]));
  }

  tableOf(form: string): TableView | undefined {
    return this.unit.tables.get(form);
  }
}

const known = new WeakMap<UnitReturn, ReturnFigures>();

function figuresOf(unit: UnitReturn): ReturnFigures {
  let figures = known.get(unit);
  if (figures === undefined) known.set(unit, (figures = new ReturnFigures(unit)));
  return figures;
}

function comparedIn(finding: Finding, all: ReturnFigures, round: ReportingRound): Figure[] {
  const { detail } = finding;
  switch (detail.kind) {
    case 'balance':
    case 'crossTable':
      return equalitiesOf(all.unit)
        .filter(({ id }) => id === detail.equality)
        .flatMap(({ total, parts }) => [total, ...parts]);
    case 'comparison':
      return all.named(detail.place.id, detail.limit.id);
    case 'dependency':
      return dependent(finding, detail, all, round);
    case 'executionRate':
      return all
        .besides(detail.place.id)
        .filter(({ measure }) => measure === 'budgeted' || measure === 'executed');
    case 'required':
      return required(detail, all);
    case 'unitDoubt':
      return figuresPerProject(all.tableOf(detail.form));
    case 'totalFormula':
      return all.named(detail.place.id).flatMap(ofTotal);
    case 'hidden':
      return hiddenFigures(detail, all.tableOf(detail.form));
    case 'underMerge':
      return all.named(...detail.hidden.map(({ place }) => place.id));
    case 'ofWhich':
      return all.named(detail.place.id, detail.parent.id);
    case 'scaleOfLastRound':
      return all.named(...detail.compared.map(({ id }) => id));
    case 'lastRoundDiffers':
    case 'unlikelyChange':
    case 'newOrGone':
    case 'content':
    case 'externalLink':
    case 'scaledDisplay':
    case 'displayedSum':
    case 'formulaResult':
      return all.named(detail.place.id);
    case 'year':
    case 'headingMismatch':
    case 'headingMissing':
    case 'lines':
    case 'otherBlock':
    case 'edition':
    case 'emptyTable':
    case 'tableMissing':
    case 'outsideTable':
      return [];
  }
}

/** L-030, L-035, L-040: what is needed, and what asks for it in this round. */
function dependent(
  { rule }: Finding,
  { place }: DetailOf<'dependency'>,
  all: ReturnFigures,
  round: ReportingRound,
): Figure[] {
  const { check } = ruleById(rule);
  if (check.kind !== 'dependency') return all.named(place.id);
  const needed = check.needed === 'anyAmount' ? amountMeasures : [check.needed];
  const present = round === 'july' ? check.julyPresent : check.present;
  return all
    .besides(place.id)
    .filter(({ measure }) => needed.includes(measure) || present.includes(measure));
}

/** C-010, C-015: the figure that is not there, and the projects that ask for it. */
function required({ place, whole }: DetailOf<'required'>, all: ReturnFigures): Figure[] {
  const inColumn = ({ block, measure, line }: Figure) =>
    line.kind === 'serviceArea' &&
    block === place.block &&
    (measure === place.measure || measure === 'projectCount');
  const table = all.tableOf(place.form);
  if (whole) return table === undefined ? [] : table.figures.filter(inColumn);
  return all.besides(place.id).filter(inColumn);
}

/** what the amount per project is worked out from. */
function figuresPerProject(table: TableView | undefined): Figure[] {
  return (table?.summed ?? []).flatMap(({ figures }) =>
    sourceBlocks.flatMap((block) => {
      const { projectCount, budgeted, executed } = figures[block];
      return [projectCount, budgeted, executed];
    }),
  );
}

/** F-010, F-020: the total, and what it should add up. */
function ofTotal(total: Figure): Figure[] {
  const cell = totalCells(total.table).find(({ figure }) => figure === total);
  return [total, ...(cell?.equalities[0].parts ?? [])];
}

/** S-010: everything in the row or column. */
function hiddenFigures(
  { what, about }: DetailOf<'hidden'>,
  table: TableView | undefined,
): Figure[] {
  return (table?.figures ?? []).filter(({ line, block, measure }) =>
    what === 'row' ? line.key === about : `${block}|${measure}` === about,
  );
}
