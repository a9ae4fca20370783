/** Tables that balance give no error, however large, sparse, rounded, or many they are, and wherever they stand. */
import * as fc from 'fast-check';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { settings } from '../domain/forms';
import type { LaidOut } from './layouts';
import { arrange, arrangements, layOut, layouts } from './layouts';
import { dearRuns } from './runs';
import { projects, tablesOf, writings, written } from './pairs';

const units = ['甲县财政局', '乙县财政局', '丙县财政局'];

const unitTables = fc.record({
  projects,
  writing: writings,
  layouts: fc.tuple(layouts(), layouts()),
});

test('no error in any layout, unit and rounding, for one to three units', () => {
  fc.assert(
    fc.property(fc.array(unitTables, { minLength: 1, maxLength: 3 }), (reports) => {
      const tables = reports.flatMap((report, at): LaidOut[] => {
        const heading = { unit: units[at] ?? '', year: 2019, currency: report.writing.unit };
        return tablesOf(report.projects, report.writing.empty).map((table, which) =>
          layOut(
            which === 0 ? 1 : 2,
            written(table, report.writing),
            // A rounded table has typed totals: formulas would add up the rounded figures.
            { ...report.layouts[which === 0 ? 0 : 1], totals: 'typed' },
            heading,
            `${at}-${which}`,
          ),
        );
      });
      const { workbook } = arrange(tables, 'sheets');
      const report = checkWorkbook(workbook, settings);
      expect(errorsOf(report)).toEqual([]);
      expect(report.recognition.returns.map(sheetNames)).toEqual(
        reports.map((_, at) => [`${at}-0`, `${at}-1`]),
      );
      expect(report.recognition.refused).toEqual([]);
      expect(report.checks.undetermined).toBe(0);
    }),
    dearRuns(80),
  );
});

test('no error where the figures beneath formula totals are rounded each for itself', () => {
  fc.assert(
    fc.property(
      projects,
      writings,
      // Worked out from the rounded figures when they are read.
      layouts('uncalculated'),
      fc.oneof(layouts('typed'), layouts('uncalculated')),
      fc.boolean(),
      (list, writing, own, other, isFirst) => {
        const heading = { unit: '甲县财政局', year: 2019, currency: writing.unit };
        const [first, second] = isFirst ? [own, other] : [other, own];
        const [table1, table2] = tablesOf(list, writing.empty);
        const tables = [
          layOut(1, written(table1, writing), first, heading, '表一'),
          layOut(2, written(table2, writing), second, heading, '表二'),
        ];
        const report = checkWorkbook(arrange(tables, 'sheets').workbook, settings);
        expect(errorsOf(report)).toEqual([]);
      },
    ),
    dearRuns(80),
  );
});

test('no finding about balances at all where nothing is rounded, totals typed or formulas', () => {
  fc.assert(
    fc.property(projects, writings, layouts(), layouts(), (list, writing, first, second) => {
      const exact = { ...writing, places: 12 };
      const heading = { unit: '甲县财政局', year: 2019, currency: writing.unit };
      const [table1, table2] = tablesOf(list, writing.empty);
      const tables = [
        layOut(1, written(table1, exact), first, heading, '表一'),
        layOut(2, written(table2, exact), second, heading, '表二'),
      ];
      const report = checkWorkbook(arrange(tables, 'sheets').workbook, settings);
      const rules = new Set(report.findings.map((finding) => finding.rule));
      // Projects this small or large may look as if entered in another unit: a warning at most.
      rules.delete('R-040');
      rules.delete('L-040');
      expect([...rules]).toEqual([]);
      expect(report.diagnoses).toEqual([]);
      expect(report.inconclusivePairs).toEqual([]);
    }),
    dearRuns(80),
  );
});

test('no error where both tables share one sheet', () => {
  fc.assert(
    fc.property(
      projects,
      writings,
      layouts('typed'),
      layouts('typed'),
      arrangements,
      (list, writing, first, second, arrangement) => {
        // A heading below a table would stand between the two: whose it is, only a reader could tell.
        const layoutOf = (layout: typeof first) =>
          layout.heading === 'belowTable' ? { ...layout, heading: 'twoCells' as const } : layout;
        const heading = { unit: '甲县财政局', year: 2019, currency: writing.unit };
        const [table1, table2] = tablesOf(list, writing.empty);
        const tables = [
          layOut(1, written(table1, writing), layoutOf(first), heading, '表一'),
          layOut(2, written(table2, writing), layoutOf(second), heading, '表二'),
        ];
        const report = checkWorkbook(arrange(tables, arrangement).workbook, settings);
        expect(errorsOf(report)).toEqual([]);
        expect(report.recognition.returns).toHaveLength(1);
      },
    ),
    dearRuns(80),
  );
});

function errorsOf(report: ReturnType<typeof checkWorkbook>): string[] {
  return report.findings
    .filter((finding) => finding.severity === 'error')
    .map((finding) => `${finding.rule} ${finding.sheet} ${finding.cells.join(' ')}`);
}

function sheetNames({
  tables,
}: ReturnType<typeof checkWorkbook>['recognition']['returns'][number]): (string | undefined)[] {
  return ['table1', 'table2'].map((form) => tables.get(form)?.grid.name);
}
