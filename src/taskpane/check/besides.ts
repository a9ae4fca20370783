/** What is set beside the workbook: the round before, from a file or from its own sheets of an earlier year. */
import type { LastRoundFile } from '../../application/takenFile';
import type { ReportingRound } from '../../domain/forms/rounds';
import type { LastRound } from '../../domain/lastRound/lastRound';

export type SetBeside =
  | (LastRoundFile & {
      readonly kind: 'file';
      readonly name: string;
      /** As the user says; null: as its figures show. */
      readonly round: ReportingRound | null;
    })
  | {
      readonly kind: 'thisWorkbook';
      readonly year: number;
      readonly round: ReportingRound | null;
    };

/** What a file says, under the round that the user knows it to be of. */
export function roundOfFile({ lastRound, round }: Extract<SetBeside, { kind: 'file' }>): LastRound {
  if (round === null) return lastRound;
  return { ...lastRound, returns: lastRound.returns.map((one) => ({ ...one, round })) };
}
