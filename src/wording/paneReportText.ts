/** What does the pane say around 报告文字: its two parts, and what became of a text? */
import type { CheckedFigure } from '../domain/reportText/checkReportText';
import type { NotCompared } from '../domain/lastRound/comparable';
import type { Language } from './language';

const texts = {
  'zh-CN': {
    title: '报告文字',
    lead: '报告里引用的统计表数字：由表写出，或与表核对。只读，不改动表和报告。',
    noReport: '请先校验，报告文字以校验过的表为准。',
    old: '表内有改动，请重新校验后再引用或核对。',
    unit: '单位',
    currency: '金额单位',
    decimals: '小数位数',
    whole: '取整',
    lastYear: '上年的表',
    lastYearLead:
      '“比上年增长”之类的句子要有上年的表才能写出、核对。本工作簿里没有，可选择上年的文件。',
    ownLastYear: '“比上年增长”之类的句子与本工作簿里上年的表核对。',
    ofLastYear: (name: string) => `上年：${name}`,
    chooseLastYear: '选择上年的文件…',
    notLastYear: {
      unitNotThere: '里面没有这个单位的表（填报单位名称相同的才能比较），未用。',
      yearUnknown: '本表或那份表的年份未填，未用。请先填写年份。',
      nothingInCommon: '里面没有上一年度、同口径的表，未用。请核对年份和报送期。',
      roundUnknown: '看不出它是哪个报送期，未用。请在下面选择。',
    } as Readonly<Record<NotCompared, string>>,
    write: '由表写出的句子',
    nothing: '表中没有可以引用的合计数（空白，或不能确定）。请先填好并校验统计表。',
    copy: '复制',
    copyNamed: (text: string) => `复制：${text}`,
    copyAll: '全部复制',
    copied: '已复制。',
    check: '核对报告',
    pasted: '报告文字',
    pasteHint: '把报告的文字粘贴到这里，或选择 .docx、.txt 文件。文件不会离开本机。',
    checkText: '核对',
    chooseFile: '选择文件',
    reading: (name: string) => `正在读取“${name}”…`,
    ofFile: (name: string) => `文件：${name}`,
    clear: '清除',
    noText:
      '文件里没有文字，未核对。报告若是图片或扫描件，请另选有文字的文件，或清除后把文字粘贴进来。',
    noFigure: '文字里没有认出一个引用统计表的数，不能视为相符。请核对文字、单位、年份和报送期。',
    summary: (figures: number, left: number) =>
      `引用统计表的数 ${figures} 个${left === 0 ? '' : `，另有 ${left} 个未核对`}`,
    agrees: (count: number) => `相符 ${count} 个`,
    verdicts: { agrees: '相符', differs: '不符', doubtful: '存疑' } as Readonly<
      Record<CheckedFigure['verdict'], string>
    >,
    unrecognised: '未核对',
    copyCorrected: '复制改正后的句子',
    goTo: (place: string) => `转到 ${place}`,
    lookUp: '怎样改写不能断定，请自行核对后改正。',
    tablesFirst: '表本身有错误，请先改正表，再改这一句。',
  },
  'en-US': {
    title: 'Report text',
    lead: 'Figures of the tables in a report: written from the tables, or compared with them. Nothing is changed.',
    noReport: 'Check the tables first: the text goes by tables that were checked.',
    old: 'The tables were changed. Check again before quoting or comparing.',
    unit: 'Unit',
    currency: 'Money unit',
    decimals: 'Decimals',
    whole: 'none',
    lastYear: 'Last year’s tables',
    lastYearLead:
      'What has grown since last year is written and compared only with last year’s tables. This workbook has none; choose the file that has.',
    ownLastYear:
      'What has grown since last year is compared with last year’s tables in this workbook.',
    ofLastYear: (name: string) => `Last year: ${name}`,
    chooseLastYear: 'Choose last year’s file…',
    notLastYear: {
      unitNotThere: 'It holds no tables of a unit of this name; not used.',
      yearUnknown: 'A year is not stated, here or there; not used. State it first.',
      nothingInCommon:
        'It holds no tables of the year before and of the same span; not used. Check year and round.',
      roundUnknown: 'Nothing says which round it is of; not used. Choose it below.',
    } as Readonly<Record<NotCompared, string>>,
    write: 'Sentences from the tables',
    nothing:
      'The tables have no totals to quote (blank, or not to be told). Fill and check them first.',
    copy: 'Copy',
    copyNamed: (text: string) => `Copy: ${text}`,
    copyAll: 'Copy all',
    copied: 'Copied.',
    check: 'Compare a report',
    pasted: 'Text of the report',
    pasteHint:
      'Paste the report’s text here, or choose a .docx or .txt file. It stays on this computer.',
    checkText: 'Compare',
    chooseFile: 'Choose a file',
    reading: (name: string) => `Reading “${name}”…`,
    ofFile: (name: string) => `File: ${name}`,
    clear: 'Clear',
    noText:
      'No text was found in it; nothing was compared. If the report is a picture or a scan, choose a file that holds its text, or clear and paste it.',
    noFigure:
      'Not one figure of the tables was found in the text, which does not mean that it agrees. Is it the right text, unit, year and round?',
    summary: (figures: number, left: number) =>
      `${figures} figures of the tables${left === 0 ? '' : `, ${left} more not compared`}`,
    agrees: (count: number) => `${count} agree`,
    verdicts: { agrees: 'agrees', differs: 'differs', doubtful: 'doubtful' } as Readonly<
      Record<CheckedFigure['verdict'], string>
    >,
    unrecognised: 'not compared',
    copyCorrected: 'Copy the corrected sentence',
    goTo: (place: string) => `Go to ${place}`,
    lookUp: 'How to write it is not certain: look it up before correcting.',
    tablesFirst: 'The tables have errors: correct them first, then this sentence.',
  },
} as const satisfies Readonly<Record<Language, object>>;

export type ReportTextTexts = (typeof texts)[Language];

export function reportTextTexts(language: Language): ReportTextTexts {
  return texts[language];
}
