/** What does a text file say, in whichever encoding it was saved? */

/**
 * UTF-8, GB18030 (and with it GBK and GB2312), or UTF-16 with its mark; null where it is none of
 * them, or holds what no text does.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encodings =
    first === 0xff && second === 0xfe
      ? ['utf-16le']
      : first === 0xfe && second === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\u0000') ? null : text;
    } catch {
      // Not in this encoding.
    }
  }
  return null;
}
