/** Which values show that somebody slipped, and which would any other value do as well? */
import { showsSlip } from '../../../src/domain/diagnose/signs';
import { amountOf } from './pair';

const amount = (text: string) => amountOf(text) ?? 0n;

test.each([
  ['two digits exchanged', 'transposition', '12', '21', 'count', true],
  ['a lost point', 'decimalShift', '34535', '345.35', 'amount', true],
  ['one digit of five', 'substitution', '62.54', '62.34', 'amount', true],
  ['one digit of two', 'substitution', '62', '32', 'amount', false],
  ['one digit of two before noughts', 'substitution', '6200', '3200', 'amount', false],
  ['one digit of three, the last of one a nought', 'substitution', '620', '621', 'amount', true],
  ['one digit of one', 'substitution', '5', '8', 'amount', false],
  ['a digit left out of two', 'omission', '4', '48', 'count', false],
  ['counts that differ by a few', 'substitution', '223', '227', 'count', false],
  ['counts that differ by many', 'substitution', '223', '523', 'count', true],
  ['nothing but another value', 'unexplained', '409.5', '509.5', 'amount', false],
  ['a total that was left', 'staleTotal', '4', '3', 'count', false],
] as const)('%s', (_, pattern, stated, meant, quantity, shows) => {
  expect(showsSlip(pattern, amount(stated), amount(meant), quantity)).toBe(shows);
});

test('a blank where a figure is due shows it', () => {
  expect(showsSlip('omission', null, amount('7'), 'count')).toBe(true);
});
