/** How does a fault deep inside a file reach the front door of this room? */
import type { FileFault } from '../domain/fault';

/**
 * An expected fault, thrown inside this room only and turned into a result by its front door:
 * the readers are deeply nested, and none of them can go on once the file is known to be bad.
 */
export class FileFaultError extends Error {
  constructor(readonly fault: FileFault) {
    super(fault.code);
    this.name = 'FileFaultError';
  }
}

/** The file contradicts itself or its format. */
export function corrupt(): FileFaultError {
  return new FileFaultError({ code: 'unreadable', detail: 'corrupt' });
}

/** The file ends before it should. */
export function truncated(): FileFaultError {
  return new FileFaultError({ code: 'unreadable', detail: 'truncated' });
}

/** The file is sound as far as looked at, and is no workbook. */
export function notWorkbook(): FileFaultError {
  return new FileFaultError({ code: 'unreadable', detail: 'notWorkbook' });
}

/** The file is a package of files, and no document. */
export function archive(): FileFaultError {
  return new FileFaultError({ code: 'unreadable', detail: 'archive' });
}

/** The file is in a format that is not read, called by its usual name. */
export function unsupportedFormat(format: string): FileFaultError {
  return new FileFaultError({ code: 'unsupportedFormat', format });
}
