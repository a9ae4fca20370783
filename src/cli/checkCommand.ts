/** `npm run check`: the same checks as the task pane, on workbooks on disk. */
import { readArguments, usage } from './arguments';
import { checkFiles } from './checkFiles';
import type { FileReport } from './jsonReport';
import { formatVersion } from './jsonReport';
import type { Terminal } from './terminal';
import { clockDay } from './terminal';
import type { CheckedFile } from '../wording/terminal';
import { summaryText } from '../wording/terminal';
import { visibleJson, visibleText } from '../wording/visibleText';

/** Resolves to the exit status: the worst of the files', or 2 where the arguments are wrong. */
export async function checkCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const json = args.includes('--json');
  const read = readArguments(args);
  if (!read.ok) {
    const { fault } = read;
    if (json) await terminal.print(visibleJson({ formatVersion, fault }) + '\n');
    else terminal.complain(visibleText(fault.message));
    return 2;
  }
  const { help, files, round, strict, ready, lowestExecutionRate } = read.value;
  if (help) {
    await terminal.print(usage + '\n');
    return 0;
  }
  const today = read.value.today ?? clockDay();
  const reports: FileReport[] = [];
  const checked: CheckedFile[] = [];
  const settings = { round, strict, lowestExecutionRate, today };
  for await (const outcome of checkFiles(files, settings, ready)) {
    checked.push({ file: outcome.file, status: outcome.status });
    if (json) reports.push(outcome.json);
    else await terminal.print(outcome.text + '\n');
  }
  if (json) await terminal.print(visibleJson({ formatVersion, files: reports }) + '\n');
  else if (checked.length > 1) await terminal.print(summaryText(checked) + '\n');
  return checked.reduce((worst, { status }) => Math.max(worst, status), 0);
}
