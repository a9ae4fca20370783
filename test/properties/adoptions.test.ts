/** Whatever can be adopted at one click: does everything hold that it promised, and is undoing exact? */
import { adoptAll } from '../bench/diagnosis/promises';
import { wrongWorkbook } from '../bench/diagnosis/wrongWorkbooks';
import type { Offer } from '../bench/diagnosis/promises';
import { dearRuns } from './runs';

/** Where what is adopted changes what counts as rounding, or leaves blank what the round asks for. */
const ruledOut = [100_036, 100_120, 100_213];

test('events, slips and choices of generated workbooks', async () => {
  const count = new Map<Offer['kind'], number>();
  const broken: string[] = [];
  const drawn = Array.from({ length: dearRuns(60).numRuns }, (_, seed) => seed);
  for (const seed of [...ruledOut, ...drawn]) {
    const workbook = wrongWorkbook(seed);
    const kept = await adoptAll(workbook);
    for (const { kind } of kept.offers) count.set(kind, (count.get(kind) ?? 0) + 1);
    broken.push(...kept.broken.map((what) => `${seed} (${workbook.acts.join(', ')}): ${what}`));
  }
  expect(broken).toEqual([]);
  // Otherwise nothing was tried.
  for (const kind of ['event', 'slip', 'choice', 'other'] as const) {
    expect([kind, (count.get(kind) ?? 0) >= 3]).toEqual([kind, true]);
  }
});
