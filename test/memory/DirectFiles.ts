/** Files read and checked in this very program: what a worker does, and cloned as what a worker says. */

import type {
  GivenFile,
  LastRoundFile,
  TakenFile,
  TakeOptions,
  UnitFound,
  TakesFiles,
} from '../../src/application/takenFile';
import { faultyFile } from '../../src/application/takenFile';
import type { Outcome } from '../../src/background/messages';
import { withForms, withoutForms } from '../../src/background/messages';
import type { FileFault, HostFault } from '../../src/domain/fault';
import { readReportText } from '../../src/files/readReportText';
import { failure, success, type Result } from '../../src/domain/result';

/** Loaded with the first file, as in the pane: most tests give it none. */
const fileReader = () => import('../../src/background/takeFile');

export class DirectFiles implements TakesFiles {
  /** Where set, the reader is not there. */
  isLost = false;

  async takeFiles(
    files: readonly GivenFile[],
    options: TakeOptions,
    told: (file: TakenFile) => void,
    signal?: AbortSignal,
  ): Promise<Result<null, HostFault>> {
    const isEnded = () => signal?.aborted === true;
    for (const given of files) {
      if (isEnded()) break;
      if (this.isLost) return failure({ code: 'notLoaded' });
      const file = await takeGiven(given, options);
      const sent = asSent({ kind: 'taken', file });
      if (sent.kind === 'taken' && !isEnded()) told(sent.file);
    }
    return success(null);
  }

  async readReport(
    file: GivenFile,
    pair: number,
    options: TakeOptions,
  ): Promise<Result<UnitFound, FileFault | HostFault>> {
    if (this.isLost) return failure({ code: 'notLoaded' });
    const { readUnitReport } = await fileReader();
    const report = await readUnitReport({ ...file, bytes: await file.bytes() }, pair, options);
    const sent = asSent({ kind: 'report', report });
    return sent.kind === 'report' ? sent.report : failure({ code: 'cancelled' });
  }

  async readLastRound(file: GivenFile): Promise<Result<LastRoundFile, FileFault | HostFault>> {
    if (this.isLost) return failure({ code: 'notLoaded' });
    const { readLastRound } = await fileReader();
    const lastRound = await readLastRound({ ...file, bytes: await file.bytes() });
    const sent = asSent({ kind: 'lastRound', lastRound });
    return sent.kind === 'lastRound' ? sent.lastRound : failure({ code: 'cancelled' });
  }

  async readText(file: GivenFile): Promise<Result<string, FileFault | HostFault>> {
    if (this.isLost) return failure({ code: 'notLoaded' });
    const text = await readReportText(await file.bytes());
    const sent = asSent({ kind: 'text', text });
    return sent.kind === 'text' ? sent.text : failure({ code: 'cancelled' });
  }
}

async function takeGiven(given: GivenFile, options: TakeOptions): Promise<TakenFile> {
  let bytes: Uint8Array;
  try {
    bytes = await given.bytes();
  } catch {
    // As a browser refuses a file that was moved or deleted since it was chosen.
    return faultyFile(given, { code: 'notFound' });
  }
  const { takeFile } = await fileReader();
  return takeFile({ ...given, bytes }, options);
}

function asSent(outcome: Outcome): Outcome {
  return withForms(structuredClone(withoutForms(outcome)));
}

/** A file of bytes at hand; its name is its key. */
export function givenFile(name: string, bytes: Uint8Array): GivenFile {
  return { key: name, name, size: bytes.length, bytes: () => Promise.resolve(bytes) };
}
