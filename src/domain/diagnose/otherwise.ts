/**
 * May what an explanation puts right have come about otherwise, in more figures than the fewest?
 *
 * Only the smallest sets of figures are searched. Where their values show no slip and lean on each other,
 * where the same balances hold a blank that is due, or where two inputs exchanged leave a line's total as it
 * stands, a larger set may be the truth: nothing is claimed then.
 */
import type { Amount } from '../amount';
import { isDue, isOutOfPlace } from './admissible';
import type { MeasureOutcome } from './measure';
import { PlaceIndex } from './places';
import { UNNAMED } from './signs';
import { failing, withChanges } from './state';
import { valueOf } from './system';
import type { DiagnosisEquality, DiagnosisSystem, FigurePosition, SlipPattern } from './types';

/** What one explanation of a measure changes. */
export interface Explained {
  readonly figures: readonly number[];
  /** By position among the figures. */
  readonly patterns: readonly SlipPattern[];
  /** The same for figures that one act made wrong. */
  readonly acts: readonly number[];
  /** What each figure changes by. */
  readonly changes: ReadonlyMap<number, Amount>;
}

/** The failed rows of a measure, and which of its figures should not be as they are. */
export class Otherwise {
  #unlikely: Unlikely | null = null;

  /** @param systems with the events undone that are assumed */
  constructor(
    private readonly systems: readonly DiagnosisSystem[],
    private readonly index: number,
    private readonly outcome: MeasureOutcome,
    private readonly explained: Explained,
  ) {}

  /** Whether a figure, by its position in the explanation, may be right after all. */
  isPossible(position: number): boolean {
    return (
      this.#leansOnOthers(position) ||
      this.#isByUnlikely(position) ||
      this.#isByExchange(position) ||
      this.#isByNeighbour(position)
    );
  }

  /** Whether a figure stands where none can be, and is to be nothing. */
  isStray(position: number): boolean {
    const { figures, changes } = this.explained;
    const figure = figures[position] ?? -1;
    const own = this.systems[this.index]?.figures[figure];
    if (own === undefined || valueOf(own) + (changes.get(figure) ?? 0n) !== 0n) return false;
    return isOutOfPlace(
      this.systems,
      this.index,
      own.place,
      new PlaceIndex(this.systems),
      (at, other) => valueOf(this.systems[at]?.figures[other]),
    );
  }

  /**
   * A blank may be filled otherwise where the line above or below holds a figure that another measure has in the
   * blank's own line, and not in that one: it may have been typed a line off, over another.
   */
  #isByNeighbour(position: number): boolean {
    const { figures } = this.explained;
    const own = this.systems[this.index]?.figures[figures[position] ?? -1];
    if (own === undefined || valueOf(own) !== 0n) return false;
    const places = new PlaceIndex(this.systems);
    const valueAt = (at: number, place: FigurePosition): Amount => {
      const figure = places.figureAt(at, place);
      return figure === undefined ? 0n : valueOf(this.systems[at]?.figures[figure]);
    };
    const others = this.systems.flatMap((system, at) =>
      at === this.index || system.quantity === 'count' ? [] : [at],
    );
    return [-1, 1].some((step) => {
      const beside = { ...own.place, line: own.place.line + step };
      const value = valueAt(this.index, beside);
      return (
        value !== 0n &&
        others.some((at) => valueAt(at, own.place) === value) &&
        others.every((at) => valueAt(at, beside) !== value)
      );
    });
  }

  /** A line's total is right if one of its inputs changed places with one of another line, whose total follows. */
  #isByExchange(position: number): boolean {
    const { figures, changes } = this.explained;
    const [system, total] = [this.systems[this.index], figures[position] ?? -1];
    const change = changes.get(total) ?? 0n;
    const place = system?.figures[total]?.place;
    if (system === undefined || place === undefined) return false;
    const totals = new Set(system.equalities.map((equality) => equality.total));
    if (!totals.has(total)) return false;
    if (this.#isSumOfAnother(system, total)) return true;
    const isInput = (at: number): boolean =>
      system.figures[at]?.kind === 'typed' && !totals.has(at) && !figures.includes(at);
    const parts = system.equalities.flatMap((equality) =>
      equality.total === total
        ? equality.parts.filter(
            (part) => isInput(part) && system.figures[part]?.place.line === place.line,
          )
        : [],
    );
    return parts.some((part) => {
      const own = system.figures[part];
      const meant = valueOf(own) - change;
      return system.figures.some((other, at) => {
        const isBeside = Math.abs(other.place.line - place.line) === 1;
        return (
          valueOf(other) === meant &&
          (isBeside || (meant !== 0n && system.quantity === 'amount')) &&
          other.place.line !== place.line &&
          other.place.table === place.table &&
          other.place.block === own?.place.block &&
          isInput(at) &&
          this.#allHoldsWith(system, total, [
            [part, meant],
            [at, valueOf(own)],
          ])
        );
      });
    });
  }

  /** A line's total as stated is what all inputs of another line come to, whose own total follows: both moved. */
  #isSumOfAnother({ figures, equalities }: DiagnosisSystem, total: number): boolean {
    const own = figures[total];
    const stated = valueOf(own);
    if (own === undefined || stated === 0n) return false;
    const isLine = ({ total: at, parts }: DiagnosisEquality): boolean =>
      figures[at]?.place.line === figures[parts[0] ?? -1]?.place.line;
    if (!equalities.some((one) => one.total === total && isLine(one))) return false;
    return equalities.some((one) => {
      const other = figures[one.total];
      return (
        one.total !== total &&
        isLine(one) &&
        other?.kind === 'formula' &&
        other.place.table === own.place.table &&
        other.place.block === own.place.block &&
        one.parts.length > 1 &&
        one.parts.reduce((sum, part) => sum + valueOf(figures[part]), 0n) === stated
      );
    });
  }

  /** Whether nothing fails with some values in place of one correction, the others made. */
  #allHoldsWith(
    system: DiagnosisSystem,
    instead: number,
    values: readonly (readonly [number, Amount])[],
  ): boolean {
    const { figures, changes } = this.explained;
    const all = new Map<number, Amount>(values);
    for (const figure of figures) {
      if (figure === instead) continue;
      all.set(figure, valueOf(system.figures[figure]) + (changes.get(figure) ?? 0n));
    }
    const [after] = withChanges([system], new Map([[0, all]]));
    return after !== undefined && failing(after).length === 0;
  }

  /** A value that no slip makes, told by a balance in which another act's figure is changed as well. */
  #leansOnOthers(position: number): boolean {
    const { figures, patterns, acts } = this.explained;
    const pattern = patterns[position];
    if (pattern === undefined || !UNNAMED.includes(pattern)) return false;
    const own = acts[position];
    const others = figures.filter((_, at) => acts[at] !== own);
    return this.#failedWith(position).some((row) => others.some((figure) => row.has(figure)));
  }

  /**
   * A balance holds a blank that is due and stays blank, or a figure where none can be that stays, and none else
   * that fails bears the value out: one without such figures, in which no other is changed. A line's total bears
   * out what stands in its line, wherever it belongs.
   */
  #isByUnlikely(position: number): boolean {
    const { figures } = this.explained;
    const { due, outOfPlace } = (this.#unlikely ??= this.#unlikelyFigures());
    if (due.length === 0 && outOfPlace.length === 0) return false;
    const rows = this.#failedWith(position);
    const holds = (row: Row, some: readonly number[]): boolean => some.some((at) => row.has(at));
    if (!rows.some((row) => holds(row, due) || holds(row, outOfPlace))) return false;
    if (this.#isTotalOver(position, outOfPlace)) return true;
    const others = figures.filter((_, at) => at !== position);
    return !rows.some((row) => !holds(row, due) && !holds(row, outOfPlace) && !holds(row, others));
  }

  /** Whether a figure is the total of a line in which one of some figures stands. */
  #isTotalOver(position: number, some: readonly number[]): boolean {
    const { figures, equalities } = this.systems[this.index] ?? { figures: [], equalities: [] };
    const own = this.explained.figures[position] ?? -1;
    return equalities.some(
      ({ total, parts }) =>
        total === own &&
        some.some(
          (at) => parts.includes(at) && figures[at]?.place.line === figures[own]?.place.line,
        ),
    );
  }

  #failedWith(position: number): readonly Row[] {
    const { rows } = this.outcome.reduced;
    const figure = this.explained.figures[position] ?? -1;
    return [...(rows.through[figure] ?? [])].flatMap((row) =>
      rows.violated.has(row) ? (rows.coefficients[row] ?? []) : [],
    );
  }

  #unlikelyFigures(): Unlikely {
    const { systems, index, explained } = this;
    const system = systems[index];
    const [due, outOfPlace]: [number[], number[]] = [[], []];
    if (system === undefined) return { due, outOfPlace };
    const places = new PlaceIndex(systems);
    const totals = new Set(system.equalities.map(({ total }) => total));
    const read = (at: number, figure: number): Amount => valueOf(systems[at]?.figures[figure]);
    system.figures.forEach((figure, at) => {
      if (figure.kind !== 'typed' || totals.has(at) || explained.figures.includes(at)) return;
      if (valueOf(figure) === 0n) {
        if (isDue(systems, index, figure.place, places, read)) due.push(at);
      } else if (isOutOfPlace(systems, index, figure.place, places, read)) {
        outOfPlace.push(at);
      }
    });
    return { due, outOfPlace };
  }
}

type Row = ReadonlyMap<number, number>;

interface Unlikely {
  /** Blanks where a figure is due. */
  readonly due: readonly number[];
  /** Figures where none can be. */
  readonly outOfPlace: readonly number[];
}
