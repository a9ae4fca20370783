/** Checks workbooks on disk one after another; one bad file does not stop the others. */
import { checkWorkbook, verdictOf } from '../application/checkWorkbook';
import type { CheckSettings } from '../domain/rules/settings';
import { listWorkbooks, readWorkbookFile } from '../files/nodeFiles';
import { fileFaultMessage } from '../wording/fileFaults';
import type { FileReport } from './jsonReport';
import { checkedFile, faultyFile } from './jsonReport';
import { faultText, reportText } from './textReport';

/** One file's outcome, for a program and for a reader. */
export interface FileOutcome {
  readonly json: FileReport;
  readonly text: string;
  /** 0 no error · 1 at least one · 2 could not (wholly) be checked. */
  readonly status: 0 | 1 | 2;
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
  const report = checkWorkbook(workbook.value, settings);
  if (report.recognition.returns.length === 0) {
    const message = fileFaultMessage({ code: 'noOfficialSheet' }, 'zh-CN');
    const fault = { code: 'noOfficialSheet', message };
    const refused = reportText(file, report)
      .split('\n')
      .filter((line) => /未采用|未能读取/.test(line));
    return {
      json: checkedFile(file, report, fault),
      text: [faultText(file, message).trimEnd(), ...refused, ''].join('\n'),
      status: 2,
    };
  }
  return {
    json: checkedFile(file, report, null),
    text: reportText(file, report),
    status: statusOf(verdictOf(report)),
  };
}

function faulty(file: string, code: string, message: string): FileOutcome {
  return { json: faultyFile(file, code, message), text: faultText(file, message), status: 2 };
}

function statusOf(verdict: ReturnType<typeof verdictOf>): 0 | 1 | 2 {
  switch (verdict) {
    case 'errors':
      return 1;
    case 'notChecked':
      return 2;
    case 'passed':
    case 'warnings':
      return 0;
  }
}
