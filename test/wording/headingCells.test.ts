/** Does what is wrong above a table say in which cell it is put right, where no correction is offered? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { isCorrectable } from '../../src/domain/fill/planCorrections';
import type { RuleId } from '../../src/domain/finding';
import { readWorkbook } from '../../src/files/readWorkbook';
import { findingMessage } from '../../src/wording/findings';
import { settings } from '../domain/forms';

test.each<[RuleId, string, string, string]>([
  ['C-070', 'puyang-2019.xlsx', '年份填在 H2。', 'The year stands in H2.'],
  ['R-040', 'causes/table2-in-yuan.xlsx', '金额单位填在 K2。', 'The unit stands in K2.'],
])('%s', async (rule, specimen, zh, en) => {
  const read = await readWorkbook(readFileSync(join(__dirname, '../specimens', specimen)));
  if (!read.ok) throw new Error(read.fault.code);
  const today = { year: 2018, month: 3, day: 1 };
  const { findings } = checkWorkbook(read.value, { ...settings, today });
  const [finding] = findings.filter((one) => one.rule === rule);
  if (finding === undefined) throw new Error(`no ${rule}`);
  expect(isCorrectable(finding)).toBe(false);
  expect(findingMessage(finding, 'zh-CN').slice(-zh.length)).toBe(zh);
  expect(findingMessage(finding, 'en-US').slice(-en.length)).toBe(en);
});
