/** What is in an encrypted .xlsx that Excel opens without asking for a password? */
import type { CompoundFile } from '../binary/compoundFile';
import { corrupt, FileFaultError } from '../fileFaultError';
import { agileKey } from './agile';
import { decryptBlocks, decryptChained } from './aes';
import { joined, sized, uint32Bytes, type Bytes } from './bytes';
import { standardKey } from './standard';

const segmentBytes = 4096;

/**
 * The zip inside, [MS-OFFCRYPTO] 2.3.4.4, with Excel's own password.
 *
 * @throws FileFaultError encrypted where another password is needed, or a way that is not known
 */
export async function decryptPackage(file: CompoundFile): Promise<Uint8Array> {
  const info = file.stream('EncryptionInfo');
  const content = file.stream('EncryptedPackage');
  if (info === null || content === null || info.length < 8) throw corrupt();
  if (content.length < 8) throw corrupt();
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const size = view.getUint32(0, true);
  const whole = content.length - 8 - ((content.length - 8) % 16);
  const data = content.slice(8, 8 + whole);
  if (view.getUint32(4, true) !== 0 || size > data.length) throw corrupt();
  try {
    return (await decryptContent(info, data)).subarray(0, size);
  } catch (error) {
    // The platform's own error for keys and sizes that are none.
    const isRefused = Object.prototype.toString.call(error) === '[object DOMException]';
    throw isRefused ? new FileFaultError({ code: 'encrypted' }) : error;
  }
}

async function decryptContent(info: Uint8Array, data: Bytes): Promise<Bytes> {
  const version = new DataView(info.buffer, info.byteOffset, info.byteLength).getUint32(0, true);
  if (version !== 0x00040004) {
    const key = version >>> 16 === 2 ? await standardKey(info) : null;
    if (key === null) throw new FileFaultError({ code: 'encrypted' });
    return decryptBlocks(key, data);
  }
  const agile = await agileKey(info);
  if (agile === null) throw new FileFaultError({ code: 'encrypted' });
  const segments: Bytes[] = [];
  for (let at = 0; at < data.length; at += segmentBytes) {
    const number = uint32Bytes(at / segmentBytes);
    const vector = sized(agile.hash(joined(agile.salt, number)), 16, 0x36);
    segments.push(await decryptChained(agile.key, vector, data.slice(at, at + segmentBytes)));
  }
  return joined(...segments);
}
