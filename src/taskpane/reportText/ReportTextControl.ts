/**
 * Which report is compared, and what became of it? Kept while the pane is there, so that a way to a cell
 * and back loses nothing. The text itself goes nowhere.
 */
import type { GivenFile } from '../../application/takenFile';
import type { WorkbookReport } from '../../application/report/report';
import type { FileFault, HostFault } from '../../domain/fault';
import { tablesOfReturn } from '../../domain/returns/unitReturn';
import type { UnitReturn } from '../../domain/returns/unitReturn';
import type { CheckedText } from '../../domain/reportText/checkReportText';
import { checkReportText } from '../../domain/reportText/checkReportText';
import { viewReturns } from '../../domain/returns/unitReturn';
import { returnBefore } from '../../application/reportUnit';
import type { CurrencyUnit } from '../../domain/forms/terms';
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
}

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
}

/** The unit that is quoted, and its return of last year where the workbook has it. */
export interface QuotedUnit {
  readonly unit: UnitReturn;
  readonly before: UnitReturn | null;
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
};

export class ReportTextControl {
  #state = start;
  readonly #listeners = new Set<() => void>();
  #views: { readonly report: WorkbookReport; readonly units: readonly UnitReturn[] } | null = null;

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

  /** Compares the text at hand with the tables as they were checked last. */
  readonly compare = (): void => {
    const { check, preferences } = this.pane.store.get();
    const report = lastReport(check);
    const quoted = this.quoted();
    if (report === null || quoted === null || !isCurrent(check)) return;
    const text = this.#state.file?.text ?? this.#state.pasted;
    if (text.trim() === '') return;
    const outcome = checkReportText(text, quoted.unit, preferences.round, quoted.before);
    this.#send({ compared: { text, outcome, unit: quoted.unit.number, report } });
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
    return { unit, before: returnBefore(units, unit) };
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
