/** What does a report's file say? Bytes in, its text or a fault out, in the browser as in the terminal. */
import type { FileFault } from '../domain/fault';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';
import { compoundSignature } from './binary/compoundFile';
import { DocumentText } from './docx/documentText';
import { corrupt, FileFaultError, unsupportedFormat } from './fileFaultError';
import { fileLimits } from './limits';
import { WorkbookPackage } from './ooxml/workbookPackage';
import { decodeText } from './plainText';
import { isZip } from './readWorkbook';
import { readZipDirectory } from './zip/directory';

/**
 * Reads a .docx or a text file (UTF-8, GB18030, UTF-16) by what its bytes are, whatever its name.
 * Of a .docx the main text is read, without headers, footnotes, comments and what tracked changes
 * deleted. Macros, pictures and links are left alone.
 *
 * Never rejects for any bytes: what cannot be read is a {@link FileFault}; `notText` for what is
 * neither.
 */
export async function readReportText(bytes: Uint8Array): Promise<Result<string, FileFault>> {
  try {
    return success(await readByContent(bytes));
  } catch (error) {
    if (error instanceof FileFaultError) return failure(error.fault);
    throw error;
  }
}

async function readByContent(bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0) throw new FileFaultError({ code: 'unreadable', detail: 'empty' });
  const allowed = fileLimits.fileBytes;
  if (bytes.length > allowed) {
    const actual = bytes.length;
    throw new FileFaultError({ code: 'tooLarge', limit: 'fileBytes', allowed, actual });
  }
  if (isZip(bytes)) return readDocx(bytes);
  if (compoundSignature.every((byte, at) => bytes[at] === byte)) throw compoundFault(bytes);
  const text = decodeText(bytes);
  if (text === null || hasControls(text)) throw otherFault(bytes);
  if (/^\s*\{\\rtf/.test(text)) throw unsupportedFormat('RTF');
  if (/^%PDF-/.test(text)) throw unsupportedFormat('PDF');
  if (/^\s*<(?:!doctype html|html|\?xml)/i.test(text)) throw unsupportedFormat('HTML / XML');
  if (text.length > fileLimits.characters) {
    const [most, actual] = [fileLimits.characters, text.length];
    throw new FileFaultError({ code: 'tooLarge', limit: 'characters', allowed: most, actual });
  }
  return text;
}

async function readDocx(bytes: Uint8Array): Promise<string> {
  const parts = new WorkbookPackage(bytes, readZipDirectory(bytes));
  const main = (await parts.readRelationships('')).find(
    ({ type, isExternal }) => type === 'officeDocument' && !isExternal,
  );
  if (main === undefined) throw notText();
  if (!parts.has(main.target)) throw corrupt();
  if (!main.target.endsWith('.xml')) throw notText();
  const document = new DocumentText();
  await parts.readXml(main.target, document);
  if (document.root !== 'document') throw notText();
  return document.result();
}

/** A .doc, or a .docx with a password, which is kept in such a file too. */
function compoundFault(bytes: Uint8Array): FileFaultError {
  const has = (name: string): boolean => {
    const wanted = Array.from(name, (sign) => sign.charCodeAt(0));
    const step = 128;
    // Names stand in entries of 128 bytes, two bytes a sign.
    for (let at = 512; at + step <= bytes.length; at += step) {
      if (wanted.every((code, index) => bytes[at + index * 2] === code)) return true;
    }
    return false;
  };
  if (has('EncryptedPackage')) return new FileFaultError({ code: 'encrypted' });
  return unsupportedFormat(has('WordDocument') ? 'Word 97–2003（.doc）' : '.doc / .wps');
}

/** Control characters that no text file holds: tabs, line and page ends apart. */
function hasControls(text: string): boolean {
  return /(?![\t\n\v\f\r\u0085])\p{Cc}/u.test(text);
}

function otherFault(bytes: Uint8Array): FileFaultError {
  const beginning = String.fromCharCode(...bytes.subarray(0, 5));
  return beginning === '%PDF-' ? unsupportedFormat('PDF') : notText();
}

function notText(): FileFaultError {
  return new FileFaultError({ code: 'unreadable', detail: 'notText' });
}
