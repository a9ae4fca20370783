/**
 * What is promised where a correction can be adopted, and does it hold? Everything that a report offers
 * is previewed, written and checked again, as the pane does it, and undone.
 */
import { comparedFigures } from '../../../src/application/report/comparedFigures';
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { correctFindings, previewCellCorrections } from '../../../src/application/correctFindings';
import type { CellsToCorrect, ReportItem } from '../../../src/application/report/reportItem';
import { reportOf } from '../../../src/application/report/makeReport';
import { type WorkbookReport } from '../../../src/application/report/report';
import { undoLast } from '../../../src/application/undo';
import { AMOUNT_DECIMALS, parseAmount, unitOfPlace } from '../../../src/domain/amount';
import { fenDecimals, measures } from '../../../src/domain/forms/terms';
import type { Finding, FigurePlace } from '../../../src/domain/finding';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import type { Result } from '../../../src/domain/result';
import type { Figure } from '../../../src/domain/returns/tableView';
import { tablesOfReturn, viewReturns } from '../../../src/domain/returns/unitReturn';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { explanationMessage } from '../../../src/wording/diagnoses';
import { everyCell, MemoryStore, newLog } from '../../application/fixture';
import { settings } from '../../domain/forms';
import { MemoryWorkbook } from '../../memory/MemoryWorkbook';
import type { WrongWorkbook } from './wrongWorkbooks';

/** One thing that can be adopted. */
export interface Offer {
  readonly kind: 'event' | 'slip' | 'choice' | 'other';
  readonly corrections: CellsToCorrect['corrections'];
  /** Ids of the findings that are said to be settled. */
  readonly settles: readonly Finding['id'][];
  /** The measure all totals of which are said to agree then. */
  readonly agrees: FigurePlace['measure'] | null;
}

/** What came of adopting everything that was offered. */
export interface Kept {
  readonly offers: readonly Offer[];
  /** Promises that do not hold, in words. */
  readonly broken: readonly string[];
}

/** Everything that the pane has a button for. */
export function offersOf(report: WorkbookReport): Offer[] {
  return report.units.flatMap(({ items }) => items.flatMap(offersOfItem));
}

function offersOfItem(item: ReportItem): Offer[] {
  switch (item.kind) {
    case 'event':
      return item.correction === null
        ? []
        : [
            {
              kind: 'event',
              corrections: item.correction.corrections,
              settles: item.event.findings,
              agrees: null,
            },
          ];
    case 'slip':
      return [
        explained('slip', item.explanation, item.diagnosis),
        ...item.others.map((other) => explained('other', other, item.diagnosis)),
      ];
    case 'choice':
      return item.choices.map((choice) => explained('choice', choice, item.diagnosis));
    case 'unexplained':
    case 'alike':
    case 'finding':
      return [];
  }
}

type Explained = Parameters<typeof explanationMessage>;

function explained(kind: Offer['kind'], explanation: Explained[0], diagnosis: Explained[1]): Offer {
  const message = explanationMessage(explanation, diagnosis, 'zh-CN');
  return {
    kind,
    corrections: explanation.corrections,
    settles: explanation.findings,
    agrees: message.includes('全部相符') ? diagnosis.measure : null,
  };
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

/** Adopts everything that a workbook's check offers, one by one, undoing each. */
export async function adoptAll({ sheets }: WrongWorkbook): Promise<Kept> {
  const workbook = MemoryWorkbook.ofGrids(sheets);
  await workbook.calculate();
  const log = newLog(new MemoryStore());
  const grids = async () => valueOf(await workbook.readWorkbook());
  const names = sheets.map(({ name }) => name);
  const cells = () => everyCell(workbook, names, { rows: 30, columns: 13 });
  const before = await grids();
  const report = reportOf(checkWorkbook(before, settings));
  const stood = JSON.stringify(await cells());
  const offers = offersOf(report);
  const broken: string[] = [];
  for (const offer of offers) {
    const say = (what: string) => broken.push(`${nameOf(offer)}: ${what}`);
    for (const what of unfitValues(offer, before)) say(what);
    const plan = previewCellCorrections(before, offer.corrections);
    if (plan.blocked.length > 0)
      say(`cannot write ${plan.blocked.map(({ place }) => place.cell).join()}`);
    const { changed } = valueOf(await correctFindings(workbook, log, plan.changes));
    if (changed.length > 0) say(`not written ${changed.map(({ place }) => place.cell).join()}`);
    const after = await grids();
    for (const what of unkept(offer, report, before, after)) say(what);
    if (plan.changes.length > 0) await undoLast(workbook, log);
    if (JSON.stringify(await cells()) !== stood) say('not undone');
  }
  return { offers, broken };
}

/** Where and what: 统计表1!C5 12→21. */
function nameOf({ kind, corrections }: Offer): string {
  const cells = corrections
    .slice(0, 4)
    .map(
      ({ place, stated, proposed }) =>
        `${place.sheet}!${place.cell} ${stated ?? ''}→${proposed ?? 'blank'}`,
    );
  return `${kind} ${cells.join(', ')}${corrections.length > 4 ? ' …' : ''}`;
}

/** What is said and does not hold once everything is written. */
function unkept(
  offer: Offer,
  report: WorkbookReport,
  before: WorkbookGrids,
  after: WorkbookGrids,
): string[] {
  const known = new Map(report.units.flatMap((u) => u.findings.map((f) => [f.id, f] as const)));
  const now = checkWorkbook(after, settings).findings;
  const ids = new Set(now.map(({ id }) => id));
  const broken = offer.settles
    .filter((id) => ids.has(id))
    .map((id) => `still fails ${labelOf(known.get(id))}`);
  const isEvent = offer.kind === 'event';
  for (const finding of now) {
    if (finding.severity !== 'error' || known.has(finding.id)) continue;
    // What else is wrong with figures moves with them.
    const times = (own: readonly Finding[]) =>
      own.filter(({ rule }) => rule === finding.rule).length;
    if (isEvent && times(now) <= times([...known.values()])) continue;
    if (asksOnlyNow(finding, offer)) continue;
    broken.push(`fails now ${labelOf(finding)}`);
  }
  if (offer.agrees !== null) {
    for (const finding of now) {
      const { detail, severity } = finding;
      if (severity !== 'error' || !('equality' in detail)) continue;
      if (detail.place.measure === offer.agrees) broken.push(`not all agree ${labelOf(finding)}`);
    }
  }
  const figures = [figuresOf(before), figuresOf(after)] as const;
  const lacking = figures.map(
    (own) => new Set([...own].flatMap(([at, one]) => (lacks(one) ? [at] : []))),
  );
  const [lackingBefore, lackingNow] = lacking;
  if (isEvent && (lackingNow?.size ?? 0) > (lackingBefore?.size ?? 0))
    broken.push('more lines lack a figure');
  for (const { place } of offer.corrections) {
    const address = `${place.sheet}!${place.cell}`;
    if (!isEvent && lackingNow?.has(address) === true)
      broken.push(`nothing where a figure is due ${address}`);
  }
  return broken;
}

/** A line is asked for amounts once its number of projects is right: they lacked before, too. */
function asksOnlyNow({ detail }: Finding, { corrections }: Offer): boolean {
  if (detail.kind !== 'required') return false;
  return corrections.some(
    ({ place, stated }) =>
      place.measure === 'projectCount' &&
      stated !== null &&
      parseAmount(stated) < 0n &&
      place.line === detail.place.line &&
      place.block === detail.place.block,
  );
}

function labelOf(finding: Finding | undefined): string {
  if (finding === undefined) return 'what was never found';
  const { rule, sheet, cells } = finding;
  const { stated, standard } = comparedFigures(finding);
  return `${rule} ${sheet}!${cells.join()} ${stated ?? ''}/${standard ?? ''}`;
}

function figuresOf(workbook: WorkbookGrids): ReadonlyMap<string, Figure> {
  const tables = viewReturns(recogniseWorkbook(workbook).returns, workbook).flatMap(tablesOfReturn);
  return new Map(
    tables.flatMap((table) =>
      table.figures.map((figure) => [`${table.sheet}!${figure.address}`, figure] as const),
    ),
  );
}

/** Amounts without a project, or a project without an amount of the same line and block. */
function lacks({ amount, measure, line, block, isTotal }: Figure): boolean {
  if (isTotal || (amount ?? 0n) !== 0n) return false;
  const row = measures.map((each) => line.figures[block][each]);
  const [count, ...amounts] = row.map((figure) => (figure.amount ?? 0n) !== 0n);
  return measure === 'projectCount' ? amounts.includes(true) : count === true;
}

/** Values that no rule would let stand. */
function unfitValues({ kind, corrections }: Offer, before: WorkbookGrids): string[] {
  const figures = figuresOf(before);
  const corrected = new Set(corrections.map(({ place }) => `${place.sheet}!${place.cell}`));
  return corrections.flatMap(({ place, proposed, wrongFormula }) => {
    if (proposed === null || wrongFormula) return [];
    const value = parseAmount(proposed);
    const broken: string[] = [];
    if (value < 0n) broken.push(`negative ${proposed}`);
    const isCount = place.measure === 'projectCount';
    if (isCount && value % unitOfPlace(0) !== 0n) broken.push(`part of a project ${proposed}`);
    if (isCount) return broken;
    const places = placesOf(value);
    if (place.unit !== 'project' && places > fenDecimals[place.unit])
      broken.push(`below 分 ${proposed}`);
    const used = [...figures].flatMap(([address, { table, measure, amount }]) =>
      table.form === place.form && measure !== 'projectCount' && !corrected.has(address)
        ? [placesOf(amount ?? 0n)]
        : [],
    );
    // An act over a whole table leaves nothing of it to compare with.
    if (kind !== 'event' && places > Math.max(0, ...used))
      broken.push(`more places than the table's ${proposed}`);
    return broken;
  });
}

function placesOf(amount: bigint): number {
  let places = 0;
  while (places < AMOUNT_DECIMALS && amount % unitOfPlace(places) !== 0n) places += 1;
  return places;
}
