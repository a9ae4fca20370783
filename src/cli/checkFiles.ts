/** Checks workbooks on disk one after another; one bad file does not stop the others. */
import { checkWorkbook } from '../application/checkWorkbook';
import type { Verdict } from '../application/checkWorkbook';
import type { Obstacle } from '../application/readyToSubmit';
import { inTheWay, leftToLookAt } from '../application/readyToSubmit';
import type { WorkbookReport } from '../application/report/report';
import { reportOf } from '../application/report/makeReport';
import { submissionReport } from '../application/submissionReport';
import type { WorkbookGrids } from '../domain/grid';
import type { CheckSettings } from '../domain/rules/settings';
import { listWorkbooks, readWorkbookFile } from '../files/nodeFiles';
import { fileFaultMessage } from '../wording/fileFaults';
import type { CheckedFile } from '../wording/terminal';
import { faultMarkdown, reportMarkdown } from '../wording/submissionReport';
import { faultText, readyText, reportText } from '../wording/terminal';
import type { FileReport } from './jsonReport';
import type { FileSubmission } from './submissionJson';
import { submissionJson } from './submissionJson';
import { checkedFile, faultyFile } from './jsonReport';

/** One file's outcome, for a program and for a reader. */
export interface FileOutcome extends CheckedFile {
  readonly json: FileReport;
  readonly text: string;
  /** The 审核报告; null where none is asked for. */
  readonly submission: { readonly json: FileSubmission; readonly markdown: string } | null;
}

/** What is asked of each file besides its check. */
export interface AskedOfFiles {
  /** What stands in the way of submitting it. */
  readonly ready: boolean;
  /** Its 审核报告. */
  readonly report: boolean;
}

/**
 * Checks every file that the paths stand for, in the order given.
 *
 * @param onOthers told of files in folders that are not read
 */
export async function* checkFiles(
  paths: readonly string[],
  settings: CheckSettings,
  asked: AskedOfFiles = { ready: false, report: false },
  onOthers: (others: readonly string[]) => void = () => undefined,
): AsyncGenerator<FileOutcome> {
  for (const path of paths) {
    const listed = await listWorkbooks(path);
    if (!listed.ok) {
      yield faulty(path, listed.fault.code, fileFaultMessage(listed.fault, 'zh-CN'), asked);
      continue;
    }
    onOthers(listed.value.others);
    for (const file of listed.value.workbooks) {
      yield await checkFile(file, settings, asked);
    }
  }
}

async function checkFile(
  file: string,
  settings: CheckSettings,
  asked: AskedOfFiles,
): Promise<FileOutcome> {
  const workbook = await readWorkbookFile(file);
  if (!workbook.ok) {
    const message = fileFaultMessage(workbook.fault, 'zh-CN');
    return faulty(file, workbook.fault.code, message, asked);
  }
  const check = checkWorkbook(workbook.value, settings);
  const report = reportOf(check);
  const isAsked = asked.ready || asked.report;
  const found = isAsked ? obstaclesOf(workbook.value, report) : [];
  const obstacles = asked.ready ? found : null;
  if (report.units.length === 0) {
    const message = fileFaultMessage({ code: 'noOfficialSheet' }, 'zh-CN');
    return {
      file,
      json: checkedFile(file, report, { code: 'noOfficialSheet', message }, obstacles),
      text: faultText(file, message, report),
      submission: asked.report ? notReported(file, 'noOfficialSheet', message) : null,
      status: 2,
    };
  }
  const left = leftToLookAt({ report, workbook: workbook.value });
  const ready = (what: readonly Obstacle[]) => readyText(what, left);
  const submission = asked.report
    ? submissionReport(check, report, { obstacles: found, left }, settings)
    : null;
  return {
    file,
    json: checkedFile(file, report, null, obstacles, left),
    text: reportText(file, report) + (obstacles === null ? '' : `\n${ready(obstacles)}`),
    submission: submission && {
      json: submissionJson(file, submission),
      markdown: reportMarkdown(file, submission, 'zh-CN'),
    },
    status: statusOf(report.verdict, obstacles),
  };
}

/** The report of a file that could not be checked. */
function notReported(file: string, code: string, message: string): FileOutcome['submission'] {
  return {
    json: { file, fault: { code, message }, report: null },
    markdown: faultMarkdown(file, message, 'zh-CN'),
  };
}

/** What stands in the way of submitting a file: it is saved, being read from disk. */
function obstaclesOf(workbook: WorkbookGrids, report: WorkbookReport): readonly Obstacle[] {
  const markedSheets = workbook.sheets
    .filter(({ isMarked }) => isMarked === true)
    .map(({ name }) => name);
  return inTheWay({ report, workbook, markedSheets, isSaved: true });
}

function faulty(file: string, code: string, message: string, asked: AskedOfFiles): FileOutcome {
  return {
    file,
    json: faultyFile(file, code, message, asked.ready),
    text: faultText(file, message),
    submission: asked.report ? notReported(file, code, message) : null,
    status: 2,
  };
}

/** Asked whether it can be submitted, a file is in order only where nothing stands in the way. */
function statusOf(verdict: Verdict, obstacles: readonly Obstacle[] | null): 0 | 1 | 2 {
  const isInOrder = obstacles === null || obstacles.length === 0;
  switch (verdict) {
    case 'errors':
      return 1;
    case 'notChecked':
    case 'notCalculated':
      return 2;
    case 'passed':
    case 'warnings':
      return isInOrder ? 0 : 1;
  }
}
