/** AES as Office files use it: by the platform's own cipher, without its padding. */
import { joined, type Bytes } from './bytes';

const blockBytes = 16;

/**
 * Decrypts whole blocks, each chained to the one before it.
 *
 * The platform insists on padding behind the last block, and Office writes none. So one more block is
 * made that decrypts to padding alone.
 */
export async function decryptChained(key: Bytes, vector: Bytes, data: Bytes): Promise<Bytes> {
  if (data.length === 0) return data;
  const { subtle } = globalThis.crypto;
  const secret = await subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt', 'decrypt']);
  const last = data.slice(-blockBytes);
  const padding = await subtle.encrypt({ name: 'AES-CBC', iv: last }, secret, new Uint8Array(0));
  const padded = joined(data, new Uint8Array(padding));
  return new Uint8Array(await subtle.decrypt({ name: 'AES-CBC', iv: vector }, secret, padded));
}

/** Decrypts whole blocks, each by itself: chained, and what chaining adds taken off again. */
export async function decryptBlocks(key: Bytes, data: Bytes): Promise<Bytes> {
  const plain = await decryptChained(key, new Uint8Array(blockBytes), data);
  for (let at = blockBytes; at < plain.length; at += 1) {
    plain[at] = (plain[at] ?? 0) ^ (data[at - blockBytes] ?? 0);
  }
  return plain;
}
