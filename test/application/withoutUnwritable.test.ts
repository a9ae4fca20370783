/** Are cells that cannot be written told before anything is chosen, each once? */
import { withoutUnwritable } from '../../src/application/withoutUnwritable';
import type { PlannedChange } from '../../src/domain/fill/plannedChange';
import { MemoryWorkbook } from '../memory/MemoryWorkbook';
import { grid } from '../domain/forms';

const workbook = () =>
  MemoryWorkbook.ofGrids([grid('甲', { B1: 1, C1: '12元', D1: 3 }), grid('乙', { A1: 1 })]);

function write(sheet: string, cell: string, why: PlannedChange['why']): PlannedChange {
  return {
    place: { sheet, cell, form: 'table1', field: 'reportingUnit' },
    isOutside: false,
    now: { formula: null, value: 1 },
    then: { content: 2, value: '2', numberFormat: null },
    why,
    choice: why === 'proposal' ? null : 'one of two',
    contradicts: null,
    preselected: false,
  };
}

test('a locked cell and one under a merge are blocked with their reasons, the others stay', async () => {
  const open = workbook();
  open.protect('甲', 'B1');
  open.merge('乙', 'A1:B1');
  const changes = [
    write('甲', 'B1', 'proposal'),
    write('甲', 'D1', 'proposal'),
    write('乙', 'A1', 'proposal'),
    write('乙', 'B1', 'proposal'),
  ];
  const held = {
    place: write('甲', 'B1', 'proposal').place,
    why: 'holdsFormula',
    cells: ['B1'],
  } as const;
  const plan = await withoutUnwritable(open, { changes, blocked: [held] });
  if (!plan.ok) throw new Error(plan.fault.code);
  expect(plan.value.changes).toEqual([changes[0], changes[2]]);
  expect(plan.value.blocked.map(({ place, why, cells }) => [place.cell, why, cells])).toEqual([
    ['B1', 'holdsFormula', ['B1']],
    ['D1', 'locked', ['D1']],
    ['B1', 'merged', ['A1']],
  ]);
});

test('a locked cell with two ways to be written is told once', async () => {
  const open = workbook();
  open.protect('甲');
  const changes = [write('甲', 'C1', 'withoutUnit'), write('甲', 'C1', 'converted')];
  const plan = await withoutUnwritable(open, { changes, blocked: [] });
  if (!plan.ok) throw new Error(plan.fault.code);
  expect(plan.value.changes).toEqual([]);
  expect(plan.value.blocked).toHaveLength(1);
});
