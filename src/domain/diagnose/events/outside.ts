/** Do figures of blank cells stand below or beside the table? */
import { absolute, type Amount } from '../../amount';
import { failing, withChanges } from '../state';
import { residualOf } from '../system';
import { ChangesDraft, type EventCandidate, type EventContext } from './candidate';

/** One blank figure with a value that a failed equality says belongs there. */
interface Gap {
  readonly system: number;
  readonly figure: number;
  readonly values: readonly Amount[];
}

/** The figures outside a table that blank cells of it lack, all together as one event. */
export function outsideCandidates(context: EventContext): readonly EventCandidate[] {
  const outside = context.unit.outside ?? [];
  if (outside.length === 0) return [];
  return context.shape.tables.flatMap(({ table }): EventCandidate[] => {
    const own = outside.filter((figure) => figure.table === table && figure.value !== 0n);
    if (own.length === 0) return [];
    const gaps = gapsOf(context, table);
    const moves: { from: string; system: number; figure: number }[] = [];
    const draft = new ChangesDraft(context);
    const taken = new Set<string>();
    const isMoved = (key: string): boolean => moves.some(({ from }) => from === key);
    for (const stray of own) {
      const fitting = gaps.filter(
        ({ system, figure, values }) =>
          values.includes(stray.value) && !taken.has(`${system}/${figure}`),
      );
      const column = (gap: Gap): number | undefined =>
        context.systems[gap.system]?.figures[gap.figure]?.place.column;
      const line = (gap: Gap): number | undefined =>
        context.systems[gap.system]?.figures[gap.figure]?.place.line;
      // Where several blanks would take it, the one that it stands under or beside.
      const near = fitting.filter(
        (gap) =>
          (stray.column !== null && column(gap) === stray.column) ||
          (stray.line !== null && line(gap) === stray.line),
      );
      const totals = fitting.filter(({ system, figure }) =>
        context.systems[system]?.equalities.some(({ total }) => total === figure),
      );
      const alike = own.filter(({ key, value }) => value === stray.value && !isMoved(key)).length;
      // As many alike as blank totals that they would fill: which goes where makes no difference.
      const isEither = alike === totals.length;
      const chosen =
        near.length === 1 ? near[0] : isEither || totals.length === 1 ? totals[0] : only(fitting);
      if (chosen === undefined) continue;
      taken.add(`${chosen.system}/${chosen.figure}`);
      draft.set(chosen.system, chosen.figure, stray.value);
      moves.push({ from: stray.key, system: chosen.system, figure: chosen.figure });
    }
    if (moves.length === 0 || !draft.isPossible) return [];
    const systems = [...draft.changes.keys()].sort((a, b) => a - b);
    const after = withChanges(context.systems, draft.changes);
    const better = systems.every((system) => {
      const changed = after[system];
      return (
        changed !== undefined && failing(changed).length < (context.failing[system]?.size ?? 0)
      );
    });
    if (!better) return [];
    const choices = moves.length * Math.log(own.length + 1);
    return [
      {
        scope: { kind: 'outsideTable', moves },
        table,
        systems,
        changes: draft.changes,
        release: null,
        log: Math.log(context.priors.events.outsideTable) - choices,
      },
    ];
  });
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

/** Blank typed figures of a table in failed equalities, with what those say that they should be. */
function gapsOf(context: EventContext, table: number): readonly Gap[] {
  return context.systems.flatMap((system, index): Gap[] => {
    const byFigure = new Map<number, Amount[]>();
    for (const at of context.failing[index] ?? []) {
      const equality = system.equalities[at];
      if (equality === undefined) continue;
      const residual = residualOf(system, equality);
      const offer = (figure: number, value: Amount): void => {
        const stated = system.figures[figure];
        if (stated?.kind !== 'typed' || stated.value !== null || stated.place.table !== table) {
          return;
        }
        byFigure.set(figure, [...(byFigure.get(figure) ?? []), value]);
      };
      offer(equality.total, -residual);
      for (const part of equality.parts) offer(part, residual);
    }
    return [...byFigure].map(([figure, values]) => ({
      system: index,
      figure,
      values: values.filter((value) => absolute(value) === value),
    }));
  });
}
