/**
 * An explanation holds as long as the figures that its rule compared: any change of any figure reopens
 * exactly those that rest on it.
 */
import * as fc from 'fast-check';
import type { Finding } from '../../../src/domain/finding';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import type { UnitReturn } from '../../../src/domain/returns/unitReturn';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { checkReturn } from '../../../src/domain/rules/checkReturn';
import type { Answers } from '../../../src/domain/submission/explanation';
import type { Explanation } from '../../../src/domain/submission/kept';
import { canBeExplained } from '../../../src/domain/submission/explainable';
import {
  answersOf,
  explain,
  tidyText,
  withExplanations,
  withoutExplanations,
} from '../../../src/domain/submission/explanation';
import type { Changes } from '../forms';
import { changed, grid, officialSheet, puyang, puyangRows } from '../forms';
import { emptied } from '../rules/specs';
import { dearRuns } from '../../properties/runs';
import { cellsBehind, settled, table1 } from './restsOn';

interface Report {
  readonly views: readonly UnitReturn[];
  readonly findings: readonly Finding[];
}

/** The rules alone: nothing here depends on what explains failed totals. */
function check(workbook: WorkbookGrids): Report {
  const views = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  return { views, findings: views.flatMap((unit) => checkReturn(unit, settled).findings) };
}

function explained(report: Report, round = settled.round): Explanation[] {
  return report.findings.filter(canBeExplained).flatMap((finding) => {
    const unit = report.views.find(({ number }) => number === finding.pair);
    return unit === undefined ? [] : [explain(finding, unit, round, `说明 ${finding.id}`)];
  });
}

function answered(report: Report, explanations: readonly Explanation[]): Answers {
  return answersOf(report.views, report.findings, explanations, settled.round);
}

const base = puyang(table1);
const before = check(base);
const explanations = explained(before);

test('the tables have warnings of seven rules, all of which can be explained', () => {
  const rules = new Set(before.findings.filter(canBeExplained).map(({ rule }) => rule));
  expect([...rules].sort()).toEqual([
    'F-010',
    'F-030',
    'L-035',
    'L-040',
    'R-010',
    'R-020',
    'R-030',
  ]);
  const { byFinding, gone } = answered(before, explanations);
  expect(gone).toEqual([]);
  expect([...byFinding.values()].every(({ state }) => state === 'valid')).toBe(true);
  expect(byFinding.size).toBe(explanations.length);
});

const cell = fc.record({
  sheet: fc.constantFrom('统计表1', '统计表2'),
  letter: fc.constantFrom(...Array.from('BCDEFGHIJKLM')),
  row: fc.integer({ min: 5, max: 24 }),
  content: fc.oneof(
    fc.constant(undefined),
    fc.integer({ min: 0, max: 9_000_000 }).map((value) => value / 1000),
    fc.constantFrom('待定', '12.5', -3),
  ),
});

test('any change of any figure reopens exactly its own', () => {
  fc.assert(
    fc.property(cell, ({ sheet, letter, row, content }) => {
      fc.pre(sheet === '统计表1' || row <= 11);
      const address = `${letter}${row}`;
      const change: Changes = { [address]: content };
      const after = check(
        sheet === '统计表1' ? puyang({ ...table1, ...change }) : puyang(table1, change),
      );
      const was = valueAt(base, sheet, letter, row);
      const isChanged = was !== (content ?? null) && !(was === null && content === undefined);
      const { byFinding } = answered(after, explanations);
      for (const finding of after.findings.filter(({ id }) => byFinding.has(id))) {
        const touched = finding.sheet === sheet && cellsBehind(finding).includes(address);
        const state = byFinding.get(finding.id)?.state;
        expect([finding.id, state]).toEqual([
          finding.id,
          touched && isChanged ? 'outdated' : 'valid',
        ]);
      }
    }),
    dearRuns(400),
  );
});

function valueAt(workbook: WorkbookGrids, sheet: string, letter: string, row: number) {
  const found = workbook.sheets.find(({ name }) => name === sheet);
  return found?.rows[row - 1]?.['ABCDEFGHIJKLM'.indexOf(letter)]?.value ?? null;
}

test('a rounding difference rests on the total and its parts', () => {
  const whole = { C5: 10, K5: 11, C8: 20, K8: 20, C24: 30, K24: 31 };
  const rounded = (changes: Changes) => check(puyang(emptied(20, { ...whole, ...changes })));
  const written = explained(rounded({})).filter(({ about }) => about.startsWith('R-060'));
  const [line, total] = ['generalAffairs', 'total'].map(
    (key) => `R-060|line|table1|${key}|total|budgeted`,
  );
  expect(written.map(({ about }) => about)).toEqual([line, total]);
  const states = (changes: Changes) =>
    [...answered(rounded(changes), written).byFinding.values()].map(({ explanation, state }) => [
      explanation.about,
      state,
    ]);
  expect(states({ C5: 11, K5: 12 })).toEqual([
    [line, 'outdated'],
    [total, 'valid'],
  ]);
  expect(states({ C8: 21, K8: 21 })).toEqual([
    [line, 'valid'],
    [total, 'valid'],
  ]);
  expect(states({ G24: 0 })).toEqual([
    [line, 'valid'],
    [total, 'outdated'],
  ]);
});

test('what is not found any more is kept as gone, and comes back with its finding', () => {
  const [first] = before.findings.filter(({ rule }) => rule === 'R-020');
  const own = explanations.filter(({ text }) => text === `说明 ${first?.id}`);
  const letter = first?.cells[0]?.slice(0, 1) ?? '';
  const row = first?.cells[0]?.slice(1) ?? '';
  const corrected = check(puyang({ ...table1, [`${letter}${row}`]: 0 }));
  expect(answered(corrected, own)).toEqual({ byFinding: new Map(), gone: own });
  expect(answered(before, own).gone).toEqual([]);
});

describe('an explanation holds in spite of', () => {
  const states = (workbook: WorkbookGrids): unknown => {
    const { byFinding, gone } = answered(check(workbook), explanations);
    return [
      byFinding.size,
      gone.length,
      [...byFinding.values()].every((one) => one.state === 'valid'),
    ];
  };
  const all = [explanations.length, 0, true];
  const sheets = (heading: Parameters<typeof officialSheet>[2], changes: Changes = table1) => [
    grid('统计表1', changed(officialSheet(1, puyangRows(1), heading), changes)),
    grid('统计表2', officialSheet(2, puyangRows(2), heading)),
  ];

  test('rows and columns before the table, other sheet names, another order', () => {
    const moved = base.sheets.map((one) => ({
      ...one,
      name: `另存 ${one.name}`,
      rows: [undefined, undefined, ...one.rows.map((row) => [undefined, ...(row ?? [])])],
    }));
    // The formulas' addresses moved, too; their values are the figures.
    const typed = moved.map((one) => ({
      ...one,
      rows: one.rows.map((row) =>
        row?.map((of) =>
          of?.formula?.includes('SUM') === true ? { ...of, formula: shifted(of.formula) } : of,
        ),
      ),
    }));
    expect(states({ sheets: typed.reverse() })).toEqual(all);
  });

  test('another money unit of the same amounts', () => {
    const heading = { unit: '濮阳市财政局', year: '（2019）', currency: '元' };
    const workbook: WorkbookGrids = {
      sheets: sheets(heading).map((one) => ({
        ...one,
        rows: one.rows.map((row) =>
          row?.map((of, column) =>
            column > 0 && (column - 1) % 4 > 0 && typeof of?.value === 'number'
              ? { ...of, value: Math.round(of.value * 100_000_000) / 10_000 }
              : of,
          ),
        ),
      })),
    };
    const { byFinding } = answered(check(workbook), explanations);
    expect(byFinding.size).toBeGreaterThan(explanations.length / 2);
    expect([...byFinding.values()].filter(({ state }) => state === 'outdated')).toEqual([]);
  });

  test('a correction of the unit’s name, but not of another year', () => {
    expect(
      states({
        sheets: sheets({ unit: '濮阳市财政局综合科', year: '（2019）', currency: '万元' }),
      }),
    ).toEqual(all);
    const next = answered(
      check({ sheets: sheets({ unit: '濮阳市财政局', year: '（2018）', currency: '万元' }) }),
      explanations,
    );
    expect([next.byFinding.size, next.gone.length]).toEqual([0, explanations.length]);
  });

  test('another unit beside it: each has its own', () => {
    const other = { unit: '濮阳县财政局', year: '（2019）', currency: '万元' };
    const both = check({
      sheets: [...base.sheets, ...sheets(other).map((one) => ({ ...one, name: `县 ${one.name}` }))],
    });
    const { byFinding, gone } = answered(both, explanations);
    expect(gone).toEqual([]);
    expect([...byFinding.keys()].every((id) => id.startsWith('濮阳市财政局·'))).toBe(true);
  });
});

function shifted(formula: string): string {
  return formula.replace(/([B-M])(\d+)/g, (_, letter: string, row: string) => {
    const next = 'BCDEFGHIJKLMN'['BCDEFGHIJKLM'.indexOf(letter) + 1] ?? '';
    return `${next}${Number(row) + 2}`;
  });
}

test('only warnings are answered: an error or a notice under the same id is not', () => {
  const findings = before.findings.map((finding) => ({ ...finding, severity: 'error' as const }));
  const { byFinding, gone } = answersOf(before.views, findings, explanations, settled.round);
  expect([byFinding.size, gone.length]).toEqual([0, explanations.length]);
});

test('written anew it takes the place of the old one, removed it is gone', () => {
  const [first, second] = explanations;
  if (first === undefined || second === undefined) throw new Error('no explanations');
  const anew = { ...first, text: '另有说明' };
  expect(withExplanations([first, second], [anew])).toEqual([second, anew]);
  expect(withoutExplanations([first, second], [anew])).toEqual([second]);
});

test('texts are kept without space around them, with one kind of line break, and not endlessly', () => {
  expect(tidyText(' \r\n年中追加\r\n据实结算\r ')).toBe('年中追加\n据实结算');
  expect(Array.from(tidyText('𠮷'.repeat(2_000)))).toHaveLength(1_000);
});

test.each(['\u200B', '.', '……', '—'])('%j explains nothing', (text) => {
  const [first] = explanations;
  if (first === undefined) throw new Error('no explanations');
  const answers = (one: string) =>
    answersOf(before.views, before.findings, [{ ...first, text: one }], settled.round);
  expect([answers(text).byFinding.size, answers(text).gone.length]).toEqual([0, 1]);
  expect([answers('属实').byFinding.size, answers('属实').gone.length]).toEqual([1, 0]);
});
