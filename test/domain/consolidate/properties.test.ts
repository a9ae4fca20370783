/** Whatever the units, money units, editions, layouts and orders: nothing is lost, and sums are exact. */
import * as fc from 'fast-check';
import { takeUnits } from '../../../src/application/takeUnits';
import { formatAmount, parseAmount } from '../../../src/domain/amount';
import type { Consolidated } from '../../../src/domain/consolidate/consolidate';
import { consolidate, sharesOf } from '../../../src/domain/consolidate/consolidate';
import { judgeSet } from '../../../src/domain/consolidate/judgeSet';
import { resultLayouts } from '../../../src/domain/consolidate/resultLayouts';
import type { TakenUnit } from '../../../src/domain/consolidate/takenUnit';
import { sourceColumns } from '../../../src/domain/consolidate/takenUnit';
import { readWorkingPapers, workingPapers } from '../../../src/domain/consolidate/workingPaper';
import { editionOf } from '../../../src/domain/forms/form';
import { formById, officialForms } from '../../../src/domain/forms/officialForms';
import type { CurrencyUnit } from '../../../src/domain/forms/terms';
import { unitPower } from '../../../src/domain/forms/terms';
import { gridOfLayout } from '../../../src/domain/template/layoutGrid';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { writeSheets } from '../../../src/files/writeSheets';
import { dearRuns } from '../../properties/runs';
import { settings } from '../forms';
import type { Given } from './givenUnits';
import { printedUnits, takenOf, units } from './givenUnits';
import { figuresOf, setSettings } from './sets';

/** What the projects come to, added up in 分 by nobody's program: by form, line, block and measure. */
function expected(counted: readonly Given[], currency: CurrencyUnit): Record<string, string> {
  const fen = new Map<string, bigint>();
  const names = ['projectCount', 'budgeted', 'executed', 'finalAccounts'];
  for (const { plan } of counted) {
    for (const form of ['table1', 'table2'] as const) {
      const edition = editionOf(formById(form), plan.edition ?? 'form2019');
      const lines = Object.keys((edition ?? formById(form).editions[0]).labels).filter(
        (line) => line !== 'disasterManagement' && line !== 'regionalAid',
      );
      plan.figures[form].forEach((line, at) => {
        line.forEach((figure, column) => {
          if (figure === null) return;
          const block = column < 4 ? 'generalPublic' : 'governmentManagedFund';
          for (const row of [lines[at] ?? '', 'total']) {
            for (const where of [block, 'total']) {
              const key = [form, row, where, names[column % 4]].join('|');
              fen.set(key, (fen.get(key) ?? 0n) + figure);
            }
          }
        });
      });
    }
  }
  return Object.fromEntries(
    [...fen].map(([key, figure]) => [
      key,
      key.endsWith('projectCount')
        ? String(figure)
        : formatAmount(parseAmount(`${figure}e-${unitPower[currency] + 2}`)),
    ]),
  );
}

test('what counts is added up exactly, and nothing is lost', () => {
  fc.assert(
    fc.property(units, (given) => {
      const judgement = judgeSet(given.map(takenOf), setSettings());
      expect(judgement.units.map(({ unit }) => unit.id)).toEqual(given.map(({ id }) => `${id}#1`));
      const counted = given.filter((_, at) => judgement.units[at]?.excludedBecause === null);
      const reasons = judgement.units.flatMap(({ excludedBecause }) => excludedBecause ?? []);
      expect(counted.length + reasons.length).toBe(given.length);
      // All of them balance, however they are laid out: nobody is sent back.
      for (const reason of reasons)
        expect(['otherYear', 'duplicate', 'sumOfOthers']).toContain(reason);
      const result = consolidate(judgement, '汇总');
      if (result === null) expect(counted).toEqual([]);
      else expect(figuresOf(result)).toEqual(expected(counted, result.currencyUnit));
      // Of a unit with only one version nothing but its year or a coincidence keeps it out.
      for (const { unit, excludedBecause } of judgement.units) {
        if (unit.fiscalYear !== judgement.fiscalYear) expect(excludedBecause).toBe('otherYear');
      }
    }),
    dearRuns(30),
  );
});

test('another order gives the same result', () => {
  fc.assert(
    fc.property(units, fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (given, dice) => {
      const taken = given.map(takenOf);
      const other = taken
        .map((unit, at) => ({ unit, rank: dice[at] ?? 0 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ unit }) => unit);
      const [one, two] = [taken, other].map((list) => {
        const judgement = judgeSet(list, setSettings());
        const result = consolidate(judgement, '汇总');
        const findings = judgement.findings.map(({ id, severity }) => `${id} ${severity}`).sort();
        if (result === null) return { findings };
        const { fiscalYear, currencyUnit, edition } = result;
        return { figures: figuresOf(result), fiscalYear, currencyUnit, edition };
      });
      expect(one).toEqual(two);
    }),
    dearRuns(20),
  );
});

/** A result as a unit of the next level, read from its sheets. */
function asUnit(result: Consolidated, id: string): TakenUnit {
  const workbook = { sheets: resultLayouts(result, 'formulas').map(gridOfLayout) };
  const source = { kind: 'file', file: `${id}.xlsx` } as const;
  const { units: found } = takeUnits(id, source, workbook, settings, setSettings().labels);
  const [only] = found;
  if (only === undefined) throw new Error('a result is not recognised');
  return only.unit;
}

test('level by level comes to the same as all at once', () => {
  fc.assert(
    fc.property(units, fc.integer({ min: 1, max: 3 }), (given, size) => {
      const decided = setSettings({ fiscalYear: 2019, currencyUnit: 'tenThousandYuan' });
      const once = judgeSet(given.map(takenOf), decided);
      const counted = once.units.flatMap(({ unit, excludedBecause }) =>
        excludedBecause === null ? [unit] : [],
      );
      const all = consolidate(once, '省');
      fc.pre(all !== null);
      const cities: TakenUnit[] = [];
      for (let from = 0; from < counted.length; from += size) {
        const judgement = judgeSet(counted.slice(from, from + size), decided);
        const city = consolidate(judgement, `第${from + 1}市`);
        // A coincidence among the few is one among all.
        if (city === null) throw new Error('nothing counts in a city');
        cities.push(asUnit(city, String(from)));
      }
      const above = judgeSet(cities, decided);
      fc.pre(above.units.every(({ excludedBecause }) => excludedBecause !== 'sumOfOthers'));
      expect(above.units.map(({ excludedBecause }) => excludedBecause)).toEqual(
        cities.map(() => null),
      );
      const result = consolidate(above, '省');
      expect(result && figuresOf(result)).toEqual(figuresOf(all));
    }),
    dearRuns(20),
  );
});

test('shares add up to every figure, from the sum itself and from a saved working paper', async () => {
  await fc.assert(
    fc.asyncProperty(printedUnits, async (given) => {
      const result = consolidate(judgeSet(given.map(takenOf), setSettings()), '汇总');
      fc.pre(result !== null);
      const bytes = await writeSheets(resultLayouts(result, 'formulas'), workingPapers(result));
      const read = await readWorkbook(bytes);
      if (!read.ok) throw new Error(read.fault.code);
      const papers = readWorkingPapers(read.value, officialForms);
      if (papers === null) throw new Error('no working paper');
      expect(papers.unread).toEqual([]);
      for (const [key, figure] of Object.entries(figuresOf(result))) {
        const [form = '', line = '', block, measure] = key.split('|');
        const wanted = { form, line, block, measure } as Parameters<typeof sharesOf>[1];
        const own = sharesOf(result.contributions, wanted);
        const saved = sharesOf(papers.lines, wanted);
        const sum = own.reduce((so, { amount }) => so + amount, 0n);
        expect(formatAmount(sum)).toBe(figure);
        const told = (name: string, amount: bigint) => `${name} ${formatAmount(amount)}`;
        expect(
          saved.map(({ unit, amount }) => told(papers.units[unit]?.name ?? '', amount)),
        ).toEqual(own.map(({ unit, amount }) => told(result.units[unit]?.name ?? '', amount)));
      }
      // The paper says of each figure in which cell of which file it stands.
      for (const [at, { unit, sheet, cells, paper }] of papers.lines.entries()) {
        const part = result.contributions[at];
        const from = part && result.units[part.unit];
        expect(papers.units[unit]).toEqual({
          name: from?.name,
          file: from?.source.kind === 'file' ? from.source.file : '',
        });
        expect([sheet, paper.sheet]).toEqual([part?.sheet, paper.sheet]);
        expect(cells).toEqual(
          sourceColumns.map((_, column) => `${'BCDEFGHI'[column] ?? ''}${(part?.row ?? -1) + 1}`),
        );
      }
    }),
    dearRuns(4),
  );
});
