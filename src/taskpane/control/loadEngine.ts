/** Is the part of the program there that checks and writes? */
import { loadPart } from '../../application/loadPart';
import type { Engine } from './engine';

/** Loads it on the first call; null where the add-in's server does not answer. Each call tries again. */
export async function loadEngine(): Promise<Engine | null> {
  const part = await loadPart(() => import('./engine'));
  return part?.engine ?? null;
}
