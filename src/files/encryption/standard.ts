/** The key of an .xlsx encrypted as Excel 2007 does ([MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9). */
import { decryptBlocks } from './aes';
import { beginsWith, joined, passwordBytes, uint32Bytes, type Bytes } from './bytes';
import { sha1 } from './sha';
import { standardPassword } from './standardPassword';

const spins = 50_000;
const aesAlgorithms: readonly number[] = [0x660e, 0x660f, 0x6610];

/** The key that Excel's own password gives; null where it is not the file's, or the way is not known. */
export async function standardKey(info: Uint8Array): Promise<Bytes | null> {
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  if (info.length < 12) return null;
  const headerSize = view.getUint32(8, true);
  const verifier = 12 + headerSize;
  if (headerSize < 32 || verifier + 72 > info.length) return null;
  const keyBytes = view.getUint32(12 + 16, true) / 8;
  const isKnown = aesAlgorithms.includes(view.getUint32(12 + 8, true));
  if (!isKnown || ![16, 24, 32].includes(keyBytes)) return null;
  const salt = info.slice(verifier + 4, verifier + 20);
  const key = keyOf(salt).slice(0, keyBytes);
  const stated = await decryptBlocks(key, info.slice(verifier + 20, verifier + 36));
  const hash = await decryptBlocks(key, info.slice(verifier + 40, verifier + 72));
  return beginsWith(hash, sha1(stated)) ? key : null;
}

function keyOf(salt: Bytes): Bytes {
  let hash = sha1(joined(salt, passwordBytes(standardPassword)));
  for (let spin = 0; spin < spins; spin += 1) hash = sha1(joined(uint32Bytes(spin), hash));
  hash = sha1(joined(hash, uint32Bytes(0)));
  return joined(sha1(over(hash, 0x36)), sha1(over(hash, 0x5c)));
}

/** A hash laid over 64 equal bytes. */
function over(hash: Uint8Array, filler: number): Bytes {
  return Uint8Array.from({ length: 64 }, (_, index) => filler ^ (hash[index] ?? 0));
}
