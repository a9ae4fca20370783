/** Reads a workbook and, where one is named, a report, and holds the one against the other. */
import type { ChosenReturn } from '../application/reportUnit';
import { chooseNumber, chooseUnit, returnBeforeIn } from '../application/reportUnit';
import type { CheckReport } from '../application/checkWorkbook';
import { checkWorkbook } from '../application/checkWorkbook';
import type { CheckedText } from '../domain/reportText/checkReportText';
import { checkReportText } from '../domain/reportText/checkReportText';
import type { ReportSentences } from '../domain/reportText/sentences';
import { reportSentences } from '../domain/reportText/sentences';
import type { UnitReturn } from '../domain/returns/unitReturn';
import { tablesOfReturn } from '../domain/returns/unitReturn';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';
import { readReportFile, readWorkbookFile } from '../files/nodeFiles';
import { fileFaultMessage } from '../wording/fileFaults';
import { reportFaultMessage } from '../wording/reportText';
import { tableTitle } from '../wording/units';
import { readLastUnits } from './lastRoundFile';
import type { ReportArguments } from './reportArguments';
import { clockDay } from './terminal';

/** A fault with its sentence. */
export interface ReportFault {
  readonly code: string;
  readonly message: string;
}

/** What was found out before anything went wrong. */
export interface ReportOutcome {
  readonly chosen: ChosenReturn | null;
  readonly sentences: ReportSentences | null;
  /** The report's text with what became of it; null where none was checked. */
  readonly checked: { readonly text: string; readonly outcome: CheckedText } | null;
  /** Errors that the tables' own check finds; null where it was not made, or could not be decided. */
  readonly tableErrors: number | null;
  readonly fault: ReportFault | null;
}

/** Nothing was found out. */
export const nothing: ReportOutcome = {
  ...{ chosen: null, sentences: null, checked: null, tableErrors: null, fault: null },
};

/** Carries out what is wanted; nothing is written. */
export async function reportOutcome(wanted: ReportArguments): Promise<ReportOutcome> {
  const read = await readUnit(wanted);
  if (!read.ok) return { ...nothing, fault: read.fault };
  const { tableErrors } = read.value;
  const beside = await withYearBefore(read.value.chosen, wanted);
  if (!beside.ok) return { ...nothing, fault: beside.fault };
  const chosen = beside.value;
  const { round, currencyUnit, decimals } = wanted;
  const sentences = reportSentences(chosen.unit, round, { currencyUnit, decimals }, chosen.before);
  if (wanted.check === null) {
    const fault =
      sentences.sentences.length > 0
        ? null
        : {
            code: 'noFigures',
            message: '表中没有可以引用的合计数（空白，或不能确定）。请先填好并审核统计表。',
          };
    return { chosen, sentences, checked: null, tableErrors, fault };
  }
  const text = await readReportFile(wanted.check);
  if (!text.ok) {
    const fault = { code: text.fault.code, message: reportFaultMessage(text.fault) };
    return { chosen, sentences, checked: null, tableErrors, fault };
  }
  const outcome = checkReportText(text.value, chosen.unit, round, chosen.before);
  const fault =
    outcome.figures.length > 0
      ? null
      : {
          code: 'noFigureFound',
          message:
            '报告里没有认出一个引用统计表的数，不能视为相符。请核对文件、填报单位、年份和报送期（--round）。',
        };
  return { chosen, sentences, checked: { text: text.value, outcome }, tableErrors, fault };
}

/** With last year's return from the workbook that is set beside, where this one has none. */
async function withYearBefore(
  chosen: ChosenReturn,
  { previous, previousRound, round }: ReportArguments,
): Promise<Result<ChosenReturn, ReportFault>> {
  if (previous === null) return success(chosen);
  const units = await readLastUnits(previous);
  if (!units.ok) return units;
  if (chosen.before !== null) return success(chosen);
  const before = returnBeforeIn(units.value, chosen.unit, round, previousRound);
  if (typeof before !== 'string') return success({ ...chosen, before });
  return failure({
    code: 'nothingInCommon',
    message: `上年的工作簿“${previous}”里没有同一填报单位、上一年度、同口径的统计表，不能用来比较。请核对文件、填报单位、年份和 --previous-round。`,
  });
}

interface CheckedUnit {
  readonly chosen: ChosenReturn;
  readonly tableErrors: number | null;
}

async function readUnit({
  workbook,
  unit,
  pair,
  round,
}: ReportArguments): Promise<Result<CheckedUnit, ReportFault>> {
  const read = await readWorkbookFile(workbook);
  if (!read.ok) {
    return failure({ code: read.fault.code, message: fileFaultMessage(read.fault, 'zh-CN') });
  }
  const settings = { round, strict: false, lowestExecutionRate: null, today: clockDay() };
  const check = checkWorkbook(read.value, settings);
  const units = check.views;
  if (units.length === 0) {
    const code = 'noOfficialSheet';
    return failure({ code, message: fileFaultMessage({ code }, 'zh-CN') });
  }
  const found = (chosen: ChosenReturn) => success({ chosen, tableErrors: errorsOf(check, chosen) });
  const sets = units.map(setText).join('；');
  if (pair !== null) {
    const chosen = chooseNumber(units, pair);
    if (chosen !== null) return found(chosen);
    const message = `工作簿里没有第 ${pair} 套统计表；有的是：${sets}。`;
    return failure({ code: 'unknownPair', message });
  }
  const choice = chooseUnit(units, unit);
  switch (choice.kind) {
    case 'chosen':
      return found(choice.chosen);
    case 'unknownUnit':
      return failure({
        code: 'unknownUnit',
        message: `工作簿里没有“${unit ?? ''}”的统计表；有的是：${choice.names.join('、')}。`,
      });
    case 'severalUnits':
      return failure({
        code: 'severalUnits',
        message: `工作簿里不止一套统计表，请用 --pair 写明是第几套，或用 --unit 写明填报单位（同一单位各套年份不同时）：${sets}。`,
      });
  }
}

/** 2. 甲县财政局 · 2023 年 · 万元（“统计表1 (2)”、“统计表2 (2)”）. */
function setText(unit: UnitReturn): string {
  const tables = tablesOfReturn(unit);
  const [first] = tables;
  const title = first === undefined ? '' : tableTitle(first.table, 'zh-CN');
  const sheets = [...new Set(tables.map(({ sheet }) => `“${sheet}”`))].join('、');
  return `${unit.number}. ${title}（${sheets}）`;
}

/** A report is only as right as its tables. */
function errorsOf(check: CheckReport, { unit }: ChosenReturn): number | null {
  if (check.inconclusivePairs.includes(unit.number) || check.calculation === 'pending') return null;
  return check.findings.filter(({ pair, severity }) => pair === unit.number && severity === 'error')
    .length;
}
