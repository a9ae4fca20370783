/** Units whose tables do not say in which money they are: what is taken of them, said, and chosen (U-045)? */
import { takeUnits } from '../../../src/application/takeUnits';
import { judgeSet } from '../../../src/domain/consolidate/judgeSet';
import type { TakenUnit } from '../../../src/domain/consolidate/takenUnit';
import type { WorkbookGrids } from '../../../src/domain/grid';
import type { CurrencyUnit } from '../../../src/domain/forms/terms';
import { setFindingMessage } from '../../../src/wording/setFindings';
import { settings } from '../forms';
import type { UnitPlan } from './sets';
import {
  figuresOf,
  findingsOf,
  setSettings,
  sumOf,
  takenUnits,
  unitWorkbook,
  wordsOf,
} from './sets';

const heading = { K2: '年份：（2019）' };
const three: readonly UnitPlan[] = [
  { name: '甲县', times: 3 },
  { name: '乙县', times: 5 },
  { name: '丙县', times: 7 },
];

/** A unit that does not say its money unit, as the user says it. */
function silent(plan: UnitPlan, chosen: CurrencyUnit | null = null): TakenUnit {
  return takeOne({ table1: heading, table2: heading, ...plan }, chosen);
}

function takeOne(plan: UnitPlan, chosen: CurrencyUnit | null = null): TakenUnit {
  const source = { kind: 'file', file: '丁.xlsx' } as const;
  const workbook = unitWorkbook(plan);
  const currencies = new Map(chosen === null ? [] : [['丁#1', chosen]]);
  const { labels } = setSettings();
  const [only] = takeUnits('丁', source, workbook, settings, labels, currencies).units;
  if (only === undefined) throw new Error('no unit');
  return only.unit;
}

const stated = (plan: UnitPlan) => takenUnits([plan])[0];

describe('nobody has said it', () => {
  const judge = (plan: UnitPlan, includeErrors: 'all' | ReadonlySet<string> = new Set()) =>
    judgeSet([...takenUnits(three), silent(plan)], setSettings({ includeErrors }));

  test('it does not count, and that is said with what its size suggests', () => {
    const judgement = judge({ name: '丁县', currency: 'yuan', times: 11 });
    expect(wordsOf(judgement)).toEqual(['1 counts', '2 counts', '3 counts', '4 errors']);
    expect(findingsOf(judgement)).toEqual(['U-045 error 4']);
    const [finding] = judgement.findings;
    if (finding === undefined) throw new Error('no finding');
    const message = setFindingMessage(finding, judgement, 'zh-CN');
    expect(message).toBe(
      '“丁县”的表没有写明金额单位（元、万元……）。与其他单位每个项目的金额相比，疑为元。请退回补填金额单位后再汇总。',
    );
    expect(setFindingMessage(finding, judgement, 'zh-CN', 'pane')).toContain(
      '请选择金额单位，或退回补填。',
    );
  });

  test('included in spite of its errors it is said as what it counts; 万元 as the others suggest nothing', () => {
    const judgement = judge({ name: '丁县', times: 11 }, 'all');
    expect(wordsOf(judgement)[3]).toBe('4 counts');
    const [finding] = judgement.findings;
    if (finding === undefined) throw new Error('no finding');
    expect(finding.severity).toBe('error');
    expect(setFindingMessage(finding, judgement, 'zh-CN')).toBe(
      '“丁县”的表没有写明金额单位（元、万元……）。暂按万元计入。请退回补填金额单位后再汇总。',
    );
  });

  test.each(['百元', '美元', '百万元'])('%s is quoted, and counts on no account', (written) => {
    const table = { K2: `年份：（2019）金额：（${written}）` };
    const plan: UnitPlan = { name: '丁县', currency: 'yuan', times: 11 };
    const units = [
      ...takenUnits(three),
      takeOne({ ...plan, table1: table, table2: table }),
      silent({ name: '戊县', times: 13 }),
    ];
    const judgement = judgeSet(units, setSettings({ includeErrors: 'all' }));
    expect(wordsOf(judgement).slice(3)).toEqual(['4 currencyUnread', '5 counts']);
    const [finding] = judgement.findings;
    if (finding === undefined) throw new Error('no finding');
    expect(setFindingMessage(finding, judgement, 'zh-CN')).toBe(
      `“戊县”的表没有写明金额单位（元、万元……）。金额单位无法识别，没有计入：“丁县”写的是“${written}”。“戊县”暂按万元计入。请退回改填为元、千元、万元或亿元后再汇总。`,
    );
    const chosen = takeOne({ ...plan, table1: table, table2: table }, 'yuan');
    const settled = judgeSet([...takenUnits(three), chosen], setSettings());
    expect(wordsOf(settled)[3]).toBe('4 counts');
  });

  test('one table that states such a unit is enough, whatever the other says', () => {
    const unit = takeOne({
      name: '丁县',
      times: 11,
      table2: { K2: '年份：（2019）金额：（美元）' },
    });
    const judgement = judgeSet([...takenUnits(three), unit], setSettings({ includeErrors: 'all' }));
    expect(wordsOf(judgement)[3]).toBe('4 currencyUnread');
  });

  test('a hundred times the others’ is not said to be another unit where that is no nearer', () => {
    const near = judge({ name: '丁县', currency: 'thousandYuan', times: 2 });
    expect(near.findings[0]?.detail).toMatchObject({ units: [{ likely: null }] });
  });

  test('of one table that is silent the other says it', () => {
    const plan: UnitPlan = { name: '丁县', currency: 'yuan', times: 11 };
    const half = silent({ ...plan, table1: {} });
    expect(half.tables.get('table2')).toMatchObject({ currencyUnit: null, readAs: 'yuan' });
    expect(half.tables.get('table2')?.lines.map(({ figures }) => figures)).toEqual(
      stated(plan)
        ?.tables.get('table2')
        ?.lines.map(({ figures }) => figures),
    );
  });
});

describe('the user has said it', () => {
  test.each(['yuan', 'thousandYuan', 'tenThousandYuan', 'hundredMillionYuan'] as const)(
    'as %s its figures are as if the tables stated it, and it is checked so',
    (currency) => {
      const plan: UnitPlan = { name: '丁县', currency, times: 11 };
      const [chosen, written] = [silent(plan, currency), stated(plan)];
      expect(chosen).toMatchObject({ currencyUnit: currency, chosenCurrency: currency });
      expect(chosen.ownCheck).toEqual(written?.ownCheck);
      const sumWith = (one: TakenUnit | undefined) =>
        figuresOf(sumOf(judgeSet([...takenUnits(three), ...(one ? [one] : [])], setSettings())));
      expect(sumWith(chosen)).toEqual(sumWith(written));
    },
  );

  test('it counts, and that is noted', () => {
    const unit = silent({ name: '丁县', currency: 'yuan', times: 11 }, 'yuan');
    const judgement = judgeSet([...takenUnits(three), unit], setSettings());
    expect(wordsOf(judgement)[3]).toBe('4 counts');
    const finding = judgement.findings.find(({ rule }) => rule === 'U-045');
    if (finding === undefined) throw new Error('no finding');
    expect(finding.severity).toBe('notice');
    expect(setFindingMessage(finding, judgement, 'zh-CN')).toBe(
      '“丁县”的表没有写明金额单位，按您的选择以元计算。',
    );
  });

  test('a unit of this workbook is known again by its sheets, as others come and go', () => {
    const of = (name: string) =>
      unitWorkbook({ name, table1: heading, table2: heading }).sheets.map((grid) => ({
        ...grid,
        name: `${name}·${grid.name}`,
      }));
    const said = new Map([['thisWorkbook|丁县·统计表1|丁县·统计表2', 'yuan' as const]]);
    const chosen = (sheets: WorkbookGrids['sheets']) =>
      takeUnits(
        'own',
        { kind: 'thisWorkbook' },
        { sheets },
        settings,
        setSettings().labels,
        said,
      ).units.map(({ unit }) => `${unit.name} ${unit.chosenCurrency ?? ''}`);
    expect(chosen(of('丁县'))).toEqual(['丁县 yuan']);
    expect(chosen([...of('戊县'), ...of('丁县')])).toEqual(['戊县 ', '丁县 yuan']);
  });

  test('what a table states itself nobody overrules', () => {
    const plan: UnitPlan = { name: '丁县', times: 11 };
    const source = { kind: 'file', file: '丁.xlsx' } as const;
    const said = new Map([['丁#1', 'yuan' as const]]);
    const { labels } = setSettings();
    const workbook = unitWorkbook(plan);
    const [one] = takeUnits('丁', source, workbook, settings, labels, said).units;
    expect(one?.unit).toMatchObject({ currencyUnit: 'tenThousandYuan', chosenCurrency: null });
  });
});
