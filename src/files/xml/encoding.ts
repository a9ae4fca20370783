/** In which encoding is an XML part? Handed on as text, whatever it came in. */
import { corrupt } from '../fileFaultError';

/** Enough of a part's beginning for its declaration. */
const declarationBytes = 256;

/**
 * Makes a part's bytes text, without a byte order mark: from UTF-8, UTF-16 or the encoding that the
 * declaration names.
 *
 * @throws FileFaultError corrupt for bytes that the encoding does not have, or an unknown encoding.
 */
export class XmlDecoder {
  private decoder: TextDecoder | null = null;
  /** What came so far, until it is enough to know the encoding. */
  private beginning = new Uint8Array(0);

  /** The text of the next piece, as far as it is known by now. */
  push(bytes: Uint8Array): string {
    if (this.decoder !== null) return this.decode(bytes, true);
    const beginning = new Uint8Array(this.beginning.length + bytes.length);
    beginning.set(this.beginning);
    beginning.set(bytes, this.beginning.length);
    this.beginning = beginning;
    return beginning.length < declarationBytes ? '' : this.begin(true);
  }

  /** The text that is left when no more pieces follow. */
  end(): string {
    return this.begin(false);
  }

  private begin(stream: boolean): string {
    const { beginning } = this;
    this.beginning = new Uint8Array(0);
    return this.decode(beginning, stream);
  }

  private decode(bytes: Uint8Array, stream: boolean): string {
    this.decoder ??= decoderFor(encodingOf(bytes));
    try {
      return this.decoder.decode(bytes, { stream });
    } catch {
      // Bytes that the encoding does not have.
      throw corrupt();
    }
  }
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
