/** Which words stand on the page 报送? */
import type { PutReport } from '../application/reportSheet';
import type { Obstacle } from '../application/readyToSubmit';

export interface SubmitTexts {
  /** 与上期比较. */
  readonly lastRound: {
    readonly title: string;
    readonly lead: string;
    readonly choose: string;
    readonly chooseOther: string;
    readonly ownYear: (year: number) => string;
    readonly notRead: (file: string) => string;
    readonly beside: (file: string) => string;
    readonly besideYear: (year: number) => string;
    readonly round: string;
    readonly roundByFigures: string;
    readonly remove: string;
    readonly moreNotCompared: (units: number) => string;
    readonly nothing: string;
    readonly figure: string;
    readonly before: string;
    readonly now: string;
    readonly change: string;
    readonly rate: string;
    readonly blank: string;
    readonly toExplain: string;
    /** An amount that one of two years has. */
    readonly new: string;
    readonly gone: string;
  };
  /** 审核报告. */
  readonly report: {
    readonly title: string;
    readonly lead: string;
    readonly fingerprint: string;
    readonly make: string;
    readonly making: string;
    readonly remove: string;
    readonly done: (outcome: PutReport) => string;
    readonly removed: (reports: number) => string;
  };
  /** 提交前检查. */
  readonly ready: {
    readonly title: string;
    readonly lead: string;
    readonly run: string;
    readonly running: string;
    readonly again: string;
    readonly yes: string;
    readonly no: string;
    readonly outdated: string;
    readonly outdatedHint: string;
    /** When it was looked at, as the clock shows it; how many checks ran, and how many warnings are explained. */
    readonly made: (time: string, checks: number, explained: number) => string;
    /** Of several units, how many have something to be done. */
    readonly units: (units: number, open: number) => string;
    readonly workbook: string;
    readonly kinds: (count: number) => string;
    /** What an obstacle is called. */
    readonly names: Readonly<Record<Obstacle['code'], string>>;
    readonly count: (name: string, count: number) => string;
    readonly places: (first: string, more: number) => string;
    readonly showAll: (rest: number) => string;
    /** The buttons that are a next step. */
    readonly clearMarks: string;
    readonly recalculate: string;
    readonly remakeReport: string;
    readonly toTemplate: string;
    readonly toConsolidate: string;
    readonly toSettings: string;
  };
}
