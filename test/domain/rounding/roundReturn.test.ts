/** 舍位平衡: the rounded pair balances, no figure moves by a unit, and no rounding deviates less. */
import * as fc from 'fast-check';
import { formatAmount, parseAmount, sumAmounts } from '../../../src/domain/amount';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import type { RoundingTarget } from '../../../src/domain/rounding/roundReturn';
import { roundReturn } from '../../../src/domain/rounding/roundReturn';
import type { RoundedArc } from '../../../src/domain/rounding/roundedFlow';
import { roundArcs } from '../../../src/domain/rounding/roundedFlow';
import { runs } from '../../properties/runs';
import { check, grid, officialSheet, puyang, puyangRows } from '../forms';

const whole: RoundingTarget = { currencyUnit: 'tenThousandYuan', decimals: 0 };

function rounded(workbook: WorkbookGrids, target: RoundingTarget) {
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  return roundReturn(unit, target);
}

function figuresOf(workbook: WorkbookGrids, target: RoundingTarget) {
  const outcome = rounded(workbook, target);
  if (outcome.kind === 'refused') throw new Error(outcome.obstacles.map(({ kind }) => kind).join());
  return outcome.figures;
}

/** The workbook with the rounded figures typed in, and its heading's money unit. */
function applied(workbook: WorkbookGrids, target: RoundingTarget, title: string): WorkbookGrids {
  const values = new Map(
    figuresOf(workbook, target).map(({ figure, rounded: value }) => [
      `${figure.table.sheet}!${figure.row},${figure.column}`,
      Number(formatAmount(value)),
    ]),
  );
  return {
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row, at) =>
        row?.map((cell, column) => {
          const value = values.get(`${sheet.name}!${at},${column}`);
          if (cell !== undefined && typeof cell.value === 'string' && at === 1) {
            return { ...cell, value: cell.value.replace(/(金额：)\S+/, `$1${title}`) };
          }
          return cell === undefined || value === undefined ? cell : { ...cell, value };
        }),
      ),
    })),
  };
}

test('the city’s pair in whole 万元 keeps all 144 equalities; rounded one by one it breaks 19', () => {
  const report = check(applied(puyang(), whole, '万元'));
  expect(
    report.findings.filter(({ rule }) => !rule.startsWith('R-0')).map(({ rule }) => rule),
  ).toEqual([]);
  const moved = figuresOf(puyang(), whole).filter(
    ({ rounded: value, nearest }) => value !== nearest,
  );
  expect(moved.length).toBeGreaterThan(0);
  expect(moved.length).toBeLessThan(19);
});

test('another money unit with decimals enough changes nothing but the spelling', () => {
  for (const [currencyUnit, decimals, title] of [
    ['yuan', 2, '元'],
    ['hundredMillionYuan', 10, '亿元'],
    ['thousandYuan', 5, '千元'],
  ] as const) {
    const target = { currencyUnit, decimals };
    for (const { deviation } of figuresOf(puyang(), target)) expect(deviation).toBe(0n);
    const report = check(applied(puyang(), target, title));
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});

test('a pair that does not balance is refused, and the total is named', () => {
  const outcome = rounded(puyang({ C8: 955.63 }), whole);
  expect(outcome.kind).toBe('refused');
  const named =
    outcome.kind === 'refused'
      ? outcome.obstacles.flatMap((each) =>
          each.kind === 'unbalanced' ? each.equalities.map(({ total }) => total.address) : [],
        )
      : [];
  expect(named).toEqual(['K8', 'C24']);
});

test('a text among the figures and a missing total line are refused as what they are', () => {
  const kinds = (workbook: WorkbookGrids) => {
    const outcome = rounded(workbook, whole);
    return outcome.kind === 'refused' ? outcome.obstacles.map(({ kind }) => kind) : [];
  };
  expect(kinds(puyang({ C8: '约900' }))).toContain('unclear');
  const headless = Object.fromEntries(
    Array.from('ABCDEFGHIJKLM', (letter) => [`${letter}24`, undefined]),
  );
  expect(kinds(puyang(headless))).toContain('noTotalLine');
});

test('a table by itself is rounded by itself', () => {
  const [first] = puyang().sheets;
  if (first === undefined) throw new Error('no sheet');
  const report = check(applied({ sheets: [first] }, whole, '万元'));
  expect(report.findings.filter(({ rule }) => rule.startsWith('B-'))).toEqual([]);
});

/** Pairs of a few lines, amounts of a few decimals; negative ones too. */
const smallPairs = fc
  .array(
    fc.record({
      line1: fc.integer({ min: 0, max: 2 }),
      line2: fc.integer({ min: 0, max: 1 }),
      block: fc.constantFrom(0, 1),
      hundredths: fc.integer({ min: -300, max: 900 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((projects) => {
    const table = (lines: number, by: 'line1' | 'line2') =>
      Array.from({ length: lines + 1 }, (_, line) => {
        const own = projects.filter((project) => line === lines || project[by] === line);
        const sums = [0, 1].map((block) =>
          own
            .filter((each) => each.block === block)
            .reduce((sum, each) => sum + each.hundredths, 0),
        );
        return [...sums, (sums[0] ?? 0) + (sums[1] ?? 0)];
      });
    return [table(3, 'line1'), table(2, 'line2')] as const;
  });

function pairOf(tables: readonly (readonly (readonly number[])[])[]): WorkbookGrids {
  return {
    sheets: tables.map((lines, at) => {
      const labels = puyangRows(at === 0 ? 1 : 2).map(([label]) => label ?? '');
      const rows = labels.map((label, index): (string | number)[] => {
        const isTotal = index === labels.length - 1;
        const figures = isTotal
          ? lines.at(-1)
          : index < lines.length - 1
            ? lines[index]
            : undefined;
        const cells = Array.from({ length: 12 }, (_, column) =>
          column % 4 === 1 && figures !== undefined
            ? (figures[Math.floor(column / 4)] ?? 0) / 100
            : '',
        );
        return [label, ...cells];
      });
      return grid(`统计表${at + 1}`, officialSheet(at === 0 ? 1 : 2, rows));
    }),
  };
}

/** The least total deviation of any balanced rounding, by trying every choice of inputs. In hundredths. */
function leastDeviation(tables: readonly (readonly (readonly number[])[])[]): number {
  /** Per table: block totals → least deviation of its lines and inputs. */
  const perTable = tables.map((lines) => {
    let best = new Map<string, number>([['0,0', 0]]);
    for (const [gp = 0, gmf = 0, total = 0] of lines.slice(0, -1)) {
      const next = new Map<string, number>();
      for (const a of choices(gp)) {
        for (const b of choices(gmf)) {
          if (!choices(total).includes(a + b)) continue;
          const cost = Math.abs(a - gp) + Math.abs(b - gmf) + Math.abs(a + b - total);
          for (const [key, sofar] of best) {
            const [x = 0, y = 0] = key.split(',').map(Number);
            const sum = `${x + a},${y + b}`;
            next.set(sum, Math.min(next.get(sum) ?? Infinity, sofar + cost));
          }
        }
      }
      best = next;
    }
    return best;
  });
  const [gp = 0, gmf = 0, total = 0] = tables[0]?.at(-1) ?? [];
  let least = Infinity;
  for (const [key, cost] of perTable[0] ?? []) {
    const [a = 0, b = 0] = key.split(',').map(Number);
    if (!choices(gp).includes(a) || !choices(gmf).includes(b)) continue;
    if (!choices(total).includes(a + b)) continue;
    const own = Math.abs(a - gp) + Math.abs(b - gmf) + Math.abs(a + b - total);
    least = Math.min(least, cost + (perTable[1]?.get(key) ?? Infinity) + 2 * own);
  }
  return least;
}

function choices(hundredths: number): number[] {
  const lower = Math.floor(hundredths / 100) * 100;
  return lower === hundredths ? [lower] : [lower, lower + 100];
}

test('on small pairs, negative amounts too, no balanced rounding deviates less', () => {
  fc.assert(
    fc.property(smallPairs, (tables) => {
      const figures = figuresOf(pairOf(tables), whole);
      const deviation = sumAmounts(figures.map((figure) => figure.deviation));
      expect(formatAmount(deviation)).toBe(
        formatAmount(parseAmount((leastDeviation(tables) / 100).toFixed(2))),
      );
      const one = parseAmount('1');
      for (const figure of figures) expect(figure.deviation < one).toBe(true);
    }),
    runs(150),
  );
});

test('among roundings that deviate alike, the grand total is rounded half up', () => {
  const lines = [[50, 0, 50]];
  const total = [50, 0, 50];
  const figures = figuresOf(
    pairOf([
      [...lines, total],
      [...lines, total],
    ]),
    whole,
  );
  expect(new Set(figures.map(({ rounded: value }) => formatAmount(value)))).toEqual(
    new Set(['0', '1']),
  );
  const grand = figures.filter(
    ({ figure }) => figure.line.kind === 'total' && figure.block === 'total',
  );
  expect(grand.map(({ rounded: value }) => formatAmount(value))).toEqual(['1', '1']);
});

test('arcs that no choice balances are said so', () => {
  const arc = (lower: bigint): RoundedArc => ({
    ...{ from: 0, to: 1, lower, upper: lower },
    ...{ lowerCost: 0n, upperCost: 0n },
  });
  expect(roundArcs(2, [arc(1n)])).toBeNull();
  expect(roundArcs(2, [arc(1n), { ...arc(1n), from: 1, to: 0 }])).toEqual([1n, 1n]);
});
