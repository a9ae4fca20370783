/**
 * The pane on a workbook in memory, behind the same ports as Excel's (test/ports): for what is the pane's own, whatever
 * it works on. All of them stand in one page, which is cleared between them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import type { WorkbookGrids } from '../../src/domain/grid';
import { readWorkbook } from '../../src/files/readWorkbook';
import type { StartPorts } from '../../src/taskpane/startPane';
import { lendName } from '../../src/workbench/host/boot';
import { KeptDownloads } from '../memory/KeptDownloads';
import type { MemoryWorkbook } from '../memory/MemoryWorkbook';
import { openedMemory } from '../ports/openedMemory';
import type { User } from '../ports/openedWorkbook';
import { valueOf } from '../ports/openedWorkbook';
import { memoryPorts } from './gallery/memoryPorts';
import type { MemoryOptions } from './gallery/memoryPorts';
import type { Beginning, Edits, WorkbookPane } from './shownPane';
import { paneClock, refuseSecond, showPane } from './shownPane';

export { shutPanes, type Edits } from './shownPane';

export interface MemoryPane extends WorkbookPane {
  readonly workbook: MemoryWorkbook;
  readonly documentSettings: StartPorts['documentSettings'];
  /** What the user does to the workbook beside the pane. */
  readonly byHand: User;
}

export interface MemoryPaneOptions extends Beginning, MemoryOptions {}

/** Opens a workbook, types into it as the user, and checks it at one click. */
export async function checkedPane(
  specimen: string | Uint8Array,
  edits: Edits = {},
  options: MemoryPaneOptions = {},
): Promise<MemoryPane> {
  const pane = await memoryPane(specimen, options);
  await pane.type(edits);
  await pane.press(options.language === 'en-US' ? 'Check now' : '一键校验');
  return pane;
}

const specimens = new Map<string, WorkbookGrids>();

/** What stands in a specimen: each is read once. */
async function gridsOf(specimen: string | Uint8Array): Promise<WorkbookGrids> {
  const name = typeof specimen === 'string' ? specimen : undefined;
  const known = name === undefined ? undefined : specimens.get(name);
  if (known !== undefined) return known;
  const bytes =
    typeof specimen === 'string'
      ? new Uint8Array(readFileSync(join(__dirname, '../specimens', specimen)))
      : specimen;
  const grids = valueOf(await readWorkbook(bytes));
  if (name !== undefined) specimens.set(name, grids);
  return grids;
}

let window: Window | undefined;

/** One page for all: what is made for a page is made once. */
function emptyPage(): Window {
  window ??= new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    url: 'https://localhost/',
    runScripts: 'outside-only',
  }).window as unknown as Window;
  window.localStorage.clear();
  return window;
}

/** Opens what stands in a specimen, and the pane beside it. */
export async function memoryPane(
  specimen: string | Uint8Array,
  { preferences = {}, today, ...options }: MemoryPaneOptions = {},
): Promise<MemoryPane> {
  refuseSecond();
  const grids = await gridsOf(specimen);
  const clock = await paneClock(today === undefined ? {} : { today }, () => false);
  const { ports, workbook, kept } = memoryPorts(grids, options);
  const page = emptyPage();
  lendName('window', () => page);
  const saves = new KeptDownloads();
  const shown = await showPane(page, clock, { ...ports, saves }, preferences, () => {
    Reflect.deleteProperty(globalThis, 'window');
  });
  const book = openedMemory(workbook);
  return {
    ...ports,
    ...shown,
    workbook,
    byHand: book.user,
    type: async (edits) => {
      for (const [place, text] of Object.entries(edits)) {
        const [sheet = '', cell = ''] = place.split('!');
        await book.user.type(sheet, cell, text);
      }
    },
    kept,
    selection: book.selection,
    marks: book.marks,
  };
}
