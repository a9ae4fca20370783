import { specimen } from './specimenBytes';
import { faultOf } from './workbookParts';

const utf8 = new TextEncoder();

/** The usual name of an unsupported format, or the fault's detail. */
async function verdict(bytes: Uint8Array): Promise<string> {
  const fault = await faultOf(bytes);
  if (fault === 'read') return fault;
  if (fault.code === 'unsupportedFormat') return fault.format;
  return fault.code === 'unreadable' ? fault.detail : fault.code;
}

test.each([
  ['csv-named.xls', 'CSV'],
  ['html-named.xls', 'HTML'],
  ['xml2003-named.xls', 'XML Spreadsheet 2003'],
  ['small.ods', 'ODS'],
  ['small.fods', 'ODS (XML)'],
  ['small.slk', 'SYLK'],
  ['small.dif', 'DIF'],
])('%s as LibreOffice writes it is %s', async (name, format) => {
  expect(await verdict(specimen(name))).toBe(format);
});

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(0), 'empty'],
  ['one byte', Uint8Array.of(65), 'notWorkbook'],
  ['half a signature', Uint8Array.of(0xd0, 0xcf, 0x11), 'truncated'],
  ['tabs', utf8.encode('服务领域\t项目数\n教育\t12\n'), 'CSV'],
  ['semicolons with a mark', utf8.encode('\ufeffa;b\n1;2\n'), 'CSV'],
  [
    'commas in the Chinese encoding',
    Uint8Array.of(0xba, 0xcf, 0xbc, 0xc6, 44, 49, 10, 65, 44, 50),
    'CSV',
  ],
  ['commas in UTF-16', new Uint8Array(Buffer.from('\ufeff合计,1\n教育,2\n', 'utf16le')), 'CSV'],
  ['a cut character at the end', utf8.encode('合计,1\n教育').subarray(0, -1), 'CSV'],
  [
    'prose',
    utf8.encode('关于报送统计表的通知\n各县（区）财政局：\n请于7月10日前报送。\n'),
    'notWorkbook',
  ],
  ['a web page', utf8.encode('\n<!DOCTYPE html><html><body><table>'), 'HTML'],
  ['a bare table', utf8.encode('<table border=1><tr><td>合计</td></tr></table>'), 'HTML'],
  ['a mailed page', utf8.encode('MIME-Version: 1.0\nContent-Type: multipart/related\n'), 'MHTML'],
  ['other XML', utf8.encode('<?xml version="1.0"?><a/>'), 'notWorkbook'],
  ['JSON', utf8.encode('{"a": 1, "b": 2}'), 'notWorkbook'],
  ['a PDF', utf8.encode('%PDF-1.7\n1, 2\n'), 'notWorkbook'],
  ['rich text', utf8.encode('{\\rtf1 a, b}'), 'notWorkbook'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), 'notWorkbook'],
  ['RAR', Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0), 'archive'],
  ['7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0), 'archive'],
  ['zeros', new Uint8Array(1000), 'notWorkbook'],
  ['binary with commas', Uint8Array.of(1, 44, 2, 44, 3), 'notWorkbook'],
])('%s', async (_name, bytes, expected) => {
  expect(await verdict(bytes)).toBe(expected);
});
