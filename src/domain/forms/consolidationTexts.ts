/** What is printed on the sheets that stand beside a consolidated pair? */
import { blockTitles, measures, measureTitles, sourceBlocks } from './terms';

/** Name of a form's working paper, by the form's place among those filed together, from 0. */
export function workingPaperName(place: number): string {
  return `汇总底稿${place + 1}`;
}

/** Name of the sheet that says what was added up and how. */
export const notesSheetName = '汇总说明';

/** A text of the sheet that says what was added up, as it is written in either language. */
interface NotesText {
  readonly 'zh-CN': string;
  readonly 'en-US': string;
}

/** What of that sheet is read again: the heads of its lists, and why a unit's absence is no lack. */
export const notesTexts = {
  counted: { 'zh-CN': '计入的单位', 'en-US': 'Units that count' },
  notCounted: { 'zh-CN': '没有计入的单位', 'en-US': 'Units that do not count' },
  notRead: { 'zh-CN': '未能读取', 'en-US': 'Not read' },
  sumOfOthers: { 'zh-CN': '是其他单位之和', 'en-US': 'the sum of other units' },
  sumUndecided: {
    'zh-CN': '可能是其他单位之和，请选择是否计入',
    'en-US': 'may be the sum of other units; say whether it counts',
  },
  sumPartsAbsent: {
    'zh-CN': '是以前的汇总结果，其中有的单位这次没有给，请补上',
    'en-US': 'an earlier result of which units are not given here; add them',
  },
} as const satisfies Readonly<Record<string, NotesText>>;

/** Headings of a working paper. */
export const workingPaperTitles = {
  unit: '单位',
  line: '服务领域',
  /** One for each figure that is filled in, in the official order. */
  figures: sourceBlocks.flatMap((block) =>
    measures.map((measure) => `${blockTitles[block]}·${measureTitles[measure]}`),
  ),
  file: '来源文件',
  sheet: '工作表',
  cell: '起始单元格',
  /** The letters of the figures' columns: in most sheets one block, but not in all. */
  columns: '各数所在列',
  explanation: '审核说明',
} as const;
