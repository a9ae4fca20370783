/** How much may the parts of a zip that are read come to, inflated? */
import { FileFaultError } from '../fileFaultError';
import { fileLimits, smallEntryBytes } from '../limits';
import type { ZipEntry } from './directory';

/**
 * Counts what is inflated, by the sizes that the zip states, which inflating enforces. Parts that are
 * never read may be as large as they like; a part that is read twice counts twice.
 */
export class InflationBudget {
  private inflated = 0;

  /** @param fileBytes size of the whole file */
  constructor(private readonly fileBytes: number) {}

  /** Takes an entry that is about to be inflated. @throws FileFaultError tooLarge (inflated bytes, ratio). */
  take(entry: ZipEntry): void {
    this.inflated += entry.inflatedSize;
    if (this.inflated > fileLimits.inflatedBytes) throw tooLarge('inflatedBytes', this.inflated);
    refuseRatio(entry.inflatedSize, entry.storedSize);
    refuseRatio(this.inflated, this.fileBytes);
  }
}

/** A ratio is asked only of what is large inflated: see {@link smallEntryBytes}. */
function refuseRatio(inflatedSize: number, storedSize: number): void {
  if (inflatedSize <= smallEntryBytes) return;
  const ratio = inflatedSize / Math.max(1, storedSize);
  if (ratio > fileLimits.inflationRatio) throw tooLarge('inflationRatio', Math.ceil(ratio));
}

function tooLarge(limit: 'inflatedBytes' | 'inflationRatio', actual: number): FileFaultError {
  return new FileFaultError({ code: 'tooLarge', limit, allowed: fileLimits[limit], actual });
}
