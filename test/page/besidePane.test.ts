/** Do the page's workbook and the pane beside it go together: what is worked out, taken back and said? */
import { createElement } from 'react';
import { directFiles } from '../../src/page/book/directFiles';
import { openBook } from '../../src/page/book/openBook';
import { openBooks } from '../../src/page/openBooks';
import { PageControl } from '../../src/page/PageControl';
import { PaneControl } from '../../src/taskpane/control/PaneControl';
import { submissionOf } from '../../src/taskpane/submit/useSubmission';
import { WriteControl } from '../../src/taskpane/writing/WriteControl';
import { initialState, lastReport } from '../../src/taskpane/state/paneState';
import { PaneStore } from '../../src/taskpane/state/store';
import { writeSheets } from '../../src/files/writeSheets';
import { pagePaneTexts } from '../../src/wording/pagePane';
import { pageTexts } from '../../src/wording/pageTexts';
import { copyWithCells } from '../../src/workbook/copyWithCells';
import { MemoryStore, newLog } from '../application/fixture';
import { HeldClock } from '../HeldClock';
import { DirectFiles } from '../memory/DirectFiles';
import { KeptDownloads } from '../memory/KeptDownloads';
import { one, valueOf } from '../ports/openedWorkbook';
import { puyangLayouts } from '../specimens/puyangFigures';

/** The page with a workbook and its pane: Puyang's tables, with a formula in P41. */
async function opened(newFormula = '1') {
  const bytes = await copyWithCells(await writeSheets(puyangLayouts('typed')), [
    { sheet: one, row: 40, column: 15, newFormula, value: 5, keepsFormula: false },
  ]);
  const book = valueOf(await openBook({ name: '濮阳.xlsx', bytes }, directFiles));
  const [local, files, saves] = [new MemoryStore(), new DirectFiles(), new KeptDownloads()];
  const store = new PaneStore(initialState);
  const control = new PaneControl(
    {
      workbook: book.port,
      document: book.documentSettings,
      local,
      files,
      saves,
      clock: new HeldClock('2020-03-01T08:00:00', { isBusy: () => false }, 'byHand'),
      today: () => ({ year: 2020, month: 3, day: 1 }),
    },
    store,
  );
  const writing = new WriteControl(control, newLog(local, null));
  const loadDesk = () => Promise.resolve();
  const page = new PageControl({ books: openBooks(), files, saves, local, loadDesk }, 'zh-CN');
  const pane = { control, writing, element: createElement('div') };
  page.store.set({ scene: { kind: 'desk', desk: { book, pane, purpose: 'file' } } });
  return { book, control, writing, page, store };
}

test('重算 says which formulas cannot be worked out, and checks with what could', async () => {
  const { book, control, store } = await opened('OFFSET(C12,0,0)');
  await control.check();
  valueOf(book.enter({ sheet: one, cell: 'C13' }, '1'));
  await control.recalculate();
  const fault = { code: 'notWorkedOut', cells: [`${one}!P41`], count: 1 };
  expect(store.get().notice).toMatchObject({ kind: 'failed', task: 'recalculate', fault });
  expect(store.get().check).toMatchObject({
    kind: 'made',
    freshness: 'current',
    report: { calculation: 'pending' },
  });
});

test('尚未保存 names the button of the page, and is looked at anew once the copy is saved', async () => {
  // The browser's own part of saving, which there is none of here.
  const links = { createObjectURL: () => 'blob:copy', revokeObjectURL: () => undefined };
  Object.assign(URL, links);
  const link = { download: '', href: '', click: () => undefined };
  const { setTimeout: start } = globalThis;
  // The address is let go of after a minute, for which no test waits.
  const unheld = (...call: Parameters<typeof start>) => start(...call).unref();
  Object.assign(globalThis, { document: { createElement: () => link }, setTimeout: unheld });
  const { book, control, writing, page } = await opened();
  const submit = submissionOf(control, writing);
  await submit.check();
  const codes = () => submit.store.get().readiness?.obstacles.map(({ code }) => code);
  expect(codes()).not.toContain('notSaved');
  valueOf(book.enter({ sheet: one, cell: 'P50' }, '1'));
  await submit.check();
  expect(codes()).toContain('notSaved');
  expect(pagePaneTexts('zh-CN').saveHint).toContain(`“${pageTexts('zh-CN').bar.saveCopy}”`);
  expect(pagePaneTexts('en-US').saveHint).toContain(`“${pageTexts('en-US').bar.saveCopy}”`);
  await new Promise<void>((resolve) => {
    page.saveCopy(resolve);
  });
  expect(submit.store.get().readiness?.freshness).toBe('outdated');
  // Tasks run one after another: this one comes behind the look that the saving began.
  await control.run('goTo', () => Promise.resolve());
  expect(codes()).not.toContain('notSaved');
  expect(submit.store.get().readiness?.freshness).toBe('current');
});

test('what the pane says it has written is not said any more once the page takes it back', async () => {
  const { book, control, writing, page, store } = await opened();
  await control.check();
  await writing.previewFill(null);
  writing.choose(new Set([0]));
  await writing.write();
  expect(store.get().notice).toMatchObject({ kind: 'done', deed: { kind: 'written' } });
  page.redo();
  expect(store.get().notice).not.toBeNull();
  page.undo();
  expect([store.get().notice, book.canUndo]).toEqual([null, false]);
  await control.check();
  expect(lastReport(store.get().check)?.counts.error).toBe(0);
  store.send({ type: 'done', deed: { kind: 'nothingToUndo' } });
  page.redo();
  expect(store.get().notice).toBeNull();
});
