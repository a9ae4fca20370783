/** The one word above a report: errors, then what could not be decided, then what waits, then warnings. */
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { verdictOn } from '../../../src/application/report/verdict';
import type { Finding } from '../../../src/domain/finding';
import type { Changes } from '../../domain/forms';
import { puyang, settings } from '../../domain/forms';

function found(rule: string, changes: Changes): readonly Finding[] {
  const { findings } = checkWorkbook(puyang(changes), settings);
  return findings.filter((finding) => finding.rule === rule).slice(0, 1);
}

const warning = found('R-010', {});
const error = found('B-020', { C12: 1 });
const old = found('F-040', { C24: { formula: '=SUM(C5:C23)', value: 1 } });

test.each([
  ['errors', error, 'pending', true],
  ['errors', [...old, ...error], 'pending', false],
  ['errors', old, 'current', false],
  ['notChecked', [], 'pending', true],
  ['notChecked', warning, 'current', true],
  ['notCalculated', old, 'pending', false],
  ['notCalculated', warning, 'pending', false],
  ['warnings', warning, 'current', false],
  ['passed', [], 'current', false],
] as const)('%s', (verdict, findings, calculation, isUndecided) => {
  expect([warning, error, old].map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(verdictOn(findings, calculation, isUndecided)).toBe(verdict);
});
