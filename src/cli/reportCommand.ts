/** `npm run report`: the report's sentences from the tables, and a report held against them. */
import { tableErrorsMessage } from '../wording/reportText';
import { visibleJson, visibleText } from '../wording/visibleText';
import { readReportArguments, reportUsage } from './reportArguments';
import { reportDocument } from './reportJson';
import { checkedReportText, sentencesText } from './reportLines';
import type { ReportOutcome } from './reportOutcome';
import { nothing, reportOutcome } from './reportOutcome';
import type { Terminal } from './terminal';

/** Resolves to the exit status: 0 nothing differs, 1 something differs or is doubtful, 2 not read, or no figure found. */
export async function reportCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readReportArguments(args);
  const isJson = args.includes('--json');
  if (!read.ok) {
    if (isJson) await terminal.print(json({ ...nothing, fault: read.fault }));
    else terminal.complain(visibleText(read.fault.message));
    return 2;
  }
  if (read.value === 'help') {
    await terminal.print(reportUsage + '\n');
    return 0;
  }
  const outcome = await reportOutcome(read.value);
  const { fault, checked } = outcome;
  if (isJson) await terminal.print(json(outcome));
  else if (checked !== null) await terminal.print(checkedReportText(read.value, outcome) + '\n');
  else if (fault === null) await terminal.print(sentencesText(outcome) + '\n');
  if (!isJson && outcome.chosen !== null && outcome.tableErrors !== 0) {
    terminal.complain(tableErrorsMessage(outcome.tableErrors));
  }
  if (fault !== null) {
    if (!isJson) terminal.complain(visibleText(fault.message));
    return 2;
  }
  return checked?.outcome.figures.some(({ verdict }) => verdict !== 'agrees') ? 1 : 0;
}

function json(outcome: ReportOutcome): string {
  return visibleJson(reportDocument(outcome)) + '\n';
}
