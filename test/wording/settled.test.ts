/** Does what is explained ask for an explanation no more? */
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { groupAlike } from '../../src/application/report/alikeItems';
import { reportOf } from '../../src/application/report/makeReport';
import { findingMessage } from '../../src/wording/findings';
import { itemTitle, partTitle } from '../../src/wording/items';
import type { Language } from '../../src/wording/language';
import { findingMessageNow, itemMessageNow } from '../../src/wording/settled';
import { puyang, settings } from '../domain/forms';
import { explanations, moved } from '../situations';

const languages: readonly Language[] = ['zh-CN', 'en-US'];
const asks = { 'zh-CN': '请填写审核说明', 'en-US': 'explan' };

function reportOn(workbook = puyang()) {
  return reportOf(checkWorkbook(workbook, settings), { kind: 'read', explanations });
}

test.each(languages)('what is explained, in %s', (language) => {
  const report = reportOn();
  for (const { findings, items } of report.units) {
    for (const finding of findings) {
      const answered = report.explained.byFinding.get(finding.id);
      const [before, now] = [
        findingMessage(finding, language),
        findingMessageNow(finding, language, answered),
      ];
      expect(before).toContain(language === 'zh-CN' ? '请填写审核说明' : 'expla');
      expect(now).not.toMatch(language === 'zh-CN' ? /审核说明/ : /\bexpla/);
      expect(before.startsWith(now)).toBe(true);
      expect(now.length).toBeGreaterThan(20);
    }
    for (const item of items) {
      expect(itemMessageNow(item, language, report.explained.byFinding)).not.toContain(
        asks[language],
      );
    }
  }
});

test('what is to be confirmed again still asks, and is named alone among what is alike', () => {
  const report = reportOn(puyang(moved('D', 8, 9, 0.01)));
  const outdated = [...report.explained.byFinding].filter(([, { state }]) => state === 'outdated');
  const [item] = report.units.flatMap(({ items }) =>
    groupAlike(items).filter(({ findings }) => findings.some(({ id }) => id === outdated[0]?.[0])),
  );
  if (item === undefined) throw new Error('nothing to be confirmed');
  expect(itemMessageNow(item, 'zh-CN', report.explained.byFinding)).toContain('请填写审核说明');
  const own = item.findings.filter(({ id }) => outdated.some(([one]) => one === id));
  expect(own.length).toBeLessThan(item.findings.length);
  expect(itemTitle(item, 'zh-CN')).toMatch(/^执行超预算 \d+ 处$/);
  expect(partTitle(item, own.slice(0, 1), 'zh-CN')).toMatch(/^执行超预算：.*·执行数$/);
  expect(partTitle(item, item.findings, 'zh-CN')).toBe(itemTitle(item, 'zh-CN'));
});
