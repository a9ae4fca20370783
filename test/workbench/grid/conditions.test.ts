import { constantResult, sheetConditions } from '../../../src/workbench/grid/conditions';
import { addCondition, setConditionFormulas } from '../../../src/workbook/conditions';
import { parseRect, rectAddress } from '../../../src/workbook/address';
import type { Sheet } from '../../../src/workbook/sheet';
import { Workbook } from '../../../src/workbook/workbook';
import { parseXml, setAttr } from '../../../src/workbook/ooxml/xml';

test.each([
  ['="purchase-services-statistics:mark:error"<>""', true],
  ['"a"="A"', true],
  ['1=1', true],
  ['2>10', false],
  ['"b">"a"', true],
  ['1<"a"', true],
  ['TRUE', true],
  ['FALSE', false],
  ['0', false],
  ['A1>1', undefined],
  ['LEN("a")=1', undefined],
  ['"a"&"b"="ab"', undefined],
])('%s without cells is %s', (formula, expected) => {
  expect(constantResult(formula)).toBe(expected);
});

interface Rule {
  readonly at: string;
  readonly type?: string;
  readonly formulas?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: string;
  readonly fill?: string;
}

/** A sheet whose rules apply in the order given. */
function sheetWith(rules: readonly Rule[]): { workbook: Workbook; sheet: Sheet } {
  const workbook = Workbook.empty('Sheet1');
  const sheet = workbook.active;
  for (const rule of [...rules].reverse()) {
    const rects = rule.at.split(' ').flatMap((a) => parseRect(a) ?? []);
    const condition = addCondition(sheet, rects, rule.type ?? 'expression');
    condition.rule.children = parseXml(`<r>${rule.children ?? ''}</r>`).children;
    if (rule.formulas) setConditionFormulas(condition, rule.formulas);
    for (const [name, value] of Object.entries(rule.attributes ?? {})) {
      setAttr(condition.rule, name, value);
    }
    if (rule.fill === undefined) continue;
    const dxf = `<dxf><fill><patternFill><bgColor rgb="FF${rule.fill}"/></patternFill></fill></dxf>`;
    setAttr(condition.rule, 'dxfId', workbook.styles.addDifferential(parseXml(dxf)));
  }
  return { workbook, sheet };
}

function conditionsFor(...rules: Rule[]) {
  const { workbook, sheet } = sheetWith(rules);
  return sheetConditions(sheet, workbook.styles, (formula) => formula);
}

const MARK = ['"mark"<>""'];

test('a rule that always holds is decided at once, with all its ranges', () => {
  const { constants, rules } = conditionsFor({ at: 'C8 D9:E10', formulas: MARK, fill: 'FFC7CE' });
  expect(rules).toEqual([]);
  expect(constants.map((c) => [c.rects.map(rectAddress), c.style, c.weaker])).toEqual([
    [['C8', 'D9:E10'], { bg: { rgb: '#FFC7CE' } }, false],
  ]);
});

test('a rule that never holds is left out', () => {
  const { constants, rules } = conditionsFor({ at: 'A1', formulas: ['FALSE'], fill: '000000' });
  expect([constants, rules]).toEqual([[], []]);
});

test('a rule with cells goes to Univer, one that always holds below it is marked as weaker', () => {
  const { constants, rules } = conditionsFor(
    { at: 'A1:A9', formulas: ['$B1>$C1'], fill: '00FF00' },
    { at: 'A1', formulas: MARK, fill: 'FF0000' },
  );
  expect(rules.map((r) => r.rule)).toEqual([
    {
      type: 'highlightCell',
      subType: 'formula',
      style: { bg: { rgb: '#00FF00' } },
      value: '=$B1>$C1',
    },
  ]);
  expect(rules[0]?.ranges).toEqual([{ startRow: 0, endRow: 8, startColumn: 0, endColumn: 0 }]);
  expect(constants.map((c) => c.weaker)).toEqual([true]);
});

test('after a rule that always holds and stops, others apply to the remaining cells only', () => {
  const { rules } = conditionsFor(
    { at: 'A1:A2', formulas: MARK, attributes: { stopIfTrue: '1' } },
    { at: 'A1:A4', formulas: ['B1=1'] },
  );
  expect(rules[0]?.ranges).toEqual([{ startRow: 2, endRow: 3, startColumn: 0, endColumn: 0 }]);
});

test.each([
  [{ operator: 'greaterThan' }, ['5'], '=C3>(5)'],
  [{ operator: 'equal' }, ['$A$1'], '=C3=($A$1)'],
  [{ operator: 'between' }, ['1', '9'], '=AND(C3>=(1),C3<=(9))'],
  [{ operator: 'notBetween' }, ['1', '9'], '=OR(C3<(1),C3>(9))'],
])('the value of a cell: %j %j', (attributes, formulas, value) => {
  const { rules } = conditionsFor({ at: 'C3:D9', type: 'cellIs', attributes, formulas });
  expect(rules[0]?.rule).toMatchObject({ subType: 'formula', value });
});

test.each<[Rule, object]>([
  [
    { at: 'A1', type: 'duplicateValues' },
    { type: 'highlightCell', subType: 'duplicateValues' },
  ],
  [
    { at: 'A1', type: 'top10', attributes: { rank: '3', bottom: '1' } },
    { subType: 'rank', isBottom: true, isPercent: false, value: 3 },
  ],
  [
    { at: 'A1', type: 'aboveAverage', attributes: { aboveAverage: '0' } },
    { subType: 'average', operator: 'lessThan' },
  ],
  [
    {
      at: 'A1',
      type: 'dataBar',
      children:
        '<dataBar><cfvo type="min"/><cfvo type="num" val="9"/><color rgb="FF112233"/></dataBar>',
    },
    {
      type: 'dataBar',
      config: { min: { type: 'min' }, max: { type: 'num', value: 9 }, positiveColor: '#112233' },
    },
  ],
  [
    {
      at: 'A1',
      type: 'colorScale',
      children:
        '<colorScale><cfvo type="min"/><cfvo type="formula" val="$B$1"/><color rgb="FF000001"/><color rgb="FF000002"/></colorScale>',
    },
    {
      type: 'colorScale',
      config: [
        { index: 0, color: '#000001', value: { type: 'min' } },
        { index: 1, color: '#000002', value: { type: 'formula', value: '=$B$1' } },
      ],
    },
  ],
])('%j', (rule, expected) => {
  expect(conditionsFor(rule).rules[0]?.rule).toMatchObject(expected);
});

test('icons count from the highest value down', () => {
  const { rules } = conditionsFor({
    at: 'A1',
    type: 'iconSet',
    children:
      '<iconSet iconSet="3Arrows"><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67" gte="0"/></iconSet>',
  });
  expect(rules[0]?.rule).toMatchObject({
    type: 'iconSet',
    config: [
      { operator: 'greaterThan', value: { type: 'percent', value: 67 }, iconId: '0' },
      { operator: 'greaterThanOrEqual', value: { type: 'percent', value: 33 }, iconId: '1' },
      { operator: 'lessThanOrEqual', iconId: '2' },
    ],
  });
});

test('names are replaced, and the key changes with the look alone', () => {
  const { workbook, sheet } = sheetWith([{ at: 'A1', formulas: ['A1>Limit'], fill: '111111' }]);
  const read = () => sheetConditions(sheet, workbook.styles, (f) => f.replace('Limit', '$Z$1'));
  expect(read().rules[0]?.rule).toMatchObject({ value: '=A1>$Z$1' });
  const before = read().key;
  expect(read().key).toBe(before);
  const dxf = workbook.styles.differential(0);
  if (dxf) dxf.children = parseXml('<r><font><b/></font></r>').children;
  expect(read().key).not.toBe(before);
});
