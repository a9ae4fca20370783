/** `npm run template`: a blank workbook with the official tables, from the terminal. */
import { writeFile } from 'node:fs/promises';
import { standardTemplate } from '../domain/template/standardTemplate';
import { writeSheets } from '../files/writeSheets';
import { readTemplateArguments, templateUsage } from './templateArguments';
import { visibleText } from '../wording/visibleText';
import { notWrittenReason } from './writeFault';

/** Runs the command and resolves to its exit status: 0 written, 2 not. */
async function main(args: readonly string[]): Promise<number> {
  const read = readTemplateArguments(args);
  if (!read.ok) {
    console.error(visibleText(read.fault.message));
    return 2;
  }
  if (read.value === 'help') {
    console.log(templateUsage);
    return 0;
  }
  const { out, options } = read.value;
  const bytes = await writeSheets(standardTemplate(options));
  try {
    // Never over a file that is there.
    await writeFile(out, bytes, { flag: 'wx' });
  } catch (error) {
    console.error(`未能写入 ${visibleText(out)}：${notWrittenReason(error)}`);
    return 2;
  }
  console.log(`已写入空白统计表：${visibleText(out)}`);
  return 0;
}

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
