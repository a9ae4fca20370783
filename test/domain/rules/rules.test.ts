/** Every rule does what its examples say, and no rule goes without examples. */
import { comparedFigures } from '../../../src/application/report/comparedFigures';
import type { RuleId } from '../../../src/domain/finding';
import { officialForms } from '../../../src/domain/forms/officialForms';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { catalogue, ruleById } from '../../../src/domain/rules/catalogue';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import type { CheckedReturn } from '../../../src/domain/rules/checkReturn';
import { isInconclusive, outcomesOf, summarise } from '../../../src/domain/rules/checkReturn';
import type { Outcome } from '../../../src/domain/rules/outcome';
import { undetermined, violated } from '../../../src/domain/rules/outcome';
import { puyang, settings } from '../forms';
import type { RuleExample, Situation } from './specs';
import { cannotBe, examples } from './specs';

function workbookOf(example: RuleExample): WorkbookGrids {
  const { sheets } = puyang(example.table1, example.table2);
  return {
    sheets: sheets.map((sheet, index) => ({
      ...sheet,
      hiddenRows: new Set(index === 0 ? example.hidden?.rows : []),
      hiddenColumns: new Set(index === 0 ? example.hidden?.columns : []),
      merges: index === 0 ? (example.merges ?? null) : null,
    })),
  };
}

/** What one rule alone says of a workbook. */
function checked(example: RuleExample): CheckedReturn {
  const workbook = workbookOf(example);
  const [unit, ...others] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined || others.length > 0) throw new Error('an example is one return');
  const rule = ruleById(example.rule);
  const outcomes = outcomesOf(rule, unit, { ...settings, ...example.settings });
  return summarise(unit, [{ rule, outcomes }]);
}

const numbered = examples
  .filter((example) => example.rule !== 'R-060')
  .map((example, index) => ({
    name: `${example.rule} ${example.situation} (${index + 1})`,
    example,
  }));

test.each(numbered)('$name', ({ example }) => {
  const outcomes = checked(example);
  const rows = outcomes.findings.map((finding) => {
    const { stated, standard } = comparedFigures(finding);
    const row = [finding.sheet, ...finding.cells, stated ?? '-', standard ?? '-'];
    return (finding.rule === example.rule ? row : [...row, finding.rule]).join(' ');
  });
  expect(rows).toEqual(example.findings ?? []);
  expect(outcomes.counts.undetermined).toBe(example.undetermined ?? 0);
  if (example.situation === 'satisfied' && example.rule !== 'R-030') {
    const { satisfied, run } = outcomes.counts;
    const isOff = run === 0 && example.settings?.round !== undefined;
    const isLater = example.rule === 'C-015' && example.settings === undefined;
    expect(isOff || isLater || satisfied > 0).toBe(true);
  }
});

describe('the catalogue', () => {
  const situations: readonly Situation[] = [
    'satisfied',
    'violated',
    'undetermined',
    'bound',
    'beyond',
  ];

  // Rules about a set of units have their own: see consolidate/judgeSet.test.ts.
  const ofReturns = catalogue.filter(({ check }) => check.kind !== 'ofSet');

  test.each(ofReturns.map((rule) => rule.id))('%s has an example of every situation', (id) => {
    const needed = situations.filter((situation) => !(cannotBe[id] ?? []).includes(situation));
    const shown = new Set(
      examples.filter((example) => example.rule === id).map((example) => example.situation),
    );
    expect(needed.filter((situation) => !shown.has(situation))).toEqual([]);
  });

  test('ids step by ten or five, stand once, and in order within a family', () => {
    const ids = catalogue.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(Number(id.slice(2)) % 5).toBe(0);
    const families = ids.map((id) => id[0]);
    expect(families.filter((family, at) => family !== families[at - 1])).toEqual([
      ...new Set(families),
    ]);
  });

  test('every rule has a title, a basis and a severity', () => {
    for (const { title, basis, severity } of catalogue) {
      expect(title).toMatch(/^[\u4e00-\u9fff]+$/);
      expect(basis).not.toBe('');
      expect(['error', 'warning', 'notice']).toContain(severity);
    }
  });
});

describe('what could not be decided', () => {
  test('is explained by an error, never by a warning', () => {
    const detail = { kind: 'emptyTable', form: 'table1' } as const;
    const found = violated({ sheet: '表', cells: [], detail });
    const conclude = (...rules: readonly (readonly [RuleId, Outcome])[]) =>
      isInconclusive(
        summarise(
          {
            number: 1,
            id: '甲县·2019',
            source: { kind: 'thisWorkbook' },
            forms: officialForms,
            tables: new Map(),
          },
          rules.map(([id, outcome]) => ({ rule: ruleById(id), outcomes: [outcome] })),
        ),
      );
    const unknown = ['B-010', undetermined('figureUnknown')] as const;
    expect(conclude(unknown)).toBe(true);
    expect(conclude(unknown, ['R-010', found])).toBe(true);
    expect(conclude(unknown, ['R-010', found], ['L-070', found])).toBe(false);
    expect(conclude(['R-010', found])).toBe(false);
  });
});
