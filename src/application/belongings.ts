/**
 * What of ours is in the open workbook, and how does it come off? One row for each kind of thing that the user
 * may have had us leave there; 设置 lists them and takes each or all away.
 */
import type { HostFault } from '../domain/fault';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import type { StoredExplanations } from '../domain/submission/kept';
import { removeExplanations } from './explain';
import type {
  DocumentSettingsPort,
  KeepsExplanations,
  Marks,
  MarksFound,
  Reads,
  Sheets,
} from './ports';
import { findReports, removeReports } from './reportSheet';
import { roundKey } from './roundKey';
import type { UndoLog } from './undoLog';

/** Something of ours that is in the workbook. */
export type Belonging =
  | ({ readonly kind: 'marks' } & MarksFound)
  | { readonly kind: 'explanations'; readonly stored: StoredExplanations }
  | {
      readonly kind: 'round';
      /** As it is kept: JSON. */
      readonly kept: string;
    }
  /** Sheets of the 审核报告, as they were made. */
  | { readonly kind: 'report'; readonly sheets: readonly string[] };

export type BelongingKind = Belonging['kind'];

/** What finding and removing them needs. */
export interface BelongingPorts {
  readonly marks: Pick<Marks, 'findMarks' | 'clearMarks'>;
  readonly explanations: KeepsExplanations;
  readonly document: DocumentSettingsPort;
  readonly sheets: Reads & Sheets;
  readonly log: UndoLog;
}

interface Row {
  /** Null where there is nothing; nothing is changed. */
  readonly find: (ports: BelongingPorts) => Promise<Result<Belonging | null, HostFault>>;
  /** Takes all of it away. */
  readonly remove: (ports: BelongingPorts) => Promise<Result<unknown, HostFault>>;
}

const rows: Readonly<Record<BelongingKind, Row>> = {
  marks: {
    find: async ({ marks }) => {
      const found = await marks.findMarks();
      if (!found.ok) return found;
      const { marked, unreadable } = found.value;
      const isNone = marked.length + unreadable.length === 0;
      return success(isNone ? null : { kind: 'marks', marked, unreadable });
    },
    remove: ({ marks }) => marks.clearMarks(),
  },
  explanations: {
    find: async ({ explanations }) => {
      const found = await explanations.readExplanations();
      if (!found.ok) return found;
      const stored = found.value;
      const isNone =
        stored.kind === 'read' ? stored.explanations.length === 0 : stored.why === 'notSupported';
      return success(isNone ? null : { kind: 'explanations', stored });
    },
    remove: removeAllExplanations,
  },
  round: {
    find: ({ document }) => {
      const kept = document.read(roundKey);
      return Promise.resolve(success(kept === null ? null : { kind: 'round', kept }));
    },
    remove: ({ document }) => document.write(roundKey, null),
  },
  report: {
    find: async ({ sheets }) => {
      const found = await findReports(sheets);
      if (!found.ok) return found;
      const names = found.value.ours.map(({ sheet }) => sheet);
      return success(names.length === 0 ? null : { kind: 'report', sheets: names });
    },
    remove: ({ sheets, log }) => removeReports(sheets, log),
  },
};

/** All kinds, in the order in which they are listed. */
export const belongingKinds = Object.keys(rows) as readonly BelongingKind[];

/** What can be read is kept for undo; what cannot be read goes for good. */
async function removeAllExplanations({
  explanations,
  log,
}: BelongingPorts): Promise<Result<unknown, HostFault>> {
  const found = await explanations.readExplanations();
  if (!found.ok) return found;
  return found.value.kind === 'read'
    ? removeExplanations(explanations, log, found.value.explanations)
    : explanations.removeExplanations();
}

/** What was found out about one kind. */
export interface BelongingLook {
  readonly kind: BelongingKind;
  /** Null where there is none. */
  readonly found: Result<Belonging | null, HostFault>;
}

/** Looks for everything, each kind by itself. */
export async function lookForBelongings(ports: BelongingPorts): Promise<readonly BelongingLook[]> {
  const looks: BelongingLook[] = [];
  for (const kind of belongingKinds) looks.push({ kind, found: await rows[kind].find(ports) });
  return looks;
}

/** Takes kinds away, each whatever became of the others; what kept the first from it, null where all went. */
export async function removeBelongings(
  ports: BelongingPorts,
  kinds: readonly BelongingKind[],
): Promise<HostFault | null> {
  let fault: HostFault | null = null;
  for (const kind of kinds) {
    const removed = await rows[kind].remove(ports);
    if (!removed.ok) fault ??= removed.fault;
  }
  return fault;
}

/** Whether it can be had again once it is removed: marks and the round by a click, explanations by undo. */
export function canComeBack(belonging: Belonging): boolean {
  return belonging.kind !== 'explanations' || belonging.stored.kind === 'read';
}
