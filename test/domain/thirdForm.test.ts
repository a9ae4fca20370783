/** A form that is nothing but data is recognised, checked, diagnosed and filled like the official ones. */
import { consolidate } from '../../src/domain/consolidate/consolidate';
import { judgeSet } from '../../src/domain/consolidate/judgeSet';
import { LabelMap } from '../../src/domain/consolidate/labelMap';
import { resultLayouts } from '../../src/domain/consolidate/resultLayouts';
import { takeUnit } from '../../src/domain/consolidate/takenUnit';
import type { Form, FormSet } from '../../src/domain/forms/form';
import { editionOf, linesOf } from '../../src/domain/forms/form';
import { officialForms } from '../../src/domain/forms/officialForms';
import { planFill } from '../../src/domain/fill/planFill';
import type { WorkbookGrids } from '../../src/domain/grid';
import { recogniseSheet, recogniseWorkbook } from '../../src/domain/recognise/recogniseWorkbook';
import type { UnitReturn } from '../../src/domain/returns/unitReturn';
import { viewReturns } from '../../src/domain/returns/unitReturn';
import { checkReturn } from '../../src/domain/rules/checkReturn';
import { diagnoseReturn } from '../../src/domain/rules/diagnosePairs';
import { writtenContent } from './fill/filling';
import type { Changes } from './forms';
import { changed, grid, officialSheet, puyang, puyangRows, settings } from './forms';

/** By kind of supplier; one of its labels is also one of Table 1's. */
const table3: Form = {
  id: 'table3',
  title: '政府购买服务项目资金统计表3',
  sheetName: '统计表3',
  editions: [
    {
      id: 'form2019',
      title: '2019年表样',
      years: { first: 2014, last: 2024 },
      labels: {
        enterprises: '企业',
        institutions: '事业单位',
        societies: '社会组织',
        other: '其他',
      },
      optional: [],
      notes: [],
    },
    {
      id: 'form2025',
      title: '2025年表样',
      years: { first: 2025, last: null },
      labels: {
        enterprises: '企业法人',
        societies: '社会组织',
        individuals: '个人',
        other: '其他',
      },
      optional: ['individuals'],
      notes: [],
    },
  ],
  ownEdition: 'form2019',
  alsoWritten: [{ label: '公司', line: 'enterprises', edition: 'form2019' }],
};

const threeForms: FormSet = {
  forms: [...officialForms.forms, table3],
  needed: [...officialForms.needed, 'table3'],
  agreeing: [...officialForms.agreeing, ['table1', 'table3']],
};

/** The city's grand totals in the last line, parts of them in the first two. */
function rows3(labels: readonly string[] = ['企业', '事业单位', '社会组织', '其他']) {
  const total = puyangRows(1).at(-1)?.slice(1).map(Number) ?? [];
  const part = (share: number) =>
    total.map((figure, at) => (at % 4 === 0 ? Math.round(figure * share) : figure * share));
  const rounded = (figures: readonly number[]) =>
    figures.map((figure) => Number(figure.toFixed(4)));
  const source = rounded(part(0.25)).map((figure, at) => (at < 8 ? figure : 0));
  const withTotals = (figures: readonly number[]) =>
    figures.map((figure, at) =>
      at < 8 ? figure : Number(((figures[at - 8] ?? 0) + (figures[at - 4] ?? 0)).toFixed(4)),
    );
  const none = total.map(() => 0);
  const first = withTotals(source);
  const rest = rounded(total.map((figure, at) => figure - (first[at] ?? 0)));
  return [
    [labels[0] ?? '', ...first],
    [labels[1] ?? '', ...rest],
    [labels[2] ?? '', ...none],
    [labels[3] ?? '', ...none],
    ['合计', ...total],
  ];
}

function workbook(table3Changes: Changes = {}, labels?: readonly string[]): WorkbookGrids {
  const cells: Changes = { A1: table3.title, ...table3Changes };
  const sheet = grid('统计表3', changed(officialSheet(1, rows3(labels)), cells));
  return { sheets: [...puyang().sheets, sheet] };
}

function returnsOf(book: WorkbookGrids): UnitReturn[] {
  return viewReturns(recogniseWorkbook(book, recogniseSheet, threeForms).returns, book);
}

function only(book: WorkbookGrids): UnitReturn {
  const [unit, ...others] = returnsOf(book);
  if (unit === undefined || others.length > 0) throw new Error('not one return');
  return unit;
}

/** Findings that the city's own pair does not have. */
function findingsOf(book: WorkbookGrids): string[] {
  return checkReturn(only(book), settings)
    .findings.filter(({ rule }) => rule !== 'R-010' && rule !== 'R-020')
    .map(({ rule, sheet, cells }) => `${rule} ${sheet} ${cells.join(' ')}`);
}

test('it is recognised beside the others, as part of one return', () => {
  expect([...only(workbook()).tables.keys()]).toEqual(['table1', 'table2', 'table3']);
  expect(findingsOf(workbook())).toEqual([]);
});

test('without it the return lacks a form, and the others are checked all the same', () => {
  expect(findingsOf(puyang())).toEqual(['C-060 统计表1 A3']);
});

test('two units with three forms each are kept apart, wherever their sheets stand', () => {
  const named = (book: WorkbookGrids, unit: string) =>
    book.sheets.map((sheet) => ({
      ...sheet,
      name: `${unit}${sheet.name}`,
      rows: sheet.rows.map((row, at) =>
        at === 1
          ? row?.map((cell, column) =>
              column === 0 && cell ? { ...cell, value: `填报单位：${unit}` } : cell,
            )
          : row,
      ),
    }));
  const [a, b] = [named(workbook(), '甲县'), named(workbook(), '乙县')];
  const sheets = [a[0], b[2], b[1], a[2], b[0], a[1]].filter((sheet) => sheet !== undefined);
  const names = returnsOf({ sheets }).map(({ tables }) =>
    [...tables.values()].map(({ sheet }) => sheet),
  );
  expect(names).toEqual([
    ['甲县统计表1', '甲县统计表2', '甲县统计表3'],
    ['乙县统计表1', '乙县统计表2', '乙县统计表3'],
  ]);
});

test('its balances, its lines and its agreement with another form are checked', () => {
  expect(findingsOf(workbook({ C9: 1 }))).toEqual([
    'B-010 统计表3 K9',
    'B-020 统计表3 C9',
    'X-010 统计表1 C24',
  ]);
  expect(findingsOf(workbook({}, ['企业', '社会组织', '其他', '教育']))).toEqual([
    'C-030 统计表3 A6',
    'C-030 统计表3 A8',
  ]);
});

test('its editions are printed lists: a label of another one is said, an optional line may be left out', () => {
  expect(findingsOf(workbook({}, ['企业法人', '社会组织', '其他', '其中：协会']))).toEqual([]);
  expect(findingsOf(workbook({}, ['公司', '事业单位', '社会组织', '其他']))).toEqual([]);
  expect(findingsOf(workbook({}, ['企业法人', '事业单位', '社会组织', '其他']))).toEqual([
    'C-040 统计表3 A5',
  ]);
});

test('its wrong figure is found and its value named', () => {
  const right = rows3()[0]?.[2];
  const unit = only(workbook({ C5: Number(right) + 9 }));
  const { findings } = checkReturn(unit, settings);
  const [diagnosis] = diagnoseReturn(unit, findings, settings).diagnoses;
  const [correction] = diagnosis?.explanations[0]?.corrections ?? [];
  expect(diagnosis?.unique).toBe(true);
  expect([correction?.place.form, correction?.place.cell, Number(correction?.proposed)]).toEqual([
    'table3',
    'C5',
    right,
  ]);
});

test('its missing totals are filled', () => {
  const plan = planFill([only(workbook({ K5: undefined, C9: undefined }))], 'values');
  expect(
    plan.changes.map(({ place, then }) => [place.form, place.cell, writtenContent(then)]),
  ).toEqual([
    ['table3', 'K5', rows3()[0]?.[10]],
    ['table3', 'C9', rows3()[4]?.[2]],
  ]);
});

test('it is added up and laid out beside the others; lines of different editions are all there', () => {
  const taken = [
    ['企业', '事业单位', '社会组织', '其他'],
    ['企业法人', '社会组织', '个人', '其他'],
  ].map((labels, at) => {
    const unit = only(workbook({}, labels));
    const { findings } = checkReturn(unit, settings);
    return takeUnit(unit, {
      id: `${at}`,
      source: { kind: 'file', file: `${at}.xlsx` },
      assumedName: '',
      findings,
      isUndecided: false,
      chosenCurrency: null,
      sumOf: [],
      lacks: null,
      answers: { byFinding: new Map(), gone: [] },
    });
  });
  const [first, second] = taken.map((unit, at) => ({ ...unit, name: `第${at}县` }));
  if (first === undefined || second === undefined) throw new Error('two units');
  const judgement = judgeSet([first, second], {
    fiscalYear: null,
    currencyUnit: null,
    includeErrors: new Set(),
    chosenVersions: new Set(),
    countChoices: new Map(),
    labels: new LabelMap([], threeForms),
    expectedUnits: null,
  });
  const result = consolidate(judgement, '全市');
  const table = result?.tables.get('table3');
  expect(judgement.units.map(({ excludedBecause }) => excludedBecause)).toEqual([null, null]);
  expect(table?.lines.map(({ line }) => line)).toEqual([
    'enterprises',
    'institutions',
    'societies',
    'individuals',
    'other',
  ]);
  expect(table?.total).toEqual(result?.tables.get('table1')?.total);
  const layouts = result === null ? [] : resultLayouts(result, 'formulas');
  expect(layouts.map(({ name }) => name)).toEqual(['统计表1', '统计表2', '统计表3']);
  expect(layouts[2]?.cells.find(({ row, column }) => row === 5 && column === 2)?.content).toBe(
    "=SUMIFS('汇总底稿3'!$D$2:$D$9,'汇总底稿3'!$B$2:$B$9,$A6)",
  );
});

test('the official order of its lines holds those of every edition', () => {
  expect(linesOf(table3)).toEqual([
    'enterprises',
    'institutions',
    'societies',
    'individuals',
    'other',
  ]);
});

describe('the official forms', () => {
  test.each(officialForms.forms)('$id: editions follow each other without a gap', (form) => {
    form.editions.forEach(({ years }, at) => {
      const before = form.editions[at - 1]?.years;
      expect(years.first).toBe(before === undefined ? null : (before.last ?? Number.NaN) + 1);
    });
    expect(form.editions.at(-1)?.years.last).toBeNull();
    expect(editionOf(form, form.ownEdition)).not.toBeNull();
  });

  test.each(officialForms.forms)(
    '$id: every spelling is of a line that its edition prints',
    (form) => {
      for (const { line, edition } of form.alsoWritten) {
        expect(Object.keys(editionOf(form, edition)?.labels ?? {})).toContain(line);
      }
    },
  );
});
