/** Workbooks that Excel encrypts with its own password open; with any other they are encrypted. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { md5 } from '../../src/files/encryption/md5';
import { Rc4 } from '../../src/files/encryption/rc4';
import { sha1, sha512 } from '../../src/files/encryption/sha';
import { changedBook, compound, partsOf, record, streamOf, workbookStream } from './binaryRecords';
import { specimen } from './specimenBytes';
import { faultOf, readGrids } from './workbookParts';

const own = 'VelvetSweatshop';
const encrypted = { code: 'encrypted' };

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const hashed = (algorithm: string, ...pieces: readonly Uint8Array[]): Buffer =>
  createHash(algorithm).update(Buffer.concat(pieces)).digest();

function aes(mode: string, key: Uint8Array, iv: Uint8Array | null, data: Uint8Array): Buffer {
  const padded = Buffer.concat([data, Buffer.alloc((16 - (data.length % 16)) % 16)]);
  const cipher = createCipheriv(`aes-${key.length * 8}-${mode}`, key, iv);
  return Buffer.concat([cipher.setAutoPadding(false).update(padded), cipher.final()]);
}

/** A zip as Excel 2010 and later encrypt it. */
function agile(zip: Uint8Array, password: string, algorithm: string, keyBits: number): Uint8Array {
  const [salt, keySalt, key, input] = [16, 16, keyBits / 8, 16].map((size) => randomBytes(size));
  if (!salt || !keySalt || !key || !input) throw new Error('no bytes');
  const spins = 50;
  let base = hashed(algorithm, salt, utf16(password));
  for (let spin = 0; spin < spins; spin += 1) base = hashed(algorithm, uint32(spin), base);
  const wrap = (purpose: string, data: Uint8Array): string => {
    const derived = hashed(algorithm, base, Buffer.from(purpose, 'hex'));
    const sized = Buffer.concat([derived, Buffer.alloc(64, 0x36)]).subarray(0, keyBits / 8);
    return aes('cbc', sized, salt, data).toString('base64');
  };
  const common = `saltSize="16" blockSize="16" keyBits="${keyBits}" hashSize="${base.length}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="${algorithm.toUpperCase()}"`;
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${common} saltValue="${keySalt.toString('base64')}"/><keyEncryptors><keyEncryptor uri="x"><p:encryptedKey spinCount="${spins}" ${common} saltValue="${salt.toString('base64')}" encryptedVerifierHashInput="${wrap('fea7d2763b4b9e79', input)}" encryptedVerifierHashValue="${wrap('d7aa0f6d3061344e', hashed(algorithm, input))}" encryptedKeyValue="${wrap('146e0be7abacd0d6', key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const segments: Buffer[] = [];
  for (let at = 0; at < zip.length; at += 4096) {
    const iv = hashed(algorithm, keySalt, uint32(at / 4096)).subarray(0, 16);
    segments.push(aes('cbc', key, iv, zip.subarray(at, at + 4096)));
  }
  return compound({
    EncryptionInfo: Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(xml)]),
    EncryptedPackage: Buffer.concat([uint32(zip.length), uint32(0), ...segments]),
  });
}

/** A zip as Excel 2007 encrypts it. */
function standard(zip: Uint8Array, password: string): Uint8Array {
  const salt = randomBytes(16);
  let hash = hashed('sha1', salt, utf16(password));
  for (let spin = 0; spin < 50_000; spin += 1) hash = hashed('sha1', uint32(spin), hash);
  hash = hashed('sha1', hash, uint32(0));
  const over = Buffer.alloc(64, 0x36);
  hash.forEach((byte, at) => (over[at] = byte ^ 0x36));
  const key = hashed('sha1', over).subarray(0, 16);
  const input = randomBytes(16);
  const header = Buffer.concat([
    ...[0x24, 0, 0x660e, 0x8004, 128, 0x18, 0, 0].map(uint32),
    utf16('Microsoft Enhanced RSA and AES Cryptographic Provider\u0000'),
  ]);
  const verifier = [uint32(16), salt, aes('ecb', key, null, input), uint32(20)];
  return compound({
    EncryptionInfo: Buffer.concat([
      Buffer.from([4, 0, 2, 0, 0x24, 0, 0, 0]),
      ...[uint32(header.length), header, ...verifier],
      aes('ecb', key, null, hashed('sha1', input)),
    ]),
    EncryptedPackage: Buffer.concat([uint32(zip.length), uint32(0), aes('ecb', key, null, zip)]),
  });
}

/** A way of encrypting an .xls: what its record says, and the key of each block of 1,024 bytes. */
interface RecordCipher {
  readonly description: Uint8Array;
  readonly keyOf: (block: number) => Uint8Array;
}

function rc4(password: string): RecordCipher {
  const salt = randomBytes(16);
  const once = Buffer.concat([hashed('md5', utf16(password)).subarray(0, 5), salt]);
  const base = hashed('md5', ...Array.from({ length: 16 }, () => once)).subarray(0, 5);
  const keyOf = (block: number): Buffer => hashed('md5', base, uint32(block));
  const stream = new Rc4(keyOf(0));
  const input = randomBytes(16);
  const verifier = [stream.decrypt(input), stream.decrypt(hashed('md5', input))];
  return {
    description: Buffer.concat([Buffer.from([1, 0, 1, 0, 1, 0]), salt, ...verifier]),
    keyOf,
  };
}

function cryptoApi(password: string, keyBits: number): RecordCipher {
  const salt = randomBytes(16);
  const base = hashed('sha1', salt, utf16(password));
  const keyOf = (block: number): Buffer => {
    const key = hashed('sha1', base, uint32(block)).subarray(0, keyBits / 8);
    return keyBits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  const stream = new Rc4(keyOf(0));
  const input = randomBytes(16);
  const header = Buffer.concat([4, 0, 0x6801, 0x8004, keyBits, 1, 0, 0].map(uint32));
  const verifier = [uint32(16), salt, stream.decrypt(input), uint32(20)];
  return {
    description: Buffer.concat([
      Buffer.from([1, 0, 2, 0, 2, 0, 4, 0, 0, 0]),
      ...[uint32(header.length), header, ...verifier],
      stream.decrypt(hashed('sha1', input)),
    ]),
    keyOf,
  };
}

/** An .xls with a record that says how, and everything behind the records' heads encrypted. */
function encryptedBook(name: string, { description, keyOf }: RecordCipher): Uint8Array {
  const parts = partsOf(workbookStream(name));
  parts[0]?.splice(1, 0, { type: 0x2f, content: description });
  const stream = streamOf(parts);
  const view = new DataView(stream.buffer);
  const plain = new Set([0x809, 0x2f, 0x194, 0x195, 0xe1, 0x196, 0x138]);
  const mask = Buffer.concat(
    Array.from({ length: Math.ceil(stream.length / 1024) }, (_, block) =>
      Buffer.from(new Rc4(keyOf(block)).decrypt(new Uint8Array(1024))),
    ),
  );
  for (let at = 0; at + 4 <= stream.length;) {
    const type = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    const from = plain.has(type) ? end : at + 4 + (type === 0x85 ? 4 : 0);
    for (let byte = from; byte < end; byte += 1) {
      stream[byte] = (stream[byte] ?? 0) ^ (mask[byte] ?? 0);
    }
    at = end;
  }
  return compound({ Workbook: stream });
}

describe('.xlsx', () => {
  const zip = specimen('features-openpyxl.xlsx');

  test.each([
    ['sha512', 256],
    ['sha1', 128],
    ['sha512', 192],
  ])('as Excel 2010 and later encrypt, %s and %d bits', async (algorithm, keyBits) => {
    const grids = await readGrids(zip);
    expect(await readGrids(agile(zip, own, algorithm, keyBits))).toEqual(grids);
    expect(await faultOf(agile(zip, 'secret', algorithm, keyBits))).toEqual(encrypted);
  });

  test('as Excel 2007 encrypts', async () => {
    expect(await readGrids(standard(zip, own))).toEqual(await readGrids(zip));
    expect(await faultOf(standard(zip, 'secret'))).toEqual(encrypted);
  });

  test('a description that contradicts itself ends as a fault', async () => {
    const info = (text: string): Uint8Array =>
      compound({
        EncryptionInfo: Buffer.concat([
          Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]),
          Buffer.from(text),
        ]),
        EncryptedPackage: new Uint8Array(4104),
      });
    const common =
      'keyBits="128" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA1"';
    for (const text of [
      '',
      '<encryption/>',
      `<keyData ${common}/><p:encryptedKey ${common} spinCount="99999999999"/>`,
      `<keyData ${common}/><p:encryptedKey ${common} spinCount="1" saltValue="!"/>`,
      `<keyData ${common}/><p:encryptedKey ${common} spinCount="1" encryptedVerifierHashInput="AAAA" encryptedVerifierHashValue="AAAA" encryptedKeyValue="AAAA"/>`,
    ]) {
      expect(await faultOf(info(text))).toEqual(encrypted);
    }
  });
});

describe('.xls', () => {
  test.each<[string, (password: string) => RecordCipher]>([
    ['as Excel 97 encrypts', rc4],
    ['as later ones do', (password) => cryptoApi(password, 128)],
    ['as later ones do, 40 bits', (password) => cryptoApi(password, 40)],
  ])('%s', async (_name, cipher) => {
    for (const name of ['small.xls', 'features-libreoffice.xls']) {
      const grids = await readGrids(changedBook(name, () => undefined));
      expect(await readGrids(encryptedBook(name, cipher(own)))).toEqual(grids);
      expect(await faultOf(encryptedBook(name, cipher('secret')))).toEqual(encrypted);
    }
  });

  test('a record that says nothing known', async () => {
    for (const words of [[], [0], [7, 7, 7], [1, 1, 1], [1, 2, 2, 4, 0, 0xffff, 0]]) {
      const bytes = changedBook('small.xls', ([globals]) => {
        globals?.splice(1, 0, record(0x2f, words));
      });
      expect(await faultOf(bytes)).toEqual(encrypted);
    }
  });
});

test('hashes and RC4 are what others call so', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 111, 112, 119, 120, 127, 128, 1000]) {
    const message = Uint8Array.from({ length }, (_, index) => (index * 7) & 255);
    expect(Buffer.from(md5(message)).equals(hashed('md5', message))).toBe(true);
    expect(Buffer.from(sha1(message)).equals(hashed('sha1', message))).toBe(true);
    expect(Buffer.from(sha512(message)).equals(hashed('sha512', message))).toBe(true);
  }
  const text = new Rc4(Buffer.from('Key')).decrypt(Buffer.from('Plaintext'));
  expect(Buffer.from(text).toString('hex')).toBe('bbf316e8d940af0ad3');
});
