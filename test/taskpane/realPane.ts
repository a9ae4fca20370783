/**
 * The real pane on Microsoft's own office.js, against the host: the same program that Excel loads, in
 * the page that office.js runs in. What needs no Excel is tried on a workbook in memory (memoryPane.ts).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BootOptions } from '../../src/workbench/host/boot';
import { markKindOf } from '../../src/application/markRules';
import { conditionFormula, conditionRects, conditionsOf } from '../../src/workbook/conditions';
import { rectAddress } from '../../src/workbook/address';
import { openedExcel } from '../excel/openedExcel';
import { DirectFiles } from '../memory/DirectFiles';
import { KeptDownloads } from '../memory/KeptDownloads';
import type { OpenedExcel } from '../excel/openedExcel';
import type { Beginning, Edits, WorkbookPane } from './shownPane';
import { paneClock, refuseSecond, showPane } from './shownPane';

export { shutPanes, type Edits } from './shownPane';

export interface RealPane extends OpenedExcel, WorkbookPane {
  readonly clock: WorkbookPane['clock'];
  readonly workbook: OpenedExcel['workbook'];
}

export interface PaneOptions extends Omit<BootOptions, 'workbook'>, Beginning {}

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

/** Opens a specimen in Excel and the pane beside it. */
export async function realPane(
  specimen: string | Uint8Array,
  { kept = {}, preferences = {}, today, ...options }: PaneOptions = {},
): Promise<RealPane> {
  refuseSecond();
  const workbook =
    typeof specimen === 'string'
      ? new Uint8Array(readFileSync(join(__dirname, '../specimens', specimen)))
      : specimen;
  let isBusy = () => false;
  const clock = await paneClock(today === undefined ? {} : { today }, () => isBusy());
  const excel = await openedExcel({ workbook, level: '1.13', ...options }, ({ desktop }) => {
    isBusy = () => desktop.pending > 0;
    return clock;
  });
  const page = excel.office.window;
  for (const [key, value] of Object.entries(kept)) page.localStorage.setItem(key, value);
  const ports = { ...excel, files: new DirectFiles(), saves: new KeptDownloads() };
  const shown = await showPane(page, clock, ports, preferences, excel.close);
  return {
    ...excel,
    ...shown,
    type: async (edits) => {
      for (const [place, text] of Object.entries(edits)) {
        const [sheet = '', cell = ''] = place.split('!');
        await excel.host.type(sheet, cell, text);
      }
    },
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
  };
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
