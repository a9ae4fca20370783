/** The key of an .xlsx encrypted as Excel 2010 and later do ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.13). */
import { decryptChained } from './aes';
import { beginsWith, joined, passwordBytes, sized, uint32Bytes, type Bytes } from './bytes';
import { sha1, sha512 } from './sha';
import { standardPassword } from './standardPassword';

/** Twice the rounds that Excel writes; each costs a hash. */
const mostSpins = 200_000;

/** What each of the three hashes is for. */
const forVerifierInput = Uint8Array.of(0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79);
const forVerifierValue = Uint8Array.of(0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e);
const forKey = Uint8Array.of(0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6);

/** Excel writes SHA-512 (2013 and later) or SHA-1. */
const hashes: Readonly<Record<string, (bytes: Uint8Array) => Bytes>> = {
  SHA1: sha1,
  'SHA-1': sha1,
  SHA512: sha512,
};

/** What decrypts the package. */
export interface AgileKey {
  readonly key: Bytes;
  readonly salt: Bytes;
  readonly hash: (bytes: Uint8Array) => Bytes;
}

/** What Excel's own password gives; null where it is not the file's, or the way is not known. */
export async function agileKey(info: Uint8Array): Promise<AgileKey | null> {
  const xml = new TextDecoder().decode(info.subarray(8));
  const data = readElement(xml, 'keyData');
  const encryptor = readElement(xml, 'encryptedKey');
  if (data === null || encryptor === null) return null;
  const { hash, spins, salt, keyBytes } = encryptor;
  const verifier = encryptor.bytes('encryptedVerifierHashInput');
  const verifierHash = encryptor.bytes('encryptedVerifierHashValue');
  const encryptedKey = encryptor.bytes('encryptedKeyValue');
  const base = spun(joined(salt, passwordBytes(standardPassword)), spins, hash);
  const decrypt = async (purpose: Bytes, bytes: Bytes): Promise<Bytes> => {
    const key = sized(hash(joined(base, purpose)), keyBytes, 0x36);
    return decryptChained(key, sized(salt, 16, 0x36), bytes);
  };
  const stated = (await decrypt(forVerifierInput, verifier)).slice(0, salt.length);
  const isRight = beginsWith(await decrypt(forVerifierValue, verifierHash), hash(stated));
  if (!isRight) return null;
  const key = (await decrypt(forKey, encryptedKey)).slice(0, data.keyBytes);
  return { key, salt: data.salt, hash: data.hash };
}

function spun(bytes: Bytes, spins: number, hash: AgileKey['hash']): Bytes {
  let value = hash(bytes);
  for (let spin = 0; spin < spins; spin += 1) value = hash(joined(uint32Bytes(spin), value));
  return value;
}

interface KeyElement {
  readonly salt: Bytes;
  readonly keyBytes: number;
  readonly spins: number;
  readonly hash: AgileKey['hash'];
  /** An attribute in base 64; empty where it is missing. */
  readonly bytes: (attribute: string) => Bytes;
}

/** An element of the description, which Office writes without anything that XML would have to resolve. */
function readElement(xml: string, name: string): KeyElement | null {
  const [, text = ''] = new RegExp(`<(?:\\w+:)?${name}\\s([^<>]*)>`).exec(xml) ?? [];
  const attributes = new Map(
    [...text.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  );
  const hash = hashes[attributes.get('hashAlgorithm') ?? ''];
  const keyBytes = Number(attributes.get('keyBits')) / 8;
  const spins = Number(attributes.get('spinCount') ?? '0');
  const isKnown =
    attributes.get('cipherAlgorithm') === 'AES' &&
    attributes.get('cipherChaining') === 'ChainingModeCBC' &&
    [16, 24, 32].includes(keyBytes) &&
    Number.isInteger(spins) &&
    spins >= 0 &&
    spins <= mostSpins;
  if (hash === undefined || !isKnown) return null;
  const bytes = (attribute: string): Bytes => fromBase64(attributes.get(attribute) ?? '');
  return { salt: bytes('saltValue'), keyBytes, spins, hash, bytes };
}

function fromBase64(text: string): Bytes {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return new Uint8Array(0);
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
