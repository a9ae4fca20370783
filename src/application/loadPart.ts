/** Is a part of the program there that is loaded after the first paint? */

/**
 * What the load comes to; null where the add-in's server does not answer. Each call tries again.
 *
 * @param load imports the part
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load();
  } catch (error) {
    // Only a failed download is expected; a bug in the part itself is not hidden.
    if (error instanceof Error && error.name === 'ChunkLoadError') return null;
    throw error;
  }
}
