/**
 * How good is 舍位平衡, beside what others do? `npm run bench:round [-- --quick]`
 *
 * The public pair of a city and generated pairs are rounded by the product, cell by cell, by 倒挤 and
 * greedily; what an integer programme proves to be the least total deviation stands beside. Exit
 * status 1 where the product breaks an equality, moves a figure by a unit, or deviates more than proved.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { absolute, formatAmount, sumAmounts, unitOfPlace } from '../../../src/domain/amount';
import { currencyUnitTitles, unitPower } from '../../../src/domain/forms/terms';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { equalitiesOf } from '../../../src/domain/returns/returnEqualities';
import type { Figure } from '../../../src/domain/returns/tableView';
import type { UnitReturn } from '../../../src/domain/returns/unitReturn';
import { tablesOfReturn, viewReturns } from '../../../src/domain/returns/unitReturn';
import type { RoundingTarget } from '../../../src/domain/rounding/roundReturn';
import { roundReturn } from '../../../src/domain/rounding/roundReturn';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { generatePair } from '../diagnosis/generator';
import { printTable } from '../diagnosis/print';
import { pairWorkbook } from '../pairWorkbook';
import { loadProver } from './integerProgramme';
import type { Prove } from './integerProgramme';
import type { Amounts, Method } from './methods';
import { methods, nearest } from './methods';

/** What a rounding is worth. All amounts are counts of 10⁻¹² of the new money unit. */
interface Worth {
  readonly broken: number;
  readonly notNearest: number;
  readonly largestMove: bigint;
  readonly deviation: bigint;
}

type Rounding = ReadonlyMap<Figure, bigint>;

const product: Method = {
  name: '舍位平衡 (this product)',
  round: () => new Map(),
};

function amountsOf(unit: UnitReturn, { currencyUnit, decimals }: RoundingTarget): Amounts {
  const exact = new Map<Figure, bigint>();
  for (const table of tablesOfReturn(unit)) {
    const shift = unitPower[table.currencyUnit] - unitPower[currencyUnit];
    for (const figure of table.figures) {
      if (figure.measure === 'projectCount') continue;
      const amount = figure.amount ?? 0n;
      const divisor = 10n ** BigInt(Math.max(0, -shift));
      if (amount % divisor !== 0n) throw new Error('finer than is held');
      exact.set(figure, (amount * 10n ** BigInt(Math.max(0, shift))) / divisor);
    }
  }
  return { exact, step: unitOfPlace(decimals) };
}

function worthOf(unit: UnitReturn, { exact, step }: Amounts, values: Rounding): Worth {
  const valueOf = (figure: Figure) => values.get(figure) ?? 0n;
  const broken = equalitiesOf(unit).filter(
    ({ total, parts }) =>
      total.measure !== 'projectCount' && valueOf(total) !== sumAmounts(parts.map(valueOf)),
  );
  const filled = [...exact].filter(([{ blank }]) => !blank);
  const moves = filled.map(([figure, amount]) => absolute(valueOf(figure) - amount));
  return {
    broken: broken.length,
    notNearest: filled.filter(([figure, amount]) => valueOf(figure) !== nearest(amount, step))
      .length,
    largestMove: moves.reduce((most, move) => (move > most ? move : most), 0n),
    deviation: sumAmounts(moves),
  };
}

/** The product's own rounding; null where it refuses. */
function productRounding(unit: UnitReturn, target: RoundingTarget): Rounding | null {
  const outcome = roundReturn(unit, target);
  return outcome.kind === 'refused'
    ? null
    : new Map(outcome.figures.map(({ figure, rounded }) => [figure, rounded]));
}

interface Sums {
  readonly name: string;
  readonly worths: Worth[];
}

/** Rounds the pairs by all methods and prints a table; false where a promise is not kept. */
function study(
  title: string,
  units: readonly UnitReturn[],
  target: RoundingTarget,
  prove: Prove,
): boolean {
  const rows: Sums[] = [product, ...methods].map(({ name }) => ({ name, worths: [] }));
  const proved: Worth[] = [];
  let unproved = 0;
  let isKept = true;
  for (const unit of units) {
    const amounts = amountsOf(unit, target);
    const own = productRounding(unit, target);
    if (own === null) {
      console.log('a pair was refused');
      isKept = false;
      continue;
    }
    const ownWorth = worthOf(unit, amounts, own);
    rows[0]?.worths.push(ownWorth);
    methods.forEach(({ round }, index) => {
      rows[index + 1]?.worths.push(worthOf(unit, amounts, round(unit, amounts)));
    });
    const least = prove(unit, amounts);
    if (least === null) unproved += 1;
    else {
      const worth = worthOf(unit, amounts, least);
      proved.push(worth);
      isKept &&= worth.broken === 0 && worth.deviation === ownWorth.deviation;
    }
    isKept &&= ownWorth.broken === 0 && ownWorth.largestMove < amounts.step;
  }
  rows.push({ name: 'integer programme (proved)', worths: proved });
  const unitName = currencyUnitTitles[target.currencyUnit];
  printTable(
    `${title}, to ${unitName} with ${target.decimals} decimals`,
    ['', 'equalities broken', 'not 四舍五入', 'largest move', 'total deviation'],
    rows.map(({ name, worths }) => [
      name,
      String(worths.reduce((sum, { broken }) => sum + broken, 0)),
      String(worths.reduce((sum, { notNearest }) => sum + notNearest, 0)),
      formatAmount(
        worths.reduce((most, { largestMove }) => (largestMove > most ? largestMove : most), 0n),
      ),
      formatAmount(sumAmounts(worths.map(({ deviation }) => deviation))),
    ]),
  );
  const count = units
    .flatMap((unit) => equalitiesOf(unit))
    .filter(({ total }) => total.measure !== 'projectCount').length;
  console.log(
    `${count} equalities of amounts; one unit of the last place is ${formatAmount(unitOfPlace(target.decimals))}; ` +
      `${proved.length} of ${units.length} optima proved${unproved > 0 ? `, ${unproved} not` : ''}`,
  );
  return isKept && unproved === 0;
}

async function city(): Promise<UnitReturn> {
  const bytes = new Uint8Array(readFileSync(join(__dirname, '../../specimens/puyang-2019.xlsx')));
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.fault.code);
  return firstOf(viewReturns(recogniseWorkbook(read.value).returns, read.value));
}

function firstOf(units: readonly UnitReturn[]): UnitReturn {
  const [unit] = units;
  if (unit === undefined) throw new Error('no return');
  return unit;
}

function generated(seed: number, currencyUnit: 'tenThousandYuan' | 'yuan'): UnitReturn {
  const { pair } = generatePair(seed, currencyUnit);
  const workbook = pairWorkbook(pair, { currencyUnit, year: 2019 });
  return firstOf(viewReturns(recogniseWorkbook(workbook).returns, workbook));
}

async function main(): Promise<void> {
  const pairs = process.argv.includes('--quick') ? 10 : 100;
  const prove = await loadProver();
  const whole: RoundingTarget = { currencyUnit: 'tenThousandYuan', decimals: 0 };
  const hundredths: RoundingTarget = { currencyUnit: 'tenThousandYuan', decimals: 2 };
  const tenThousandths: RoundingTarget = { currencyUnit: 'hundredMillionYuan', decimals: 2 };
  const puyang = [await city()];
  const inTenThousands = Array.from({ length: pairs }, (_, at) =>
    generated(at + 1, 'tenThousandYuan'),
  );
  const inYuan = Array.from({ length: pairs }, (_, at) => generated(at + 1001, 'yuan'));
  const kept = [
    study('The city’s pair', puyang, whole, prove),
    study('The city’s pair', puyang, tenThousandths, prove),
    study(`${pairs} generated pairs in 万元`, inTenThousands, whole, prove),
    study(`${pairs} generated pairs in 元`, inYuan, hundredths, prove),
    study(`${pairs} generated pairs in 元`, inYuan, whole, prove),
  ];
  const isKept = kept.every(Boolean);
  console.log(
    `\nno equality broken, every move below one unit, no rounding deviates less: ${isKept ? 'kept on every pair' : 'NOT kept'}`,
  );
  process.exitCode = isKept ? 0 : 1;
}

void main();
