/** `npm run check`: the same checks as the task pane, on workbooks on disk. */
import type { CalendarDay } from '../domain/rules/settings';
import { readArguments, usage } from './arguments';
import { checkFiles } from './checkFiles';
import type { FileReport } from './jsonReport';
import { formatVersion } from './jsonReport';
import type { CheckedFile } from '../wording/terminal';
import { summaryText } from '../wording/terminal';
import { visibleJson, visibleText } from '../wording/visibleText';

/** Runs the command and resolves to its exit status. */
async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  const read = readArguments(args);
  if (!read.ok) {
    const { fault } = read;
    if (json) await print(visibleJson({ formatVersion, fault }) + '\n');
    else console.error(visibleText(fault.message));
    return 2;
  }
  const { help, files, round, strict, lowestExecutionRate } = read.value;
  if (help) {
    await print(usage + '\n');
    return 0;
  }
  const today = read.value.today ?? clockDay();
  const reports: FileReport[] = [];
  const checked: CheckedFile[] = [];
  for await (const outcome of checkFiles(files, { round, strict, lowestExecutionRate, today })) {
    checked.push({ file: outcome.file, status: outcome.status });
    if (json) reports.push(outcome.json);
    else await print(outcome.text + '\n');
  }
  if (json) await print(visibleJson({ formatVersion, files: reports }) + '\n');
  else if (checked.length > 1) await print(summaryText(checked) + '\n');
  return checked.reduce((worst, { status }) => Math.max(worst, status), 0);
}

function clockDay(): CalendarDay {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

/** Waits for the reader of a pipe, so that nothing is lost when the process ends. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

// Paths are relative to where npm was called, not to the project.
process.chdir(process.env['INIT_CWD'] ?? process.cwd());
process.stdout.on('error', () => process.exit(2));
void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
