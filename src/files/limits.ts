/** How large may a file be that is read? The published limits; over any of them a file is `tooLarge`. */
import type { FileLimit } from '../domain/fault';

/**
 * The limits, each in its own unit.
 *
 * - `fileBytes`: bytes of the file itself.
 * - `zipEntries`: entries in the zip directory of an .xlsx or .xlsm.
 * - `inflatedBytes`: bytes of all zip entries that are read, together, inflated; pictures, macros and
 *   the like are never read.
 * - `inflationRatio`: inflated bytes per byte stored, of one such entry and of all together, asked only
 *   of what inflates to more than {@link smallEntryBytes}: a short, repetitive part (an empty sheet,
 *   a list of equal styles) may well shrink a hundredfold and harms nobody.
 * - `cells`: cells with content in all sheets together; a formula that the file states once for many
 *   cells counts as more of them the longer it is, and areas of ten times as many places are refused
 *   too, however few cells they hold.
 * - `characters`: characters of a report's text.
 */
export const fileLimits: Readonly<Record<FileLimit, number>> = {
  fileBytes: 20 * 1024 * 1024,
  zipEntries: 2_000,
  inflatedBytes: 200 * 1024 * 1024,
  inflationRatio: 100,
  cells: 5_000_000,
  characters: 2_000_000,
};

/** Up to this inflated size the inflation ratio does not matter, bytes. */
export const smallEntryBytes = 4 * 1024 * 1024;
