/** Tables of hundreds of lines: acts are named as in the printed ones, in a number of steps that grows with the lines. */
import { diagnose, type DiagnosisUnit } from '../../../src/domain/diagnose/diagnose';
import { EVENTS, inFormulas, type EventTrial } from '../../bench/diagnosis/eventModel';
import { largePair } from '../../bench/diagnosis/largePairs';
import { seeded } from '../../bench/diagnosis/random';
import { formulaTotals, systemsOf } from './pair';

function unitOf({ pair, outside }: EventTrial, isFormula: boolean): DiagnosisUnit {
  const systems = systemsOf(pair, isFormula ? { kindOf: formulaTotals } : {}).map((system) => ({
    ...system,
    isRequired: system.measure === 'budgeted',
    finest: 6,
  }));
  return { systems, outside, typicalSize: { centre: 4, width: 1.8 } };
}

function trialOf(kind: keyof typeof EVENTS, seed: number, lines: number): EventTrial {
  const trial = EVENTS[kind](seeded(seed + 4), largePair(seed, lines));
  if (trial === null) throw new Error(`no trial of ${kind}`);
  return trial;
}

test.each([
  ['projectMissing', 1, 800, false],
  ['otherBudget', 2, 400, true],
  ['scaled', 1, 800, false],
  ['scaled', 2, 400, true],
  ['exchanged', 2, 400, false],
  ['shifted', 1, 800, false],
  ['outsideTable', 1, 800, false],
  ['differentDraft', 2, 400, false],
] as const)('%s (%d), %d lines, formula totals: %p', (kind, seed, lines, isFormula) => {
  const made = trialOf(kind, seed, lines);
  const trial = isFormula ? inFormulas(made) : made;
  const { events } = diagnose(unitOf(trial, isFormula));
  expect(events.map((event) => event.kind)).toEqual([kind]);
  const [event] = events;
  if (trial.truth.size > 0) {
    expect(event?.table).toBe(trial.table);
    expect(event?.corrections.map(({ key, proposed }) => [key, proposed ?? 0n]).sort()).toEqual(
      [...trial.truth].sort(),
    );
  } else {
    expect(event?.corrections).toEqual([]);
  }
});

/** How often a list is read, by index or by walking through it. */
function counted<T>(list: readonly T[], count: { reads: number }): readonly T[] {
  return new Proxy(list, {
    get(target, name, receiver) {
      if (typeof name === 'string' && /^\d/.test(name)) count.reads += 1;
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}

function readsOf(kind: keyof typeof EVENTS, lines: number): number {
  const count = { reads: 0 };
  const { systems, ...rest } = unitOf(trialOf(kind, 1, lines), true);
  diagnose({
    ...rest,
    systems: systems.map((system) => ({
      ...system,
      figures: counted(system.figures, count),
      equalities: counted(system.equalities, count),
    })),
  });
  return count.reads;
}

test.each(['projectMissing', 'scaled'] as const)(
  '%s: twice the lines are read about twice as often',
  (kind) => {
    const [once, twice] = [readsOf(kind, 350), readsOf(kind, 700)];
    expect(once).toBeGreaterThan(1000);
    expect(twice).toBeLessThan(3 * once);
  },
);
