/** What do the official forms print besides titles, columns and lines? And what does a template say? */
import type { FormEdition } from './lines';
import type { CurrencyUnit, FormId } from './terms';
import { currencyUnitTitles } from './terms';

/** Editions that a new sheet may be laid out in. */
export type TemplateEdition = Exclude<FormEdition, 'earlier'>;

/** Names of the sheets that a template makes. */
export const templateSheetNames: Readonly<Record<FormId, string>> = {
  table1: '统计表1',
  table2: '统计表2',
};

/** The two texts of the diagonal cell: over the columns, and over the lines. */
export const diagonalTexts = { columns: '项目和金额', lines: '服务领域' } as const;

/** 填报单位 as printed at the left above the grid. */
export function reportingUnitText(reportingUnit: string): string {
  return `填报单位：${reportingUnit}`;
}

/** 金额 and 年份 as printed at the right above the grid; the year's brackets stay open for null. */
export function currencyAndYearText(currencyUnit: CurrencyUnit, fiscalYear: number | null): string {
  const year = fiscalYear === null ? '\u3000\u3000\u3000\u3000' : String(fiscalYear);
  return `金额：${currencyUnitTitles[currencyUnit]}\u3000年份：（${year}）`;
}

const classificationNote: Readonly<Record<TemplateEdition, string>> = {
  form2019:
    '政府购买服务领域分类依据按功能分类的政府收支分类科目，本表中“一般事务”支出对应政府收支分类科目中的“一般公共服务支出”，“其他”是指除表中所列服务领域外的其他政府购买服务支出（不含国防）；',
  later:
    '政府购买服务领域分类依据按功能分类的政府收支分类科目，“其他”是指除表中所列服务领域外的其他政府购买服务支出（不含国防）；',
};

const roundsNote =
  '关于政府购买服务资金金额，1月份报送数据时至少需提供上一年度全年预算数、执行数，7月份报送数据时至少需提供本年度全年预算数、本年度上半年执行数、上一年度全年决算数。';

/**
 * The notes under a table, one text per row. Those of the 2019 form are printed word for word; a
 * later edition names 一般公共服务 itself, so that note 1 needs no explanation of 一般事务.
 */
export function formNotes(form: FormId, edition: TemplateEdition): readonly string[] {
  if (form === 'table2') return [`注：${roundsNote}`];
  return [`注：1. ${classificationNote[edition]}`, `\u3000\u30002. ${roundsNote}`];
}

/** What Excel says about an input cell when it is selected, and when a wrong value is typed. */
export interface InputMessages {
  readonly promptTitle: string;
  readonly promptMessage: string;
  readonly errorTitle: string;
  readonly errorMessage: string;
}

/** Messages of the project-count cells. */
export const projectCountMessages: InputMessages = {
  promptTitle: '项目数',
  promptMessage: '填写项目个数（不小于 0 的整数）；没有项目的留空。',
  errorTitle: '项目数填写有误',
  errorMessage: '项目数应为不小于 0 的整数，请重新填写。',
};

/** Messages of the amount cells. */
export function amountMessages(currencyUnit: CurrencyUnit): InputMessages {
  const unit = currencyUnitTitles[currencyUnit];
  return {
    promptTitle: `金额（${unit}）`,
    promptMessage: `填写以${unit}为单位的金额（不小于 0 的数）；没有金额的留空。`,
    errorTitle: '金额填写有误',
    errorMessage: `金额应为不小于 0 的数，以${unit}为单位，请重新填写。`,
  };
}
