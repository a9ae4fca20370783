/** Are files read in a worker as they are read directly, and is only that file lost on which a worker fails? */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GivenFile, TakenFile, TakeOptions } from '../../src/application/takenFile';
import { noCurrencies } from '../../src/application/takenFile';
import { BackgroundFiles } from '../../src/background/BackgroundFiles';
import { orElse, serveHere } from '../../src/background/serveHere';
import { serveTasks } from '../../src/background/serveTasks';
import { readUnitReport } from '../../src/background/takeFile';
import { officialForms } from '../../src/domain/forms/officialForms';
import { settings } from '../domain/forms';
import { HeldClock, round } from '../HeldClock';
import { DirectFiles, givenFile } from '../memory/DirectFiles';
import { faultOf, valueOf } from '../ports/openedWorkbook';
import { endWorkers, startWorker, whenGiven, workerScript, workersRunning } from './nodeWorkers';

const options: TakeOptions = {
  settings,
  labels: [],
  currencies: noCurrencies,
  language: 'zh-CN',
};
const folder = join(__dirname, '../sets/twelve');
const twelve = readdirSync(folder)
  .filter((name) => name.endsWith('.xlsx') || name.endsWith('.xls'))
  .sort()
  .map((name) => givenFile(name, new Uint8Array(readFileSync(join(folder, name)))));
const [first, second] = twelve as [GivenFile, GivenFile];

let script: string;
let troubled: string;
beforeAll(async () => {
  [script, troubled] = await Promise.all([
    workerScript('../../src/background/worker.ts'),
    workerScript('troubledWorker.ts'),
  ]);
});
afterEach(endWorkers);

const here = () => serveHere(() => Promise.resolve(serveTasks));

const heldClock = () => new HeldClock('2020-03-01T09:00:00', { isBusy: () => false }, 'byHand');
const reader = (text = script, clock = heldClock()) =>
  new BackgroundFiles(() => startWorker(text), clock);

async function take(
  files: readonly GivenFile[],
  from: BackgroundFiles | DirectFiles,
): Promise<TakenFile[]> {
  const told: TakenFile[] = [];
  valueOf(await from.takeFiles(files, options, (file) => told.push(file)));
  return told;
}

/** A file under a name that asks for trouble. */
const called = (name: string): GivenFile => ({ ...first, key: name, name });

test('twelve files come as they come without a worker, in their order, the forms the official ones', async () => {
  const taken = await take(twelve, reader());
  expect(taken).toEqual(await take(twelve, new DirectFiles()));
  expect(taken.map(({ name }) => name)).toEqual(twelve.map(({ name }) => name));
  const units = taken.flatMap(({ units: of }) => of);
  expect(units.length).toBeGreaterThan(10);
  expect(units.every(({ unit }) => unit.forms === officialForms)).toBe(true);
  expect(units.some(({ letter }) => letter !== null)).toBe(true);
  expect(workersRunning()).toBe(1);
});

test.each([
  ['where none can be started', here],
  ['where the one that is started fails', () => orElse(() => startWorker('no program'), here)],
])('the same comes without a worker, %s', async (_, start) => {
  const some = twelve.slice(0, 3);
  const taken = await take(some, new BackgroundFiles(start, heldClock()));
  expect(taken).toEqual(await take(some, new DirectFiles()));
  expect(workersRunning()).toBe(0);
});

test('a worker that fails later is not replaced in the middle: only the file that it had is lost', async () => {
  const from = new BackgroundFiles(() => orElse(() => startWorker(troubled), here), heldClock());
  const taken = await take([second, called('dies.xlsx'), first], from);
  expect(taken.map(({ fault }) => fault)).toEqual([null, { code: 'notRead', why: 'failed' }, null]);
});

test('the bytes of a file are left to whoever gave it', async () => {
  const bytes = await first.bytes();
  await take([first], reader());
  expect(bytes.length).toBe(first.size);
});

test('what no workbook is, is a fault of its own', async () => {
  const files = [
    givenFile('空.xlsx', new Uint8Array()),
    givenFile('文.xlsx', new TextEncoder().encode('单位,金额')),
    { ...first, size: 3_000_000_000, bytes: () => Promise.reject(new Error('not to be asked')) },
    { ...first, bytes: () => Promise.reject(new DOMException('gone', 'NotFoundError')) },
    { ...first, bytes: () => Promise.reject(new DOMException('held', 'NotReadableError')) },
    second,
  ];
  const taken = await take(files, reader());
  expect(taken.map(({ fault }) => fault?.code ?? null)).toEqual([
    'unreadable',
    'unsupportedFormat',
    'tooLarge',
    'notFound',
    'unreadable',
    null,
  ]);
});

test('a file on which the program fails, and one on which the worker dies, are lost alone', async () => {
  const files = [called('throws.xlsx'), second, called('dies.xlsx'), first];
  const taken = await take(files, reader(troubled));
  expect(taken.map(({ fault }) => fault)).toEqual([
    { code: 'notRead', why: 'failed' },
    null,
    { code: 'notRead', why: 'failed' },
    null,
  ]);
  expect(taken[3]?.units).toHaveLength(1);
});

test('a file on which the worker does not come to an end is given up after two minutes', async () => {
  const clock = heldClock();
  const stuck = called('hangs.xlsx');
  const isStuck = whenGiven(stuck.name);
  const taking = take([first, stuck, second], reader(troubled, clock));
  await isStuck;
  clock.advance(119_000);
  await round();
  expect(workersRunning()).toBe(1);
  clock.advance(2_000);
  const taken = await taking;
  expect(taken.map(({ fault }) => fault)).toEqual([
    null,
    { code: 'notRead', why: 'tookTooLong' },
    null,
  ]);
});

test('ended in the middle of a file: what was read is kept, and the next time is as good as the first', async () => {
  const files = reader(troubled);
  const stuck = called('hangs.xlsx');
  const isStuck = whenGiven(stuck.name);
  const ending = new AbortController();
  const told: TakenFile[] = [];
  const taking = files.takeFiles(
    [first, stuck, second],
    options,
    (file) => told.push(file),
    ending.signal,
  );
  await isStuck;
  ending.abort();
  valueOf(await taking);
  expect(told.map(({ name }) => name)).toEqual([first.name]);
  expect(workersRunning()).toBe(0);
  expect((await take([second], files))[0]?.fault).toBeNull();
});

/** A file on a drive that does not answer. */
const unanswered = (name: string, asked = (): void => undefined): GivenFile => ({
  ...called(name),
  bytes: () => {
    asked();
    return new Promise<Uint8Array>(() => undefined);
  },
});

test('ended while a drive does not answer: the reading ends at once, and the next is as good as the first', async () => {
  const files = reader();
  const ending = new AbortController();
  const told: TakenFile[] = [];
  let tell = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => (tell = resolve));
  const silent = unanswered('silent.xlsx', () => {
    tell();
  });
  const taking = files.takeFiles(
    [first, silent, second],
    options,
    (file) => told.push(file),
    ending.signal,
  );
  await isAsked;
  ending.abort();
  valueOf(await taking);
  expect(told.map(({ name }) => name)).toEqual([first.name]);
  expect((await take([second], files))[0]?.fault).toBeNull();
});

test('ended while another file is waited for: the reading ends at once', async () => {
  const clock = heldClock();
  const files = reader(script, clock);
  const report = files.readReport(unanswered('silent.xlsx'), 1, options);
  const ending = new AbortController();
  const told: TakenFile[] = [];
  const taking = files.takeFiles([first], options, (file) => told.push(file), ending.signal);
  await round();
  ending.abort();
  valueOf(await taking);
  expect(told).toEqual([]);
  clock.advance(121_000);
  expect(faultOf(await report)).toEqual({ code: 'notRead', why: 'tookTooLong' });
});

test('a file whose drive does not answer is given up after two minutes, and the rest goes on', async () => {
  const clock = heldClock();
  const taking = take([unanswered('silent.xlsx'), second], reader(script, clock));
  await round();
  clock.advance(119_000);
  await round();
  clock.advance(2_000);
  const taken = await taking;
  expect(taken.map(({ fault }) => fault)).toEqual([{ code: 'notRead', why: 'tookTooLong' }, null]);
});

test('a worker that cannot be started is told once, not for every file', async () => {
  const told: TakenFile[] = [];
  const broken = reader('this is no program');
  const taken = await broken.takeFiles(twelve, options, (file) => told.push(file));
  expect(faultOf(taken)).toEqual({ code: 'notLoaded' });
  expect(told).toEqual([]);
});

test('a worker without work goes after a while; a new one comes when there is some', async () => {
  const clock = heldClock();
  const files = reader(script, clock);
  await take([first], files);
  clock.advance(29_000);
  expect(workersRunning()).toBe(1);
  clock.advance(2_000);
  expect(workersRunning()).toBe(0);
  expect((await take([second], files))[0]?.units).toHaveLength(1);
});

test('a unit’s whole report is that of the check, read again', async () => {
  const files = reader();
  for (const file of twelve) {
    const [direct, told] = [
      await readUnitReport({ ...file, bytes: await file.bytes() }, 1, options),
      await files.readReport(file, 1, options),
    ];
    expect(told).toEqual(direct);
    if (!told.ok) throw new Error(`${file.name}: ${told.fault.code}`);
    expect(told.value.report.tables.forms).toBe(officialForms);
  }
  expect(faultOf(await files.readReport(first, 9, options))).toEqual({
    code: 'notThere',
    what: first.name,
  });
});

test('the text of a report is read in the worker, and what is none is told', async () => {
  const from = reader();
  const text = '购买服务项目 236 个。';
  const given = givenFile('report.txt', new TextEncoder().encode(text));
  expect(valueOf(await from.readText(given))).toBe(text);
  const empty = givenFile('report.txt', new Uint8Array());
  expect(faultOf(await from.readText(empty))).toEqual({ code: 'unreadable', detail: 'empty' });
  // The worker goes on with workbooks.
  expect(await take([first], from)).toEqual(await take([first], new DirectFiles()));
});
