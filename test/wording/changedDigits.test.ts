/** Which digits are picked out where one figure takes the place of another? */
import { changedDigits } from '../../src/wording/changedDigits';

/** What changes stands in brackets. */
const shown = (before: string, after: string) =>
  changedDigits(before, after).map((runs) =>
    runs.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join(''),
  );

test.each([
  ['two digits exchanged', '855.63', '585.63', '[85]5.63', '[58]5.63'],
  ['one digit, and no sign between digits', '4,312.76', '4,212.76', '4,[3]12.76', '4,[2]12.76'],
  ['two exchanged across a separator', '7,677.2', '6,777.2', '[7,6]77.2', '[6,7]77.2'],
  ['digits apart from each other', '7677.2', '8678.2', '[7]67[7].2', '[8]67[8].2'],
  ['a digit left out', '85.63', '855.63', '85.63', '85[5].63'],
  ['no separator of digits', '1,200', '120', '1,20[0]', '120'],
  ['what lies between beginning and end', '13,450', '1,250', '1[3,4]50', '1,[2]50'],
  ['digits on both sides of a separator', '4,312.76', '5,212.76', '[4,3]12.76', '[5,2]12.76'],
  ['a sign', '-318', '318', '[-]318', '318'],
  ['nothing that stays is picked out of', '12', '34', '12', '34'],
  ['the same', '5', '5', '5', '5'],
])('%s', (_, before, after, was, will) => {
  const [first, second] = shown(before, after);
  expect([first, second]).toEqual([was, will]);
});

test('the parts together are the figures', () => {
  for (const [before, after] of [
    ['0.5', '1,000,000.55'],
    ['-1', '11'],
    ['', '7'],
  ] as const) {
    const [was, will] = changedDigits(before, after);
    expect([was, will].map((runs) => runs.map(({ text }) => text).join(''))).toEqual([
      before,
      after,
    ]);
  }
});
