/**
 * Which report is compared, with which tables, and what became of it? Kept while the pane is there, so that a way to
 * a cell and back loses nothing. The text itself goes nowhere.
 */
import type { GivenFile } from '../../application/takenFile';
import type { WorkbookReport } from '../../application/report/report';
import type { FileFault, HostFault } from '../../domain/fault';
import type { NotCompared } from '../../domain/lastRound/comparable';
import { recogniseWorkbook } from '../../domain/recognise/recogniseWorkbook';
import { tablesOfReturn } from '../../domain/returns/unitReturn';
import type { UnitReturn } from '../../domain/returns/unitReturn';
import type { CheckedText } from '../../domain/reportText/checkReportText';
import { checkReportText } from '../../domain/reportText/checkReportText';
import { viewReturns } from '../../domain/returns/unitReturn';
import { returnBefore, returnBeforeIn } from '../../application/reportUnit';
import type { CurrencyUnit } from '../../domain/forms/terms';
import type { SetBeside } from '../check/besides';
import type { PaneControl } from '../control/PaneControl';
import { isCurrent, lastReport, unitInSight } from '../state/paneState';

/** A text that was compared with a unit's tables. */
export interface ComparedText {
  readonly text: string;
  readonly outcome: CheckedText;
  /** Number of the unit. */
  readonly unit: number;
  /** The check whose figures it was compared with. */
  readonly report: WorkbookReport;
  /** Tables of last year that stand in another workbook, so that no way leads to their cells; null for none. */
  readonly elsewhere: UnitReturn | null;
}

/** A workbook of last year, set beside this one. */
export type BesideFile = Extract<SetBeside, { kind: 'file' }>;

export interface ReportTextState {
  /** Number of the unit; null for the one that is looked at. */
  readonly unit: number | null;
  readonly currencyUnit: CurrencyUnit;
  readonly decimals: number;
  /** What stands in the field. */
  readonly pasted: string;
  readonly file: { readonly name: string; readonly text: string } | null;
  /** Name of the file that is being read. */
  readonly reading: string | null;
  readonly fault: FileFault | HostFault | null;
  readonly compared: ComparedText | null;
  /** The workbook of last year that was chosen here; null where none was. */
  readonly lastYear: BesideFile | null;
  /** A workbook of last year that could not be read. */
  readonly lastYearFault: { readonly name: string; readonly fault: FileFault | HostFault } | null;
}

/** The unit that is quoted, with its return of last year. */
export interface QuotedUnit {
  readonly unit: UnitReturn;
  /** This workbook's, or the one's that is set beside it. */
  readonly before: UnitReturn | null;
  /** What is set beside, where this workbook has no return of last year; null for nothing. */
  readonly beside: {
    readonly file: BesideFile;
    /** Why it has none that can be compared; null where it has. */
    readonly why: NotCompared | null;
  } | null;
}

/** Whether nothing is to be read: blanks, and what is not seen at all. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}]/u.test(text);
}

const start: ReportTextState = {
  unit: null,
  currencyUnit: 'tenThousandYuan',
  decimals: 2,
  pasted: '',
  file: null,
  reading: null,
  fault: null,
  compared: null,
  lastYear: null,
  lastYearFault: null,
};

export class ReportTextControl {
  #state = start;
  readonly #listeners = new Set<() => void>();
  #views: { readonly report: WorkbookReport; readonly units: readonly UnitReturn[] } | null = null;
  /** The returns of what is set beside. */
  #besides: { readonly tables: object; readonly units: readonly UnitReturn[] } | null = null;

  constructor(private readonly pane: PaneControl) {}

  readonly get = (): ReportTextState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Chooses whose tables are quoted, or how amounts are written. */
  readonly choose = (
    change: Partial<Pick<ReportTextState, 'unit' | 'currencyUnit' | 'decimals'>>,
  ): void => {
    const isOther = change.unit !== undefined && change.unit !== this.#state.unit;
    this.#send({ ...change, ...(isOther ? { compared: null } : {}) });
  };

  readonly paste = (pasted: string): void => {
    this.#send({ pasted, file: null, fault: null, compared: null });
  };

  readonly clear = (): void => {
    const { pasted, file, fault, compared } = start;
    this.#send({ pasted, file, fault, compared });
  };

  /** Reads a file and compares it at once. */
  readonly readFile = async (given: Omit<GivenFile, 'key'>): Promise<void> => {
    const { name } = given;
    this.#send({ reading: name, file: null, pasted: '', fault: null, compared: null });
    const read = await this.pane.ports.files.readText({ ...given, key: name });
    // The user may have chosen another one, or pasted, by now.
    if (this.#state.reading !== name) return;
    if (!read.ok) {
      this.#send({ reading: null, fault: read.fault });
      return;
    }
    this.#send({ reading: null, file: { name, text: read.value } });
    this.compare();
  };

  /** Reads the workbook that has last year's tables; what was compared is compared again. */
  readonly readLastYear = async (given: Omit<GivenFile, 'key'>): Promise<void> => {
    const { name } = given;
    const read = await this.pane.ports.files.readLastRound({ ...given, key: name });
    if (read.ok) this.setLastYear({ kind: 'file', name, ...read.value, round: null });
    else this.#send({ lastYearFault: { name, fault: read.fault } });
  };

  /** Compares what has grown with another workbook, under another round, or with none any more. */
  readonly setLastYear = (lastYear: BesideFile | null): void => {
    const wasCompared = this.#state.compared !== null;
    this.#send({ lastYear, lastYearFault: null, compared: null });
    if (wasCompared) this.compare();
  };

  /** Compares the text at hand with the tables as they were checked last. */
  readonly compare = (): void => {
    const { check, preferences } = this.pane.store.get();
    const report = lastReport(check);
    const quoted = this.quoted();
    if (report === null || quoted === null || !isCurrent(check)) return;
    const text = this.#state.file?.text ?? this.#state.pasted;
    if (isBlank(text)) return;
    const outcome = checkReportText(text, quoted.unit, preferences.round, quoted.before);
    const elsewhere = quoted.beside === null ? null : quoted.before;
    this.#send({ compared: { text, outcome, unit: quoted.unit.number, report, elsewhere } });
  };

  /** Whose tables are quoted: the unit chosen, the one that is looked at, or the first. */
  quoted(): QuotedUnit | null {
    const { check, units: choice } = this.pane.store.get();
    const report = lastReport(check);
    if (report === null) return null;
    if (this.#views?.report !== report) {
      const { returns } = report.recognition;
      this.#views = { report, units: viewReturns(returns, this.pane.checkedWorkbook) };
    }
    const { units } = this.#views;
    const wanted = this.#state.unit ?? unitInSight(report, choice)?.number ?? null;
    const unit = units.find(({ number }) => number === wanted) ?? units[0];
    if (unit === undefined || tablesOfReturn(unit).length === 0) return null;
    const before = returnBefore(units, unit);
    return before === null ? this.#quotedBeside(unit) : { unit, before, beside: null };
  }

  /** With what was chosen here, else with what the check is made beside. */
  #quotedBeside(unit: UnitReturn): QuotedUnit {
    const { beside } = this.pane;
    const file = this.#state.lastYear ?? (beside?.kind === 'file' ? beside : null);
    if (file === null) return { unit, before: null, beside: null };
    const { tables, round } = file;
    if (this.#besides?.tables !== tables) {
      this.#besides = { tables, units: viewReturns(recogniseWorkbook(tables).returns, tables) };
    }
    const { preferences } = this.pane.store.get();
    const found = returnBeforeIn(this.#besides.units, unit, preferences.round, round);
    return typeof found === 'string'
      ? { unit, before: null, beside: { file, why: found } }
      : { unit, before: found, beside: { file, why: null } };
  }

  #send(change: Partial<ReportTextState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** One for each pane. */
const controls = new WeakMap<PaneControl, ReportTextControl>();

export function reportTextOf(pane: PaneControl): ReportTextControl {
  let own = controls.get(pane);
  if (own === undefined) {
    own = new ReportTextControl(pane);
    controls.set(pane, own);
  }
  return own;
}
