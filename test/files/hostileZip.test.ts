import { fileLimits, smallEntryBytes } from '../../src/files/limits';
import { specimen } from './specimenBytes';
import { faultOf, workbookBytes, workbookEntries } from './workbookParts';
import { zipBytes, type EndPlan, type EntryPlan } from './zipBytes';

const corrupt = { code: 'unreadable', detail: 'corrupt' };
const truncated = { code: 'unreadable', detail: 'truncated' };
const notWorkbook = { code: 'unreadable', detail: 'notWorkbook' };

/** A small workbook with one more entry, or another end. */
function withEntry(entry: EntryPlan): Uint8Array {
  return workbookBytes({ more: [entry] });
}

function withEnd(end: EndPlan): Uint8Array {
  return workbookBytes({ end });
}

/** The first sheet replaced by other content. */
function withSheet(change: Partial<EntryPlan>): Uint8Array {
  return zipBytes(
    workbookEntries({}).map((entry) =>
      entry.name.endsWith('sheet1.xml') ? { ...entry, ...change } : entry,
    ),
  );
}

/** Bytes that are neither zeros nor a zip. */
function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 37) % 251 || 1);
}

function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `S${index}`);
}

describe('sound zips of every kind are read', () => {
  test.each<[string, Uint8Array]>([
    ['plain', workbookBytes({})],
    ['a comment', withEnd({ comment: new Uint8Array(300).fill(65) })],
    ['zeros behind it', new Uint8Array([...workbookBytes({}), ...new Uint8Array(700)])],
    ['end records for large files', withEnd({ wide: true })],
    ['sizes for large files', withEntry({ name: 'x', content: 'y', wide: true })],
    ['sizes behind the data', withSheet({ deferred: true })],
    ['no size in front of the data', withSheet({ localInflated: 0 })],
    ['the rest of a download behind it', new Uint8Array([...workbookBytes({}), ...noise(911)])],
    ['bytes in front', withEnd({ prefix: new Uint8Array([0x50, 0x4b, 3, 4]) })],
    ['stored', withSheet({ method: 0 })],
    ['capitals and backslashes in names', withSheet({ name: 'XL\\Worksheets\\Sheet1.xml' })],
    ['an empty part', withEntry({ name: 'empty', content: '', method: 0 })],
  ])('%s', async (_name, bytes) => {
    expect(await faultOf(bytes)).toBe('read');
  });
});

describe('zips that lie are corrupt', () => {
  const another = zipBytes([{ name: 'a', content: 'b' }]);
  test.each<[string, Uint8Array]>([
    ['too many entries stated', withEnd({ count: 6 })],
    ['too few entries stated', withEnd({ count: 3 })],
    ['the directory is elsewhere', withEnd({ directoryShift: 1 })],
    ['a zip in the comment', withEnd({ comment: another })],
    ['a zip behind the zip', new Uint8Array([...workbookBytes({}), ...another, 1])],
    ['equal names', withEntry({ name: 'xl/workbook.xml', content: '<a/>' })],
    ['names equal but for capitals', withEntry({ name: 'XL/Workbook.xml', content: '<a/>' })],
    ['another name in front of the data', withSheet({ localName: 'xl/worksheets/sheet2.xml' })],
    ['another size in front of the data', withSheet({ localInflated: 5 })],
    ['overlapping entries', withEntry({ name: 'again', content: '<sheetData/>', sameAs: 3 })],
    ['more bytes than stated', withSheet({ statedInflated: 20 })],
    ['fewer bytes than stated', withSheet({ statedInflated: 2000 })],
    ['another checksum', withSheet({ checksum: 12345 })],
    ['broken data', withSheet({ data: new Uint8Array([255, 1, 2, 3]) })],
    ['an unknown method', withSheet({ method: 12 })],
    ['a missing sheet', withSheet({ name: 'xl/worksheets/other.xml' })],
  ])('%s', async (_name, bytes) => {
    expect(await faultOf(bytes)).toEqual(corrupt);
  });
});

/** How many bytes a read of a stream gave. */
async function inflatedBytes(read: unknown): Promise<number> {
  const { value } = (await read) as { readonly value?: Uint8Array };
  return value?.length ?? 0;
}

describe('limits', () => {
  test('a file, by its size alone', async () => {
    const bytes = new Uint8Array(fileLimits.fileBytes + 1);
    expect(await faultOf(bytes)).toEqual({
      code: 'tooLarge',
      limit: 'fileBytes',
      allowed: 20 * 1024 * 1024,
      actual: 20 * 1024 * 1024 + 1,
    });
  });

  test('entries: 2,000 are read, 2,001 are not', async () => {
    const parts = workbookEntries({}).length;
    const more = Array.from({ length: 2001 - parts }, (_, index) => ({
      name: `x${index}`,
      content: '',
      method: 0,
    }));
    expect(await faultOf(workbookBytes({ more: more.slice(1) }))).toBe('read');
    expect(await faultOf(workbookBytes({ more }))).toMatchObject({
      code: 'tooLarge',
      limit: 'zipEntries',
      actual: 2001,
    });
  });

  test('inflated bytes as stated, before the part is inflated', async () => {
    const statedInflated = fileLimits.inflatedBytes;
    expect(await faultOf(withSheet({ statedInflated }))).toMatchObject({
      code: 'tooLarge',
      limit: 'inflatedBytes',
    });
  });

  /** A sheet without cells of so many bytes. */
  const blank = `${' '.repeat(996)}<a/>`;
  const blankSheet = (bytes: number): string =>
    `<sheetData/>${blank.repeat(Math.floor(bytes / blank.length) - 1)}`.padEnd(bytes, ' ');

  test('the ratio counts for what is large inflated', async () => {
    const small = workbookBytes({ sheets: [blankSheet(smallEntryBytes - 10_000)] });
    const large = workbookBytes({ sheets: [blankSheet(smallEntryBytes + 1)] });
    expect(await faultOf(small)).toBe('read');
    expect(await faultOf(large)).toMatchObject({
      code: 'tooLarge',
      limit: 'inflationRatio',
      allowed: 100,
    });
  });

  test('many small bombs are one large one', async () => {
    const sheets = Array.from({ length: 10 }, () => blankSheet(smallEntryBytes - 1000));
    expect(await faultOf(workbookBytes({ sheets }))).toMatchObject({ limit: 'inflationRatio' });
  });

  test('what is never read may be as large as it likes', async () => {
    const bitmap = { name: 'xl/media/image1.bmp', content: new Uint8Array(5_000_000) };
    expect(await faultOf(withEntry(bitmap))).toBe('read');
    const stated = { name: 'a', content: 'x', statedInflated: fileLimits.inflatedBytes };
    expect(await faultOf(withEntry(stated))).toBe('read');
  });

  test('a part that many sheets share counts each time it is read', async () => {
    const sheets = [blankSheet(3_000_000)];
    const sharing = (count: number): Uint8Array =>
      zipBytes(
        workbookEntries({ sheets, sheetNames: names(count) }).map((entry) =>
          entry.name === 'xl/_rels/workbook.xml.rels' && typeof entry.content === 'string'
            ? {
                ...entry,
                content: entry.content.replace(/sheet\d+\.xml/g, 'sheet1.xml'),
                method: 0,
              }
            : { ...entry, method: 0 },
        ),
      );
    expect(await faultOf(sharing(20))).toBe('read');
    expect(await faultOf(sharing(1500))).toMatchObject({
      code: 'tooLarge',
      limit: 'inflatedBytes',
      actual: expect.any(Number) as number,
    });
  });

  test('a bomb with a forged size ends at the size it states', async () => {
    const content = new Uint8Array(100 * 1024 * 1024);
    const bytes = withSheet({ content, statedInflated: 1000 });
    const read = jest.spyOn(ReadableStreamDefaultReader.prototype, 'read');
    expect(await faultOf(bytes)).toEqual(corrupt);
    const pieces = await Promise.all(read.mock.results.map(({ value }) => inflatedBytes(value)));
    read.mockRestore();
    // The parts before it, and one piece of the bomb.
    expect(pieces.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
  });
});

describe('what is cut or no workbook', () => {
  test('a file cut anywhere is truncated or corrupt', async () => {
    const whole = specimen('small.xlsx');
    for (let length = 4; length < whole.length; length += 97) {
      expect(await faultOf(whole.subarray(0, length))).toEqual(truncated);
    }
  });

  test('encrypted entries', async () => {
    expect(await faultOf(withSheet({ flags: 1 }))).toEqual({ code: 'encrypted' });
  });

  test.each<[string, readonly EntryPlan[]]>([
    ['an empty zip', []],
    ['any zip', [{ name: 'a.txt', content: 'b' }]],
  ])('%s is to be unpacked', async (_name, entries) => {
    expect(await faultOf(zipBytes(entries))).toEqual({ code: 'unreadable', detail: 'archive' });
  });

  test.each<[string, readonly EntryPlan[]]>([
    [
      'an OpenDocument text',
      [{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 }],
    ],
    ['a document', officeZip('word/document.xml', '<w:document xmlns:w="w"/>')],
    ['slides', officeZip('ppt/presentation.xml', '<p:presentation xmlns:p="p"/>')],
  ])('%s', async (_name, entries) => {
    expect(await faultOf(zipBytes(entries))).toEqual(notWorkbook);
  });

  test('a binary workbook in a zip', async () => {
    expect(await faultOf(zipBytes(officeZip('xl/workbook.bin', '\u0083\u0001')))).toEqual({
      code: 'unsupportedFormat',
      format: 'XLSB',
    });
  });
});

function officeZip(main: string, content: string): EntryPlan[] {
  return [
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="r"><Relationship Id="a" Type="x/officeDocument" Target="/${main}"/></Relationships>`,
    },
    { name: main, content },
  ];
}
