/** A report's file: what its reader sees is read, and nothing that was deleted, hidden or stands beside. */
import { readReportText } from '../../src/files/readReportText';
import { relationships } from './workbookParts';
import type { EntryPlan } from './zipBytes';
import { zipBytes } from './zipBytes';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function docx(body: string, more: readonly EntryPlan[] = [], root = 'document'): Uint8Array {
  const link = `<Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/>`;
  return zipBytes([
    { name: '_rels/.rels', content: relationships([link]) },
    {
      name: 'word/document.xml',
      content: `<w:${root} xmlns:w="${word}" xmlns:mc="urn:mc"><w:body>${body}</w:body></w:${root}>`,
    },
    ...more,
  ]);
}

const run = (text: string, properties = '') => `<w:r>${properties}<w:t>${text}</w:t></w:r>`;
const paragraph = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`;

async function textOf(bytes: Uint8Array): Promise<string> {
  const read = await readReportText(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return read.value;
}

async function faultOf(bytes: Uint8Array) {
  const read = await readReportText(bytes);
  return read.ok ? 'read' : read.fault;
}

test('paragraphs are lines, whatever runs they are cut into', async () => {
  const bytes = docx(
    paragraph(run('预算资金 415'), run('28.12 万元，'), run('执行')) + paragraph(run('完')),
  );
  expect(await textOf(bytes)).toBe('预算资金 41528.12 万元，执行\n完\n');
});

test('what tracked changes deleted or moved away is not read, what they put in is', async () => {
  const bytes = docx(
    paragraph(
      run('预算 '),
      `<w:del><w:r><w:delText>1</w:delText><w:t>2</w:t></w:r></w:del>`,
      `<w:ins>${run('3')}</w:ins>`,
      `<w:moveFrom>${run('4')}</w:moveFrom><w:moveTo>${run('5')}</w:moveTo>`,
    ),
  );
  expect(await textOf(bytes)).toBe('预算 35\n');
});

test('a paragraph whose mark was deleted goes on in the next', async () => {
  const joined = '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>' + run('预算资金 ') + '</w:p>';
  expect(await textOf(docx(joined + paragraph(run('3 万元'))))).toBe('预算资金 3 万元\n');
});

test('cells of a table are parted by tabs, its rows by line ends', async () => {
  const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell('教育')}${cell('3')}</w:tr><w:tr>${cell('合计')}${cell('236')}</w:tr></w:tbl>`;
  expect(await textOf(docx(table + paragraph(run('完'))))).toBe('教育\t3\t\n合计\t236\t\n完\n');
});

test('hidden text, field codes, fallbacks, tab stops and phonetic readings are no text', async () => {
  const bytes = docx(
    paragraph(
      '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>',
      run('秘', '<w:rPr><w:vanish/></w:rPr>'),
      run('显', '<w:rPr><w:vanish w:val="0"/></w:rPr>'),
      '<w:r><w:instrText>PAGE</w:instrText></w:r>',
      '<w:r><w:ruby><w:rt><w:r><w:t>du</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>读</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      `<mc:AlternateContent><mc:Choice>${run('图')}</mc:Choice><mc:Fallback>${run('图')}</mc:Fallback></mc:AlternateContent>`,
      '<w:r><w:tab/></w:r><w:r><w:br/></w:r>',
    ),
  );
  expect(await textOf(bytes)).toBe('显读图\t\n\n');
});

test('what was struck out by hand, and the mark of a note that was typed, are no part of a figure', async () => {
  const bytes = docx(
    paragraph(
      run('预算 '),
      run('99', '<w:rPr><w:strike/></w:rPr>'),
      run('88', '<w:rPr><w:dstrike/></w:rPr>'),
      run('3', '<w:rPr><w:strike w:val="false"/></w:rPr>'),
      run('1', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
      run(' 万元', '<w:rPr><w:vertAlign w:val="baseline"/></w:rPr>'),
    ),
  );
  expect(await textOf(bytes)).toBe('预算 3 万元\n');
});

test('how a text was formatted before a tracked change does not hide it, nor join paragraphs', async () => {
  const hidden = '<w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>';
  const mark = '<w:pPr><w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange></w:pPr>';
  const bytes = docx(paragraph(mark, run('一', hidden)) + paragraph(run('二')));
  expect(await textOf(bytes)).toBe('一\n二\n');
});

test('rows and cells that tracked changes deleted are not read', async () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
  const row = (cells: string, properties = '') =>
    `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
  const table =
    row(cell('教育') + cell('3') + cell('4', '<w:cellDel/>')) +
    row(cell('金融') + cell('7'), '<w:del w:id="1"/>') +
    row(cell('合计') + cell('3'));
  const bytes = docx(`<w:tbl>${table}</w:tbl>${paragraph(run('完'))}`);
  expect(await textOf(bytes)).toBe('教育\t3\t\n合计\t3\t\n完\n');
});

test('a text box stands behind the paragraph it is anchored in', async () => {
  const box = `<w:r><w:txbxContent>${paragraph(run('框'))}</w:txbxContent></w:r>`;
  expect(await textOf(docx(paragraph(run('预算 '), box, run('3 万元'))))).toBe('预算 3 万元\n框\n');
});

test('headers, footnotes and comments are other parts, and are not read', async () => {
  const other = ['header1', 'footnotes', 'comments'].map((name) => ({
    name: `word/${name}.xml`,
    content: `<w:x xmlns:w="${word}">${paragraph(run('预算 1 万元'))}</w:x>`,
  }));
  const reference = '<w:r><w:footnoteReference w:id="1"/></w:r>';
  expect(await textOf(docx(paragraph(run('正文'), reference), other))).toBe('正文\n');
});

test.each([
  ['UTF-8', Buffer.from('预算')],
  ['UTF-8 with its mark', Buffer.from('\uFEFF预算')],
  ['GB18030', Buffer.from([0xd4, 0xa4, 0xcb, 0xe3])],
  ['UTF-16', Buffer.from('\uFEFF预算', 'utf16le')],
])('a text file in %s', async (_, bytes) => {
  expect(await textOf(new Uint8Array(bytes))).toBe('预算');
});

const compound = (name: string): Uint8Array => {
  const bytes = Buffer.alloc(1024);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  Buffer.from(name, 'utf16le').copy(bytes, 640);
  return new Uint8Array(bytes);
};
const bomb = docx('<w:p/>'.repeat(3_000_000));
const entity = zipBytes([
  {
    name: '_rels/.rels',
    content: relationships([
      `<Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/>`,
    ]),
  },
  {
    name: 'word/document.xml',
    content: `<!DOCTYPE x [<!ENTITY a "万">]><w:document xmlns:w="${word}">&a;</w:document>`,
  },
]);

test.each([
  ['nothing', new Uint8Array(0), { code: 'unreadable', detail: 'empty' }],
  ['an old .doc', compound('WordDocument'), { code: 'unsupportedFormat' }],
  ['a .docx with a password', compound('EncryptedPackage'), { code: 'encrypted' }],
  ['a PDF', Buffer.from('%PDF-1.7\n\u0000\u0001'), { code: 'unsupportedFormat', format: 'PDF' }],
  ['RTF', Buffer.from('{\\rtf1\\ansi 1}'), { code: 'unsupportedFormat', format: 'RTF' }],
  ['a web page', Buffer.from('<html><p>1</p>'), { code: 'unsupportedFormat' }],
  [
    'a picture',
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    { code: 'unreadable', detail: 'notText' },
  ],
  ['control characters', Buffer.from('预算\u0001'), { code: 'unreadable', detail: 'notText' }],
  [
    'a zip of something else',
    zipBytes([{ name: 'a', content: 'b' }]),
    { code: 'unreadable', detail: 'notText' },
  ],
  ['another document', docx('', [], 'workbook'), { code: 'unreadable', detail: 'notText' }],
  ['half a .docx', docx(paragraph(run('预'))).subarray(0, 300), { code: 'unreadable' }],
  ['entities', entity, { code: 'unreadable', detail: 'corrupt' }],
  ['elements without end', docx('<w:p>'), { code: 'unreadable', detail: 'corrupt' }],
  [
    'too deep',
    docx('<w:p>'.repeat(200) + '</w:p>'.repeat(200)),
    { code: 'unreadable', detail: 'corrupt' },
  ],
  ['a zip bomb', bomb, { code: 'tooLarge', limit: 'inflationRatio' }],
  ['endless text', Buffer.from('预'.repeat(2_000_001)), { code: 'tooLarge', limit: 'characters' }],
  [
    'endless text in a .docx',
    docx(Array.from({ length: 300 }, (_, at) => paragraph(run(`${at}`.repeat(4000)))).join('')),
    { code: 'tooLarge' },
  ],
])('%s is a fault', async (_, bytes, fault) => {
  expect(await faultOf(new Uint8Array(bytes))).toMatchObject(fault);
});

test('notes, comments and fields within a sentence do it no harm', async () => {
  const bytes = docx(
    paragraph(
      run('预算资金 415'),
      '<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/>',
      run('28.12'),
      '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
      '<w:del><w:r><w:delText>99</w:delText></w:r></w:del>',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r>',
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
      run(' 万元。'),
    ),
    [
      {
        name: 'word/footnotes.xml',
        content: `<w:footnotes xmlns:w="${word}"><w:footnote>${paragraph(run('注：预算 1 万元'))}</w:footnote></w:footnotes>`,
      },
    ],
  );
  expect(await textOf(bytes)).toBe('预算资金 41528.12 万元。\n');
});
