/** What makes explanations about equally plausible, and how far measures support each other. */
import { diagnose } from '../../../src/domain/diagnose/diagnose';
import { DIAGNOSIS_LIMITS } from '../../../src/domain/diagnose/diagnose';
import { learnEvidence } from '../../../src/domain/diagnose/evidence';
import { searchMeasure } from '../../../src/domain/diagnose/measure';
import { PRIORS, type Priors } from '../../../src/domain/diagnose/priors';
import { newMemory } from '../../../src/domain/diagnose/rank';
import type { Run, Scored } from '../../../src/domain/diagnose/together';
import { rankAlone, rankTogether } from '../../../src/domain/diagnose/together';
import { generatePair } from '../../bench/diagnosis/generator';
import { seeded } from '../../bench/diagnosis/random';
import { randomErrors } from '../../bench/diagnosis/trials';
import { amountOf, puyang, systemsOf, withCells } from './pair';

test('explanations that are a third as plausible as the best or more are tied with it, no others', () => {
  let nearly = 0;
  for (let digit = 0; digit < 10; digit += 1) {
    for (const column of [1, 2, 3]) {
      const changes = new Map([
        [`0:3:${column}`, amountOf(`69${digit}.45`)],
        [`0:3:${column + 8}`, amountOf(`69${digit}.45`)],
      ]);
      const { diagnoses } = diagnose({ systems: systemsOf(withCells(puyang(), changes)) });
      for (const { explanations, tied } of diagnoses) {
        const [best = 0, ...others] = explanations.map(({ probability }) => probability);
        const shares = others.map((probability) => probability / best);
        expect(tied).toBe(1 + shares.filter((share) => share >= 1 / 3).length);
        nearly += shares.filter((share) => share < 1 / 3 && share > 1 / 30).length;
      }
    }
  }
  // Some are just too implausible.
  expect(nearly).toBeGreaterThan(0);
});

test('the same places in another measure count as much as that measure speaks for them', () => {
  const changes = new Map(
    [1, 2, 9, 10].map((column) => [`0:3:${column}`, amountOf('700.45')] as const),
  );
  const systems = systemsOf(withCells(puyang(), changes));
  const run: Run = {
    systems,
    evidence: learnEvidence(systems),
    isTotal: systems.map(({ figures }) => figures.map(() => false)),
    priors: PRIORS,
    memories: systems.map(newMemory),
  };
  const alone = systems.map((system, index) =>
    rankAlone(
      run,
      index,
      searchMeasure(system, {
        budget: { left: 1_000_000 },
        most: 5,
        admits: () => true,
        plausibility: () => 0,
      }),
    ),
  );
  const [own = [], other = []] = [alone[1]?.slice(0, 2), alone[2]?.slice(0, 2)];
  /** How much more than the second the first is worth where the other measure speaks for one of them. */
  const lead = (likely: number): number => {
    const scored = other.map((entry, at): Scored => ({
      ...entry,
      score: { ...entry.score, log: at === likely ? 0 : -50 },
    }));
    const [first, second] = rankTogether(run, 1, [[], own, scored, []]);
    return (first?.score.log ?? 0) - (second?.score.log ?? 0);
  };
  expect(lead(0) - lead(1)).toBeCloseTo(2 * Math.log(31), 6);
});

test('what one measure settles in the light of the others settles them in turn', () => {
  // 城乡社区 left blank and added to 资源勘探信息等, in all measures: the totals of both lines would fit, too.
  const [from, to] = [9, 12];
  const moved = ['17', '5522.33', '5795.64', '5795.64'].flatMap((sum, column) => [
    [`0:${from}:${column}`, null] as const,
    [`0:${to}:${column}`, amountOf(sum)] as const,
  ]);
  const systems = systemsOf(withCells(puyang(), new Map(moved)));
  const { diagnoses } = diagnose({ systems });
  // Ranked once, the totals would be accused in every measure.
  expect(diagnoses.map(({ claim }) => claim)).toEqual(Array(4).fill('unknown'));
  const accused = diagnoses.flatMap(({ system, explanations }) =>
    (explanations[0]?.corrections ?? []).map(({ figure }) => systems[system]?.figures[figure]?.key),
  );
  expect(accused.filter((key) => key?.startsWith(`0:${from}:`))).toEqual([
    `0:${from}:0`,
    `0:${from}:9`,
    `0:${from}:2`,
    `0:${from}:3`,
  ]);
});

test('one act over two figures is paid for once, two slips twice', () => {
  const [, , , third, fourth] = puyang()[0] ?? [];
  const [first, second] = [third?.[1], fourth?.[1]];
  if (first == null || second == null) throw new Error('two figures');
  /** Its acts, and what it gains where slips are ten times as rare as every figure's slip is reckoned. */
  const told = (above: bigint, below: bigint) => {
    const changes = new Map([
      ['0:3:1', above],
      ['0:4:1', below],
    ]);
    const systems = systemsOf(withCells(puyang(), changes));
    const [budgeted] = systems.slice(1);
    if (budgeted === undefined) throw new Error('a measure');
    const outcome = searchMeasure(budgeted, {
      budget: { left: 1_000_000 },
      most: 5,
      admits: () => true,
      plausibility: () => 0,
    });
    const scoreWith = (slipRate: number) =>
      rankAlone(
        {
          systems,
          evidence: learnEvidence(systems),
          isTotal: systems.map(({ figures }) => figures.map(() => false)),
          priors: { ...PRIORS, slipRate },
          memories: systems.map(newMemory),
        },
        1,
        outcome,
      ).find(({ candidate }) => candidate.figures.length === 2)?.score;
    const [usual, rare] = [PRIORS.slipRate, PRIORS.slipRate / 10].map(scoreWith);
    return { acts: usual?.acts, gain: (rare?.log ?? 0) - (usual?.log ?? 0) };
  };
  const exchanged = told(second, first);
  expect(exchanged.acts).toEqual([0, 0]);
  expect(exchanged.gain).toBeCloseTo(Math.LN10, 6);
  const slips = told(first * 10n, second * 100n);
  expect(slips.acts).toEqual([0, 1]);
  expect(slips.gain).toBeCloseTo(0, 6);
});

test('what is less probable than nine in ten is left to be chosen, and would be claimed were less asked for', () => {
  let doubtful = 0;
  for (const seed of [70, 128]) {
    const { pair } = generatePair(seed, 'tenThousandYuan');
    const slips = 1 + (seed % 3);
    const { pair: wrong } = randomErrors(seeded(seed), pair, slips, 'tenThousandYuan', seed % 4);
    const unit = { systems: systemsOf(wrong) };
    const itemsWith = (priors: Priors) =>
      diagnose(unit, DIAGNOSIS_LIMITS, priors).diagnoses.flatMap(({ items }) => items);
    const claimed = itemsWith(PRIORS).filter(({ claim }) => claim === 'culprit');
    for (const { probability } of claimed) expect(probability).toBeGreaterThanOrEqual(0.9);
    doubtful += itemsWith({ ...PRIORS, claim: 0.5 }).filter(
      ({ claim, probability }) => claim === 'culprit' && probability < 0.9,
    ).length;
  }
  expect(doubtful).toBeGreaterThan(0);
});
