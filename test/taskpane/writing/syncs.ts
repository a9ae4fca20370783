/** How many batches does Excel get for the clicks that write, the check after them included? */
import { submissionOf } from '../../../src/taskpane/submit/useSubmission';
import { checkedPane, realPane, type RealPane } from '../realPane';

export interface Syncs {
  /** 采用 and 写入. */
  readonly adopting: number;
  /** 撤销. */
  readonly undoing: number;
}

/** Adopts what is proposed for Puyang's K12 with two digits swapped, and takes it back. */
export async function syncsOfWriting(liveMarks: 'on' | 'off'): Promise<Syncs> {
  const edits = { '统计表1!K12': '7580.924' };
  const pane = await checkedPane('puyang-2019.xlsx', edits, { preferences: { liveMarks } });
  const spent = async (...names: readonly (string | RegExp)[]): Promise<number> => {
    pane.host.log.clear();
    for (const name of names) await pane.press(name);
    return sent(pane);
  };
  try {
    return { adopting: await spent(/^采用/, '写入 1 格'), undoing: await spent('撤销') };
  } finally {
    await pane.shut();
  }
}

const sent = ({ host }: RealPane): number => host.log.totals.batches;

export interface ExplainingSyncs {
  readonly writing: number;
  readonly adding: number;
  readonly confirming: number;
  readonly removing: number;
  readonly undoing: number;
  /** 一键校验 with explanations in the workbook, marks off, and without any. */
  readonly checking: readonly [number, number];
}

/** Explains Puyang's findings as from the list; nothing of a sheet is read for it. */
export async function syncsOfExplaining(): Promise<ExplainingSyncs> {
  const pane = await checkedPane('puyang-2019.xlsx', {}, { preferences: { marks: 'off' } });
  const spent = async (...steps: readonly (() => Promise<unknown>)[]): Promise<number> => {
    pane.host.log.clear();
    for (const step of steps) await step();
    return sent(pane);
  };
  const press = (name: string | RegExp) => () => pane.press(name);
  const write = (button: RegExp, save: string) =>
    spent(press(button), press('据实结算'), press(save));
  try {
    const without = await spent(press('重新校验'));
    const writing = await write(/^填写说明：决算超执行/, '保存（2 处）');
    const adding = await write(/^填写说明：执行超预算/, '保存（13 处）');
    const withSome = await spent(press('重新校验'));
    await pane.type({ '统计表1!E18': '9999' });
    await pane.until(() => {
      if (!pane.shown().includes('需重新确认')) throw new Error('not yet');
    });
    const confirming = await spent(press(/^确认：/));
    const undoing = await spent(press('撤销'));
    const removing = await spent(press(/^删除：已说明 13 处/));
    return { writing, adding, confirming, removing, undoing, checking: [withSome, without] };
  } finally {
    await pane.shut();
  }
}

export interface SubmittingSyncs {
  /** 提交前检查, the first time and again. */
  readonly checking: readonly [number, number];
  /** 生成审核报告, which checks everything anew, the first time and in its place. */
  readonly making: readonly [number, number];
  /** 撤销 of the second, and 删除审核报告. */
  readonly undoing: number;
  readonly removing: number;
  /** 与上期比较 with a file, with its own check, and 不再比较. */
  readonly comparing: number;
  readonly leavingOff: number;
}

/** Takes Puyang's workbook along the page 报送, no mark in it. */
export async function syncsOfSubmitting(): Promise<SubmittingSyncs> {
  const pane = await realPane('puyang-2019.xlsx', { preferences: { marks: 'off' } });
  const spent = async (step: () => Promise<unknown>): Promise<number> => {
    pane.host.log.clear();
    await step();
    return sent(pane);
  };
  const press = (name: string) => spent(() => pane.press(name));
  try {
    await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '报送' })));
    const checking = [await press('提交前检查'), await press('重新检查')] as const;
    const bytes = await pane.host.save();
    const comparing = await spent(() =>
      pane.after(() =>
        submissionOf(pane.control, pane.writing).compareWithFile({
          name: '上期.xlsx',
          size: bytes.length,
          bytes: () => Promise.resolve(bytes),
        }),
      ),
    );
    await press('与上期比较');
    const leavingOff = await press('不再比较');
    await press('审核报告');
    const making = [await press('生成审核报告'), await press('生成审核报告')] as const;
    const undoing = await spent(() => pane.after(() => pane.writing.undo()));
    const removing = await press('删除审核报告');
    return { checking, making, undoing, removing, comparing, leavingOff };
  } finally {
    await pane.shut();
  }
}
