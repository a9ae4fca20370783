/** What is told together, which unit comes first, and what is certain enough to be adopted with everything else? */
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { findingItem, groupAlike } from '../../../src/application/report/alikeItems';
import { cellKey, certainOf } from '../../../src/application/report/certain';
import type { UnitReport } from '../../../src/application/report/report';
import { reportOf } from '../../../src/application/report/makeReport';
import type { ReportItem, SlipItem } from '../../../src/application/report/reportItem';
import { unitsByNeed } from '../../../src/application/report/unitsByNeed';
import { puyang, settings } from '../../domain/forms';

function unitOf(...changes: Parameters<typeof puyang>): UnitReport {
  const [unit] = reportOf(checkWorkbook(puyang(...changes), settings)).units;
  if (unit === undefined) throw new Error('no unit');
  return unit;
}

describe('findings that are alike', () => {
  const { items, findings } = unitOf({ K12: 7580.924 });
  const grouped = groupAlike(items);
  const kinds = (all: readonly ReportItem[]) =>
    all.map((item) => [item.kind, item.kind === 'alike' ? item.rule : '', item.findings.length]);

  test('are one item where the first of them stood; what explains others stays as it is', () => {
    expect(kinds(grouped)).toEqual([
      ['slip', '', 2],
      ['alike', 'R-010', 13],
      ['alike', 'R-020', 2],
    ]);
    expect(grouped[0]).toBe(items[0]);
  });

  test('name the largest difference, whatever its sign', () => {
    const [, alike] = grouped;
    if (alike?.kind !== 'alike') throw new Error('nothing is alike');
    // 城乡社区: 5722.37 spent of 5450.56.
    expect(alike.largest?.cells).toEqual(['D14']);
  });

  test('lose none, also when they are grouped again or narrowed', () => {
    const told = (all: readonly ReportItem[]) =>
      all.flatMap((item) => item.findings.map(({ id }) => id)).sort();
    expect(told(grouped)).toEqual(findings.map(({ id }) => id).sort());
    expect(kinds(groupAlike(grouped))).toEqual(kinds(grouped));
    const narrowed = groupAlike(items, ({ rule, cells }) => rule !== 'R-010' || cells[0] === 'D14');
    expect(kinds(narrowed)).toEqual([
      ['slip', '', 2],
      ['finding', '', 1],
      ['alike', 'R-020', 2],
    ]);
  });

  test('of two units, or of two severities, do not stand together', () => {
    const [one, other] = findings.filter(({ rule }) => rule === 'R-020');
    if (one === undefined || other === undefined) throw new Error('two findings');
    const kindsOf = (second: typeof other) => kinds(groupAlike([one, second].map(findingItem)));
    expect(kindsOf(other)).toEqual([['alike', 'R-020', 2]]);
    expect(kindsOf({ ...other, pair: 2 })).toHaveLength(2);
    expect(kindsOf({ ...other, severity: 'error' })).toHaveLength(2);
  });
});

test('units stand by what they need: errors, what was not checked, warnings; the most first', () => {
  const unit = unitOf();
  const named = (
    number: number,
    verdict: UnitReport['verdict'],
    error = 0,
    warning = 0,
  ): UnitReport => ({ ...unit, number, verdict, counts: { error, warning, notice: 0 } });
  const units = [
    named(1, 'passed'),
    named(2, 'warnings', 0, 3),
    named(3, 'errors', 2, 9),
    named(4, 'notChecked'),
    named(5, 'warnings', 0, 8),
    named(6, 'errors', 5),
    named(7, 'errors', 2, 10),
    named(8, 'passed'),
    named(9, 'notCalculated'),
    named(10, 'errors', 5),
  ];
  const before = [...units];
  expect(unitsByNeed(units).map(({ number }) => number)).toEqual([6, 10, 7, 3, 4, 9, 5, 2, 1, 8]);
  expect(units).toEqual(before);
});

describe('what is certain', () => {
  const unit = unitOf({ K12: 7580.924 });
  const slip = unit.items.find((item): item is SlipItem => item.kind === 'slip');
  if (slip === undefined) throw new Error('no slip');
  const wanting = (proposed: string): SlipItem => {
    const corrections = slip.explanation.corrections.map((one) => ({ ...one, proposed }));
    return { ...slip, explanation: { ...slip.explanation, corrections } };
  };
  const certain = (...items: readonly ReportItem[]) =>
    certainOf([{ ...unit, items }], new Set()).corrections;

  test('is what slips and acts propose, unit by unit', () => {
    expect(certain(...unit.items)).toEqual([slip.explanation]);
    expect(certainOf([unit, unit], new Set()).corrections).toHaveLength(2);
  });

  test('is not what contradicts something else: neither of the two', () => {
    const other = wanting('1');
    expect(certain(slip, other)).toEqual([]);
    expect(certain(slip, wanting('7580.942'))).toHaveLength(2);
    // One that wants nothing of the cell stays.
    const elsewhere = slip.explanation.corrections.map((one) => ({
      ...one,
      place: { ...one.place, cell: 'L12' },
    }));
    const apart = { ...slip, explanation: { ...slip.explanation, corrections: elsewhere } };
    expect(certain(slip, other, apart)).toEqual([apart.explanation]);
  });

  test('is a text that is one number, told once for all of a unit; not one with a doubtful unit', () => {
    const texts = unitOf({ D20: -318, C8: '691.45', D9: '77.6', K10: '1,064.71元' });
    const found = certainOf([texts], new Set());
    expect(texts.findings.filter(({ rule }) => rule === 'L-050')).toHaveLength(3);
    expect(found.texts.map(({ cells }) => cells[0])).toEqual(['C8', 'D9']);
    expect([found.corrections.length, found.items]).toEqual([1, 2]);
  });

  test('is not what stands in locked cells', () => {
    const texts = unitOf({ K12: 7580.924, C8: '691.45', D9: '77.6' });
    const locked = ['K12', 'D9'].map((cell) => cellKey({ sheet: '统计表1', cell }));
    const found = certainOf([texts], new Set(locked));
    expect(found.texts.map(({ cells }) => cells[0])).toEqual(['C8']);
    expect([found.corrections, found.items]).toEqual([[], 1]);
  });

  test('is not a choice between ways', () => {
    const { diagnosis, explanation, key, severity, findings } = slip;
    const choices = [explanation, wanting('1').explanation];
    expect(certain({ kind: 'choice', key, severity, findings, diagnosis, choices })).toEqual([]);
  });
});
