/** Is it told how far the reading of a file is, also out of the worker? */
import { systemClock } from '../../../src/application/clock';
import { serveHere } from '../../../src/background/serveHere';
import { writeSheets } from '../../../src/files/writeSheets';
import { directFiles } from '../../../src/page/book/directFiles';
import { openBook } from '../../../src/page/book/openBook';
import { BookWork } from '../../../src/page/work/BookWork';
import type { BookMessage, BookTask } from '../../../src/page/work/messages';
import { serveBook } from '../../../src/page/work/serveBook';
import { valueOf } from '../../ports/openedWorkbook';
import { puyangLayouts } from '../../specimens/puyangFigures';

test.each([
  ['here', directFiles],
  [
    'in a worker',
    new BookWork(
      () => serveHere<BookTask, BookMessage>(() => Promise.resolve(serveBook)),
      systemClock,
    ),
  ],
])('%s: whole percents, each more than the last, of every sheet', async (_name, files) => {
  const layouts = Array.from({ length: 12 }, (_, at) =>
    puyangLayouts('typed').map((layout) => ({ ...layout, name: `${layout.name} (${String(at)})` })),
  ).flat();
  const bytes = await writeSheets(layouts);
  const told: number[] = [];
  valueOf(await openBook({ name: '大.xlsx', bytes }, files, (percent) => told.push(percent)));
  expect(told.length).toBeGreaterThan(10);
  expect(told).toEqual([...new Set(told)].sort((one, other) => one - other));
  expect(told.every((percent) => Number.isInteger(percent) && percent > 0 && percent < 100)).toBe(
    true,
  );
  expect(told.at(-1)).toBe(70);
});
