import { parseAmount } from '../../../src/domain/amount';
import {
  isCorrectable,
  planCorrections,
  planCellCorrections,
} from '../../../src/domain/fill/planCorrections';
import type { FillMode, ChangePlan } from '../../../src/domain/fill/plannedChange';
import { verifyChanges } from '../../../src/domain/fill/verify';
import type { WorkbookGrids } from '../../../src/domain/grid';
import type { CellCorrection } from '../../../src/domain/rules/cellCorrection';
import { check, puyang } from '../forms';
import { afterWriting, pairsOf, previewOf, writtenContent } from './filling';

/** Plans the corrections of all findings of one rule. */
function correct(workbook: WorkbookGrids, rule: string, mode: FillMode = 'formulas'): unknown[] {
  const findings = check(workbook).findings.filter((finding) => finding.rule === rule);
  expect(findings.length).toBeGreaterThan(0);
  return rows(planCorrections(findings, pairsOf(workbook), mode));
}

function rows(plan: ChangePlan): unknown[] {
  return [
    ...plan.changes.map(({ place, then, why, preselected }) => [
      place.cell,
      writtenContent(then),
      why,
      preselected,
    ]),
    ...plan.blocked.map(({ place, why }) => [place.cell, why]),
  ];
}

const withFormulas = (changes: Parameters<typeof puyang>[0]) =>
  afterWriting(puyang(), previewOf(puyang(), 'formulas').changes, changes);

test('text becomes the number it reads as, in the unit of the sheet', () => {
  const workbook = puyang({ C5: '3,275.2964', D5: '31214864元', B7: '15个' });
  expect(correct(workbook, 'L-050')).toEqual(
    [
      ['B7', 15, 'textNumber', true],
      ['C5', 3275.2964, 'textNumber', true],
      ['D5', 3121.4864, 'textNumber', true],
    ].sort(byFinding(workbook)),
  );
});

/** In the order of the findings. */
function byFinding(workbook: WorkbookGrids): (a: unknown[], b: unknown[]) => number {
  const cells = check(workbook)
    .findings.filter(({ rule }) => rule === 'L-050')
    .flatMap((finding) => finding.cells);
  return (a, b) => cells.indexOf(String(a[0])) - cells.indexOf(String(b[0]));
}

test('a number in a text cell gets a format in which it is one', () => {
  const workbook = puyang({ C5: { value: '3275.2964', numberFormat: '@' } });
  const findings = check(workbook).findings.filter(({ rule }) => rule === 'L-050');
  const [write] = planCorrections(findings, pairsOf(workbook), 'formulas').changes;
  expect(write?.then).toEqual({
    content: parseAmount('3275.2964'),
    value: '3275.2964',
    numberFormat: 'General',
  });
});

test('text that a formula makes is not replaced', () => {
  const workbook = puyang({ C5: { formula: '=TEXT(1,"0")', value: '1' } });
  expect(correct(workbook, 'L-050')).toEqual([['C5', 'holdsFormula']]);
});

test('a typed-over total goes back to its formula, also where blank totals are filled as figures', () => {
  expect(correct(withFormulas({ K12: 7580.924 }), 'F-010', 'values')).toEqual([
    ['K12', '=C12+G12', 'typedOver', true],
  ]);
});

test('of several typed-over totals only those whose figure stays are preselected', () => {
  expect(correct(withFormulas({ K12: 7580.924, K13: 1294.3 }), 'F-010')).toEqual([
    ['K12', '=C12+G12', 'typedOver', false],
    ['K13', '=C13+G13', 'typedOver', true],
  ]);
});

test('a wrong range becomes the right one', () => {
  const wrong = { formula: '=SUM(C5:C22)', value: 35412.5664 };
  expect(correct(withFormulas({ C24: wrong }), 'F-025')).toEqual([
    ['C24', '=SUM(C5:C23)', 'wrongRange', true],
  ]);
  const lucky = { formula: '=SUM(C5:C20,C21:C21,C23)', value: 35956.4864 };
  expect(correct(withFormulas({ C24: lucky }), 'F-020')).toEqual([
    ['C24', '=SUM(C5:C23)', 'wrongRange', true],
  ]);
});

test('blank totals are filled as the user likes; one cell is written once', () => {
  const workbook = puyang({ K24: undefined });
  const findings = check(workbook).findings.filter(({ rule }) => /^B-0/.test(rule));
  expect(findings).toHaveLength(2);
  expect(rows(planCorrections(findings, pairsOf(workbook), 'values'))).toEqual([
    ['K24', 41528.1184, 'blank', true],
  ]);
});

test('a total that is merely wrong is left to the diagnosis', () => {
  const findings = check(puyang({ K12: 7580.924 })).findings;
  expect(findings.filter(isCorrectable)).toEqual([]);
});

/** The one cell that the diagnosis of a workbook says to correct. */
function proposedIn(workbook: WorkbookGrids): CellCorrection {
  const [correction, ...others] = check(workbook).diagnoses.flatMap(
    ({ explanations }) => explanations[0]?.corrections ?? [],
  );
  if (correction === undefined || others.length > 0) throw new Error('not one correction');
  return correction;
}

test('what a diagnosis proposes is written; a proposal alone is selected, several are not', () => {
  const workbook = puyang({ K12: 7580.924 });
  const pairs = pairsOf(workbook);
  const proposal = proposedIn(workbook);
  expect(rows(planCellCorrections([proposal], pairs))).toEqual([
    ['K12', 7580.942, 'proposal', true],
  ]);
  const other = { ...proposal, place: { ...proposal.place, cell: 'C5' }, proposed: '1' };
  expect(rows(planCellCorrections([proposal, other], pairs))).toEqual([
    ['K12', 7580.942, 'proposal', false],
    ['C5', 1, 'proposal', false],
  ]);
  expect(planCellCorrections([{ ...proposal, proposed: '7580.924' }], pairs).changes).toEqual([]);
});

test('a proposal never replaces a formula, but a wrong formula is put right', () => {
  const workbook = withFormulas({ C24: { formula: '=SUM(C5:C22)', value: 35412.5664 } });
  const pairs = pairsOf(workbook);
  const proposal = proposedIn(workbook);
  const typed = { ...proposal, wrongFormula: false };
  expect(rows(planCellCorrections([typed], pairs))).toEqual([['C24', 'holdsFormula']]);
  expect(rows(planCellCorrections([proposal], pairs))).toEqual([
    ['C24', '=SUM(C5:C23)', 'wrongRange', true],
  ]);
});

describe('a planned write no longer fits', () => {
  const planned = previewOf(puyang({ K12: undefined }), 'values').changes;
  const changedIn = (workbook: WorkbookGrids) =>
    verifyChanges(planned, pairsOf(workbook)).changed.map(({ place }) => place.cell);

  test('unless nothing has changed', () => {
    expect(changedIn(puyang({ K12: undefined }))).toEqual([]);
  });
  test('where something was typed there', () => {
    expect(changedIn(puyang({ K12: 7580.942 }))).toEqual(['K12']);
  });
  test('where a figure that it adds was edited', () => {
    expect(changedIn(puyang({ K12: undefined, C12: 7083 }))).toEqual(['K12']);
  });
  test('where the cell has become another line', () => {
    expect(changedIn(puyang({ K12: undefined, A12: '卫生健康' }))).toEqual(['K12']);
  });
  test('where the table is gone', () => {
    expect(changedIn({ sheets: [] })).toEqual(['K12']);
  });
});
