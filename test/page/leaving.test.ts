/** Is nothing that was changed left without a question, and what comes of each answer? */
import { JSDOM } from 'jsdom';
import type { GivenFile } from '../../src/application/takenFile';
import { directFiles } from '../../src/page/book/directFiles';
import { openBook } from '../../src/page/book/openBook';
import { openBooks } from '../../src/page/openBooks';
import { PageControl } from '../../src/page/PageControl';
import { writingFault } from '../../src/page/table/writingFault';
import { consolidationOf } from '../../src/taskpane/consolidate/useConsolidation';
import { hostFaultMessage } from '../../src/wording/hostFaults';
import { lendName } from '../../src/workbench/host/boot';
import { pageTexts } from '../../src/wording/pageTexts';
import { writeSheets } from '../../src/files/writeSheets';
import { MemoryStore } from '../application/fixture';
import { DirectFiles, givenFile } from '../memory/DirectFiles';
import { KeptDownloads } from '../memory/KeptDownloads';
import { one, valueOf } from '../ports/openedWorkbook';
import { puyangLayouts } from '../specimens/puyangFigures';

beforeAll(() => {
  const { window } = new JSDOM();
  const query = { matches: false, addEventListener: () => undefined };
  Object.assign(window, { matchMedia: () => query });
  lendName('window', () => window);
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'window');
});

/** Whatever the page does at its own pace has come to its end: what is shown is what was wanted. */
async function until(holds: () => boolean): Promise<void> {
  for (let rounds = 0; rounds < 100_000; rounds += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  throw new Error('it did not come to that');
}

function newPage(): PageControl {
  const [local, files, saves] = [new MemoryStore(), new DirectFiles(), new KeptDownloads()];
  const books = {
    openBook: async (file: GivenFile) =>
      openBook({ name: file.name, bytes: await file.bytes() }, directFiles),
    newBook: (name: string) => openBooks().newBook(name),
  };
  return new PageControl(
    { books, files, saves, local, loadDesk: () => Promise.resolve() },
    'zh-CN',
  );
}

async function puyangFile(name: string): Promise<GivenFile> {
  return givenFile(name, await writeSheets(puyangLayouts('typed')));
}

/** The page with a workbook open and checked. */
async function opened(): Promise<PageControl> {
  const page = newPage();
  page.open({ files: [await puyangFile('濮阳.xlsx')], fromFolder: false });
  await until(() => deskOf(page)?.pane.control.store.get().check.kind === 'made');
  return page;
}

function deskOf(page: PageControl) {
  const { scene } = page.store.get();
  return scene.kind === 'desk' ? scene.desk : null;
}

function typeInto(page: PageControl): void {
  const book = deskOf(page)?.book;
  if (book === undefined) throw new Error('nothing is open');
  valueOf(book.enter({ sheet: one, cell: 'P41' }, '7'));
}

test('what was not changed is left at once', async () => {
  const page = await opened();
  page.goHome();
  expect(page.store.get()).toMatchObject({ scene: { kind: 'start' }, question: null });
});

test('what was changed is asked about: staying keeps it, dropping leaves it', async () => {
  const page = await opened();
  typeInto(page);
  for (const leave of [page.goHome, page.beginTemplate]) {
    leave();
    expect(page.store.get()).toMatchObject({
      scene: { kind: 'desk' },
      question: { kind: 'leaving' },
    });
    page.stay();
    expect(page.store.get().question).toBeNull();
    expect(page.isChanged).toBe(true);
  }
  page.goHome();
  page.drop();
  expect(page.store.get()).toMatchObject({ scene: { kind: 'start' }, question: null });
});

test('in the other language the pane checks what it had checked, and nothing that it had not', async () => {
  const page = await opened();
  const before = deskOf(page);
  page.switchLanguage();
  await until(() => deskOf(page) !== before);
  expect(page.store.get().language).toBe('en-US');
  await until(() => deskOf(page)?.pane.control.store.get().check.kind === 'made');

  const blank = newPage();
  blank.beginTemplate();
  await until(() => deskOf(blank) !== null);
  const first = deskOf(blank);
  blank.switchLanguage();
  await until(() => deskOf(blank) !== first);
  // Tasks run one after another: a check would come before this one.
  await deskOf(blank)?.pane.control.run('goTo', () => Promise.resolve());
  expect(deskOf(blank)?.pane.control.store.get().check.kind).toBe('none');
});

test('several files are added up in the order of their names', async () => {
  const page = newPage();
  const files = await Promise.all(['丙.xlsx', '乙.xlsx', '丁.xlsx'].map(puyangFile));
  page.open({ files, fromFolder: false });
  await until(() => deskOf(page) !== null);
  const pane = deskOf(page)?.pane;
  if (pane === undefined) throw new Error('no pane');
  const { store } = consolidationOf({ ...pane, language: 'zh-CN' });
  await until(() => store.get().given.files.length === 3);
  expect(store.get().given.files.map(({ name }) => name)).toEqual([
    '丁.xlsx',
    '丙.xlsx',
    '乙.xlsx',
  ]);
});

test('why nothing was written: a locked cell in its own words, anything else as everywhere', () => {
  const { notEntered, locked } = pageTexts('zh-CN').table;
  const fault = { code: 'notWritten', sheet: one, cells: ['C5'] } as const;
  expect(writingFault({ code: 'sheetProtected', sheet: one }, 'zh-CN')).toBe(notEntered + locked);
  expect(writingFault(fault, 'zh-CN')).toBe(notEntered + hostFaultMessage(fault, 'zh-CN'));
});
