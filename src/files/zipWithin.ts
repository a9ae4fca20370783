/** Which bytes are the zip of an .xlsx: the file itself, or what Excel's own password opens? */
import { CompoundFile, compoundSignature } from './binary/compoundFile';
import { decryptPackage } from './encryption/encryptedPackage';
import { isZip } from './readWorkbook';

/** Null for a file that holds none. @throws FileFaultError where it cannot be opened. */
export async function zipWithin(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (isZip(bytes)) return bytes;
  if (!compoundSignature.every((byte, at) => bytes[at] === byte)) return null;
  const file = new CompoundFile(bytes);
  return file.has('EncryptedPackage') ? decryptPackage(file) : null;
}
