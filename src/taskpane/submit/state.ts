/** What is known on the page 报送, as long as the pane is there? */
import type { LeftToLookAt, Obstacle } from '../../application/readyToSubmit';
import type { FileFault, HostFault } from '../../domain/fault';
import type { SetBeside } from '../check/besides';
import type { WorkbookReport } from '../../application/report/report';

/** What 提交前检查 found. */
export interface Readiness {
  readonly report: WorkbookReport;
  /** Empty: 可以提交. */
  readonly obstacles: readonly Obstacle[];
  /** What the user is to look at besides. */
  readonly left: readonly LeftToLookAt[];
  readonly at: Date;
  /** `outdated`: something was changed since, or may have been. */
  readonly freshness: 'current' | 'outdated';
}

export interface SubmitState {
  /** Null before the first 提交前检查. */
  readonly readiness: Readiness | null;
  /** The round before that the workbook is compared with; null for none. */
  readonly beside: SetBeside | null;
  /** Why a file could not be set beside. */
  readonly lastRoundFault: {
    readonly name: string;
    readonly fault: FileFault | HostFault;
  } | null;
}

export const initialSubmission: SubmitState = {
  readiness: null,
  beside: null,
  lastRoundFault: null,
};
