/**
 * What the pane lists after a figure was changed in the workbook: exactly the explanations that rest on a
 * changed figure read 需重新确认, each in one item, and stand in the way of submitting.
 */
import * as fc from 'fast-check';
import type { CheckReport } from '../../src/application/checkWorkbook';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { writeExplanations } from '../../src/application/explain';
import { inTheWay } from '../../src/application/readyToSubmit';
import { answersOfItem } from '../../src/application/report/answersOfItem';
import { listedItems } from '../../src/application/report/listedItems';
import { reportOf } from '../../src/application/report/makeReport';
import type { WorkbookReport } from '../../src/application/report/report';
import { findingsOf } from '../../src/application/report/report';
import type { WorkbookGrids } from '../../src/domain/grid';
import { cellAddress, cellAt, parseAddress } from '../../src/domain/grid';
import { asksForExplanation, canBeExplained } from '../../src/domain/submission/explainable';
import { noFilter } from '../../src/taskpane/state/paneState';
import { puyang } from '../domain/forms';
import { cellsBehind, settled, table1 } from '../domain/submission/restsOn';
import { MemoryWorkbook } from '../memory/MemoryWorkbook';
import { valueOf } from '../ports/openedWorkbook';
import { dearRuns } from '../properties/runs';
import { MemoryStore, newLog } from './fixture';

interface Read {
  readonly workbook: WorkbookGrids;
  readonly check: CheckReport;
  readonly report: WorkbookReport;
}

async function readFrom(memory: MemoryWorkbook): Promise<Read> {
  const workbook = valueOf(await memory.readWorkbook());
  const check = checkWorkbook(workbook, settled);
  return { workbook, check, report: reportOf(check) };
}

/** The tables with everything calculated, and the explanations of all warnings as they are kept. */
async function opened(kept: readonly string[]): Promise<MemoryWorkbook> {
  const memory = MemoryWorkbook.ofGrids(puyang(table1).sheets);
  valueOf(await memory.calculate());
  memory.explanations.parts.push(...kept);
  return memory;
}

async function explained(): Promise<readonly string[]> {
  const memory = await opened([]);
  const { check, report } = await readFrom(memory);
  const answers = check.findings
    .filter(canBeExplained)
    .map((finding) => ({ finding, text: `说明 ${finding.id}` }));
  const log = newLog(new MemoryStore());
  valueOf(await writeExplanations(memory, log, check, report.explained, answers));
  return memory.explanations.parts;
}

/** What the items of a report show, by finding: `state` of its explanation, `open` where it asks for one. */
function shownIn({ units }: WorkbookReport, explanations: WorkbookReport['explained']) {
  const shown = new Map<string, string>();
  for (const item of units.flatMap((unit) => listedItems(unit.items, noFilter))) {
    const { groups, open } = answersOfItem(item, explanations);
    const told = [
      ...groups.flatMap(({ state, findings }) => findings.map(({ id }) => [id, state] as const)),
      ...open.map(({ id }) => [id, 'open'] as const),
    ];
    for (const [id, state] of told) shown.set(id, shown.has(id) ? 'told twice' : state);
  }
  return shown;
}

/** Cells that hold another value, as `sheet!cell`. */
function changedCells(before: WorkbookGrids, after: WorkbookGrids): Set<string> {
  const valuesOf = ({ sheets }: WorkbookGrids) =>
    new Map(
      sheets.flatMap(({ name, rows }) =>
        rows.flatMap((row, at) =>
          (row ?? []).map((cell, column) => [
            `${name}!${cellAddress(at, column)}`,
            JSON.stringify(cell?.value ?? null),
          ]),
        ),
      ),
    );
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const places = new Set([...was.keys(), ...is.keys()]);
  return new Set(
    [...places].filter((place) => (was.get(place) ?? 'null') !== (is.get(place) ?? 'null')),
  );
}

/** Any cell of the figures; twice as often one on which a warning rests. */
function edits(behind: readonly string[]): fc.Arbitrary<readonly [place: string, typed: Typed]> {
  const anywhere = fc.oneof(
    ...(
      [
        ['统计表1', 24],
        ['统计表2', 11],
      ] as const
    ).map(([sheet, last]) =>
      fc
        .tuple(fc.constantFrom(...Array.from('BCDEFGHIJKLM')), fc.integer({ min: 5, max: last }))
        .map(([letter, row]) => `${sheet}!${letter}${row}`),
    ),
  );
  return fc.tuple(
    fc.oneof(anywhere, { arbitrary: fc.constantFrom(...behind), weight: 2 }),
    fc.oneof(
      fc.constantFrom('', '待定', '0', '-3'),
      fc.integer({ min: 0, max: 9_000_000 }).map((value) => String(value / 1000)),
      // A little more or less than stands there, so that the warning stays.
      { arbitrary: fc.constantFrom(-0.01, 0.01), weight: 3 },
    ),
  );
}

/** A text, or what is added to the number that stands there. */
type Typed = string | number;

function typedAt(workbook: WorkbookGrids, sheet: string, cell: string, typed: Typed): string {
  if (typeof typed === 'string') return typed;
  const grid = workbook.sheets.find(({ name }) => name === sheet);
  const at = parseAddress(cell);
  const value = grid && at ? cellAt(grid, at.row, at.column)?.value : null;
  return (Number(value ?? 0) + typed).toFixed(4);
}

test('any edit of any figure reopens exactly the explanations that rest on what it changes', async () => {
  const kept = await explained();
  const { workbook: before, check } = await readFrom(await opened(kept));
  const behind = check.findings
    .filter(canBeExplained)
    .flatMap((finding) => cellsBehind(finding).map((cell) => `${finding.sheet}!${cell}`));
  await fc.assert(
    fc.asyncProperty(edits(behind), async ([place, typed]) => {
      const memory = await opened(kept);
      const [sheet = '', cell = ''] = place.split('!');
      memory.type(sheet, cell, typedAt(before, sheet, cell, typed));
      const { workbook, report } = await readFrom(memory);
      const changed = changedCells(before, workbook);
      const told = shownIn(report, report.explained);
      const warnings = findingsOf(report).filter(canBeExplained);
      const outdated = warnings.filter((finding) => {
        const isNew = !report.explained.byFinding.has(finding.id);
        const cells = isNew ? [] : cellsBehind(finding).map((cell) => `${finding.sheet}!${cell}`);
        return cells.some((cell) => changed.has(cell));
      });
      const reopened = new Set(outdated.map(({ id }) => id));
      for (const finding of warnings.filter(({ id }) => report.explained.byFinding.has(id))) {
        const expected = reopened.has(finding.id) ? 'outdated' : 'valid';
        expect([finding.id, told.get(finding.id)]).toEqual([finding.id, expected]);
      }
      const obstacles = inTheWay({ report, workbook, markedSheets: [], isSaved: true });
      const inTheWayAgain = obstacles.flatMap((one) =>
        one.code === 'toReconfirm' ? one.findings : [],
      );
      expect(inTheWayAgain.map(({ id }) => id).sort()).toEqual(
        outdated
          .filter(asksForExplanation)
          .map(({ id }) => id)
          .sort(),
      );
    }),
    dearRuns(60),
  );
});

test('at first all of them hold, and each is told in one item', async () => {
  const { report } = await readFrom(await opened(await explained()));
  const told = shownIn(report, report.explained);
  expect(told.size).toBeGreaterThan(20);
  expect(new Set(told.values())).toEqual(new Set(['valid']));
  expect(told.size).toBe(report.explained.byFinding.size);
});
