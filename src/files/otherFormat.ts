/** What is a file that is neither a zip nor a compound file, and what is it usually called? */
import { compoundSignature } from './binary/compoundFile';
import {
  archive,
  notWorkbook,
  truncated,
  unsupportedFormat,
  type FileFaultError,
} from './fileFaultError';

/** How much of a text is looked at. */
const beginningBytes = 64 * 1024;
/** How many lines must look alike for a text to be a table. */
const linesLookedAt = 20;

/**
 * The fault for a file by its first bytes: spreadsheets in other formats are called by name, since
 * these are often named .xls and Excel opens them; all else is no workbook.
 */
export function otherFormatFault(bytes: Uint8Array): FileFaultError {
  if (isStartOf(compoundSignature, bytes)) return truncated();
  if (archives.some((beginning) => beginning.every((byte, at) => bytes[at] === byte))) {
    return archive();
  }
  const [first, second] = bytes;
  if (first === 0x09 && (second === 0x00 || second === 0x02 || second === 0x04)) {
    return unsupportedFormat('Excel 2.0–4.0');
  }
  if (first === 0x09 && second === 0x08) return unsupportedFormat('Excel 5.0/95');
  const text = beginningAsText(bytes);
  if (text === null) return notWorkbook();
  const format = textFormat(text.trimStart());
  return format === null ? notWorkbook() : unsupportedFormat(format);
}

/** RAR, 7z, gzip, bzip2 and xz. */
const archives = [
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x1f, 0x8b, 0x08],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
];

function isStartOf(signature: readonly number[], bytes: Uint8Array): boolean {
  return bytes.length < signature.length && bytes.every((byte, at) => byte === signature[at]);
}

/** The beginning as text: UTF-8, UTF-16 or the Chinese national encoding; null for binary data. */
function beginningAsText(bytes: Uint8Array): string | null {
  const beginning = bytes.subarray(0, beginningBytes);
  const [first, second] = beginning;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(beginning);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(beginning);
  for (const byte of beginning) {
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) return null;
  }
  return decodeWhole(beginning, 'utf-8') ?? decodeWhole(beginning, 'gb18030');
}

function decodeWhole(bytes: Uint8Array, encoding: string): string | null {
  try {
    // Streaming: the last character may be cut.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    // Not in this encoding.
    return null;
  }
}

function textFormat(text: string): string | null {
  const head = text.slice(0, 8192);
  if (head.startsWith('<')) return markupFormat(head);
  if (/^ID;P/.test(head)) return 'SYLK';
  if (/^TABLE\r?\n0,1\r?\n/.test(head)) return 'DIF';
  if (/^(?:MIME-Version|Content-Type|From|Message-ID):/i.test(head)) return 'MHTML';
  if (/^(?:\{\\rtf|%PDF|%!PS|\{|\[)/.test(head)) return null;
  return isDelimited(text) ? 'CSV' : null;
}

function markupFormat(head: string): string | null {
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'XML Spreadsheet 2003';
  if (head.includes('opendocument.spreadsheet') || head.includes('opendocument:xmlns:office')) {
    return head.includes('spreadsheet') ? 'ODS (XML)' : null;
  }
  if (/schemas\.uof\.org|<uof:|<表:|uof\/spreadsheet/i.test(head)) return 'UOF';
  if (/<(?:!doctype html|html|head|body|meta|style|table|div|span|tr|td)\b/i.test(head)) {
    return 'HTML';
  }
  return null;
}

/** True where one of the usual separators stands in every other line at least. */
function isDelimited(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/, linesLookedAt).filter((line) => line.trim() !== '');
  return [',', '\t', ';', '|'].some((separator) => {
    const delimited = lines.filter((line) => line.includes(separator)).length;
    return delimited > 0 && delimited * 2 >= lines.length;
  });
}
