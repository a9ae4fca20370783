/** Every rule does what its examples say, and no rule goes without examples. */
import type { WorkbookGrids } from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { catalogue, ruleById } from '../../../src/domain/rules/catalogue';
import { applyRule, viewPairs } from '../../../src/domain/rules/checkPairs';
import { Outcomes } from '../../../src/domain/rules/outcomes';
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
    })),
  };
}

/** What one rule alone says of a workbook. */
function outcomesOf(example: RuleExample): Outcomes {
  const workbook = workbookOf(example);
  const outcomes = new Outcomes();
  for (const pair of viewPairs(recogniseWorkbook(workbook).pairs, workbook)) {
    outcomes.beginPair(pair.number);
    applyRule(ruleById(example.rule), pair, { ...settings, ...example.settings }, outcomes);
  }
  return outcomes;
}

const numbered = examples
  .filter((example) => example.rule !== 'R-060')
  .map((example, index) => ({
    name: `${example.rule} ${example.situation} (${index + 1})`,
    example,
  }));

test.each(numbered)('$name', ({ example }) => {
  const outcomes = outcomesOf(example);
  const rows = outcomes.findings.map((finding) => {
    const row = [finding.sheet, ...finding.cells, finding.stated ?? '-', finding.computed ?? '-'];
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

  test.each(catalogue.map((rule) => rule.id))('%s has an example of every situation', (id) => {
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
    const outcomes = new Outcomes();
    outcomes.beginPair(1);
    outcomes.undetermined();
    const draft = { sheet: '表', cells: [], stated: null, computed: null, difference: null };
    const detail = { kind: 'emptyTable', form: 'table1' } as const;
    outcomes.violated({ id: 'R-010', severity: 'warning' }, { ...draft, detail });
    expect(outcomes.inconclusivePairs).toEqual([1]);
    outcomes.violated({ id: 'L-070', severity: 'error' }, { ...draft, detail });
    expect(outcomes.inconclusivePairs).toEqual([]);
  });
});
