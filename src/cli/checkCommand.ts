/** `npm run check`: the same checks as the task pane, on workbooks on disk. */
import type { CheckArguments } from './arguments';
import { readArguments, usage } from './arguments';
import type { FileOutcome } from './checkFiles';
import { checkFiles } from './checkFiles';
import { formatVersion } from './jsonReport';
import { readLastRound } from './lastRoundFile';
import type { Terminal } from './terminal';
import { clockDay } from './terminal';
import type { CheckSettings } from '../domain/rules/settings';
import { otherFilesText } from '../wording/otherFiles';
import { summaryText } from '../wording/terminal';
import { visibleJson, visibleText } from '../wording/visibleText';

/** Resolves to the exit status: the worst of the files', or 2 where the arguments are wrong. */
export async function checkCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args);
  if (!read.ok) {
    const { fault } = read;
    if (asksForJson(args)) await terminal.print(visibleJson({ formatVersion, fault }) + '\n');
    else terminal.complain(visibleText(fault.message));
    return 2;
  }
  if (read.value.help) {
    await terminal.print(usage + '\n');
    return 0;
  }
  return run(read.value, terminal);
}

/** Said in any spelling: the rest of the arguments may be wrong. */
function asksForJson(args: readonly string[]): boolean {
  return (
    args.includes('--json') ||
    args.includes('--report=json') ||
    args.some((arg, at) => arg === 'json' && args[at - 1] === '--report')
  );
}

async function run(asked: CheckArguments, terminal: Terminal): Promise<number> {
  const { files, round, strict, ready, lowestExecutionRate, report, json } = asked;
  const today = asked.today ?? clockDay();
  const last = await readLastRound(asked);
  if (last !== null && !last.ok) {
    const { fault } = last;
    if (json || report === 'json') {
      await terminal.print(visibleJson({ formatVersion, fault }) + '\n');
    } else terminal.complain(visibleText(fault.message));
    return 2;
  }
  const settings: CheckSettings = {
    round,
    strict,
    lowestExecutionRate,
    today,
    ...(last !== null && { lastRound: last.value }),
  };
  // One document, printed when all is done; everything else file by file.
  const isOneDocument = json || report === 'json';
  const documents: unknown[] = [];
  const checked: Pick<FileOutcome, 'file' | 'status'>[] = [];
  const otherFiles: string[] = [];
  const askedOfFiles = { ready, report: report !== null };
  const onOthers = (others: readonly string[]) => otherFiles.push(...others);
  for await (const outcome of checkFiles(files, settings, askedOfFiles, onOthers)) {
    const { file, status, submission, text } = outcome;
    checked.push({ file, status });
    if (isOneDocument) documents.push(json ? outcome.json : submission?.json);
    else await terminal.print((submission?.markdown ?? text) + '\n');
  }
  if (isOneDocument) {
    const document = json
      ? { formatVersion, files: documents, otherFiles }
      : { formatVersion, reports: documents };
    await terminal.print(visibleJson(document) + '\n');
  } else if (report === null) {
    if (otherFiles.length > 0) await terminal.print(`${otherFilesText(otherFiles, 'zh-CN')}\n`);
    if (checked.length > 1) await terminal.print(summaryText(checked) + '\n');
  }
  return checked.reduce((worst, { status }) => Math.max(worst, status), 0);
}
