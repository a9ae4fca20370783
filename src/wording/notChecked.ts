/** What is said where nothing, or not everything, could be checked? */
import type { Language } from './language';

/** Said of a workbook in which none of the sheets is one of the official forms. */
export const noOfficialSheet: Readonly<Record<Language, string>> = {
  'zh-CN':
    '没有找到《政府购买服务项目资金统计表1》或《统计表2》。请确认选对了工作簿，并且表头（一般公共预算、政府性基金预算、合计，项目数、预算数、执行数、决算数）和服务领域名称与表样一致。',
  'en-US':
    'Neither Table 1 nor Table 2 of 政府购买服务项目资金统计表 was found. Make sure that this is the right workbook, and that headings and line labels are those of the form.',
};

/** Said of a unit whose checks could not all be decided, with no error that explains why. */
export function inconclusiveMessage(pair: number, language: Language): string {
  return language === 'zh-CN'
    ? `第 ${pair} 套表有审核项未能进行（公式没有计算结果），不能视为通过。请在 Excel 中打开、保存后重新审核。`
    : `Some checks of pair ${pair} could not be decided (formulas without results), so it has not passed. Open and save the workbook in Excel, then check again.`;
}

/** The formulas of the tables were not worked out when the workbook was saved. */
export const notCalculatedMessage: Readonly<Record<Language, string>> = {
  'zh-CN':
    '工作簿保存时公式尚未重算，表中的合计可能是旧数。请在 Excel 中打开，按 F9 重算并保存后重新审核。',
  'en-US':
    'Formulas were not calculated when the workbook was saved, so totals may be old. Open it in Excel, press F9, save it and check again.',
};
