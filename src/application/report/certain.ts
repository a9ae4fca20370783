/** Which corrections of a report are certain enough to be adopted together, and which cells would they change? */
import type { Finding } from '../../domain/finding';
import { isCorrectable } from '../../domain/fill/planCorrections';
import type { CellCorrection } from '../../domain/rules/cellCorrection';
import type { CellReference } from '../cellContent';
import type { UnitReport } from './report';
import type { CellsToCorrect, ReportItem } from './reportItem';

/** What can be put right in one go. */
export interface Certain {
  readonly corrections: readonly CellsToCorrect[];
  /** Figures held as text of which nothing but one number can be meant. */
  readonly texts: readonly Finding[];
  /** In how many items of a list they are told. */
  readonly items: number;
}

/**
 * What is nearly certain in some units: acts with their one correction, slips, and texts that are numbers. Two
 * that want different things of a cell contradict each other, and neither is among them.
 *
 * @param locked cells that cannot be written, by {@link cellKey}
 */
export function certainOf(units: readonly UnitReport[], locked: ReadonlySet<string>): Certain {
  const offered = units
    .flatMap(({ items }) => items)
    .flatMap((item): CellsToCorrect[] => {
      if (item.kind === 'slip') return [item.explanation];
      return item.kind === 'event' && item.correction !== null ? [item.correction] : [];
    })
    .filter((one) => isWritable(one) && !one.corrections.some(({ place }) => isIn(locked, place)));
  const wanted = new Map<string, Set<string | null>>();
  for (const { place, proposed } of offered.flatMap(({ corrections }) => corrections)) {
    const key = cellKey(place);
    wanted.set(key, (wanted.get(key) ?? new Set()).add(proposed));
  }
  const corrections = offered.filter((one) =>
    one.corrections.every(({ place }) => wanted.get(cellKey(place))?.size === 1),
  );
  const texts = units.flatMap(({ items }) =>
    items
      .flatMap((item) => (isByRule(item) ? item.findings : []))
      .filter((finding) => isNumber(finding) && !cellsOf(finding).some((at) => isIn(locked, at))),
  );
  // A unit's texts are told together.
  const told = new Set(texts.map(({ pair }) => pair)).size;
  return { corrections, texts, items: corrections.length + told };
}

/** Every cell that can be asked to be written from the items of some units. */
export function offeredCells(units: readonly UnitReport[]): readonly CellReference[] {
  return units
    .flatMap(({ items }) => items)
    .flatMap((item): readonly CellReference[] => {
      switch (item.kind) {
        case 'event':
          return placesIn(item.correction?.corrections ?? []);
        case 'slip':
          return [item.explanation, ...item.others].flatMap((one) => placesIn(one.corrections));
        case 'choice':
          return item.choices.flatMap(({ corrections }) => placesIn(corrections));
        case 'alike':
        case 'finding':
          return item.findings.filter(isCorrectable).flatMap(cellsOf);
        case 'unexplained':
          return [];
      }
    });
}

/** The cells that putting a finding right would change. */
export function cellsOf({ detail, sheet, cells }: Finding): readonly CellReference[] {
  switch (detail.kind) {
    case 'headingMismatch':
      return detail.corrections;
    case 'headingMissing':
      return detail.correction === null ? [] : [detail.correction];
    default:
      return cells.map((cell) => ({ sheet, cell }));
  }
}

/** Whether all that is proposed can be written: nothing is written over a formula. */
export function isWritable({ corrections }: CellsToCorrect): boolean {
  return !corrections.some(({ byFormula }) => byFormula !== undefined);
}

/** Whether it is one total whose formula is no sum: the sum can be put in its place, if the user wants that. */
export function isOddTotal({ corrections: [first, ...others] }: CellsToCorrect): boolean {
  return first?.byFormula === 'total' && others.length === 0;
}

export function cellKey({ sheet, cell }: CellReference): string {
  return JSON.stringify([sheet, cell]);
}

function isIn(cells: ReadonlySet<string>, place: CellReference): boolean {
  return cells.has(cellKey(place));
}

function placesIn(corrections: readonly CellCorrection[]): CellReference[] {
  return corrections.map(({ place }) => place);
}

function isByRule({ kind }: ReportItem): boolean {
  return kind === 'alike' || kind === 'finding';
}

function isNumber({ detail }: Finding): boolean {
  return detail.kind === 'content' && detail.problem === 'textNumber';
}
