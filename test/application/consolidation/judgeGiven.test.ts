import { isWhole, prepareJudging } from '../../../src/application/consolidation/judgeGiven';
import { consolidate } from '../../../src/domain/consolidate/consolidate';
import type { JudgedSet, SetUnit } from '../../../src/application/consolidation/judgeGiven';
import { unitsOf } from '../../../src/application/consolidation/givenSet';
import { compareSet } from '../../../src/domain/consolidate/compareSet';
import { LabelMap } from '../../../src/domain/consolidate/labelMap';
import { officialForms } from '../../../src/domain/forms/officialForms';
import type { UnitPlan } from '../../domain/consolidate/sets';
import { givenFiles, judgedGiven, ownUnits } from './given';

const jia: UnitPlan = { name: '甲县', times: 3 };
const yi: UnitPlan = { name: '乙县', times: 5 };
/** A total that is not the sum. */
const wrong: UnitPlan = { name: '丙县', times: 7, table1: { K24: '1' } };
const ownLabel: UnitPlan = { name: '丁县', times: 11, table1: { A23: '丁县自定' } };

const names = (units: readonly SetUnit[]) => units.map(({ unit }) => unit.name);
const short = ({ shortfall }: JudgedSet) => ({
  lost: names(shortfall.lost),
  spared: names(shortfall.spared),
  missing: shortfall.missing,
});
const nothing = { lost: [], spared: [], missing: [] };

test('all that was given counts, from files and from this workbook', () => {
  const set = judgedGiven(givenFiles([jia], { own: ownUnits([yi]) }));
  expect(names(set.units)).toEqual(['甲县', '乙县']);
  expect(short(set)).toEqual(nothing);
  expect(isWhole(set.shortfall)).toBe(true);
  expect(consolidate(set.judgement, '全市')?.units.map(({ name }) => name)).toEqual([
    '乙县',
    '甲县',
  ]);
});

test('a unit with errors is lost until the user includes it', () => {
  const given = givenFiles([jia, wrong]);
  const before = judgedGiven(given);
  expect(short(before)).toEqual({ ...nothing, lost: ['丙县'] });
  expect(isWhole(before.shortfall)).toBe(false);
  const id = before.units[1]?.unit.id ?? '';
  for (const includeErrors of ['all', new Set([id])] as const) {
    expect(short(judgedGiven(given, { includeErrors }))).toEqual(nothing);
  }
});

test('a unit with a label of its own is lost until the label is mapped', () => {
  const given = givenFiles([jia, ownLabel]);
  expect(short(judgedGiven(given)).lost).toEqual(['丁县']);
  const labels = [{ label: '丁县自定', meaning: '其他' }];
  expect(short(judgedGiven(given, { labels })).lost).toEqual([]);
});

test('of two copies one is spared; of two versions both are lost until one is chosen', () => {
  expect(short(judgedGiven(givenFiles([jia, yi, jia])))).toEqual({ ...nothing, spared: ['甲县'] });
  const given = givenFiles([jia, { ...jia, times: 13 }]);
  const both = judgedGiven(given);
  expect(short(both).lost).toEqual(['甲县', '甲县']);
  const chosenVersions = new Set([both.units[1]?.unit.id ?? '']);
  expect(short(judgedGiven(given, { chosenVersions }))).toEqual({ ...nothing, spared: ['甲县'] });
});

test('a version that was chosen and has errors is lost, and so is the other', () => {
  const given = givenFiles([jia, { ...wrong, name: '甲县' }]);
  const chosenVersions = new Set([judgedGiven(given).units[1]?.unit.id ?? '']);
  expect(short(judgedGiven(given, { chosenVersions })).lost).toEqual(['甲县', '甲县']);
});

test('a sum of others is spared as long as all of them are in the sum', () => {
  const sum: UnitPlan = { name: '全市', times: 8 };
  expect(short(judgedGiven(givenFiles([jia, yi, sum])))).toEqual({ ...nothing, spared: ['全市'] });
  // One of the parts has a table missing: what it reports is nowhere.
  const half = givenFiles([jia, { ...yi, tables: [1] }, sum]);
  expect(short(judgedGiven(half)).lost).toEqual(expect.arrayContaining(['乙县', '全市']));
  expect(short(judgedGiven(half)).spared).toEqual([]);
});

test('whatever was not read keeps the sum from being whole', () => {
  const given = givenFiles([jia]);
  const faulty = {
    key: 'x',
    name: '坏.xlsx',
    fault: { code: 'noOfficialSheet' } as const,
    refused: [],
    unread: [],
    units: [],
  };
  const unread = { sheet: '表1', part: 'sheet', reason: 'damaged' } as const;
  for (const worse of [
    { ...given, files: [...given.files, faulty] },
    { ...given, notReached: ['乙县.xlsx'] },
    { ...given, files: given.files.map((file) => ({ ...file, unread: [unread] })) },
  ]) {
    expect(isWhole(judgedGiven(worse).shortfall)).toBe(false);
  }
  expect(isWhole(judgedGiven(given, { expectedUnits: ['甲县', '戊县'] }).shortfall)).toBe(false);
  expect(isWhole(judgedGiven(given, { expectedUnits: ['甲县'] }).shortfall)).toBe(true);
});

test('a figure that cannot be told keeps the sum from being whole', () => {
  const set = judgedGiven(givenFiles([{ ...jia, table1: { C8: '约五' } }]), {
    includeErrors: 'all',
  });
  expect(names(set.shortfall.untold)).toEqual(['甲县']);
  expect(isWhole(set.shortfall)).toBe(false);
});

test('what judging needs is found out in pieces, with pauses between them', async () => {
  const given = givenFiles([jia, yi, wrong, { ...jia, name: '戊县', times: 8 }]);
  const labels = new LabelMap([], officialForms);
  let time = 0;
  let pauses = 0;
  const clock = {
    now: () => new Date((time += 5)),
    after: (milliseconds: number, work: () => void) => {
      expect(milliseconds).toBe(0);
      pauses += 1;
      queueMicrotask(work);
      return () => undefined;
    },
  };
  await prepareJudging(given, [], clock);
  expect(pauses).toBeGreaterThan(2);
  const compared = compareSet(
    unitsOf(given).map(({ unit }) => unit),
    labels,
  );
  expect(compared.sums.map(({ members }) => members)).toEqual([[3, 0, 1]]);
  pauses = 0;
  await prepareJudging(given, [], clock);
  expect(pauses).toBe(0);
});
