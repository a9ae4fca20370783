/**
 * The pane in a page, whatever workbook it works on: queried by role and visible text, used with mouse and keys.
 *
 * React works as it does in Excel, with its own scheduling. Time passes only where a test lets it.
 */
import { dirname } from 'node:path';
import { configure, within } from '@testing-library/dom';
import type * as ReactDom from 'react-dom/client';
import type { BoundFunctions, queries } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import type { WorkbookPort } from '../../src/application/ports';
import type { Preferences } from '../../src/taskpane/state/paneState';
import type { StartedPane, StartPorts } from '../../src/taskpane/startPane';
import { lendName } from '../../src/workbench/host/boot';
import type { Around } from '../HeldClock';
import { HeldClock, round } from '../HeldClock';
import type { KeptDownloads } from '../memory/KeptDownloads';

// Nothing in the pane is hidden but folded parts, which are not rendered: asking again is only slow.
configure({
  defaultHidden: true,
  getElementError: (message, element) => new Error(`${message ?? ''}\n${element.textContent}`),
});

/** What is typed, by `sheet!cell`; the empty text empties a cell. */
export type Edits = Readonly<Record<string, string>>;

/** How a test begins. */
export interface Beginning {
  /** What is kept on this machine. */
  readonly kept?: Readonly<Record<string, string>>;
  /** What the user has chosen before. */
  readonly preferences?: Partial<Preferences>;
  /** The day on which the pane is used; Puyang's figures are of 2019. */
  readonly today?: string;
}

/** The pane as it is seen and used. */
export interface ShownPane extends StartedPane {
  readonly clock: HeldClock;
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
  /** Clicks the button with this name and waits until nothing is running any more. */
  readonly press: (name: string | RegExp) => Promise<void>;
  /** Runs something, waits until the pane has settled, and lets React show it; as much time passes as that takes. */
  readonly after: (work: () => Promise<unknown>) => Promise<void>;
  /** Lets time pass until the expectation holds. */
  readonly until: (expectation: () => void) => Promise<void>;
  /** Lets milliseconds pass, with all that happens in them. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** What the pane has handed to the user to be saved. */
  readonly saves: KeptDownloads;
}

/** The pane beside a workbook, whatever that is. */
export interface WorkbookPane extends ShownPane {
  readonly workbook: WorkbookPort;
  /** The user types into cells, named `sheet!cell`. */
  readonly type: (edits: Edits) => Promise<void>;
  /** What is kept on this machine, to be handed to another pane. */
  readonly kept: () => Readonly<Record<string, string>>;
  /** Addresses of the cells that the user has selected, as `sheet!cell`. */
  readonly selection: () => string;
  /** Our marks as they stand in the workbook, as `kind sheet!ranges`; others by their formula. */
  readonly marks: () => string[];
  readonly shut: () => Promise<void>;
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

let shut: (() => Promise<void>) | undefined;

/** Shuts what a test has opened; to be called after each. */
export async function shutPanes(): Promise<void> {
  await shut?.();
}

/** To be asked before a page is made: a program has one. */
export function refuseSecond(): void {
  if (shut !== undefined)
    throw new Error('A program has one page: shut the pane that is open first.');
}

/** Values of properties by name and kind of element; the same in each pane that is opened. */
const knownStyles = new Map<string, unknown>();
const quick = new WeakSet<Window>();

/**
 * Names of elements depend on what is displayed, and working that out takes half the time of a query.
 * The pane's classes stand each for one declaration, so elements of the same classes look the same.
 */
function quickenStyles(page: Window): void {
  if (quick.has(page)) return;
  quick.add(page);
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

/** A clock that stands still, beside React and what else is at work. */
export async function paneClock(
  { today = '2020-03-01' }: Beginning,
  isBusy: Around['isBusy'],
): Promise<HeldClock> {
  const scheduler = await reactScheduler();
  const reactHasWorked = () =>
    new Promise<void>((resolve) => {
      scheduler.unstable_scheduleCallback(scheduler.unstable_IdlePriority, resolve);
    });
  const around = {
    isBusy,
    round: async () => {
      await round();
      await reactHasWorked();
    },
  };
  return new HeldClock(`${today}T09:00:00`, around, 'byHand');
}

/**
 * Starts the pane in a page.
 *
 * @param leave what is done once it is shut
 */
export async function showPane(
  page: Window,
  clock: HeldClock,
  ports: StartPorts & { readonly saves: KeptDownloads },
  preferences: Partial<Preferences>,
  leave: () => void,
): Promise<ShownPane & { readonly shut: () => Promise<void> }> {
  quickenStyles(page);
  const restoreNames = takeNames(page);
  const { createRoot } = await reactWithoutPause();
  const { startPane } = await import('../../src/taskpane/startPane');
  const { preloadViews } = await import('../../src/taskpane/frame/lazyViews');
  await preloadViews();
  const container = page.document.createElement('div');
  page.document.body.append(container);
  const root = createRoot(container);
  const started = startPane(ports, clock);
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
  const shutThis = async () => {
    shut = undefined;
    await clock.during(started.control.settled());
    root.unmount();
    // React's scheduler wakes once more and looks at the window.
    await clock.quiet();
    container.remove();
    restoreNames();
    leave();
  };
  shut = shutThis;
  return {
    ...started,
    clock,
    page,
    saves: ports.saves,
    container,
    view,
    user,
    text: () => container.textContent,
    shown: () => view.getByRole('tabpanel').textContent,
    announced: () => view.getByRole('status').textContent,
    heading: () => view.getByRole('heading', { level: 1 }).textContent,
    press: (name) => after(() => user.click(view.getByRole('button', { name }))),
    after,
    until: (expectation) => clock.until(expectation),
    pass: (milliseconds) => clock.pass(milliseconds),
    shut: shutThis,
  };
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
