/** Is the part of the program there that checks and writes? */
import type { Engine } from './engine';

/** Loads it on the first call; null where the add-in's server does not answer. Each call tries again. */
export async function loadEngine(): Promise<Engine | null> {
  try {
    const { engine } = await import('./engine');
    return engine;
  } catch (error) {
    // Only a failed download is expected; a bug in the part itself is not hidden.
    if (error instanceof Error && error.name === 'ChunkLoadError') return null;
    throw error;
  }
}
