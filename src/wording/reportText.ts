/** What does a clerk read of 报告文字? The sentences of the report, and what is said of its figures. */
import type { FileFault, UnreadableDetail } from '../domain/fault';
import { currencyUnitTitles } from '../domain/forms/terms';
import type { CheckedFigure, UnrecognisedFigure } from '../domain/reportText/checkReportText';
import type { QuotedLine, ReportSentence, ReportSentences } from '../domain/reportText/sentences';
import { placeOf } from '../domain/returns/tableView';
import type { Figure } from '../domain/returns/tableView';
import { fileFaultMessage } from './fileFaults';
import type { Language } from './language';
import { formName, measuredIn, measureName, placeName } from './terms';
import { visibleText } from './visibleText';

const zh: Language & 'zh-CN' = 'zh-CN';

/** One sentence of the report, to be copied as it is. */
export function sentenceText(
  sentence: ReportSentence,
  { fiscalYear, round, style }: ReportSentences,
): string {
  const unit = currencyUnitTitles[style.currencyUnit];
  const money = (decimal: string) => `${decimal} ${unit}`;
  const year = fiscalYear === null ? '' : `${fiscalYear} 年`;
  const half = round === 'july' ? '上半年' : '';
  switch (sentence.id) {
    case 'totals': {
      const { projects, budgeted, executed, finalAccounts } = sentence;
      const collected = round === 'july' ? '' : '全年累计';
      const final =
        finalAccounts === null
          ? ''
          : round === 'july'
            ? `；${fiscalYear === null ? '上年' : `${fiscalYear - 1} 年`}决算资金 ${money(finalAccounts)}`
            : `，决算资金 ${money(finalAccounts)}`;
      return `${year}${collected}纳入购买服务预算项目 ${projects} 个，预算资金 ${money(budgeted)}，${half}执行资金 ${money(executed)}${final}。`;
    }
    case 'executionRate':
      return `${year}${half}购买服务预算执行率为 ${sentence.rate}%。`;
    case 'budgets': {
      const { generalPublic, governmentManagedFund } = sentence;
      return `购买服务预算资金中，一般公共预算 ${money(generalPublic.amount)}，占 ${generalPublic.share}%；政府性基金预算 ${money(governmentManagedFund.amount)}，占 ${governmentManagedFund.share}%。`;
    }
    case 'largestAreas':
      return `从服务领域看，购买服务预算较多的有${listed(sentence.lines, money)}。`;
    case 'kinds':
      return `从服务种类看，购买服务预算为：${listed(sentence.lines, money)}。`;
    case 'change': {
      const { projectsBefore, budgetedBefore, more, percent } = sentence;
      const isLess = more.startsWith('-');
      const by = (decimal: string) => decimal.replace(/^-/, '');
      const before = fiscalYear === null ? '上年' : `${fiscalYear - 1} 年`;
      const changed = /[1-9]/.test(more)
        ? `比上年${isLess ? '减少' : '增加'} ${money(by(more))}${/[1-9]/.test(percent) ? `，${isLess ? '下降' : '增长'} ${by(percent)}%` : ''}`
        : '与上年基本持平';
      return `${before}购买服务项目 ${projectsBefore} 个、预算资金 ${money(budgetedBefore)}，${year}预算资金${changed}。`;
    }
  }
}

function listed(lines: readonly QuotedLine[], money: (decimal: string) => string): string {
  return lines
    .map(({ label, amount, share }) => `${visibleText(label)} ${money(amount)}（占 ${share}%）`)
    .join('、');
}

/** Each verdict in a word. */
export const reportVerdicts: Readonly<Record<CheckedFigure['verdict'], string>> = {
  agrees: '相符',
  differs: '不符',
  doubtful: '存疑',
};

/** What is said of a figure: with which cell it agrees, or what the table has instead. */
export function checkedFigureMessage(figure: CheckedFigure, language: Language = zh): string {
  const { verdict, doubt, table } = figure;
  const words = messages[language];
  const amount = tableAmount(table, figure, language);
  const what = readAs(figure, language);
  if (verdict === 'agrees') return words.agrees(what);
  if (doubt === null) return otherWay(figure, language) ?? words.differs(amount, what);
  switch (doubt.kind) {
    case 'cutOff':
      return words.cutOff(amount, what);
    case 'otherMeasure':
      return words.otherMeasure(measureName(doubt.measure, language), amount, what);
    case 'farBelow':
      return words.farBelow(amount, what);
  }
}

/** 增加, and the tables have less; or both are equal. Null where the direction is right. */
function otherWay(figure: CheckedFigure, language: Language): string | null {
  const { reading, table } = figure;
  if (!('direction' in reading) || (!table.startsWith('-') && /[1-9]/.test(table))) return null;
  const words = messages[language];
  const [first = '', whole = ''] = figure.figures.map((one) => namedCell(one, language));
  if (!/[1-9]/.test(table)) return words.level(first, whole);
  const amount = tableAmount(table.replace(/^-/, ''), figure, language);
  return words.otherWay(reading.direction > 0, amount, first, whole);
}

/** What a number is read as: a cell, or two with what is made of them. */
function readAs(
  { reading, figures }: Pick<CheckedFigure, 'reading' | 'figures'>,
  language: Language,
): string {
  const [first = '', whole = ''] = figures.map((one) => namedCell(one, language));
  const words = messages[language];
  if (reading.kind === 'figure') return first;
  if (reading.kind === 'comparison') {
    return reading.direction > 0 ? `${first} − ${whole}` : `${whole} − ${first}`;
  }
  return reading.kind === 'growth' || reading.kind === 'difference'
    ? words.since(first, whole, figures.map(yearOf))
    : `${first} ÷ ${whole}${reading.kind === 'share' ? '' : words.rate}`;
}

const messages = {
  'zh-CN': {
    rate: '（执行率）',
    since: (now: string, then: string, [year = '', before = '']: readonly string[]) =>
      `${year}${now}与${before}${then}相比`,
    agrees: (what: string) => `与${what}相符。`,
    differs: (amount: string, what: string) => `表中为 ${amount}：${what}。`,
    cutOff: (amount: string, what: string) =>
      `表中四舍五入为 ${amount}：${what}；文中是直接舍去尾数的。`,
    otherMeasure: (measure: string, amount: string, what: string) =>
      `文中的数与${measure}相同；所说的应为 ${amount}：${what}。`,
    farBelow: (amount: string, what: string) => `表中为 ${amount}：${what}；文中的约数说少了。`,
    level: (first: string, whole: string) =>
      `表中两数按文中位数相等，没有增减：${first}；${whole}。`,
    otherWay: (isMore: boolean, amount: string, first: string, whole: string) =>
      `方向相反：文中说${isMore ? '多（增长）' : '少（下降）'}，表中是${isMore ? '少（下降）' : '多（增长）'} ${amount}：${first}对${whole}。`,
  },
  'en-US': {
    rate: ' (execution rate)',
    since: (now: string, then: string, [year = '', before = '']: readonly string[]) =>
      `${year}${now} against ${before}${then}`,
    agrees: (what: string) => `Agrees with ${what}.`,
    differs: (amount: string, what: string) => `The table has ${amount}: ${what}.`,
    cutOff: (amount: string, what: string) =>
      `Rounded, the table has ${amount}: ${what}; the text cuts the digits off.`,
    otherMeasure: (measure: string, amount: string, what: string) =>
      `The text has the figure of “${measure}”; what it speaks of is ${amount}: ${what}.`,
    farBelow: (amount: string, what: string) =>
      `The table has ${amount}: ${what}; the round number says much less.`,
    level: (first: string, whole: string) =>
      `At the digits shown both are equal in the tables: ${first}; ${whole}.`,
    otherWay: (isMore: boolean, amount: string, first: string, whole: string) =>
      `The other way round: the text says ${isMore ? 'more' : 'less'}, and it is ${isMore ? 'less' : 'more'} by ${amount}: ${first} against ${whole}.`,
  },
} as const satisfies Readonly<Record<Language, object>>;

/** Of when a figure's table is: `2019 `. */
function yearOf({ table: { table } }: Figure): string {
  const year = table.heading.fiscalYear.value;
  return year === null ? '' : `${year} `;
}

/** 统计表1·合计行·合计栏·预算数（K24）. */
function namedCell(figure: Figure, language: Language): string {
  const separator = language === zh ? '·' : ', ';
  const form = formName(figure.table.form, language);
  return `${form}${separator}${placeName(placeOf(figure), language)}`;
}

const powers: ReadonlyMap<number, string> = new Map([
  [0, '元'],
  [1, '十元'],
  [2, '百元'],
  [3, '千元'],
  [4, '万元'],
  [5, '十万元'],
  [6, '百万元'],
  [7, '千万元'],
  [8, '亿元'],
  [12, '万亿元'],
]);

/** The table's value in the text's unit. */
function tableAmount(
  table: string,
  { claim: { quantity } }: Pick<CheckedFigure, 'claim'>,
  language: Language,
): string {
  if (quantity.kind === 'percent') return `${table}%`;
  if (quantity.kind === 'count') return measuredIn(table, 'project', language);
  const unit = powers.get(quantity.power);
  return unit === undefined ? `${table} × 10^${quantity.power} 元` : `${table} ${unit}`;
}

const unrecognisedReasons: Readonly<
  Record<Language, Readonly<Record<UnrecognisedFigure['reason'], string>>>
> = {
  'zh-CN': {
    noTable: '工作簿里没有它所说的那张表，未核对。',
    noFigure: '表中这一格是空的，未核对。请看是文中写错，还是表中漏填。',
    unclear: '表中这一格的数不能确定（文字、公式或金额单位不明），未核对。请先审核统计表。',
    noColumn: '文中没有写明是预算、执行还是决算，与三者都不同，未核对。请自行核对。',
    notCertain: '这一句的说法不能断定指表中哪个数，与可能的数都不同，未核对。请自行核对。',
    noLastYear: '增减要有同口径的上年统计表才能核对；没有，未核对。请自行核对。',
    unequalList: '“分别”前后的名称与数不一样多，未核对。请自行核对。',
    comparison: '这是两个数相比的差，不能断定是表中哪两个数，未核对。请自行核对。',
    otherWhole: '这是政府购买服务占其他支出的比重，表中没有那个总数，未核对。请自行核对。',
    sum: '这是几项的合计或其占比，表中没有这个数，未核对。请自行核对。',
  },
  'en-US': {
    noTable: 'The workbook lacks the table that it speaks of; not compared.',
    noFigure: 'This cell is blank; not compared. Is the text wrong, or is the figure missing?',
    unclear:
      'The figure of this cell cannot be told (a text, a formula, or no money unit); not compared. Check the tables first.',
    noColumn:
      'The text does not say whether it is budgeted, executed or final, and equals none of them; not compared. Please look it up.',
    notCertain:
      'The sentence leaves open which figure is meant, and it equals none that may be; not compared. Please look it up.',
    noLastYear:
      'A change can only be compared with last year’s table of the same span, which the workbook lacks; not compared.',
    unequalList:
      'There are more or fewer figures than names before 分别; not compared. Please look it up.',
    comparison:
      'A difference of two figures, and it is not certain of which; not compared. Please look it up.',
    otherWhole:
      'A share of other spending, whose total the tables do not have; not compared. Please look it up.',
    sum: 'A sum of several, or its share, which the tables do not have; not compared. Please look it up.',
  },
};

/** So many of what a figure may be of are told. */
const toldCandidates = 3;

/** Why a figure was not held against the tables, and what it may be of. */
export function unrecognisedMessage(
  { reason, candidates }: Pick<UnrecognisedFigure, 'reason' | 'candidates'>,
  language: Language = zh,
): string {
  const why = unrecognisedReasons[language][reason];
  if (candidates.length === 0) return why;
  const told = candidates
    .slice(0, toldCandidates)
    .map((one) =>
      candidatesTold[language].one(tableAmount(one.table, one, language), readAs(one, language)),
    )
    .join(language === zh ? '；' : '; ');
  return why + candidatesTold[language].all(told);
}

const candidatesTold = {
  'zh-CN': {
    one: (amount: string, what: string) => `${what}为 ${amount}`,
    all: (told: string) => `可能指的是：${told}。`,
  },
  'en-US': {
    one: (amount: string, what: string) => `${what} is ${amount}`,
    all: (told: string) => ` It may be of: ${told}.`,
  },
} as const satisfies Readonly<Record<Language, object>>;

type Sentences = Readonly<Record<Language, string>>;

const notText: Sentences = {
  'zh-CN':
    '报告不是 Word 文档（.docx）或文本文件（.txt，UTF-8 或 GB18030）。请核对文件是否选错，或另存为 .docx。',
  'en-US':
    'The report is neither a Word document (.docx) nor a text file (.txt, UTF-8 or GB18030). Was another file chosen? Otherwise save it as .docx.',
};

const unreadableReports: Readonly<Record<UnreadableDetail, Sentences>> = {
  empty: {
    'zh-CN': '报告文件是空的（0 字节）。请核对文件。',
    'en-US': 'The report’s file is empty (0 bytes). Please look at it.',
  },
  truncated: {
    'zh-CN': '报告文件不完整，可能没有下载或复制完。请重新取得。',
    'en-US':
      'The report’s file is not whole; it may not have been copied to its end. Fetch it again.',
  },
  corrupt: {
    'zh-CN': '报告文件已损坏，无法读取。请在 Word 或 WPS 中打开并修复后另存，再核对。',
    'en-US': 'The report’s file is damaged. Open and repair it in Word, save it, then try again.',
  },
  permission: {
    'zh-CN': '没有权限读取报告，或它正被其他程序独占。请关闭占用它的程序，或检查文件权限。',
    'en-US': 'The report may not be read, or another program holds it. Close that program.',
  },
  notText,
  notWorkbook: notText,
  noWorkbooksInFolder: notText,
  archive: notText,
};

/** Why a report's file could not be read, and what to do. */
export function reportFaultMessage(fault: FileFault, language: Language = zh): string {
  switch (fault.code) {
    case 'encrypted':
      return {
        'zh-CN': '报告设有打开密码，无法读取。请在 Word 或 WPS 中打开，去掉密码后另存，再核对。',
        'en-US':
          'The report needs a password. Open it in Word, save it without one, then try again.',
      }[language];
    case 'unsupportedFormat':
      return {
        'zh-CN': `报告实际是 ${fault.format} 格式，不能直接核对。请在 Word 或 WPS 中打开，另存为 .docx，或把文字复制到 .txt 文件。`,
        'en-US': `The report is a ${fault.format} file. Open it in Word and save it as .docx, or copy its text.`,
      }[language];
    case 'tooLarge':
      return {
        'zh-CN':
          '报告超过可以读取的大小，为安全起见没有打开。请只留下文字部分，另存为 .docx 或 .txt。',
        'en-US':
          'The report is larger than what is read, and was not opened. Keep the text only and save it again.',
      }[language];
    case 'notFound':
      return {
        'zh-CN': '找不到报告文件。请核对路径和文件名。',
        'en-US': 'The report’s file is not there any more. Please choose it again.',
      }[language];
    case 'unreadable':
      return unreadableReports[fault.detail][language];
    case 'notRead':
    case 'noOfficialSheet':
      return fileFaultMessage(fault, language);
  }
}

/** The tables that the report quotes are not right themselves, or it cannot be told. */
export function tableErrorsMessage(errors: number | null, language: Language = zh): string {
  if (language === zh) {
    return errors === null
      ? '注意：统计表有审核项未能进行，表中的数可能是旧数。请先审核统计表。'
      : `注意：统计表本身审核有 ${errors} 处错误，以上只说明报告与表是否一致。请先改正统计表。`;
  }
  return errors === null
    ? 'Note: some checks of the tables could not be run; their figures may be old. Check the tables first.'
    : `Note: the tables themselves have ${errors} errors; this only says whether the text agrees with them. Correct the tables first.`;
}
