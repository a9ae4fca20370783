/**
 * Would two cells of one line, exchanged between two measures, explain what an exchange of whole columns does?
 *
 * Where only the tables disagree, a column's figures exchanged in one of them and those of a single line in the
 * other make the same difference if that line is the only one in which the two measures differ.
 */
import { absolute, type Amount } from '../amount';
import { PlaceIndex } from './places';
import { failing, failuresAfter } from './state';
import { residualsOf, valueOf } from './system';
import type { DiagnosisSystem } from './types';

/**
 * Whether two typed cells of some line, exchanged, leave nothing failing in two measures.
 *
 * @param systems as stated
 * @param first,second the measures, as indices into the systems
 */
export function twoCellsWouldDo(
  systems: readonly DiagnosisSystem[],
  first: number,
  second: number,
): boolean {
  const [one, other] = [systems[first], systems[second]];
  if (one === undefined || other === undefined) return false;
  const places = new PlaceIndex(systems);
  const isOff = offBy(one);
  return one.figures.some((figure, at) => {
    const beside = places.figureAt(second, figure.place) ?? -1;
    const neighbour = other.figures[beside];
    if (figure.kind !== 'typed' || neighbour?.kind !== 'typed') return false;
    if (!isOff(valueOf(neighbour) - valueOf(figure))) return false;
    return (
      failuresAfter(one, new Map([[at, neighbour.value]])) === 0 &&
      failuresAfter(other, new Map([[beside, figure.value]])) === 0
    );
  });
}

/** Whether a measure's failures may come from one figure's being off by so much: others need not be tried. */
function offBy(system: DiagnosisSystem): (difference: Amount) => boolean {
  const residuals = residualsOf(system);
  const off = failing(system).map((at) => ({
    size: absolute(residuals[at] ?? 0n),
    tolerance: system.equalities[at]?.tolerance ?? 0n,
  }));
  return (difference) =>
    off.some(({ size, tolerance }) => absolute(absolute(difference) - size) <= tolerance);
}
