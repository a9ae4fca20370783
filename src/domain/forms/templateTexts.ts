/** What do the official forms print besides titles, columns and lines? And what does a template say? */
import type { CurrencyUnit } from './terms';
import { currencyUnitTitles } from './terms';

/** Editions that a new sheet may be laid out in. */
export type TemplateEdition = 'form2019' | 'later';

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
