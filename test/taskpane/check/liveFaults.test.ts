/** Excel refuses, or keeps silent, while an edited figure is checked again: is that told, and made good? */
import { cellAddress } from '../../../src/domain/grid';
import { unkindest } from '../../../src/workbench/host/manners';
import type { Manners } from '../../../src/workbench/host/manners';
import { manyPairs } from '../../excel/workbooks';
import { checkedPane, shutPanes } from '../realPane';
import type { RealPane } from '../realPane';

afterEach(shutPanes);

/** The pane of a user who wants marks to follow every edit. */
const follow = { preferences: { liveMarks: 'on' } } as const;

/** Without a finding, of 2023: what is stale here says 通过. */
const clean = 'clean/openpyxl.xlsx';
const today = '2024-03-01';
const cell = '统计表1!B5';

const headingIs = (pane: RealPane, text: string | RegExp) =>
  pane.until(() => {
    expect(pane.heading()).toMatch(text);
  });
/** Long enough for whatever follows an edit: the pause before it is checked, and Excel's silence. */
const quiet = (pane: RealPane) => pane.pass(60_000);

async function contents({ workbook, clock }: RealPane): Promise<string> {
  const cells = Array.from({ length: 27 * 13 }, (_, at) => ({
    sheet: '统计表1',
    cell: cellAddress(Math.floor(at / 13), at % 13),
  }));
  const read = await clock.during(workbook.readCells(cells));
  if (!read.ok) throw new Error(read.fault.code);
  return JSON.stringify(read.value.map(({ content }) => content));
}

/** Opens the clean pair, checked, with the focus in the pane. */
async function open(manners: Partial<Manners>): Promise<RealPane> {
  const pane = await checkedPane(clean, {}, { ...follow, today, manners });
  expect(pane.heading()).toBe('通过');
  pane.view.getByRole('combobox', { name: '报送期' }).focus();
  return pane;
}

const isFull = process.env['FULL_MATRIX'] === '1';
const refused = ['InvalidOperationInCellEditMode', 'AccessDenied', 'GeneralException'] as const;
/**
 * By default each code at every second batch, so that each batch fails in two ways; in Excel at its
 * least kind at every fourth.
 */
const excels = [
  { excel: 'kindest', manners: {}, steps: 2 },
  { excel: 'unkindest', manners: unkindest, steps: 4 },
] as const;
const cases = excels.flatMap((excel) =>
  [...refused, 'silence' as const].map((code, index) => ({ ...excel, code, index })),
);

/** How many cases were tried. */
const counts: string[] = [];
afterAll(() => {
  process.stdout.write(`fault matrix of live checks: ${counts.join(' · ')}\n`);
});

describe.each(cases)('$code at any batch, in Excel at its $excel', (tried) => {
  const { excel, manners, code, index } = tried;
  const steps = isFull ? 1 : tried.steps;
  test('is told, never 通过; a second try succeeds; figures and focus stay', async () => {
    const pane = await open(manners);
    const intact = await contents(pane);
    const typed = (JSON.parse(intact) as unknown[])[4 * 13 + 1];
    const focused = pane.page.document.activeElement;
    pane.host.log.clear();
    await pane.type({ [cell]: '98765' });
    await headingIs(pane, /^有错误/);
    await quiet(pane);
    const { batches } = pane.host.log.totals;
    expect(batches).toBeGreaterThanOrEqual(4);
    const first = 1 + (index % steps);
    counts.push(
      `${code} ${Math.ceil((batches - first + 1) / steps)} (${excel}, ${batches} batches)`,
    );
    for (let batch = first; batch <= batches; batch += steps) {
      const label = `${code} at batch ${batch}`;
      await pane.type({ [cell]: String(typed) });
      await pane.until(() => {
        expect([label, pane.heading(), pane.marks()]).toEqual([label, '通过', []]);
      });
      await quiet(pane);

      pane.host.failAt({ batch, code });
      if (code === 'InvalidOperationInCellEditMode') pane.host.failAt({ batch: batch + 1, code });
      await pane.type({ [cell]: '98765' });
      await pane.until(() => {
        expect([label, pane.heading()]).not.toEqual([label, '通过']);
      });
      // A cell being edited is tried again by itself; everything else is told.
      await pane.until(() => {
        const isRecovered = pane.heading().startsWith('有错误') && pane.marks().length > 0;
        const isTold = /未能|数据已改动/.test(pane.shown());
        expect([label, isTold || isRecovered]).toEqual([label, true]);
      });
      await quiet(pane);
      expect([label, pane.text().includes('通过')]).toEqual([label, false]);
      expect([label, pane.page.document.activeElement === focused]).toEqual([label, true]);

      const retry = pane.view.queryByRole('button', { name: '重试' });
      if (retry === null) await pane.type({ [cell]: '98764' });
      else await pane.after(() => pane.control.check());
      // What could not be marked before is marked now: there is nothing left to complain of.
      await pane.until(() => {
        expect([label, pane.heading()]).toEqual([label, expect.stringMatching(/^有错误/)]);
        expect([label, pane.marks().length > 0]).toEqual([label, true]);
        expect([label, pane.shown()]).not.toEqual([label, expect.stringContaining('未能')]);
      });
      await quiet(pane);
      expect([label, pane.page.document.activeElement === focused]).toEqual([label, true]);
    }
    await pane.type({ [cell]: String(typed) });
    await headingIs(pane, '通过');
    await quiet(pane);
    expect(await contents(pane)).toBe(intact);
  });
});

describe('a failure is not covered up', () => {
  test('by another round, chosen while the edited figures could not be read', async () => {
    const pane = await open({});
    pane.host.failAt({ batch: 2, code: 'silence' });
    await pane.type({ [cell]: '98765' });
    await pane.pass(700);
    const round = pane.view.getByRole('combobox', { name: '报送期' });
    await pane.after(() => pane.user.selectOptions(round, '1月份报送'));
    expect(pane.heading()).toBe('未能校验');
    await pane.press('重试');
    expect(pane.heading()).toMatch(/^有错误/);
  });

  test('by a later edit elsewhere, after the check of everything has failed', async () => {
    const pane = await checkedPane(manyPairs(2), {}, follow);
    const verdict = pane.heading();
    await pane.type({ '单位1表1!B5': '98765' });
    await pane.pass(100);
    pane.host.failAt({ batch: 1, code: 'GeneralException' });
    await pane.after(() => pane.control.check());
    expect(pane.heading()).toBe('未能校验');
    await pane.type({ '单位2表1!P40': '说明' });
    await pane.until(() => {
      expect(pane.heading()).not.toBe('未能校验');
    });
    expect(pane.heading()).not.toBe(verdict);
    expect(pane.heading()).toMatch(/^有错误/);
  });
});

test('a protected sheet is told of once, not again at every edit', async () => {
  const pane = await checkedPane('puyang-2019.xlsx', {}, follow);
  await pane.office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('统计表1');
    sheet.getRange('C24:K24').format.protection.locked = false;
    sheet.protection.protect();
    await context.sync();
  });
  await pane.type({ '统计表1!C24': '1' });
  await pane.until(() => {
    expect(pane.shown()).toContain('受保护，没有标记：“统计表1”');
  });
  await pane.press('关闭');
  await pane.type({ '统计表1!K24': '1' });
  await headingIs(pane, /^有错误 [^3]/);
  await quiet(pane);
  expect(pane.shown()).not.toContain('受保护');
  // Asked for again, it is told again.
  await pane.press('重新校验');
  expect(pane.shown()).toContain('受保护，没有标记：“统计表1”');
});
