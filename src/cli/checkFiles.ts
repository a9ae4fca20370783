/** Checks workbooks on disk one after another; one bad file does not stop the others. */
import { checkWorkbook } from '../application/checkWorkbook';
import type { Verdict } from '../application/checkWorkbook';
import { reportOf } from '../application/report/report';
import type { CheckSettings } from '../domain/rules/settings';
import { listWorkbooks, readWorkbookFile } from '../files/nodeFiles';
import { fileFaultMessage } from '../wording/fileFaults';
import type { CheckedFile } from '../wording/terminal';
import { faultText, reportText } from '../wording/terminal';
import type { FileReport } from './jsonReport';
import { checkedFile, faultyFile } from './jsonReport';

/** One file's outcome, for a program and for a reader. */
export interface FileOutcome extends CheckedFile {
  readonly json: FileReport;
  readonly text: string;
}

/** Checks every file that the paths stand for, in the order given. */
export async function* checkFiles(
  paths: readonly string[],
  settings: CheckSettings,
): AsyncGenerator<FileOutcome> {
  for (const path of paths) {
    const listed = await listWorkbooks(path);
    if (!listed.ok) {
      yield faulty(path, listed.fault.code, fileFaultMessage(listed.fault, 'zh-CN'));
      continue;
    }
    for (const file of listed.value) yield await checkFile(file, settings);
  }
}

async function checkFile(file: string, settings: CheckSettings): Promise<FileOutcome> {
  const workbook = await readWorkbookFile(file);
  if (!workbook.ok) {
    return faulty(file, workbook.fault.code, fileFaultMessage(workbook.fault, 'zh-CN'));
  }
  const report = reportOf(checkWorkbook(workbook.value, settings));
  if (report.units.length === 0) {
    const message = fileFaultMessage({ code: 'noOfficialSheet' }, 'zh-CN');
    return {
      file,
      json: checkedFile(file, report, { code: 'noOfficialSheet', message }),
      text: faultText(file, message, report),
      status: 2,
    };
  }
  return {
    file,
    json: checkedFile(file, report, null),
    text: reportText(file, report),
    status: statusOf(report.verdict),
  };
}

function faulty(file: string, code: string, message: string): FileOutcome {
  return { file, json: faultyFile(file, code, message), text: faultText(file, message), status: 2 };
}

function statusOf(verdict: Verdict): 0 | 1 | 2 {
  switch (verdict) {
    case 'errors':
      return 1;
    case 'notChecked':
    case 'notCalculated':
      return 2;
    case 'passed':
    case 'warnings':
      return 0;
  }
}
