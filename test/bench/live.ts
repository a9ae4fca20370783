/** How long after the pause that follows the last key does the pane say what became of an edited figure? */
import { round as roundOfLoop } from '../HeldClock';
import { manyPairs } from '../excel/workbooks';
import { checkedPane } from '../taskpane/realPane';

/** Longer than the pane waits for another key, in milliseconds. */
const pause = 1000;

export interface LiveTimes {
  /** Milliseconds from the end of the pause until the pane's verdict is another, each. */
  readonly verdict: readonly number[];
  /** Milliseconds until the marks in the workbook have followed, each. */
  readonly marks: readonly number[];
}

/** What is typed into, and how: a wrong figure and the right one by turns. */
interface Subject {
  readonly workbook: string | Uint8Array;
  readonly cell: string;
  readonly wrong: string;
  readonly right: string;
}

const city: Subject = {
  workbook: 'puyang-2019.xlsx',
  cell: '统计表1!K12',
  wrong: '7580.924',
  right: '7580.942',
};

/** The last of so many units. */
const lastOf = (pairs: number): Subject => ({
  workbook: manyPairs(pairs),
  cell: `单位${pairs}表1!C12`,
  wrong: '7083.20',
  right: '7083.02',
});

/** Edits beside the real pane on office.js and the host; of one pair, or of the last of many. */
export async function liveTimes(rounds: number, pairs = 1): Promise<LiveTimes> {
  const { workbook, cell, wrong, right } = pairs === 1 ? city : lastOf(pairs);
  const pane = await checkedPane(workbook, {}, { preferences: { liveMarks: 'on' } });
  const verdict: number[] = [];
  const marks: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const text of [wrong, right]) {
        const [heading, rules] = [pane.heading(), pane.marks().length];
        await pane.type({ [cell]: text });
        await pane.clock.quiet();
        const began = performance.now();
        pane.clock.advance(pause);
        while (pane.heading() === heading) await roundOfLoop();
        verdict.push(performance.now() - began);
        while (pane.marks().length === rules) await roundOfLoop();
        marks.push(performance.now() - began);
      }
    }
    return { verdict, marks };
  } finally {
    await pane.shut();
  }
}
