/** What does the workbook that is set beside say of the round before? */
import type { FileFault } from '../domain/fault';
import type { LastRound } from '../domain/lastRound/lastRound';
import { lastRoundOf } from '../domain/lastRound/lastRound';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';
import type { UnitReturn } from '../domain/returns/unitReturn';
import { viewReturns } from '../domain/returns/unitReturn';
import { readWorkbookFile } from '../files/nodeFiles';
import { fileFaultMessage } from '../wording/fileFaults';
import type { CheckArguments } from './arguments';

/** A file that cannot be set beside, said in Chinese. */
interface LastRoundFault {
  readonly code: FileFault['code'];
  readonly message: string;
}

/** Null where none is asked for. */
export async function readLastRound({
  previous,
  previousRound,
}: Pick<CheckArguments, 'previous' | 'previousRound'>): Promise<Result<
  LastRound,
  LastRoundFault
> | null> {
  if (previous === null) return null;
  const units = await readLastUnits(previous);
  return units.ok ? success(lastRoundOf(units.value, previousRound)) : units;
}

/** The returns of the workbook that is set beside. */
export async function readLastUnits(
  previous: string,
): Promise<Result<readonly UnitReturn[], LastRoundFault>> {
  const workbook = await readWorkbookFile(previous);
  if (!workbook.ok) return faulty(previous, workbook.fault);
  const units = viewReturns(recogniseWorkbook(workbook.value).returns, workbook.value);
  return units.length === 0 ? faulty(previous, { code: 'noOfficialSheet' }) : success(units);
}

function faulty(file: string, fault: FileFault): Result<never, LastRoundFault> {
  const message = `上期的工作簿“${file}”未能读取：${fileFaultMessage(fault, 'zh-CN')}`;
  return failure({ code: fault.code, message });
}
