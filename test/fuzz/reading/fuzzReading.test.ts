import { readCorpus } from './corpus';
import { fuzzCase, fuzzReading } from './fuzzReading';
import { requireSoundGrids } from './soundGrids';

const corpus = readCorpus();

test('damaged files are read or refused, never more', async () => {
  const report = await fuzzReading({
    seed: 7,
    cases: 400,
    corpus,
    checkGrids: requireSoundGrids,
    slowest: Infinity,
  });
  expect(report.failures).toEqual([]);
  // Both outcomes occur, or the damage would be too weak or too strong to find anything.
  expect(report.outcomes['read']).toBeGreaterThan(20);
  expect(report.outcomes['unreadable corrupt']).toBeGreaterThan(20);
});

test('a failure is seen, and can be seen again', async () => {
  const report = await fuzzReading({
    seed: 7,
    cases: 60,
    corpus,
    checkGrids: () => {
      throw new Error('as asked');
    },
    slowest: Infinity,
  });
  const [failure] = report.failures;
  expect(failure?.reason).toContain('as asked');
  expect(fuzzCase(corpus, 7, failure?.case ?? 0)).toEqual(fuzzCase(corpus, 7, failure?.case ?? 0));
});
