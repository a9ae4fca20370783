/** What is in a zip entry? Its bytes, piece by piece, never more than the directory promised. */
import { corrupt } from '../fileFaultError';
import { crc32 } from './crc32';
import type { ZipEntry } from './directory';
import { inflateWhole } from './inflateWhole';

/** Up to this inflated size an entry is inflated whole, bytes: what a stream costs is more than the work. */
const wholeBytes = 1024 * 1024;

/**
 * Hands an entry's inflated bytes to `take` in pieces, in order. A piece is valid only during the call.
 *
 * The size in the directory, which the limits have passed, is enforced: the first byte beyond it
 * ends the work, so that a forged size cannot cost more than it states.
 *
 * @throws FileFaultError corrupt: damaged data, another size or checksum than stated; and whatever
 * `take` throws.
 */
export async function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  take: (piece: Uint8Array) => void,
): Promise<void> {
  const data = bytes.subarray(entry.dataStart, entry.dataStart + entry.storedSize);
  let size = 0;
  let checksum = 0;
  const receive = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > entry.inflatedSize) throw corrupt();
    checksum = crc32(piece, checksum);
    take(piece);
  };
  if (!entry.deflated) receive(data);
  else if (entry.inflatedSize <= wholeBytes) receive(inflateWhole(data, entry.inflatedSize));
  else await inflate(data, receive);
  if (size !== entry.inflatedSize || checksum !== entry.checksum) throw corrupt();
}

async function inflate(data: Uint8Array, receive: (piece: Uint8Array) => void): Promise<void> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // A failure of writing shows in reading too, where it is answered.
  const written = writer
    .write(new Uint8Array(data))
    .then(() => writer.close())
    .catch(() => undefined);
  const reader = stream.readable.getReader();
  for (;;) {
    const next = await readPiece(reader);
    if (next === null) break;
    try {
      receive(next);
    } catch (error) {
      await reader.cancel().catch(() => undefined);
      throw error;
    }
  }
  await written;
}

async function readPiece(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Uint8Array | null> {
  try {
    const { done, value } = await reader.read();
    return done ? null : value;
  } catch {
    // The platform tells damaged data by an error of its own kind; there is nothing else it can mean.
    throw corrupt();
  }
}
