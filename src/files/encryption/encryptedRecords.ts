/** What is in an encrypted .xls that Excel opens without asking for a password? */
import { corrupt, FileFaultError } from '../fileFaultError';
import { recordKeystream } from './recordKeystream';

const beginRecord = 0x809;
const endRecord = 0x0a;
const filePassRecord = 0x2f;
const sheetRecord = 0x85;
/** A record that says nothing, in place of the one that says how the file is encrypted. */
const saysNothing = 0x1ff;

/** Records that are never encrypted ([MS-XLS] 2.2.10). */
const plainRecords: ReadonlySet<number> = new Set([
  beginRecord,
  filePassRecord,
  0x194,
  0x195,
  0xe1,
  0x196,
  0x138,
]);

/**
 * The workbook's stream as it would be without encryption; the same one where it has none.
 *
 * @throws FileFaultError encrypted where another password than Excel's own is needed, or the way of
 * encrypting is not known; corrupt where records reach beyond the stream
 */
export function decryptRecords(stream: Uint8Array): Uint8Array {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const filePass = findFilePass(view);
  if (filePass === null) return stream;
  const keystream = recordKeystream(stream.slice(filePass.at + 4, filePass.end));
  if (keystream === null) throw new FileFaultError({ code: 'encrypted' });
  const plain = stream.slice();
  new DataView(plain.buffer).setUint16(filePass.at, saysNothing, true);
  for (let at = 0; at + 4 <= stream.length;) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const end = at + 4 + length;
    // Behind the last part there may be padding, which is nothing.
    if (end > stream.length) break;
    // Where a sheet begins is said in the open.
    const from = plainRecords.has(type) ? end : at + 4 + (type === sheetRecord ? 4 : 0);
    if (from < end) keystream(plain, Math.min(from, end), end, at + 4, length);
    at = end;
  }
  return plain;
}

/** The record that says how the workbook is encrypted: among its own, in front of its sheets. */
function findFilePass(view: DataView): { readonly at: number; readonly end: number } | null {
  for (let at = 0; at + 4 <= view.byteLength;) {
    const type = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    if (type === endRecord) return null;
    if (type === filePassRecord) {
      if (end > view.byteLength) throw corrupt();
      return { at, end };
    }
    at = end;
  }
  return null;
}
