/** How long after the last key does the pane say what became of an edited figure? */
import { checkedPane } from '../taskpane/realPane';

export interface LiveTimes {
  /** Milliseconds from the end of typing until the pane's verdict is another, each. */
  readonly verdict: readonly number[];
  /** Milliseconds until the marks in the workbook have followed, each. */
  readonly marks: readonly number[];
}

/** Types a wrong figure and the right one by turns, beside the real pane on office.js and the host. */
export async function liveTimes(rounds: number): Promise<LiveTimes> {
  const pane = await checkedPane('puyang-2019.xlsx');
  const verdict: number[] = [];
  const marks: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [text, heading, rules] of [
        ['7580.924', '有错误 2', 4],
        ['7580.942', '有提示 15', 2],
      ] as const) {
        await pane.type({ '统计表1!K12': text });
        const began = performance.now();
        await pane.until(() => {
          if (pane.heading() !== heading) throw new Error(`still ${pane.heading()}`);
        });
        verdict.push(performance.now() - began);
        while (pane.marks().length !== rules && performance.now() - began < 10_000) {
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        marks.push(performance.now() - began);
      }
    }
    return { verdict, marks };
  } finally {
    await pane.shut();
  }
}
