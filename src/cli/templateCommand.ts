/** `npm run template`: a blank workbook with the official tables, from the terminal. */
import { writeFile } from 'node:fs/promises';
import { standardTemplate } from '../domain/template/standardTemplate';
import { writeSheets } from '../files/writeSheets';
import { readTemplateArguments, templateUsage } from './templateArguments';
import { visibleText } from '../wording/visibleText';
import type { Terminal } from './terminal';
import { notWrittenReason } from './writeFault';

/** Resolves to the exit status: 0 written, 2 not. */
export async function templateCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const read = readTemplateArguments(args);
  if (!read.ok) {
    terminal.complain(visibleText(read.fault.message));
    return 2;
  }
  if (read.value === 'help') {
    await terminal.print(templateUsage + '\n');
    return 0;
  }
  const { out, options } = read.value;
  const bytes = await writeSheets(standardTemplate(options));
  try {
    // Never over a file that is there.
    await writeFile(out, bytes, { flag: 'wx' });
  } catch (error) {
    terminal.complain(`未能写入 ${visibleText(out)}：${notWrittenReason(error)}`);
    return 2;
  }
  await terminal.print(`已写入空白统计表：${visibleText(out)}\n`);
  return 0;
}
