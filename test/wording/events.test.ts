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
