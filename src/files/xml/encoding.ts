/** In which encoding is an XML part? Handed on as UTF-8, whatever it came in. */
import { corrupt } from '../fileFaultError';

/** Enough of a part's beginning for its declaration. */
const declarationBytes = 256;

/**
 * Passes a part's bytes on as UTF-8 without a byte order mark: as they are, or decoded from UTF-16
 * or from the encoding that the declaration names. Nearly all parts are UTF-8 and are not copied.
 */
export class Utf8Transcoder {
  private decoder: TextDecoder | null = null;
  private readonly encoder = new TextEncoder();
  private beginning: Uint8Array | null = new Uint8Array(0);

  constructor(private readonly take: (bytes: Uint8Array) => void) {}

  /** The next piece of the part. */
  push(bytes: Uint8Array): void {
    if (this.beginning === null) {
      this.pass(bytes);
      return;
    }
    const beginning = joinBytes(this.beginning, bytes);
    this.beginning = beginning;
    if (beginning.length >= declarationBytes) this.begin(beginning);
  }

  /** No more pieces follow. */
  end(): void {
    if (this.beginning !== null) this.begin(this.beginning);
    const rest = this.decoder === null ? '' : decode(this.decoder, new Uint8Array(0), false);
    if (rest !== '') this.take(this.encoder.encode(rest));
  }

  private begin(bytes: Uint8Array): void {
    this.beginning = null;
    const label = encodingOf(bytes);
    if (label !== 'utf-8') this.decoder = decoderFor(label);
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    this.pass(hasMark ? bytes.subarray(3) : bytes);
  }

  private pass(bytes: Uint8Array): void {
    if (this.decoder === null) this.take(bytes);
    else this.take(this.encoder.encode(decode(this.decoder, bytes, true)));
  }
}

/** Two pieces in one. */
export function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, declarationBytes));
  const match = /^[^<]{0,3}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head);
  const label = (match?.[1] ?? 'utf-8').toLowerCase();
  return label === 'us-ascii' || label === 'ascii' ? 'utf-8' : label;
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    // No such encoding: the part cannot be read by anybody.
    throw corrupt();
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    // Bytes that the encoding does not have.
    throw corrupt();
  }
}
