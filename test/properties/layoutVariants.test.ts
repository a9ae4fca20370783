/** The same figures say the same, wherever and however they stand; outcomes add up; strict is stricter. */
import * as fc from 'fast-check';
import { comparedFigures } from '../../src/application/report/comparedFigures';
import type { CheckReport } from '../../src/application/checkWorkbook';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { settings } from '../domain/forms';
import type { Arrangement, Layout, LaidOutWorkbook } from './layouts';
import { arrange, arrangements, layOut, layouts, official } from './layouts';
import type { WrittenTable, Writing } from './pairs';
import { projects, tablesOf, writings, written } from './pairs';
import { dearRuns } from './runs';

/** A cell of the pair that gets another number, or is emptied. */
interface Slip {
  readonly table: 0 | 1;
  readonly line: number;
  readonly column: number;
  readonly factor: number;
}

const slips: fc.Arbitrary<readonly Slip[]> = fc.array(
  fc.record({
    table: fc.constantFrom<0 | 1>(0, 1),
    line: fc.integer({ min: 0, max: 19 }),
    column: fc.integer({ min: 0, max: 11 }),
    factor: fc.constantFrom(0, -1, 2, 10, 10_000, 1.01, Number.NaN),
  }),
  { maxLength: 4 },
);

interface Sample {
  readonly tables: readonly [WrittenTable, WrittenTable];
  readonly writing: Writing;
}

const samples: fc.Arbitrary<Sample> = fc
  .record({ list: projects, writing: writings, slips })
  .map(({ list, writing, slips: wrong }) => {
    const [first, second] = tablesOf(list, writing.empty);
    return {
      writing,
      tables: [
        slipped(written(first, writing), wrong, 0),
        slipped(written(second, writing), wrong, 1),
      ],
    };
  });

function slipped(table: WrittenTable, wrong: readonly Slip[], which: 0 | 1): WrittenTable {
  return table.map((line, row) =>
    line.map((figure, column) => {
      const slip = wrong.find(
        (entry) =>
          entry.table === which && entry.line % table.length === row && entry.column === column,
      );
      if (slip === undefined) return figure;
      if (Number.isNaN(slip.factor)) return null;
      // No more decimals than the others have: the interval is that of the finest typed amount.
      return Math.round((figure ?? 1) * slip.factor);
    }),
  );
}

function laidOut(
  sample: Sample,
  first: Layout,
  second: Layout,
  arrangement: Arrangement,
): LaidOutWorkbook {
  const heading = { unit: '甲县财政局', year: 2019, currency: sample.writing.unit };
  return arrange(
    [
      layOut(1, sample.tables[0], first, heading, '表一'),
      layOut(2, sample.tables[1], second, heading, '表二'),
    ],
    arrangement,
  );
}

/** Findings with what their cells mean instead of where they stand. */
function meaningOf(report: CheckReport, workbook: LaidOutWorkbook): string[] {
  return report.findings
    .map((finding) => {
      const { rule, severity, sheet, cells } = finding;
      const { stated, standard, difference } = comparedFigures(finding);
      const places = cells.map((cell) => workbook.meaning(sheet, cell)).sort();
      return [severity, rule, places.join(' '), stated, standard, difference].join(' ; ');
    })
    .sort();
}

test('another layout or arrangement changes no finding, addresses aside', () => {
  fc.assert(
    fc.property(
      samples,
      layouts('typed'),
      layouts('typed'),
      arrangements,
      (sample, first, second, arrangement) => {
        const away = (layout: Layout): Layout =>
          arrangement !== 'sheets' && layout.heading === 'belowTable'
            ? { ...layout, heading: 'oneCell' }
            : layout;
        const printed = laidOut(sample, official, official, 'sheets');
        const other = laidOut(sample, away(first), away(second), arrangement);
        const expected = meaningOf(checkWorkbook(printed.workbook, settings), printed);
        const actual = meaningOf(checkWorkbook(other.workbook, settings), other);
        expect(actual).toEqual(expected);
      },
    ),
    dearRuns(80),
  );
});

test('the three outcomes add up, and --strict never finds fewer errors', () => {
  fc.assert(
    fc.property(samples, layouts(), layouts(), (sample, first, second) => {
      const { workbook } = laidOut(sample, first, second, 'sheets');
      const lax = checkWorkbook(workbook, settings);
      const strict = checkWorkbook(workbook, { ...settings, strict: true });
      for (const { checks, findings } of [lax, strict]) {
        expect(checks.satisfied + checks.violated + checks.undetermined).toBe(checks.run);
        expect(findings).toHaveLength(checks.violated);
        expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
      }
      expect(strict.checks.run).toBe(lax.checks.run);
      const strictErrors = new Set(errorsOf(strict));
      expect(errorsOf(lax).filter((row) => !strictErrors.has(row))).toEqual([]);
      expect(strict.findings.some((finding) => finding.rule === 'R-060')).toBe(false);
    }),
    dearRuns(80),
  );
});

function errorsOf(report: CheckReport): string[] {
  return report.findings
    .filter((finding) => finding.severity === 'error')
    .map(({ rule, sheet, cells }) => `${rule} ${sheet} ${cells.join(' ')}`);
}
