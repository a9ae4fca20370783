/** Does everything that is offered keep what it promises? On many more workbooks than the tests. */
import type { Offer } from './promises';
import { adoptAll } from './promises';
import { printTable } from './print';
import { wrongWorkbook } from './wrongWorkbooks';

/** What the goals need of this study. */
export interface AdoptionFigures {
  readonly offers: number;
  readonly broken: number;
}

const KINDS: readonly Offer['kind'][] = ['event', 'slip', 'choice', 'other'];
/** Those of the tests come before. */
const FIRST_SEED = 100_000;

/** Adopts and undoes everything that is offered in generated workbooks. */
export async function studyAdoptions(scale: number): Promise<AdoptionFigures> {
  const workbooks = Math.ceil(4000 * scale);
  const offers = new Map(KINDS.map((kind) => [kind, 0]));
  const broken: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + workbooks; seed += 1) {
    const kept = await adoptAll(wrongWorkbook(seed));
    for (const { kind } of kept.offers) offers.set(kind, (offers.get(kind) ?? 0) + 1);
    broken.push(...kept.broken.map((what) => `${seed}: ${what}`));
  }
  printTable(
    'Everything offered is adopted, checked and undone: what it promised and does not hold',
    ['workbooks', 'events', 'slips', 'choices', 'less likely ones', 'promises broken'],
    [[String(workbooks), ...KINDS.map((kind) => String(offers.get(kind))), String(broken.length)]],
  );
  for (const what of broken.slice(0, 20)) console.log(`  ${what}`);
  const all = [...offers.values()].reduce((sum, one) => sum + one, 0);
  return { offers: all, broken: broken.length };
}
