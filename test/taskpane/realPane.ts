/**
 * The real pane on Microsoft's own office.js, against the host: the same program that Excel loads, in
 * the page that office.js runs in. Queried by role and visible text, used with mouse and keys.
 *
 * React works as it does in Excel, with its own scheduling. Time passes only where a test lets it.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configure, within } from '@testing-library/dom';
import type * as ReactDom from 'react-dom/client';
import type { BoundFunctions, queries } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import type { Preferences } from '../../src/taskpane/state/paneState';
import type { StartedPane } from '../../src/taskpane/startPane';
import { lendName, type BootOptions } from '../../src/workbench/host/boot';
import { markKindOf } from '../../src/application/markRules';
import { conditionFormula, conditionRects, conditionsOf } from '../../src/workbook/conditions';
import { rectAddress } from '../../src/workbook/address';
import { HeldClock, round } from '../HeldClock';
import { openedExcel } from '../excel/openedExcel';
import { DirectFiles } from '../memory/DirectFiles';
import { KeptDownloads } from '../memory/KeptDownloads';
import type { OpenedExcel } from '../excel/openedExcel';

// Nothing in the pane is hidden but folded parts, which are not rendered: asking again is only slow.
configure({
  defaultHidden: true,
  getElementError: (message, element) => new Error(`${message ?? ''}\n${element.textContent}`),
});

export interface RealPane extends OpenedExcel, StartedPane {
  /** The page's window, in which the pane stands. */
  readonly page: Window;
  readonly container: HTMLElement;
  /** Testing Library's queries, over the pane. */
  readonly view: BoundFunctions<typeof queries>;
  readonly user: UserEvent;
  /** Everything that can be read in the pane. */
  readonly text: () => string;
  /** What stands in the open page, and what screen readers were told last. */
  readonly shown: () => string;
  readonly announced: () => string;
  /** The words of the verdict, or the title of the page that is open. */
  readonly heading: () => string;
  /** The user types into cells, named `sheet!cell`. */
  readonly type: (edits: Edits) => Promise<void>;
  /** Clicks the button with this name and waits until nothing is running any more. */
  readonly press: (name: string | RegExp) => Promise<void>;
  /** Runs something, waits until the pane has settled, and lets React show it; as much time passes as that takes. */
  readonly after: (work: () => Promise<unknown>) => Promise<void>;
  /** Lets time pass until the expectation holds. */
  readonly until: (expectation: () => void) => Promise<void>;
  /** Lets milliseconds pass, with all that happens in them. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** What is kept on this machine, to be handed to another pane. */
  readonly kept: () => Readonly<Record<string, string>>;
  /** Addresses of the cells that the user has selected, as `sheet!cell`. */
  readonly selection: () => string;
  /** Our marks as they stand in the workbook, as `kind sheet!ranges`; others by their formula. */
  readonly marks: () => string[];
  /** What the pane has handed to the user to be saved. */
  readonly saves: KeptDownloads;
  readonly shut: () => Promise<void>;
}

/** What is typed, by `sheet!cell`; the empty text empties a cell. */
export type Edits = Readonly<Record<string, string>>;

export interface PaneOptions extends Omit<BootOptions, 'workbook'> {
  readonly kept?: Readonly<Record<string, string>>;
  /** What the user has chosen before. */
  readonly preferences?: Partial<Preferences>;
  /** The day on which the pane is used; Puyang's figures are of 2019. */
  readonly today?: string;
}

/** Names that React, Fluent and the pane take from the page's window. */
const pageNames = [
  'document',
  'navigator',
  'Node',
  'Element',
  'HTMLElement',
  'HTMLIFrameElement',
  'SVGElement',
  'Event',
  'CustomEvent',
  'MutationObserver',
  'getComputedStyle',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'localStorage',
] as const;

const open = new Set<RealPane>();

/** Shuts what a test has opened; to be called after each. */
export async function shutPanes(): Promise<void> {
  for (const pane of [...open]) await pane.shut();
}

/** Opens a workbook, types into it as the user, and checks it at one click. */
export async function checkedPane(
  specimen: string | Uint8Array,
  edits: Edits = {},
  options: PaneOptions = {},
): Promise<RealPane> {
  const pane = await realPane(specimen, options);
  await pane.type(edits);
  await pane.press(options.language === 'en-US' ? 'Check now' : '一键校验');
  return pane;
}

/** Values of properties by name and kind of element; the same in each pane that is opened. */
const knownStyles = new Map<string, unknown>();

/**
 * Names of elements depend on what is displayed, and working that out takes half the time of a query.
 * The pane's classes stand each for one declaration, so elements of the same classes look the same.
 */
function quickenStyles(page: Window): void {
  const read = page.getComputedStyle.bind(page);
  page.getComputedStyle = (element, pseudo) => {
    let styles: CSSStyleDeclaration | undefined;
    const all = () => (styles ??= read(element, pseudo));
    const { tagName, className } = element;
    const kind = [tagName, className, element.getAttribute('style'), pseudo].join('|');
    const value = (name: string, work: () => unknown): unknown => {
      const key = `${name}|${kind}`;
      if (!knownStyles.has(key)) knownStyles.set(key, work());
      return knownStyles.get(key);
    };
    const getPropertyValue = (name: string): unknown =>
      name.startsWith('--')
        ? all().getPropertyValue(name)
        : value(name, () => all().getPropertyValue(name));
    return new Proxy({} as CSSStyleDeclaration, {
      get: (_, name) =>
        name === 'getPropertyValue'
          ? getPropertyValue
          : value(`.${String(name)}`, () => Reflect.get(all(), name)),
    });
  };
}

/** React, whose pause between a placeholder and what takes its place is none. */
async function reactWithoutPause(): Promise<typeof ReactDom> {
  const { setTimeout: later } = globalThis;
  globalThis.setTimeout = ((work: () => void) => later(work, 0)) as typeof setTimeout;
  try {
    return await import('react-dom/client');
  } finally {
    globalThis.setTimeout = later;
  }
}

interface Scheduler {
  readonly unstable_IdlePriority: number;
  unstable_scheduleCallback(priority: number, work: () => void): unknown;
}

/** React's own scheduler. */
async function reactScheduler(): Promise<Scheduler> {
  const paths = [dirname(require.resolve('react-dom/package.json'))];
  return (await import(require.resolve('scheduler', { paths }))) as Scheduler;
}

/** Opens a specimen in Excel and the pane beside it. */
export async function realPane(
  specimen: string | Uint8Array,
  { kept = {}, preferences = {}, today = '2020-03-01', ...options }: PaneOptions = {},
): Promise<RealPane> {
  if (open.size > 0) throw new Error('A program has one page: shut the pane that is open first.');
  const workbook =
    typeof specimen === 'string'
      ? new Uint8Array(readFileSync(join(__dirname, '../specimens', specimen)))
      : specimen;
  const scheduler = await reactScheduler();
  const reactHasWorked = () =>
    new Promise<void>((resolve) => {
      scheduler.unstable_scheduleCallback(scheduler.unstable_IdlePriority, resolve);
    });
  const excel = await openedExcel({ workbook, level: '1.13', ...options }, ({ desktop }) => {
    const around = {
      isBusy: () => desktop.pending > 0,
      round: async () => {
        await round();
        await reactHasWorked();
      },
    };
    return new HeldClock(`${today}T09:00:00`, around, 'byHand');
  });
  const { clock } = excel;
  const page = excel.office.window;
  quickenStyles(page);
  const restoreNames = takeNames(page);
  for (const [key, value] of Object.entries(kept)) page.localStorage.setItem(key, value);
  const { createRoot } = await reactWithoutPause();
  const { startPane } = await import('../../src/taskpane/startPane');
  const { preloadViews } = await import('../../src/taskpane/frame/lazyViews');
  await preloadViews();
  const container = page.document.createElement('div');
  page.document.body.append(container);
  const root = createRoot(container);
  const saves = new KeptDownloads();
  const started = startPane({ ...excel, files: new DirectFiles(), saves }, clock);
  started.control.prefer(preferences);
  const after = async (work: () => Promise<unknown>) => {
    await clock.during(work().then(() => started.control.settled()));
    await clock.quiet();
  };
  await after(() => {
    root.render(started.element);
    return Promise.resolve();
  });
  const view = within(container);
  const user = userEvent.setup({ document: page.document, delay: null });
  const pane: RealPane = {
    ...excel,
    ...started,
    page,
    saves,
    container,
    view,
    user,
    text: () => container.textContent,
    shown: () => view.getByRole('tabpanel').textContent,
    announced: () => view.getByRole('status').textContent,
    heading: () => view.getByRole('heading', { level: 1 }).textContent,
    type: async (edits) => {
      for (const [place, text] of Object.entries(edits)) {
        const [sheet = '', cell = ''] = place.split('!');
        await excel.host.type(sheet, cell, text);
      }
    },
    press: (name) => after(() => user.click(view.getByRole('button', { name }))),
    after,
    until: (expectation) => clock.until(expectation),
    pass: (milliseconds) => clock.pass(milliseconds),
    kept: () => {
      const { localStorage: store } = page;
      const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
      return Object.fromEntries(keys.map((key) => [key, store.getItem(key) ?? '']));
    },
    selection: () => {
      const { active } = excel.host.workbook;
      return `${active.name}!${excel.host.session.selection().map(rectAddress).join()}`;
    },
    marks: () => marksOf(excel),
    shut: async () => {
      open.delete(pane);
      await clock.during(started.control.settled());
      root.unmount();
      // React's scheduler wakes once more and looks at the window.
      await clock.quiet();
      restoreNames();
      excel.close();
    },
  };
  open.add(pane);
  return pane;
}

function marksOf({ host }: OpenedExcel): string[] {
  return host.workbook.sheets.flatMap((sheet) =>
    conditionsOf(sheet).map((condition) => {
      const formula = conditionFormula(condition.rule, 0) ?? '';
      const ranges = conditionRects(condition).map(rectAddress).join(' ');
      return `${markKindOf(formula) ?? formula} ${sheet.name}!${ranges}`;
    }),
  );
}

/** Lends the page's names to the program; what is returned gives them back. */
function takeNames(page: Window): () => void {
  const before = new Map<string, PropertyDescriptor | undefined>();
  for (const name of pageNames) {
    before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    const value: unknown = Reflect.get(page, name);
    lendName(name, () => value);
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  };
}
