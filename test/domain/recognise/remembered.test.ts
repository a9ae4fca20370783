/** Is a text that was read before not read again, and does nothing else depend on it? */
import { remembered } from '../../../src/domain/recognise/remembered';

function counting() {
  const asked: string[] = [];
  const read = remembered((text): string | null => {
    asked.push(text);
    return text === '' ? null : text.toUpperCase();
  });
  return { asked, read };
}

test('a text is read once, also where it says nothing', () => {
  const { asked, read } = counting();
  expect(['a', '', 'a', ''].map((text) => read(text))).toEqual(['A', null, 'A', null]);
  expect(asked).toEqual(['a', '']);
});

test('so many different texts are not all kept, and long ones never', () => {
  const { asked, read } = counting();
  const texts = Array.from({ length: 2_000 }, (_, at) => `t${at}`);
  for (const text of texts) expect(read(text)).toBe(text.toUpperCase());
  expect(read('t0')).toBe('T0');
  expect(asked).toHaveLength(2_001);
  const long = 'x'.repeat(201);
  read(long);
  read(long);
  expect(asked).toHaveLength(2_003);
});
