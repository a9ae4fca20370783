/**
 * Which items change, and do not go, once something is adopted that stands before them? A difference that will
 * be another one after a table is put into its unit is no news by then.
 */
import type { CellReference } from '../cellContent';
import type { Finding, FigurePlace } from '../../domain/finding';
import type { CellCorrection } from '../../domain/rules/cellCorrection';
import type { EventItem, ReportItem, SlipItem } from './reportItem';

/** What can be adopted as it is. */
export type Act = EventItem | SlipItem;

/**
 * By the key of each item whose figures will change: the first act that changes them.
 *
 * @param items all of a unit
 * @param listed those that are asked about, grouped or not
 */
export function actsBefore(
  items: readonly ReportItem[],
  listed: readonly ReportItem[],
): ReadonlyMap<string, Act> {
  const acts = items.flatMap((item) => {
    const corrections = correctionsOf(item);
    return corrections === null ? [] : [{ item: item as Act, changed: new Changed(corrections) }];
  });
  return new Map(
    listed.flatMap(({ kind, key, findings }): [string, Act][] => {
      if (kind === 'event' || kind === 'slip') return [];
      const act = acts.find(({ changed }) => findings.some((finding) => changed.touches(finding)));
      return act === undefined ? [] : [[key, act.item]];
    }),
  );
}

/** What adopting an item changes; null for one that is no act. */
export function correctionsOf(item: ReportItem): readonly CellCorrection[] | null {
  if (item.kind === 'slip') return item.explanation.corrections;
  return item.kind === 'event' ? (item.correction?.corrections ?? null) : null;
}

/** The cells that an act changes, and the sums that they are parts of. */
class Changed {
  readonly #cells: ReadonlySet<string>;
  readonly #sums: ReadonlySet<string>;

  constructor(corrections: readonly CellCorrection[]) {
    const places = corrections.map(({ place }) => place);
    this.#cells = new Set(places.map(cellKey));
    this.#sums = new Set(places.flatMap((place) => [lineKey(place), columnKey(place)]));
  }

  touches({ detail }: Finding): boolean {
    switch (detail.kind) {
      case 'balance':
        return this.#sums.has(
          detail.balance === 'line' ? lineKey(detail.place) : columnKey(detail.place),
        );
      case 'crossTable':
        return this.#has(detail.place, detail.other);
      case 'comparison':
        return this.#has(detail.place, detail.limit);
      case 'ofWhich':
        return this.#has(detail.place, detail.parent);
      default:
        return false;
    }
  }

  #has(...places: readonly CellReference[]): boolean {
    return places.some((place) => this.#cells.has(cellKey(place)));
  }
}

function cellKey({ sheet, cell }: CellReference): string {
  return JSON.stringify([sheet, cell]);
}

/** All blocks of a line add up to its total. */
function lineKey({ sheet, line, measure }: FigurePlace): string {
  return JSON.stringify(['line', sheet, line, measure]);
}

/** All lines of a column add up to its total. */
function columnKey({ sheet, form, block, measure }: FigurePlace): string {
  return JSON.stringify(['column', sheet, form, block, measure]);
}
