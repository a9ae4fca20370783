/** Does the pane tell each reason for which a workbook cannot be submitted where it alone stands in the way? */
import { submissionOf } from '../../../src/taskpane/submit/useSubmission';
import { submitTexts } from '../../../src/wording/submitTexts';
import { puyang, settings } from '../../domain/forms';
import { gridWorkbook } from '../../gridWorkbook';
import type { Situation } from '../../situations';
import { alone, explainAll, otherUnit } from '../../situations';
import { withCustomXml, withExplanationsKept } from '../../submission';
import type { RealPane } from '../realPane';
import { realPane, shutPanes } from '../realPane';

afterEach(shutPanes);

const words = submitTexts('zh-CN').ready;

/** Excel itself tells the user of sheets that it cannot read, and says of every workbook whether it is saved. */
const neverInExcel = [
  // Nor does it tell add-ins of these; that is said.
  'a list to choose from that stands in another workbook',
  'a chart of another workbook’s figures',
  'a sheet that could not be read',
  'a host that does not say whether all is saved',
];

/** What is done before the check where the file alone does not make the situation. */
const arrangements: Readonly<Record<string, (pane: RealPane) => Promise<void>>> = {
  'names that could not be read': ({ host }) => {
    // Of reading with the upper part of each sheet, and without it; behind listing, and listening.
    for (const batch of [3, 4]) host.failAt({ batch, code: 'ResponsePayloadSizeLimitExceeded' });
    return Promise.resolve();
  },
  marks: async (pane) => {
    await pane.after(() => pane.control.check());
    await pane.host.saveFile();
  },
  'formulas that wait to be calculated': async (pane) => {
    await inExcel(pane, ({ application }) => {
      application.calculationMode = 'Manual';
    });
    await pane.type({ '统计表1!P40': '1' });
    await pane.host.saveFile();
  },
  'changes that are not saved': (pane) => pane.type({ '统计表1!P40': '备注' }),
  'a round before in which the unit is not found': async (pane) => {
    const bytes = await gridWorkbook(otherUnit());
    await pane.after(() =>
      submissionOf(pane.control, pane.writing).compareWithFile({
        name: '上期.xlsx',
        size: bytes.length,
        bytes: () => Promise.resolve(bytes),
      }),
    );
  },
  'a host that cannot say which sheets are marked': async (pane) => {
    await inExcel(pane, ({ worksheets }) => {
      const range = worksheets.getItem('统计表1').getRange('B6:C9');
      range.conditionalFormats.add('Custom').custom.rule.formula = '=B6>100';
    });
    pane.host.damageRule('统计表1', 0);
    await pane.host.saveFile();
  },
};

async function inExcel(pane: RealPane, work: (workbook: Excel.Workbook) => unknown): Promise<void> {
  await pane.after(() =>
    pane.office.Excel.run(async (context) => {
      work(context.workbook);
      await context.sync();
    }),
  );
  await pane.host.saveFile();
}

async function fileOf({ workbook = puyang(), explanations, settings: own }: Situation) {
  const bytes = await gridWorkbook(workbook);
  if (workbook.explanations?.kind === 'unreadable') {
    return withCustomXml(bytes, '<x xmlns="urn:purchase-services-statistics:explanations"/>');
  }
  const kept = explanations ?? explainAll(workbook, { ...settings, ...own });
  return kept.length === 0 ? bytes : withExplanationsKept(bytes, kept);
}

const titles = ({ view }: RealPane) =>
  view.queryAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

async function checked(name: string, situation: Situation): Promise<RealPane> {
  const pane = await realPane(await fileOf(situation), { fileName: '濮阳.xlsx' });
  await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '报送' })));
  await arrangements[name]?.(pane);
  await pane.press('提交前检查');
  return pane;
}

test('nothing stands in the way of the workbook from which the others differ', async () => {
  const pane = await checked('', {});
  expect([pane.heading(), ...titles(pane)]).toEqual([words.yes]);
  expect(pane.shown()).toContain('图表、数据有效性和条件格式中有没有引用其他工作簿，这里读不到');
});

test.each(alone.filter(([, name]) => !neverInExcel.includes(name)))(
  '%s: %s',
  async (code, name, situation) => {
    const pane = await checked(name, situation);
    expect([pane.heading(), ...titles(pane)]).toEqual([words.no, words.names[code]]);
    expect(pane.shown()).not.toMatch(/undefined|NaN|\[object/);
  },
);
