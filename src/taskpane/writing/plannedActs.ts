/** Which corrections of a plan belong together? */
import type { UnitReport } from '../../application/report/report';
import type {
  CellsToCorrect,
  EventItem,
  ReportItem,
  SlipItem,
} from '../../application/report/reportItem';
import type { CellReference } from '../../application/cellContent';
import type { ChangePlan } from '../../domain/fill/plannedChange';
import type { PlannedAct } from '../state/paneState';

/** The corrections of several cells, with what is planned of them. */
export function plannedActs(
  all: readonly CellsToCorrect[],
  { changes, blocked }: ChangePlan,
  units: readonly UnitReport[],
): readonly PlannedAct[] {
  const indices = new Map(changes.map((change, at) => [cellKey(change), at]));
  const blockedCells = new Set(blocked.map(cellKey));
  return all.flatMap((one): PlannedAct[] => {
    const keys = [...new Set(one.corrections.map(cellKey))];
    const act = {
      item: proposerOf(one, units),
      writes: keys.flatMap((key) => indices.get(key) ?? []).sort((a, b) => a - b),
      blocked: keys.filter((key) => blockedCells.has(key)).length,
    };
    return keys.length > 1 && act.writes.length > 0 ? [act] : [];
  });
}

function proposerOf(one: CellsToCorrect, units: readonly UnitReport[]): PlannedAct['item'] {
  const item = units.flatMap(({ items }) => items).find((other) => waysOf(other).includes(one));
  return item !== undefined && isProposal(item, one) ? item : null;
}

/** The ways to put right what an item is about. */
function waysOf(item: ReportItem): readonly CellsToCorrect[] {
  switch (item.kind) {
    case 'event':
      return item.correction === null ? [] : [item.correction];
    case 'slip':
      return [item.explanation, ...item.others];
    case 'choice':
      return item.choices;
    case 'unexplained':
    case 'alike':
    case 'finding':
      return [];
  }
}

/** True for what the item itself proposes, which its title tells. */
function isProposal(item: ReportItem, one: CellsToCorrect): item is EventItem | SlipItem {
  return item.kind === 'event' || (item.kind === 'slip' && item.explanation === one);
}

function cellKey({ place: { sheet, cell } }: { readonly place: CellReference }): string {
  return JSON.stringify([sheet, cell]);
}
