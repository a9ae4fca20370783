/** How many batches does Excel get for the clicks that write, the check after them included? */
import { checkedPane, type RealPane } from '../realPane';

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
