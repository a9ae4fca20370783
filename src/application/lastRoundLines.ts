/** Which figures stand out beside those of the round before, and by how much? Line by line, one figure for each finding of Y-010 to Y-025. */
import type { Amount } from '../domain/amount';
import { formatAmount, parseAmount, roundToPlace } from '../domain/amount';
import type { DetailOf, FigurePlace, Finding, FindingDetail } from '../domain/finding';
import type { AnsweredFinding } from '../domain/submission/explanation';
import type { UnitReport, WorkbookReport } from './report/report';

/** A figure with that of the round before, in the unit of its table. */
export interface LastRoundFigure {
  readonly finding: Finding;
  readonly place: FigurePlace;
  /** Null where nothing was reported. */
  readonly before: string | null;
  readonly now: string | null;
  readonly change: string;
  /** In percent, one decimal; null where nothing was reported before. */
  readonly rate: string | null;
  /** Where only one of two years has it. */
  readonly presence: 'new' | 'gone' | null;
  readonly answered: AnsweredFinding | null;
}

/** A line in one block, with its figures that stand out. */
export interface LastRoundLine {
  readonly unit: UnitReport;
  readonly figures: readonly LastRoundFigure[];
}

/** In the order of the units and their findings. */
export function lastRoundLines(report: WorkbookReport): LastRoundLine[] {
  return report.units.flatMap((unit) => {
    const lines = new Map<string, LastRoundFigure[]>();
    for (const figure of figuresOf(unit, report)) {
      const { place } = figure;
      const line = place.id.slice(0, place.id.lastIndexOf('|'));
      const known = lines.get(line);
      if (known === undefined) lines.set(line, [figure]);
      else known.push(figure);
    }
    return [...lines.values()].map((figures) => ({ unit, figures }));
  });
}

/** Whole parts of tables that are of another order of magnitude (Y-030), in the order of the units. */
export function lastRoundParts({ units, explained }: WorkbookReport): readonly {
  readonly unit: UnitReport;
  readonly finding: Finding;
  readonly answered: AnsweredFinding | null;
}[] {
  return units.flatMap((unit) =>
    unit.findings
      .filter(({ detail }) => detail.kind === 'scaleOfLastRound')
      .map((finding) => ({ unit, finding, answered: explained.byFinding.get(finding.id) ?? null })),
  );
}

function figuresOf({ findings }: UnitReport, { explained }: WorkbookReport): LastRoundFigure[] {
  return findings.flatMap((finding): LastRoundFigure[] => {
    const { detail } = finding;
    if (!isOfOneFigure(detail)) return [];
    const [before, now] = [amountOf(detail.lastStated), amountOf(detail.stated)];
    const change = now - before;
    return [
      {
        finding,
        place: detail.place,
        before: detail.lastStated,
        now: detail.stated,
        change: formatAmount(change),
        rate: rateOf(change, before),
        presence:
          detail.kind === 'newOrGone' ? (detail.lastStated === null ? 'new' : 'gone') : null,
        answered: explained.byFinding.get(finding.id) ?? null,
      },
    ];
  });
}

function isOfOneFigure(
  detail: FindingDetail,
): detail is DetailOf<'lastRoundDiffers' | 'unlikelyChange' | 'newOrGone'> {
  return ['lastRoundDiffers', 'unlikelyChange', 'newOrGone'].includes(detail.kind);
}

function amountOf(stated: string | null): Amount {
  return stated === null ? 0n : parseAmount(stated);
}

function rateOf(change: Amount, before: Amount): string | null {
  if (before <= 0n) return null;
  return formatAmount(roundToPlace((change * parseAmount('100')) / before, 1));
}
