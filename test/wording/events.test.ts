/** An event of which the place is not known is told without one, in a whole sentence. */
import type { UnitEvent } from '../../src/domain/rules/unitEvents';
import { eventMessage } from '../../src/wording/events';

function event(detail: UnitEvent['detail'], kind: UnitEvent['kind']): UnitEvent {
  return {
    id: 'e',
    pair: 1,
    kind,
    form: null,
    block: null,
    measures: ['budgeted'],
    factor: null,
    figures: null,
    currencyUnit: 'yuan',
    findings: [],
    corrections: [],
    detail,
  };
}

test.each<UnitEvent>([
  event({ kind: 'shifted', direction: 'up', sheet: '', stated: '', meant: '' }, 'shifted'),
  event({ kind: 'exchanged', what: 'lines', first: '', second: '' }, 'exchanged'),
])('$kind without a place', (unknown) => {
  expect(eventMessage(unknown, 'zh-CN')).toMatch(/^疑有.*不能确定是哪.*请对照原始资料核对。$/);
  expect(eventMessage(unknown, 'en-US')).toMatch(/cannot be told/);
});

test('a run whose place is known is told with it', () => {
  const known = event(
    { kind: 'shifted', direction: 'down', sheet: '表1', stated: 'B6:B9', meant: 'B5:B8' },
    'shifted',
  );
  expect(eventMessage({ ...known, form: 'table1' }, 'zh-CN')).toMatch(/B6:B9.*下移一行.*B5:B8/);
});

test('where nothing can be put back, what to do next is said', () => {
  const known = event(
    { kind: 'shifted', direction: 'down', sheet: '表1', stated: 'B6:B9', meant: 'B5:B8' },
    'shifted',
  );
  expect(eventMessage({ ...known, form: 'table1' }, 'zh-CN')).toMatch(/请对照原始资料核对。$/);
  expect(eventMessage({ ...known, form: 'table1' }, 'en-US')).toMatch(/source documents\.$/);
});

test.each<readonly [UnitEvent['detail'], RegExp, RegExp]>([
  [{ kind: 'scaled', scope: 'table', line: null }, /÷10000 后相符/, /they agree/],
  [
    { kind: 'exchanged', what: 'measures', first: 'executed', second: 'finalAccounts' },
    /换回后相符/,
    /they agree/,
  ],
  [
    { kind: 'shifted', direction: 'down', sheet: '表1', stated: 'B6:B9', meant: 'B5:B8' },
    /移回后相符/,
    /belong into/,
  ],
  [
    { kind: 'outsideTable', sheet: '表1', moves: [{ from: 'B12', to: 'B11' }] },
    /B12 的数应在 B11/,
    /B12 belongs into B11/,
  ],
])(
  'that figures agree once they are put back is said only where that is offered: %j',
  (detail, zh, en) => {
    const named: UnitEvent = { ...event(detail, detail.kind), form: 'table1', factor: '10000' };
    const offered: UnitEvent = {
      ...named,
      corrections: [
        {
          place: {
            id: 'f',
            sheet: '表1',
            cell: 'C5',
            form: 'table1',
            unit: 'tenThousandYuan',
            line: '教育',
            block: 'total',
            measure: 'budgeted',
          },
          stated: '1',
          reading: { kind: 'blank' },
          proposed: '2',
          pattern: 'unexplained',
          wrongFormula: false,
          range: null,
        },
      ],
    };
    expect(eventMessage(offered, 'zh-CN')).toMatch(zh);
    expect(eventMessage(offered, 'en-US')).toMatch(en);
    expect(eventMessage(named, 'zh-CN')).not.toMatch(/后相符|的数应在/);
    expect(eventMessage(named, 'en-US')).not.toMatch(/they agree|belongs into/);
  },
);

test('what is missing, and what drafts differ by, is told with its money unit', () => {
  const missing = event({ kind: 'projectMissing', otherForm: 'table1' }, 'projectMissing');
  const figures = { projectCount: '1', budgeted: '3000', executed: '2800' };
  const told = { ...missing, form: 'table2', block: 'generalPublic', figures } as const;
  expect(eventMessage(told, 'zh-CN')).toContain(
    '少 1 个项目（一般公共预算：预算数 3,000 元、执行数 2,800 元）',
  );
  expect(eventMessage(told, 'en-US')).toContain('budgeted 3,000 (CNY), executed 2,800 (CNY)');
  const differences = [
    { block: 'total', measure: 'projectCount', difference: '2' },
    { block: 'total', measure: 'budgeted', difference: '-50' },
  ] as const;
  const draft = event({ kind: 'differentDraft', differences }, 'differentDraft');
  expect(eventMessage(draft, 'zh-CN')).toMatch(/项目数 2 个，.*预算数 -50 元。/);
});
