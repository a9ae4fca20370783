/** Is everything that stands in the way told once, with the unit that it is of? */
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { obstaclesByUnit } from '../../src/application/obstaclesByUnit';
import type { Obstacle } from '../../src/application/readyToSubmit';
import { puyang, settings } from '../domain/forms';

const { findings } = checkWorkbook(puyang(), settings);
const [first, second, third] = findings;
if (first === undefined || second === undefined || third === undefined) throw new Error('too few');
const of = (pair: number) => ({ ...second, pair });

test('findings go to their units, in the order of the workbook; the file and its marks to none', () => {
  const marks: Obstacle = { code: 'marks', sheets: ['统计表1'] };
  const saved: Obstacle = { code: 'notSaved' };
  const sorted = obstaclesByUnit([
    { code: 'errors', findings: [of(3), first] },
    { code: 'notExplained', findings: [of(1)], isBinary: false },
    marks,
    saved,
  ]);
  expect(sorted).toEqual({
    workbook: [marks, saved],
    units: [
      {
        unit: 1,
        obstacles: [
          { code: 'errors', findings: [first] },
          { code: 'notExplained', findings: [of(1)], isBinary: false },
        ],
      },
      { unit: 3, obstacles: [{ code: 'errors', findings: [of(3)] }] },
    ],
  });
});

test('links in tables are a unit’s, those beside them the workbook’s', () => {
  const elsewhere = [{ sheet: '备注', cell: 'A1' }];
  const beside = [{ kind: 'chart' }] as const;
  const names = [{ name: '年初数', sheet: null, isHidden: false }];
  expect(obstaclesByUnit([{ code: 'links', findings: [of(2)], elsewhere, names, beside }])).toEqual(
    {
      workbook: [{ code: 'links', findings: [], elsewhere, names, beside }],
      units: [
        {
          unit: 2,
          obstacles: [{ code: 'links', findings: [of(2)], elsewhere: [], names: [], beside: [] }],
        },
      ],
    },
  );
});

test('hidden rows are a unit’s, hidden sheets the workbook’s', () => {
  const sheets = ['统计表2'];
  expect(obstaclesByUnit([{ code: 'hidden', findings: [of(2)], sheets }])).toEqual({
    workbook: [{ code: 'hidden', findings: [], sheets }],
    units: [{ unit: 2, obstacles: [{ code: 'hidden', findings: [of(2)], sheets: [] }] }],
  });
});

test('what could not be checked goes to the unit that it names, the rest to the workbook', () => {
  const undecided = { kind: 'undecided', unit: 2 } as const;
  const notCompared = { kind: 'notCompared', unit: 2, why: 'unitNotThere' } as const;
  const noSaying = { kind: 'savingUnknown' } as const;
  expect(
    obstaclesByUnit([{ code: 'notChecked', what: [undecided, noSaying, notCompared] }]),
  ).toEqual({
    workbook: [{ code: 'notChecked', what: [noSaying] }],
    units: [{ unit: 2, obstacles: [{ code: 'notChecked', what: [undecided, notCompared] }] }],
  });
});

test('a whole workbook that waits to be worked out is no single unit’s', () => {
  const waits: Obstacle = { code: 'notRecalculated', findings: [] };
  expect(obstaclesByUnit([waits])).toEqual({ workbook: [waits], units: [] });
  expect(obstaclesByUnit([{ code: 'notRecalculated', findings: [of(4)] }]).units).toEqual([
    { unit: 4, obstacles: [{ code: 'notRecalculated', findings: [of(4)] }] },
  ]);
});
