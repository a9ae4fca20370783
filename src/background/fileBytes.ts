/** What is in a file that the user gave, or why can it not be had? */
import type { GivenFile } from '../application/takenFile';
import type { FileFault } from '../domain/fault';
import { failure, success, type Result } from '../domain/result';
import { fileLimits } from '../files/limits';

/** A file's bytes, unless it is too large or cannot be read any more. */
export async function bytesOf(
  file: Pick<GivenFile, 'size' | 'bytes'>,
): Promise<Result<Uint8Array, FileFault>> {
  const allowed = fileLimits.fileBytes;
  if (file.size > allowed) {
    return failure({ code: 'tooLarge', limit: 'fileBytes', allowed, actual: file.size });
  }
  try {
    // A copy, since the bytes are handed over to the worker and are gone here.
    return success(new Uint8Array(await file.bytes()));
  } catch (error) {
    return failure(faultOfReading(error));
  }
}

/** Browsers say with an error's name why a chosen file cannot be read. */
function faultOfReading(error: unknown): FileFault {
  const isNamed = typeof error === 'object' && error !== null && 'name' in error;
  if (isNamed && error.name === 'NotFoundError') return { code: 'notFound' };
  return { code: 'unreadable', detail: 'permission' };
}
