/** How are a binary workbook's records decrypted with Excel's own password? */
import { beginsWith, joined, passwordBytes, sized, uint32Bytes, type Bytes } from './bytes';
import { md5 } from './md5';
import { Rc4 } from './rc4';
import { sha1 } from './sha';
import { standardPassword } from './standardPassword';

/**
 * Decrypts some bytes of the stream in place, from one offset to another; they belong to a record
 * whose content begins at `start` and is `length` bytes long.
 */
export type Keystream = (
  stream: Uint8Array,
  from: number,
  until: number,
  start: number,
  length: number,
) => void;

/** Each stretch of so many bytes of the stream has a key of its own. */
const blockBytes = 1024;

/** @param description content of the record that says how; null: another password, or an unknown way */
export function recordKeystream(description: Bytes): Keystream | null {
  if (description.length < 6) return null;
  const view = new DataView(description.buffer);
  if (view.getUint16(0, true) === 0) return obfuscation(view);
  const version = view.getUint32(2, true);
  const keyOf =
    version === 0x00010001
      ? rc4Keys(description)
      : version >>> 16 === 2
        ? cryptoApiKeys(description, view)
        : null;
  return keyOf === null ? null : inBlocks(keyOf);
}

type KeyOfBlock = (block: number) => Bytes;

/** The stream of key bytes runs on through what is not encrypted. */
function inBlocks(keyOf: KeyOfBlock): Keystream {
  let block = -1;
  let position = 0;
  let rc4 = new Rc4(Uint8Array.of(0));
  return (stream, from, until) => {
    for (let at = from; at < until; at += 1) {
      const needed = Math.floor(at / blockBytes);
      if (needed !== block) {
        block = needed;
        position = block * blockBytes;
        rc4 = new Rc4(keyOf(block));
      }
      for (; position < at; position += 1) rc4.next();
      stream[at] = (stream[at] ?? 0) ^ rc4.next();
      position += 1;
    }
  };
}

/** RC4 as Excel 97 to 2003 ([MS-OFFCRYPTO] 2.3.6); null where the password does not fit. */
function rc4Keys(description: Bytes): KeyOfBlock | null {
  if (description.length < 54) return null;
  const salt = description.slice(6, 22);
  const once = joined(md5(passwordBytes(standardPassword)).slice(0, 5), salt);
  const base = md5(joined(...Array.from({ length: 16 }, () => once))).slice(0, 5);
  const keyOf = (block: number): Bytes => md5(joined(base, uint32Bytes(block)));
  const rc4 = new Rc4(keyOf(0));
  const verifier = rc4.decrypt(description.slice(22, 38));
  if (!beginsWith(rc4.decrypt(description.slice(38, 54)), md5(verifier))) return null;
  return keyOf;
}

/** RC4 as Excel 2002 and later ([MS-OFFCRYPTO] 2.3.5); null where the password does not fit. */
function cryptoApiKeys(description: Bytes, view: DataView): KeyOfBlock | null {
  if (description.length < 14) return null;
  const headerSize = view.getUint32(10, true);
  const verifierAt = 14 + headerSize;
  if (headerSize < 32 || verifierAt + 60 > description.length) return null;
  if (view.getUint32(14 + 8, true) !== 0x6801) return null;
  // 0 stands for 40 bits, which are filled up to 128.
  const keyBytes = (view.getUint32(14 + 16, true) || 40) / 8;
  if (!Number.isInteger(keyBytes) || keyBytes < 5 || keyBytes > 16) return null;
  const salt = description.slice(verifierAt + 4, verifierAt + 20);
  const base = sha1(joined(salt, passwordBytes(standardPassword)));
  const keyOf = (block: number): Bytes => {
    const key = sha1(joined(base, uint32Bytes(block))).slice(0, keyBytes);
    return keyBytes === 5 ? sized(key, 16, 0) : key;
  };
  const rc4 = new Rc4(keyOf(0));
  const verifier = rc4.decrypt(description.slice(verifierAt + 20, verifierAt + 36));
  const hash = rc4.decrypt(description.slice(verifierAt + 40, verifierAt + 60));
  return beginsWith(hash, sha1(verifier)) ? keyOf : null;
}

const paddingBytes = [
  0xbb, 0xff, 0xff, 0xba, 0xff, 0xff, 0xb9, 0x80, 0x00, 0xbe, 0x0f, 0x00, 0xbf, 0x0f, 0x00,
] as const;

/**
 * Sixteen bytes in turn, as Excel 95; null where the password does not fit. [MS-OFFCRYPTO] 2.3.7 says it
 * for documents of Word; in workbooks the bytes are turned by two places to the left.
 */
function obfuscation(view: DataView): Keystream | null {
  const key = view.getUint16(2, true);
  const password = Array.from(standardPassword, (character) => character.charCodeAt(0));
  if (verifierOf(password) !== view.getUint16(4, true)) return null;
  const turning = [...password, ...paddingBytes].slice(0, 16).map((byte, index) => {
    const mixed = byte ^ (index % 2 === 0 ? key & 0xff : key >> 8);
    return ((mixed << 2) | (mixed >> 6)) & 0xff;
  });
  return (stream, from, until, _start, length) => {
    for (let at = from; at < until; at += 1) {
      const byte = stream[at] ?? 0;
      stream[at] = ((byte << 3) | (byte >> 5)) ^ (turning[(at + length) % 16] ?? 0);
    }
  };
}

function verifierOf(password: readonly number[]): number {
  const mixed = [password.length, ...password].reduceRight(
    (verifier, byte) => (((verifier >> 14) & 1) | ((verifier * 2) & 0x7fff)) ^ byte,
    0,
  );
  return mixed ^ 0xce4b;
}
