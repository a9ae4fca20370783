/** After whatever was edited, renamed, moved or switched: do verdict, list and marks equal those of a new check? */
import { manyPairs } from '../../excel/workbooks';
import { checkedPane, shutPanes } from '../realPane';
import type { RealPane } from '../realPane';

afterEach(shutPanes);

/** The pane of a user who wants marks to follow every edit. */
const follow = { preferences: { liveMarks: 'on' } } as const;

const quietTime = 900;

async function excel(pane: RealPane, change: (workbook: Excel.Workbook) => void): Promise<void> {
  await pane.office.Excel.run(async (context) => {
    change(context.workbook);
    await context.sync();
  });
}

/** The sheet at a place, as it is called now. */
const nameAt = ({ host }: RealPane, at: number) => {
  const { sheets } = host.workbook;
  return sheets[at % sheets.length]?.name ?? '';
};
const openTab = (pane: RealPane, name: string) =>
  pane.after(() => pane.user.click(pane.view.getByRole('tab', { name })));
async function flip(pane: RealPane, name: string): Promise<void> {
  await openTab(pane, '设置');
  await pane.after(() => pane.user.click(pane.view.getByRole('switch', { name })));
  await openTab(pane, '校验');
}
const choose = (pane: RealPane, round: string) =>
  pane.after(() =>
    pane.user.selectOptions(pane.view.getByRole('combobox', { name: '报送期' }), round),
  );

type Step = readonly [name: string, run: (pane: RealPane) => Promise<void>];

const sequences: readonly (readonly Step[])[] = [
  [
    ['a wrong figure', (pane) => pane.type({ '单位1表1!C12': '1' })],
    ['another in the other unit', (pane) => pane.type({ '单位2表2!C6': '7' })],
    ['put right', (pane) => pane.type({ '单位2表2!C6': '2879.07' })],
    [
      'rows inserted above a table',
      (pane) =>
        excel(pane, ({ worksheets }) => {
          worksheets.getItem(nameAt(pane, 0)).getRange('1:3').insert('Down');
        }),
    ],
    ['another round', (pane) => choose(pane, '7月份报送')],
    [
      'a line deleted',
      (pane) =>
        excel(pane, ({ worksheets }) => {
          worksheets.getItem(nameAt(pane, 2)).getRange('9:9').delete('Up');
        }),
    ],
    ['the round of before', (pane) => choose(pane, '年度报告')],
  ],
  [
    ['a unit of its own', (pane) => pane.type({ '单位2表1!A2': '填报单位：甲县财政局' })],
    ['in both tables', (pane) => pane.type({ '单位2表2!A2': '填报单位：甲县财政局' })],
    ['a wrong figure there', (pane) => pane.type({ '单位2表1!C12': '1' })],
    [
      'a sheet deleted',
      (pane) =>
        excel(pane, ({ worksheets }) => {
          worksheets.getItem('单位1表2').delete();
        }),
    ],
    [
      'a sheet renamed',
      (pane) =>
        excel(pane, ({ worksheets }) => {
          worksheets.getItem('单位2表1').name = '甲,B2,县';
        }),
    ],
    ['and edited', (pane) => pane.type({ '甲,B2,县!C9': '80' })],
    [
      'a sheet protected',
      (pane) =>
        excel(pane, ({ worksheets }) => {
          const sheet = worksheets.getItem('单位1表1');
          sheet.getRange().format.protection.locked = false;
          sheet.protection.protect({ allowFormatCells: true });
        }),
    ],
    ['and edited, too', (pane) => pane.type({ '单位1表1!C9': '81' })],
  ],
  [
    ['a wrong figure', (pane) => pane.type({ '单位1表1!C12': '1' })],
    [
      'marks wiped off by hand, the figure edited again',
      async (pane) => {
        await excel(pane, ({ worksheets }) => {
          worksheets.getItem('单位1表1').getRange().conditionalFormats.clearAll();
        });
        await pane.type({ '单位1表1!C12': '2' });
      },
    ],
    ['marks off', (pane) => flip(pane, '表内标记')],
    ['an edit meanwhile', (pane) => pane.type({ '单位2表1!C12': '3' })],
    ['marks on', (pane) => flip(pane, '表内标记')],
    ['taken off by the ribbon', (pane) => pane.after(() => pane.control.clearMarks())],
    ['another edit', (pane) => pane.type({ '单位2表1!C13': '4' })],
    ['marks on again', (pane) => flip(pane, '表内标记')],
    [
      // A change of format alone leaves the marks; the next figure typed brings them up to date.
      'the figure becomes a date, and the next is typed',
      async (pane) => {
        await excel(pane, ({ worksheets }) => {
          worksheets.getItem('单位2表1').getRange('C13').numberFormat = [['yyyy-mm-dd']];
        });
        await pane.type({ '单位2表1!C14': '5' });
      },
    ],
  ],
];

test.each(sequences.map((steps) => [steps.map(([name]) => name).join(', '), steps] as const))(
  '%s',
  async (_, steps) => {
    const pane = await checkedPane(manyPairs(2), {}, follow);
    for (const [name, run] of steps) {
      await run(pane);
      await pane.pass(quietTime);
      const { preferences, marks } = pane.control.store.get();
      const isMarked = preferences.marks === 'on' && marks === 'wanted';
      const seen = () => [name, pane.heading(), pane.marks(), listed(pane)];
      const live = seen();
      // The same as a check of everything, which reads and marks all sheets anew.
      await pane.press('重新校验');
      if (!isMarked) {
        await pane.after(() => pane.control.clearMarks());
        expect(live[2]).toEqual([]);
      }
      expect(live).toEqual(seen());
    }
  },
);

const listed = (pane: RealPane) =>
  pane.view.getAllByRole('listitem').map((item) => item.textContent);
