/** Every specimen workbook that Excel opens: the check through office.js says what the check of the file says. */
import { readdirSync } from 'node:fs';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { reportOf } from '../../src/application/report/makeReport';
import { checkedFile } from '../../src/cli/jsonReport';
import type { WorkbookGrids } from '../../src/domain/grid';
import { readWorkbook } from '../../src/files/readWorkbook';
import { openExcel } from '../../src/excel/openExcel';
import type { BootedOffice } from '../../src/workbench/host/boot';
import { bootOffice, lendName, openHost } from '../../src/workbench/host/boot';
import type { Host } from '../../src/workbench/host/host';
import { HeldClock } from '../HeldClock';
import { specimen, valueOf } from './openedExcel';

const specimens = readdirSync('test/specimens', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.xls[xm]$/.test(name))
  .sort();

/** The JSON that the terminal would print. */
function jsonOf(workbook: WorkbookGrids): string {
  const check = checkWorkbook(workbook, {
    round: 'annual',
    strict: false,
    lowestExecutionRate: null,
    today: { year: 2026, month: 3, day: 1 },
  });
  return JSON.stringify(checkedFile('工作簿.xlsx', reportOf(check), null), null, 2);
}

/**
 * One office.js reads them all: each workbook is opened in a host of its own, which stands where the one
 * before stood. The product's ports are made anew for each.
 */
let present: Host;
let office: BootedOffice;

const standIn = new Proxy(Object.create(null) as Host, {
  get: (_, name) => {
    const member: unknown = Reflect.get(present, name);
    return typeof member === 'function' ? (member.bind(present) as unknown) : member;
  },
});

beforeAll(async () => {
  present = await openHost({});
  office = await bootOffice({ host: standIn, globals: true });
  lendName('window', () => office.window);
});

afterAll(() => {
  office.dispose();
  Reflect.deleteProperty(globalThis, 'window');
});

/** What the product reads of a workbook through office.js. */
async function readThroughExcel(workbook: Uint8Array): Promise<WorkbookGrids> {
  const before = present;
  present = await openHost({ workbook });
  before.dispose();
  const isBusy = () => office.desktop.pending > 0;
  const ports = await openExcel(new HeldClock('2020-03-01T09:00:00', { isBusy }, 'itself'));
  return valueOf(await valueOf(ports).workbook.readWorkbook());
}

/** Formulas that no program has calculated and that are no plain sums: Excel calculates them when it opens the file. */
const calculatedByExcel = new Set(['text/error-not-calculated.xlsx']);

test('a formula that was never calculated shows its error once Excel has opened the file', async () => {
  for (const name of calculatedByExcel) {
    const fromFile = valueOf(await readWorkbook(specimen(name)));
    const throughExcel = jsonOf(await readThroughExcel(specimen(name)));
    expect(jsonOf(fromFile)).not.toContain('L-070');
    expect(throughExcel).toContain('L-070');
  }
});

/** The host goes round a circle once more than whoever saved the file; both name it. */
const inCircles = 'display/circular.xlsx';

/** Merges are not asked for in Excel: asking clears the user's undo list. */
const underMerge = 'display/under-merge.xlsx';

test.each([
  [inCircles, 'F-040', true],
  [underMerge, 'S-020', false],
])('%s: %s is told of the file; through Excel: %s', async (name, rule, isTold) => {
  const fromFile = valueOf(await readWorkbook(specimen(name)));
  const throughExcel = jsonOf(await readThroughExcel(specimen(name)));
  expect(jsonOf(fromFile)).toContain(rule);
  expect(throughExcel.includes(rule)).toBe(isTold);
});

const otherwise = new Set([...calculatedByExcel, inCircles, underMerge]);

test.each(specimens.filter((name) => !otherwise.has(name)))('%s', async (name) => {
  const fromFile = await readWorkbook(specimen(name));
  // What cannot be read from disk, Excel does not open either.
  if (!fromFile.ok) return;
  expect(jsonOf(await readThroughExcel(specimen(name)))).toBe(jsonOf(fromFile.value));
});
