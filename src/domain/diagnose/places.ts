/** Which figure of another measure stands in the same table, line and block? */
import type { DiagnosisSystem, FigurePosition } from './types';

const MOST_BLOCKS = 64;
const MOST_LINES = 1 << 21;

/** The same for the figures of all measures that share a table, a line and a block. */
export function placeKey({ table, line, block }: Omit<FigurePosition, 'column'>): number {
  return (table * MOST_LINES + line) * MOST_BLOCKS + block;
}

/** The figures of some systems by place; each system's are laid out when first asked for. */
export class PlaceIndex {
  readonly #maps: (Map<number, number> | undefined)[] = [];

  constructor(private readonly systems: readonly DiagnosisSystem[]) {}

  figureAt(system: number, place: Omit<FigurePosition, 'column'>): number | undefined {
    let map = this.#maps[system];
    if (map === undefined) {
      map = new Map<number, number>();
      const { figures } = this.systems[system] ?? { figures: [] };
      for (const [index, figure] of figures.entries()) {
        map.set(placeKey(figure.place), index);
      }
      this.#maps[system] = map;
    }
    return map.get(placeKey(place));
  }
}
