/** A date, or words, where a figure belongs: what it should be is told by totals that were typed, not by sums of it. */
import type { Content } from '../forms';
import { check, grid, officialSheet, puyang, puyangRows } from '../forms';

const letters = 'BCDEFGHIJKLM';
const total = 24;

/** The pair with formulas for all totals of table 1, and something else than a figure in C8 (691.45). */
function withFormulas(c8: Content, counted: number) {
  const cells = officialSheet(1, puyangRows(1));
  cells['C8'] = c8;
  const shown = (address: string): number => {
    const content = address === 'C8' ? counted : cells[address];
    return typeof content === 'number' ? content : 0;
  };
  const rounded = (value: number) => Number(value.toFixed(6));
  for (let row = 5; row < total; row += 1) {
    Array.from('JKLM').forEach((letter, at) => {
      const [a, b] = [`${letters[at] ?? ''}${row}`, `${letters[at + 4] ?? ''}${row}`];
      cells[`${letter}${row}`] = {
        formula: `=SUM(${a},${b})`,
        value: rounded(shown(a) + shown(b)),
      };
    });
  }
  for (const letter of letters) {
    let sum = 0;
    for (let row = 5; row < total; row += 1) {
      const content = cells[`${letter}${row}`];
      const isFormula = typeof content === 'object' && content !== null && 'formula' in content;
      sum += isFormula ? Number(content.value) : shown(`${letter}${row}`);
    }
    cells[`${letter}${total}`] = {
      formula: `=SUM(${letter}5:${letter}${total - 1})`,
      value: rounded(sum),
    };
  }
  return {
    sheets: [grid('统计表1', cells), grid('统计表2', officialSheet(2, puyangRows(2)))],
  };
}

/** 2019-1-2. */
const date: Content = { value: 43467, numberFormat: 'yyyy-m-d' };

test('a date under sums is the one cell that is wrong: no formula is', () => {
  const { diagnoses, findings } = check(withFormulas(date, 43467));
  const [found, ...others] = diagnoses;
  expect(others).toEqual([]);
  expect(found?.claim).toBe('culprit');
  expect(
    found?.explanations[0]?.corrections.map(({ place, stated, proposed, wrongFormula }) => [
      place.cell,
      stated,
      proposed,
      wrongFormula,
    ]),
  ).toEqual([['C8', null, '691.45', false]]);
  const content = findings.filter(({ rule }) => rule === 'L-060');
  expect(content.map(({ cells, detail }) => [cells.join(), detail])).toEqual([
    ['C8', expect.objectContaining({ problem: 'date', text: '2019-1-2', determined: null })],
  ]);
});

test('what sums make of words says nothing of what belongs there', () => {
  const { findings } = check(withFormulas('待核', 0));
  const content = findings.filter(({ rule }) => rule === 'L-060');
  expect(content.map(({ detail }) => detail)).toEqual([
    expect.objectContaining({ problem: 'text', determined: null }),
  ]);
});

test('of a text with another unit it is said whether the totals tell which is meant', () => {
  const { findings } = check(puyang({ C5: '32752964元', D5: '3121.4864元', E5: '77元' }));
  const said = findings.flatMap(({ rule, cells, detail }) =>
    rule === 'L-050' && detail.kind === 'content' ? [[cells.join(), detail.problem]] : [],
  );
  expect(said).toEqual([
    ['C5', 'textNumber'],
    ['D5', 'textNumber'],
    ['E5', 'otherUnit'],
  ]);
});
