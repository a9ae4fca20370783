/**
 * Which fault is an error of Excel, and may the same batch be sent once more?
 *
 * Codes: Excel.ErrorCodes of the library, and the tables of errors in Microsoft's "Error handling
 * with the application-specific JavaScript APIs".
 */
import type { HostFault } from '../domain/fault';

/** What is known of an error code. */
interface ErrorEntry {
  readonly fault: (hostCode: string, location: string) => HostFault;
  /** True where Excel refused the whole batch for a moment only, so that it may be sent again. */
  readonly passing: boolean;
}

const hostError = (hostCode: string): HostFault => ({ code: 'hostError', hostCode });
const notThere = (_: string, location: string): HostFault => ({ code: 'notThere', what: location });
const tooMuchData = (): HostFault => ({ code: 'tooMuchData', sheet: null });
const busy = (): HostFault => ({ code: 'busy' });
const otherWorkbook = (): HostFault => ({ code: 'otherWorkbookActive' });
const sessionEnded = (): HostFault => ({ code: 'sessionEnded' });
const unsupported = (hostCode: string, location: string): HostFault => ({
  code: 'unsupportedHost',
  needs: location === '' ? hostCode : location,
});

const entries: ReadonlyMap<string, ErrorEntry> = new Map([
  ['InvalidOperationInCellEditMode', { fault: () => ({ code: 'cellEditing' }), passing: true }],
  ['ActivityLimitReached', { fault: busy, passing: true }],
  ['RequestAborted', { fault: busy, passing: true }],
  ['HostIsBusy', { fault: busy, passing: true }],
  ['ServiceNotAvailable', { fault: busy, passing: true }],
  ['Conflict', { fault: busy, passing: true }],
  ['ItemNotFound', { fault: notThere, passing: false }],
  ['InvalidReference', { fault: notThere, passing: false }],
  ['InvalidBinding', { fault: notThere, passing: false }],
  ['InactiveWorkbook', { fault: otherWorkbook, passing: false }],
  ['InvalidSelection', { fault: otherWorkbook, passing: false }],
  ['InvalidOrTimedOutSession', { fault: sessionEnded, passing: false }],
  ['Unauthenticated', { fault: sessionEnded, passing: false }],
  ['AccessDenied', { fault: () => ({ code: 'accessDenied' }), passing: false }],
  ['RequestPayloadSizeLimitExceeded', { fault: tooMuchData, passing: false }],
  ['ResponsePayloadSizeLimitExceeded', { fault: tooMuchData, passing: false }],
  ['RangeExceedsLimit', { fault: tooMuchData, passing: false }],
  ['OperationCellsExceedLimit', { fault: tooMuchData, passing: false }],
  ['ApiNotFound', { fault: unsupported, passing: false }],
  ['NotImplemented', { fault: unsupported, passing: false }],
  ['UnsupportedFeature', { fault: unsupported, passing: false }],
  ['Timeout', { fault: () => ({ code: 'noAnswer' }), passing: false }],
]);

/** An error of Excel as a fault. */
export interface TranslatedError {
  readonly fault: HostFault;
  /** The host's own code. */
  readonly hostCode: string;
  readonly passing: boolean;
}

/** Codes of the library about our own misuse of it: bugs, not faults. */
const misuse: ReadonlySet<string> = new Set([
  'PropertyNotLoaded',
  'ValueNotLoaded',
  'InvalidObjectPath',
  'RunMustReturnPromise',
  'InvalidRequestContext',
]);

/** The fault for an error thrown by office.js; null where it is no error of Excel but a bug of ours. */
export function translateError(error: unknown): TranslatedError | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  const hostCode = String(error.code);
  if (misuse.has(hostCode)) return null;
  const entry = entries.get(hostCode);
  return {
    fault: entry === undefined ? hostError(hostCode) : entry.fault(hostCode, locationOf(error)),
    hostCode,
    passing: entry?.passing ?? false,
  };
}

/** Where in the object model the error arose, e.g. `WorksheetCollection.getItem`; empty where untold. */
function locationOf(error: object): string {
  if (!('debugInfo' in error)) return '';
  const info: unknown = error.debugInfo;
  if (typeof info !== 'object' || info === null || !('errorLocation' in info)) return '';
  return typeof info.errorLocation === 'string' ? info.errorLocation : '';
}
