/**
 * The method against what is published of another implementation: the R package univOutl (HBmethod) of
 * the rice farms of the R package plm, production of seasons 5 and 6, with U = 0.5, A = 0.05, C = 4.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  hidiroglouBerthelot,
  outsideFences,
} from '../../../src/domain/lastRound/hidiroglouBerthelot';

const [, ...lines] = readFileSync(join(__dirname, 'riceFarms.tsv'), 'utf8').trimEnd().split('\n');
const farms = lines.map((line) => {
  const [, before = '', now = ''] = line.split('\t');
  return { before: Number(before), now: Number(now) };
});
const paper = { a: 0.05, c: 4, least: 0 };
const result = hidiroglouBerthelot(farms, paper);

test('the fences are the published ones', () => {
  expect(farms).toHaveLength(171);
  expect(result.fences[0]).toBeCloseTo(-44.10808, 5);
  expect(result.fences[1]).toBeCloseTo(44.39336, 5);
});

test('so are those outside', () => {
  const outside = outsideFences(result).flatMap((is, at) => (is ? [at + 1] : []));
  expect(outside).toEqual([
    18, 21, 22, 24, 25, 26, 37, 39, 69, 77, 79, 82, 90, 93, 99, 101, 102, 103, 108, 110, 116, 129,
    134, 138, 145, 168,
  ]);
});

test.each([
  [18, -103.58001],
  [21, -58.125],
  [22, -65.04205],
  [24, -283.11879],
  [25, -276.25379],
  [26, -60.77502],
])('the score of farm %i', (farm, score) => {
  expect(result.scores[farm - 1]).toBeCloseTo(score, 5);
});

test('growing and shrinking alike score alike, and more the larger the figure', () => {
  const steady = Array.from({ length: 9 }, () => ({ before: 100, now: 100 }));
  const { scores } = hidiroglouBerthelot(
    [...steady, { before: 100, now: 300 }, { before: 300, now: 100 }, { before: 400, now: 1200 }],
    paper,
  );
  expect(scores.slice(9)).toEqual([2 * Math.sqrt(300), -2 * Math.sqrt(300), 2 * Math.sqrt(1200)]);
});

test('where most have not changed, what changes a little is outside only without a least distance', () => {
  const pairs = [
    ...Array.from({ length: 9 }, () => ({ before: 100, now: 100 })),
    { before: 100, now: 103 },
  ];
  const outside = (least: number) =>
    outsideFences(hidiroglouBerthelot(pairs, { ...paper, least })).filter(Boolean).length;
  expect([outside(0), outside(0.05)]).toEqual([1, 0]);
});
