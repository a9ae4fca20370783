// How does a test (or any Node program) get Microsoft's own office.js, running against the host?
//
// The shipped loader and Excel part are loaded by script tags into a jsdom window with the desktop seam,
// so that Office.onReady, settings, events, languages and commands run as in Excel on Windows.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, ResourceLoader, VirtualConsole } from 'jsdom';
import { installDesktopHost } from './desktop';
import type { Desktop, DesktopOptions } from './desktop';
import type { HostOptions } from './host';
import { Host } from './host';
import { loadUniverBundle } from './recalc/node-bundle';
import { createUniverEngine } from './recalc/univer-engine';

export interface BootOptions extends Omit<HostOptions, 'engine'>, DesktopOptions {
  /** The project's folder, where node_modules is. */
  readonly root?: string;
  /** Sets Excel, Office and OfficeExtension as globals until `dispose`, for code that reads them there. */
  readonly globals?: boolean;
  /** Answers office.js in place of a host that is opened for it; disposed of by whoever made it. */
  readonly host?: Host;
}

export interface BootedOffice {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: Host;
  readonly desktop: Desktop;
  /** The page office.js runs in. */
  readonly window: Window;
  /** What Office.onReady told. */
  readonly info: {
    readonly host: Office.HostType | null;
    readonly platform: Office.PlatformType | null;
  };
  dispose(): void;
}

const ORIGIN = 'https://localhost/';
const sources = new Map<string, Buffer>();

/** Hands office.js its own files from the package; nothing else is reachable. */
class PackageLoader extends ResourceLoader {
  constructor(private readonly dist: string) {
    super();
  }

  override fetch(url: string): ReturnType<ResourceLoader['fetch']> {
    const name = new URL(url).pathname.replace(/^\/officejs\//, '');
    const file = join(this.dist, name);
    const content = sources.get(file) ?? readFileSync(file);
    sources.set(file, content);
    return Object.assign(Promise.resolve(content), { abort: () => undefined });
  }
}

type Globals = Record<'Excel' | 'Office' | 'OfficeExtension', unknown>;

/**
 * A name of the program that is read by a function: runners of tests keep whatever value a name has had,
 * and with a value of a page the whole page.
 */
export function lendName(name: string, get: () => unknown): void {
  Object.defineProperty(globalThis, name, { get, configurable: true });
}

/** Opens a workbook in a host whose formulas are worked out. */
export function openHost(options: BootOptions): Promise<Host> {
  const engine = createUniverEngine(loadUniverBundle(options.root ?? process.cwd()));
  return Host.open({ ...options, engine });
}

/** Opens a workbook in the host and starts office.js against it; about half a second. */
export async function bootOffice(options: BootOptions = {}): Promise<BootedOffice> {
  const root = options.root ?? process.cwd();
  const host = options.host ?? (await openHost(options));
  const dist = join(root, 'node_modules', '@microsoft', 'office-js', 'dist');
  let desktop: Desktop | undefined;
  const dom = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    url: ORIGIN,
    runScripts: 'dangerously',
    resources: new PackageLoader(dist),
    virtualConsole: new VirtualConsole(),
    beforeParse: (window) => {
      desktop = installDesktopHost(window as unknown as Window, host, options);
    },
  });
  const { window } = dom;
  const page = window as unknown as Globals & { Office: typeof Office };
  await new Promise<void>((resolve, reject) => {
    const script = window.document.createElement('script');
    script.src = `${ORIGIN}officejs/office.js`;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error('office.js could not be loaded'));
    };
    window.document.head.appendChild(script);
  });
  const info = await page.Office.onReady();
  if (!desktop) throw new Error('the page was not set up');
  const installed = desktop;
  const names = ['Excel', 'Office', 'OfficeExtension'] as const;
  if (options.globals) for (const name of names) lendName(name, () => page[name]);
  return {
    Excel: page.Excel as typeof Excel,
    Office: page.Office,
    OfficeExtension: page.OfficeExtension as typeof OfficeExtension,
    host,
    desktop: installed,
    window: window as unknown as Window,
    info,
    dispose: () => {
      if (options.globals) for (const name of names) Reflect.deleteProperty(globalThis, name);
      installed.remove();
      if (options.host === undefined) host.dispose();
      window.close();
    },
  };
}
