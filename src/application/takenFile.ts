/** Which files are given to be added up, and what is taken of each? Plain data, whoever reads them. */
import type { LabelChoice } from '../domain/consolidate/labelMap';
import type { TakenUnit } from '../domain/consolidate/takenUnit';
import type { FileFault, HostFault } from '../domain/fault';
import type { WorkbookGrids } from '../domain/grid';
import type { CurrencyUnit } from '../domain/forms/terms';
import type { LastRound } from '../domain/lastRound/lastRound';
import type { RefusedSheet, ReturnSource } from '../domain/recognise/table';
import type { Result } from '../domain/result';
import type { CheckSettings } from '../domain/rules/settings';
import type { Unread } from '../domain/unread';
import type { Verdict } from './checkWorkbook';
import type { ReturnLetter } from './report/letter';
import type { ReportedExplanations, UnitReport } from './report/report';
import type { SeverityCounts } from './report/severityCounts';

/** A file as the user gave it. */
export interface GivenFile {
  /** Unique in the set; ids of units are made from it, so that a corrected file takes the place of the other. */
  readonly key: string;
  /** As it is called, with its folders where they are known (`/` between them). */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** What is in it. Rejects where it cannot be read any more: moved, changed, held by another program. */
  bytes(): Promise<Uint8Array>;
}

/**
 * By what a unit is known again after it was read anew: in a file by its id, in this workbook by its
 * sheets, as others come and go.
 */
export function placeOf({ id, source, sheets }: Place): string {
  return source.kind === 'file' ? id : ['thisWorkbook', ...sheets].join('|');
}

interface Place {
  readonly id: string;
  readonly source: ReturnSource;
  readonly sheets: readonly string[];
}

/** By unit's place: in which money its figures are, as the user says where its tables do not. */
export type ChosenCurrencies = ReadonlyMap<string, CurrencyUnit>;

export const noCurrencies: ChosenCurrencies = new Map();

/** How files are checked, and how letters are worded. */
export interface TakeOptions {
  readonly settings: CheckSettings;
  /** What the user says of labels of the units' own; those that cannot be followed are passed over. */
  readonly labels: readonly LabelChoice[];
  readonly currencies: ChosenCurrencies;
  readonly language: 'zh-CN' | 'en-US';
}

/** A unit with what its own check came to, mapped labels being no error. */
export interface CheckedUnit {
  readonly unit: TakenUnit;
  readonly verdict: Verdict;
  readonly counts: SeverityCounts;
  /** With what it is sent back; null where it has neither errors nor warnings. */
  readonly letter: ReturnLetter | null;
}

/** All that is known of one of a file's units. */
export interface UnitFound {
  readonly report: UnitReport;
  /** What it has said of its warnings, as the file tells. */
  readonly explained: ReportedExplanations;
}

/** What was taken of a file. */
export interface TakenFile {
  readonly key: string;
  readonly name: string;
  /** Why nothing was taken of it. */
  readonly fault: FileFault | null;
  /** Sheets that looked like a unit's table and were not taken. */
  readonly refused: readonly RefusedSheet[];
  /** What could not be read although the rest was. */
  readonly unread: readonly Unread[];
  readonly units: readonly CheckedUnit[];
}

/** A workbook of the round before. */
export interface LastRoundFile {
  /** What its units reported, to be set beside a check. */
  readonly lastRound: LastRound;
  /** The sheets of its tables, for whoever quotes counts and totals as well. */
  readonly tables: WorkbookGrids;
}

/** What a file comes to of which nothing was taken. */
export function faultyFile(
  { key, name }: Pick<GivenFile, 'key' | 'name'>,
  fault: FileFault,
): TakenFile {
  return { key, name, fault, refused: [], unread: [], units: [] };
}

/** Reads files that are given to be added up, or to be compared, without keeping the user waiting. */
export interface TakesFiles {
  /**
   * Reads and checks one file after another. A file that cannot be read, or on which the reader
   * fails or does not come to an end, is faulty, and the rest goes on. Resolves when every file has
   * been told, or soon after the signal: what was told until then is whole, and no more is told.
   *
   * After a label was mapped, files with units that have it (`ownCheck.unknownLabels`) are to be
   * taken anew for their verdicts, counts and letters; `unit` itself is the same.
   *
   * @param told each file once, in the order given
   * @returns a fault (`notLoaded`) where the reader itself is not there
   */
  takeFiles(
    files: readonly GivenFile[],
    options: TakeOptions,
    told: (file: TakenFile) => void,
    signal?: AbortSignal,
  ): Promise<Result<null, HostFault>>;
  /**
   * All that a unit's check found, and what is said of it, for its list of findings: the file is read again. `notThere`
   * where it has no such unit any more.
   *
   * @param pair number of the unit in its file (`unit.pair`)
   */
  readReport(
    file: GivenFile,
    pair: number,
    options: TakeOptions,
  ): Promise<Result<UnitFound, FileFault | HostFault>>;
  /** What the units of a workbook reported in the round before, which round the figures show. */
  readLastRound(file: GivenFile): Promise<Result<LastRoundFile, FileFault | HostFault>>;
  /** The text of a .docx or a text file, as far as a reader sees it. */
  readText(file: GivenFile): Promise<Result<string, FileFault | HostFault>>;
}
