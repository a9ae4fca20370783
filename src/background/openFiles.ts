/** Reads files in a worker; what does it is loaded when the first file is given. The room's front door. */
import { systemClock } from '../application/clock';
import { loadPart } from '../application/loadPart';
import type { TakesFiles } from '../application/takenFile';
import { failure } from '../domain/result';
import type { BackgroundFiles } from './BackgroundFiles';

/** Ports to files, for as long as the page is there. */
export function openFiles(): TakesFiles {
  let reader: BackgroundFiles | null = null;
  const load = async (): Promise<BackgroundFiles | null> => {
    const part = await loadPart(() => import('./startReader'));
    reader ??= part?.startReader(systemClock) ?? null;
    return reader;
  };
  return {
    async takeFiles(...given) {
      return (await load())?.takeFiles(...given) ?? failure({ code: 'notLoaded' });
    },
    async readLastRound(file) {
      return (await load())?.readLastRound(file) ?? failure({ code: 'notLoaded' });
    },
    async readText(file) {
      return (await load())?.readText(file) ?? failure({ code: 'notLoaded' });
    },
    async readReport(...given) {
      return (await load())?.readReport(...given) ?? failure({ code: 'notLoaded' });
    },
  };
}
