/** Units with names that mean something elsewhere: text in every cell, a name of its own for every sheet. */
import { judgeSet } from '../../../src/domain/consolidate/judgeSet';
import { resultLayouts } from '../../../src/domain/consolidate/resultLayouts';
import { readWorkingPapers, workingPapers } from '../../../src/domain/consolidate/workingPaper';
import { officialForms } from '../../../src/domain/forms/officialForms';
import { sheetNamesFor } from '../../../src/domain/template/sheetNames';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { writeSheets } from '../../../src/files/writeSheets';
import { setFindingMessage } from '../../../src/wording/setFindings';
import { setSettings, sumOf, takenUnits } from './sets';

const names = [
  '__proto__',
  '=HYPERLINK("http://a.example","看")',
  '长'.repeat(10_000),
  '长'.repeat(40_000),
  '\u202e甲\u0007县',
  '+1',
  '42',
];

const units = takenUnits(names.map((_, at) => ({ times: 2 ** at, name: `第${at}县` }))).map(
  (unit, at) => ({ ...unit, name: names[at] ?? '' }),
);

test('they stand as texts in the working paper, and are read back', async () => {
  const result = sumOf(judgeSet(units, setSettings()));
  const bytes = await writeSheets(resultLayouts(result, 'formulas'), workingPapers(result));
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.fault.code);
  const [, , paper] = read.value.sheets;
  expect(
    paper?.rows.flatMap((row) => row?.slice(0, 2) ?? []).every((cell) => cell?.formula === null),
  ).toBe(true);
  const papers = readWorkingPapers(read.value, officialForms);
  const found = papers?.units.map(({ name }) => name) ?? [];
  for (const name of ['__proto__', names[1], names[2], '+1', '42']) expect(found).toContain(name);
});

test('a message names them shortened, with their length, and turns nothing around', () => {
  const judgement = judgeSet(units, setSettings({ expectedUnits: ['甲县'] }));
  const outside = judgement.findings.find(({ rule }) => rule === 'U-060');
  if (outside === undefined) throw new Error('all are on the list');
  for (const language of ['zh-CN', 'en-US'] as const) {
    const message = setFindingMessage(outside, judgement, language);
    expect(message).toContain(language === 'zh-CN' ? '…（共 10000 字）' : '… (10000 characters)');
    for (const sign of ['\u202e', '\u0007']) expect(message).not.toContain(sign);
    expect(message.length).toBeLessThan(700);
  }
});

test('sheets called after units have names that Excel takes, each once', () => {
  const made = sheetNamesFor(
    [
      '甲县',
      '甲县',
      "'甲'/县:",
      'History',
      '',
      'a'.repeat(40),
      'A'.repeat(40),
      `${'县'.repeat(30)}𠀀`,
    ],
    '单位',
  );
  expect(made).toEqual([
    '甲县',
    '甲县(2)',
    "甲'_县_",
    '单位History',
    '单位',
    'a'.repeat(31),
    `${'A'.repeat(28)}(2)`,
    '县'.repeat(30),
  ]);
});
