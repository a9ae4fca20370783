/** Reads all files of a set one after another; keeps of each what is added up and what is told. */
import { resolve } from 'node:path';
import type { LabelMap } from '../domain/consolidate/labelMap';
import type { TakenUnit } from '../domain/consolidate/takenUnit';
import type { CheckSettings } from '../domain/rules/settings';
import { mayHoldTable } from '../domain/unread';
import { takeUnits } from '../application/takeUnits';
import type { ReturnLetter } from '../application/report/letter';
import type { WorkbookReport } from '../application/report/report';
import { listWorkbooks, readWorkbookFile } from '../files/nodeFiles';
import { fileFaultMessage } from '../wording/fileFaults';
import { refusalMessage } from '../wording/refusals';
import { returnLetter } from '../wording/returnLetter';
import { unreadMessage } from '../wording/unread';

const zh = 'zh-CN';

/** One file of the set. */
export interface SetFile {
  readonly file: string;
  readonly fault: { readonly code: string; readonly message: string } | null;
  /** Sheets that may hold a unit's table and were not taken, with the reason. */
  readonly notTaken: readonly { readonly sheet: string | null; readonly message: string }[];
}

/** What was read of a set. */
export interface ReadSet {
  readonly files: readonly SetFile[];
  readonly units: readonly TakenUnit[];
  /** By unit's id: the letter with which it is sent back; only of units with errors. */
  readonly letters: ReadonlyMap<string, ReturnLetter>;
  /** Result files of this very run that stand in a folder given, and are no units. */
  readonly passedOver: readonly string[];
  /** What else lies in the folders given, and is not read. */
  readonly others: readonly string[];
}

/**
 * @param results paths that will be written; found below a folder they are passed over
 * @param lists files that are read for something else
 */
export async function readSet(
  paths: readonly string[],
  settings: CheckSettings,
  labels: LabelMap,
  results: readonly string[],
  lists: readonly string[] = [],
): Promise<ReadSet> {
  const files: SetFile[] = [];
  const units: TakenUnit[] = [];
  const letters = new Map<string, ReturnLetter>();
  const passedOver: string[] = [];
  const others: string[] = [];
  const known = new Set(lists.map((path) => resolve(path)));
  const own = new Set(results.map((path) => resolve(path)));
  const readOne = async (file: string): Promise<void> => {
    const workbook = await readWorkbookFile(file);
    if (!workbook.ok) {
      const { fault } = workbook;
      files.push(faulty(file, fault.code, fileFaultMessage(fault, zh)));
      return;
    }
    const key = `${files.length + 1}`;
    const source = { kind: 'file', file } as const;
    const taken = takeUnits(key, source, workbook.value, settings, labels);
    const notTaken = notTakenOf(taken.report);
    if (taken.units.length === 0) {
      const fault = { code: 'noOfficialSheet' } as const;
      files.push({ ...faulty(file, fault.code, fileFaultMessage(fault, zh)), notTaken });
      return;
    }
    files.push({ file, fault: null, notTaken });
    for (const { unit, report } of taken.units) {
      units.push(unit);
      if (report.counts.error > 0) {
        const { byFinding } = taken.report.explained;
        letters.set(unit.id, returnLetter(unit, report.items, zh, byFinding));
      }
    }
  };
  for (const path of paths) {
    const listed = await listWorkbooks(path);
    if (!listed.ok) {
      files.push(faulty(path, listed.fault.code, fileFaultMessage(listed.fault, zh)));
      continue;
    }
    others.push(...listed.value.others.filter((file) => !known.has(resolve(file))));
    for (const file of listed.value.workbooks) {
      if (known.has(resolve(file)) && file !== path) continue;
      // What an earlier run has written into the folder is no unit's.
      if (file !== path && own.has(resolve(file))) passedOver.push(file);
      else await readOne(file);
    }
  }
  return { files, units, letters, passedOver, others };
}

function faulty(file: string, code: string, message: string): SetFile {
  return { file, fault: { code, message }, notTaken: [] };
}

function notTakenOf({ recognition, unread }: WorkbookReport): SetFile['notTaken'] {
  return [
    ...recognition.refused.map((refused) => ({
      sheet: refused.sheet,
      message: refusalMessage(refused, zh),
    })),
    ...unread
      .filter(mayHoldTable)
      .map((entry) => ({ sheet: entry.sheet, message: unreadMessage(entry, zh) })),
  ];
}
