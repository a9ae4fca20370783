/** What is known of the marks in the sheets after Excel refused some. */
import type { PanePorts } from '../../../src/taskpane/control/panePorts';
import { engine } from '../../../src/taskpane/control/engine';
import { LastCheck } from '../../../src/taskpane/check/LastCheck';
import { initialState } from '../../../src/taskpane/state/paneState';
import { PaneStore } from '../../../src/taskpane/state/store';
import { openMemory } from '../../application/fixture';
import { settings } from '../../domain/forms';
import { puyangLayouts } from '../../specimens/puyangFigures';

test('where marking failed nothing is known: the next marking looks at every sheet', async () => {
  const { workbook } = openMemory(puyangLayouts('typed'));
  const ports: Pick<PanePorts, 'workbook' | 'today'> = { workbook, today: () => settings.today };
  const last = new LastCheck(ports, new PaneStore(initialState));
  workbook.type('统计表1', 'K12', '7580.924');
  const read = await workbook.readWorkbook();
  if (!read.ok) throw new Error(read.fault.code);
  last.checkFigures(read.value, engine);
  expect(await last.showMarks('all')).toBeNull();
  const marks = await workbook.clearMarks();
  expect(marks).toMatchObject({ ok: true });
  expect(await last.showMarks('concerned')).toBeNull();
  expect(await workbook.clearMarks()).toEqual({ ok: true, value: 0 });

  const fault = { code: 'hostError', hostCode: 'x' } as const;
  workbook.interrupt({ call: 1, after: 0, fault });
  expect(await last.showMarks('all')).toEqual(fault);
  expect(await last.showMarks('concerned')).toBeNull();
  expect(await workbook.clearMarks()).toEqual(marks);
});
