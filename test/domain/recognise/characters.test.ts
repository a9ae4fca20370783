/** What is left of a text's characters? */
import { compact, plainText } from '../../../src/domain/recognise/characters';

test('common characters stand for themselves, alone as among others', () => {
  const differing: string[] = [];
  for (let code = 0; code < 0xffff; code += 1) {
    const sign = String.fromCharCode(code);
    // What shows nothing behind it goes, and changes nothing before it.
    if (plainText(sign) !== plainText(`${sign}\u200b`)) differing.push(code.toString(16));
  }
  expect(differing).toEqual([]);
});

test.each([
  ['１．其 他：', '1.其他:'],
  ['填报\u200b单位\ufe30甲县', '填报单位:甲县'],
  ['\u3000合　计\u00a0', '合计'],
  ['K12:M13', 'K12:M13'],
])('%j is %s', (text, left) => {
  expect(compact(text)).toBe(left);
});
