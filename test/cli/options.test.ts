import { readArguments } from '../../src/cli/arguments';
import { oneOf, readOptions } from '../../src/cli/options';

const plan = {
  loud: { kind: 'switch', short: 'l' },
  colour: { kind: 'value', expected: '红或绿', read: oneOf(['红', '绿']) },
} as const;

const messageOf = (args: readonly string[]): string | null => {
  const read = readOptions(args, plan);
  return read.ok ? null : read.fault.message;
};

test('switches, values in either spelling and everything else are told apart', () => {
  expect(readOptions(['a', '--loud', '--colour=红', 'b', '-'], plan)).toEqual({
    ok: true,
    value: { values: { loud: true, colour: '红' }, others: ['a', 'b', '-'] },
  });
  expect(readOptions(['-l', '--colour', '绿', '--colour', '红'], plan)).toMatchObject({
    value: { values: { loud: true, colour: '红' } },
  });
  expect(readOptions([], plan)).toEqual({
    ok: true,
    value: { values: { loud: false, colour: null }, others: [] },
  });
});

test('behind -- stand no options, whatever it looks like', () => {
  expect(readOptions(['--', '--loud', '--a=b.xlsx', '--'], plan)).toEqual({
    ok: true,
    value: { values: { loud: false, colour: null }, others: ['--loud', '--a=b.xlsx', '--'] },
  });
  expect(readArguments(['--json', '--', '--a=b.xlsx'])).toMatchObject({
    ok: true,
    value: { json: true, files: ['--a=b.xlsx'] },
  });
});

test.each([
  [['--quiet'], '不认识的选项“--quiet”。用 --help 查看用法。'],
  [['--quiet=yes'], '不认识的选项“--quiet”。用 --help 查看用法。'],
  [['-q'], '不认识的选项“-q”。用 --help 查看用法。'],
  [['--no-loud'], '不认识的选项“--no-loud”。用 --help 查看用法。'],
  [['--__proto__'], '不认识的选项“--__proto__”。用 --help 查看用法。'],
  [['--loud=yes'], '--loud 后面不能带“=yes”。用 --help 查看用法。'],
  [['--loud='], '--loud 后面不能带“=”。用 --help 查看用法。'],
  [['--colour', '蓝'], '--colour 后面应为红或绿，不能是“蓝”。'],
  [['--colour', '--loud'], '--colour 后面应为红或绿，不能是“--loud”。'],
  [['--colour'], '--colour 后面应为红或绿，不能是“”。'],
])('%s is refused in words', (args, message) => {
  expect(messageOf(args)).toBe(message);
});
