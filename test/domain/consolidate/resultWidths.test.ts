/** Are the sums of many units seen whole in the result's sheets? */
import { resultLayouts } from '../../../src/domain/consolidate/resultLayouts';
import { judged, sumOf } from './sets';

const widthsOf = (times: number) =>
  resultLayouts(sumOf(judged([{ name: '甲县', times }])), 'values').map(
    ({ columnWidths }) => columnWidths,
  );

test('columns are as wide as the template’s, and wider where a figure needs it', () => {
  const [plain, large] = [widthsOf(1), widthsOf(1_000_003)];
  const [one, other] = [plain[0], large[0]];
  expect(one?.get(0)).toBe(other?.get(0));
  expect(other?.get(2)).toBeGreaterThan(one?.get(2) ?? 0);
  for (const [table, widths] of large.entries()) {
    const layout = resultLayouts(sumOf(judged([{ name: '甲县', times: 1_000_003 }])), 'values')[
      table
    ];
    for (const { column, content } of layout?.cells ?? []) {
      if (typeof content !== 'number') continue;
      const isCount = column % 4 === 1;
      const shown = content.toLocaleString('en-US', {
        maximumFractionDigits: 6,
        useGrouping: !isCount,
      });
      expect([column, (widths.get(column) ?? 0) > shown.length]).toEqual([column, true]);
    }
  }
});
