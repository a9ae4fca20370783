/**
 * Is there no other set of so few figures, in one measure with typed totals, that explains what fails?
 *
 * Every figure and every two figures are tried, without the engine: what they must change by follows from one
 * equality each, and all the others must hold then. A value that could not be proposed (a negative, a part of
 * a project, more decimal places than the table has) makes no explanation.
 */
import { unitOfPlace, type Amount } from '../../../src/domain/amount';
import type { DiagnosisSystem } from '../../../src/domain/diagnose/diagnose';

/** By equality, +1 for its total and −1 for its parts. */
type Signs = ReadonlyMap<number, bigint>;

/** Whether only these figures (one or two) can be what is wrong. */
export function isOnlySet(system: DiagnosisSystem, wrong: readonly number[]): boolean {
  const { figures, equalities } = system;
  const residuals = equalities.map(({ total, parts }) =>
    parts.reduce((rest, part) => rest - valueAt(system, part), valueAt(system, total)),
  );
  const signs = figures.map((_, figure): Signs => signsOf(system, figure));
  const admits = admitting(system);
  const explains = (chosen: readonly number[]): boolean => {
    const changes = solve(signs, residuals, chosen);
    return (
      changes !== null &&
      chosen.every((figure, at) => admits(figure, valueAt(system, figure) + (changes[at] ?? 0n)))
    );
  };
  const isWrong = (chosen: readonly number[]): boolean =>
    chosen.length === wrong.length && chosen.every((figure) => wrong.includes(figure));
  return figures.every((_, first) => {
    if (!isWrong([first]) && explains([first])) return false;
    if (wrong.length < 2) return true;
    return figures.every(
      (__, second) => second <= first || isWrong([first, second]) || !explains([first, second]),
    );
  });
}

function valueAt({ figures }: DiagnosisSystem, figure: number): Amount {
  return figures[figure]?.value ?? 0n;
}

function signsOf({ equalities }: DiagnosisSystem, figure: number): Signs {
  return new Map(
    equalities.flatMap(({ total, parts }, at): [number, bigint][] =>
      total === figure ? [[at, 1n]] : parts.includes(figure) ? [[at, -1n]] : [],
    ),
  );
}

/** What the chosen figures must change by so that everything holds; null where nothing would do. */
function solve(
  signs: readonly Signs[],
  residuals: readonly Amount[],
  chosen: readonly number[],
): readonly Amount[] | null {
  const own = chosen.map((figure) => signs[figure] ?? new Map<number, bigint>());
  const changes = own.map((mine, at): Amount => {
    // No two figures stand in the same equalities: each has one of its own.
    const [alone] = [...mine.keys()].filter((equality) =>
      own.every((other, index) => index === at || !other.has(equality)),
    );
    return alone === undefined ? 0n : -(residuals[alone] ?? 0n) * (mine.get(alone) ?? 0n);
  });
  if (changes.some((change) => change === 0n)) return null;
  const holds = residuals.every((residual, equality) => {
    const moved = own.reduce(
      (sum, mine, at) => sum + (mine.get(equality) ?? 0n) * (changes[at] ?? 0n),
      residual,
    );
    return moved === 0n;
  });
  return holds ? changes : null;
}

function admitting(system: DiagnosisSystem): (figure: number, value: Amount) => boolean {
  const finest = new Map<number, Amount>();
  for (const { value, place } of system.figures) {
    let unit = finest.get(place.table) ?? unitOfPlace(0);
    while (value !== null && value % unit !== 0n) unit /= 10n;
    finest.set(place.table, system.quantity === 'count' ? unitOfPlace(0) : unit);
  }
  return (figure, value) => {
    const table = system.figures[figure]?.place.table ?? 0;
    return value >= 0n && value % (finest.get(table) ?? 1n) === 0n;
  };
}
