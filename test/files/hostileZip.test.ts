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

describe('sound zips of every kind are read', () => {
  test.each<[string, Uint8Array]>([
    ['plain', workbookBytes({})],
    ['a comment', withEnd({ comment: new Uint8Array(300).fill(65) })],
    ['zeros behind it', new Uint8Array([...workbookBytes({}), ...new Uint8Array(700)])],
    ['end records for large files', withEnd({ wide: true })],
    ['sizes for large files', withEntry({ name: 'x', content: 'y', wide: true })],
    ['sizes behind the data', withSheet({ deferred: true })],
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

  test('inflated bytes as stated, before anything is inflated', async () => {
    const entry = { name: 'a', content: 'x', statedInflated: fileLimits.inflatedBytes };
    expect(await faultOf(withEntry(entry))).toMatchObject({
      code: 'tooLarge',
      limit: 'inflatedBytes',
    });
  });

  test('the ratio counts for what is large inflated', async () => {
    const small = new Uint8Array(smallEntryBytes - 10_000);
    const large = new Uint8Array(smallEntryBytes + 1);
    expect(await faultOf(withEntry({ name: 'a', content: small }))).toBe('read');
    expect(await faultOf(withEntry({ name: 'a', content: large }))).toMatchObject({
      code: 'tooLarge',
      limit: 'inflationRatio',
      allowed: 100,
    });
  });

  test('many small bombs are one large one', async () => {
    const content = new Uint8Array(smallEntryBytes - 1);
    const more = Array.from({ length: 10 }, (_, index) => ({ name: `x${index}`, content }));
    expect(await faultOf(workbookBytes({ more }))).toMatchObject({ limit: 'inflationRatio' });
  });

  test('a bomb with a forged size ends at the size it states', async () => {
    const content = new Uint8Array(100 * 1024 * 1024);
    const bytes = withSheet({ content, statedInflated: 1000 });
    const before = process.cpuUsage();
    expect(await faultOf(bytes)).toEqual(corrupt);
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(100_000);
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
