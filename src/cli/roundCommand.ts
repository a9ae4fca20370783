/** `npm run round`: 舍位平衡, from the terminal. */
import { writeFile } from 'node:fs/promises';
import { visibleJson, visibleText } from '../wording/visibleText';
import type { RoundArguments } from './roundArguments';
import { readRoundArguments, roundUsage } from './roundArguments';
import type { RoundedUnit } from '../application/roundTables';
import type { RoundingFault } from './roundFile';
import { roundFile, roundedCopy, roundingJson } from './roundFile';
import { roundingText } from './roundText';
import type { Terminal } from './terminal';
import { notWrittenReason } from './writeFault';

/** Resolves to the exit status: 0 done, 1 a return was refused, 2 not read or written. */
export async function roundCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readRoundArguments(args);
  if (!read.ok) {
    const { fault } = read;
    if (args.includes('--json'))
      await terminal.print(visibleJson({ formatVersion: 1, fault, pairs: [] }) + '\n');
    else terminal.complain(visibleText(fault.message));
    return 2;
  }
  if (read.value === 'help') {
    await terminal.print(roundUsage + '\n');
    return 0;
  }
  const { pairs, fault } = await carryOut(read.value);
  if (read.value.json)
    await terminal.print(visibleJson(roundingJson(pairs, read.value, fault)) + '\n');
  else await terminal.print(roundingText(read.value, pairs, fault) + '\n');
  if (fault !== null) return 2;
  return pairs.some(({ obstacles }) => obstacles.length > 0) ? 1 : 0;
}

async function carryOut(
  target: RoundArguments,
): Promise<{ readonly pairs: readonly RoundedUnit[]; readonly fault: RoundingFault | null }> {
  const { workbook, out } = target;
  const rounded = await roundFile(workbook, target, target.typed);
  if (!rounded.ok) return { pairs: [], fault: rounded.fault };
  const { pairs } = rounded.value;
  // The result is written whole or not at all.
  const isRefused = pairs.some(({ obstacles }) => obstacles.length > 0);
  if (out === null || isRefused) return { pairs, fault: null };
  if (/m$/i.test(out) !== /m$/i.test(workbook)) {
    const message = '结果文件应与原文件同为 .xlsx 或同为 .xlsm。';
    return { pairs, fault: { code: 'notWritten', message } };
  }
  const copy = await roundedCopy(workbook, rounded.value, target);
  if (!copy.ok) return { pairs, fault: copy.fault };
  try {
    await writeFile(out, copy.value, { flag: 'wx' });
  } catch (error) {
    const message = `未能写入 ${visibleText(out)}：${notWrittenReason(error)}`;
    return { pairs, fault: { code: 'notWritten', message } };
  }
  return { pairs, fault: null };
}
