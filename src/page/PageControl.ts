/**
 * What happens when something is opened, saved or left? One workbook at a time, with the pane beside it;
 * nothing that was changed goes without a question.
 */
import { systemClock } from '../application/clock';
import { isWorkbookName, sortFolder } from '../application/folderFiles';
import { loadPart } from '../application/loadPart';
import type { LocalStorePort, SavesFiles } from '../application/ports';
import type { TakesFiles } from '../application/takenFile';
import { saveBytes } from '../background/saveBytes';
import type { FileFault, HostFault } from '../domain/fault';
import type { Result } from '../domain/result';
import type { ChosenFile } from '../taskpane/consolidate/GivenUnits';
import type { StartedPane } from '../taskpane/startPane';
import type { Language } from '../wording/language';
import { otherFilesText } from '../wording/otherFiles';
import { pageTexts } from '../wording/pageTexts';
import type { BookCopy, OpenedBook } from './book/openedBook';
import { keepLanguage, PageEnvironment } from './PageEnvironment';
import type { OpenDesk, PageState, Purpose } from './pageState';
import { PageStore } from './pageState';
import type { GivenFiles } from './start/droppedFiles';

/** Opens workbooks; what does it is loaded when the first is wanted. */
export interface OpensBooks {
  /** Resolves with `cancelled` soon after the signal. */
  openBook(
    file: ChosenFile,
    signal: AbortSignal,
    onProgress: (percent: number) => void,
  ): Promise<Result<OpenedBook, FileFault | HostFault>>;
  newBook(name: string): Promise<Result<OpenedBook, HostFault>>;
}

export interface PageParts {
  readonly books: OpensBooks;
  readonly files: TakesFiles;
  readonly saves: SavesFiles;
  readonly local: LocalStorePort;
  /** Loads the views of an open workbook. */
  readonly loadDesk: () => Promise<unknown>;
}

export class PageControl {
  readonly store: PageStore;
  #opening: AbortController | null = null;

  constructor(
    private readonly parts: PageParts,
    language: Language,
  ) {
    this.store = new PageStore(language);
  }

  /** Opens what was chosen or dropped: one file to be worked on, several to be added up. */
  readonly open = (given: GivenFiles): void => {
    this.#leaving(() => void this.#open(given));
  };

  /** Begins a blank form. */
  readonly beginTemplate = (): void => {
    this.#leaving(() => void this.#begin('template', []));
  };

  /** Gives up opening. */
  readonly cancelOpening = (): void => {
    this.#opening?.abort();
    this.#opening = null;
    this.#start(null);
  };

  /** Back to the first screen. */
  readonly goHome = (): void => {
    this.#leaving(() => {
      this.#start(null);
    });
  };

  /** Offers a copy of the workbook as it is now, to be saved; what its format costs is said before. */
  readonly saveCopy = (then: () => void = () => undefined): void => {
    const desk = this.#desk();
    if (desk === null) return;
    void desk.book.copy({ language: this.store.get().language }).then((copy) => {
      if (!copy.ok) this.#remark('failed', this.#texts.notSaved);
      else if (copy.value.notes.length === 0) this.#save(desk, copy.value, then);
      else this.store.set({ question: { kind: 'copy', copy: copy.value, then } });
    });
  };

  /** The user has read what the copy's format costs. */
  readonly saveAfterAll = (): void => {
    const { question } = this.store.get();
    const desk = this.#desk();
    if (question?.kind !== 'copy' || desk === null) return;
    this.store.set({ question: null });
    this.#save(desk, question.copy, question.then);
  };

  /** Leaves without saving. */
  readonly drop = (): void => {
    const { question } = this.store.get();
    if (question?.kind !== 'leaving') return;
    this.store.set({ question: null });
    question.then();
  };

  /** Saves, and then leaves. */
  readonly saveAndLeave = (): void => {
    const { question } = this.store.get();
    if (question?.kind !== 'leaving') return;
    this.store.set({ question: null });
    this.saveCopy(question.then);
  };

  /** Goes on with what is open. */
  readonly stay = (): void => {
    this.store.set({ question: null });
  };

  readonly closeRemark = (): void => {
    this.store.set({ remark: null });
  };

  readonly undo = (): void => {
    const desk = this.#desk();
    if (desk?.book.canUndo !== true) return;
    desk.book.undo();
    closeDone(desk);
  };

  readonly redo = (): void => {
    const desk = this.#desk();
    if (desk?.book.canRedo !== true) return;
    desk.book.redo();
    closeDone(desk);
  };

  /** The other language; the pane begins anew on the same workbook and checks it as it did. */
  readonly switchLanguage = (): void => {
    const language = this.store.get().language === 'zh-CN' ? 'en-US' : 'zh-CN';
    keepLanguage(this.parts.local, language);
    this.store.set({ language, remark: null });
    const desk = this.#desk();
    if (desk !== null) void this.#speak(desk);
  };

  /** Whether something would be lost. */
  get isChanged(): boolean {
    return this.#desk()?.book.changed === true;
  }

  async #open({ files, fromFolder }: GivenFiles): Promise<void> {
    const { read: workbooks, others } = fromFolder
      ? await sortFolder(files)
      : { read: files, others: [] };
    const [first] = workbooks;
    if (first === undefined) {
      if (fromFolder) this.#start(this.#texts.emptyFolder);
      return;
    }
    if (workbooks.length > 1) {
      await this.#begin('set', sorted(workbooks), others);
      return;
    }
    if (!isWorkbookName(first.name.split('/').at(-1) ?? '')) {
      this.#start(this.#texts.noWorkbook(first.name));
      return;
    }
    const opening = new AbortController();
    this.#opening = opening;
    const { name: file } = first;
    this.store.set({ scene: { kind: 'opening', file, percent: null }, remark: null });
    const opened = await this.parts.books.openBook(first, opening.signal, (percent) => {
      if (!opening.signal.aborted) this.store.set({ scene: { kind: 'opening', file, percent } });
    });
    if (opening.signal.aborted) return;
    this.#opening = null;
    if (opened.ok) {
      void (await this.#show(opened.value, 'file'))?.pane.control.check();
      if (others.length > 0)
        this.#remark('failed', otherFilesText(others, this.store.get().language));
    } else this.#start(await this.#trouble(first.name, opened.fault));
  }

  /** A new workbook for a form, or for the sum of files. */
  async #begin(
    purpose: 'template' | 'set',
    files: readonly ChosenFile[],
    others: readonly string[] = [],
  ): Promise<void> {
    const name = purpose === 'template' ? this.#texts.newTemplate : this.#texts.newSet;
    const made = await this.parts.books.newBook(name);
    if (!made.ok) {
      this.#start(await this.#trouble(name, made.fault));
      return;
    }
    const desk = await this.#show(made.value, purpose);
    if (desk === null) return;
    const { pane } = desk;
    const page = purpose === 'template' ? 'template' : 'consolidate';
    pane.control.store.send({ type: 'pageOpened', page });
    if (files.length === 0) return;
    const part = await loadPart(() => import('../taskpane/consolidate/useConsolidation'));
    const { language } = this.store.get();
    const consolidation = part?.consolidationOf({ ...pane, language });
    await consolidation?.addFiles(files);
    if (others.length > 0) consolidation?.remark({ kind: 'otherFiles', files: others });
  }

  /** The pane of an open workbook, in the language that is spoken now. */
  async #speak(desk: OpenDesk): Promise<void> {
    const pane = await this.#startPane(desk.book);
    if (pane === null || this.#desk() !== desk) return;
    const { page, check } = desk.pane.control.store.get();
    this.store.set({ scene: { kind: 'desk', desk: { ...desk, pane } } });
    pane.control.store.send({ type: 'pageOpened', page });
    if (check.kind !== 'none') void pane.control.check();
  }

  /** Null where the page's server does not answer, which is told. */
  async #show(book: OpenedBook, purpose: Purpose): Promise<OpenDesk | null> {
    const pane = await this.#startPane(book);
    if (pane === null) {
      this.#start(await this.#trouble(book.name, { code: 'notLoaded' }));
      return null;
    }
    const desk = { book, purpose, pane };
    this.store.set({ scene: { kind: 'desk', desk }, remark: null, question: null });
    return desk;
  }

  async #startPane(book: OpenedBook): Promise<StartedPane | null> {
    // What shows it comes along, so that nothing blank is seen in between.
    const [part] = await Promise.all([loadBeside(), loadPart(this.parts.loadDesk)]);
    if (part === null) return null;
    const { language } = this.store.get();
    const { files, saves, local } = this.parts;
    return part.startPane(
      {
        workbook: book.port,
        documentSettings: book.documentSettings,
        environment: new PageEnvironment(language),
        localStore: local,
        files,
        saves,
      },
      systemClock,
      part.pagePaneTexts(language),
    );
  }

  #save({ book, pane }: OpenDesk, copy: BookCopy, then: () => void): void {
    if (!saveBytes(copy.name, copy.bytes)) {
      this.#remark('failed', this.#texts.notSaved);
      return;
    }
    book.noteSaved(copy);
    pane.control.noteSaved();
    this.#remark('done', this.#texts.saved(copy.name));
    then();
  }

  /** Goes on where nothing would be lost; asks otherwise. */
  #leaving(then: () => void): void {
    if (this.isChanged) this.store.set({ question: { kind: 'leaving', then } });
    else then();
  }

  #start(trouble: string | null): void {
    this.store.set({ scene: { kind: 'start', trouble }, question: null, remark: null });
  }

  async #trouble(file: string, fault: FileFault | HostFault): Promise<string> {
    const part = await loadPart(() => import('../wording/openingFault'));
    const { language } = this.store.get();
    const why = part?.openingFault(fault, language) ?? '';
    return `${this.#texts.notOpened(file)}${why}`;
  }

  #remark(kind: NonNullable<PageState['remark']>['kind'], text: string): void {
    this.store.set({ remark: { kind, text } });
  }

  #desk(): OpenDesk | null {
    const { scene } = this.store.get();
    return scene.kind === 'desk' ? scene.desk : null;
  }

  get #texts() {
    return pageTexts(this.store.get().language);
  }
}

/** Null where the page's server does not answer. */
export function loadBeside() {
  return loadPart(() => import(/* webpackChunkName: "beside" */ './beside'));
}

/** What the pane says it has done was taken back, or is no longer the last that was done. */
function closeDone({ pane: { control } }: OpenDesk): void {
  if (control.store.get().notice?.kind === 'done') control.store.send({ type: 'noticeClosed' });
}

function sorted(files: readonly ChosenFile[]): ChosenFile[] {
  return [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
}
