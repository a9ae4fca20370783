/** Which block or measure does a column heading name, however it is worded? */
import type { BudgetBlock, Measure } from '../forms/terms';
import { blockTitles, budgetBlocks, measureTitles, measures } from '../forms/terms';
import { compact } from './characters';
import { remembered } from './remembered';

/** What a header cell says: its block, its measure, or (in a one-row header) both. */
export interface HeaderLabel {
  readonly block: BudgetBlock | null;
  readonly measure: Measure | null;
}

const blockSpellings: Readonly<Record<BudgetBlock, readonly string[]>> = {
  generalPublic: ['一般公共预算', '公共财政预算', '公共预算', '一般预算'],
  governmentManagedFund: ['政府性基金预算', '政府性基金', '基金预算'],
  total: ['(?:资金|两项|两本预算)?(?:总合计|合计|总计|共计)数?'],
};

/** What each spelling of a block or of a measure holds; a heading without it need not be held against the long patterns. */
const blockWords: Readonly<Record<BudgetBlock, string>> = {
  generalPublic: '预算',
  governmentManagedFund: '基金',
  total: '计',
};
const measureWords: Readonly<Record<Measure, string>> = {
  projectCount: '项目',
  budgeted: '预算',
  executed: '执行',
  finalAccounts: '决算',
};

const measureSpellings: Readonly<Record<Measure, string>> = {
  projectCount: '项目(?:数量|个数|总数|数)',
  budgeted: '预算总?(?:数|金额|资金|额)',
  executed: '执行总?(?:数|金额|资金|额)',
  finalAccounts: '决算总?(?:数|金额|资金|额)',
};

/** Whose money it is, before or after a block's name: 一般公共预算财政拨款资金, 财政拨款（一般公共预算）. */
const blockTail = '(?:财政拨款|拨款|财政资金|资金|支出|安排|小计|部分)*';
const blockLead = '(?:(?:财政性?资金|财政拨款|资金来源|其中|本级|市本级|县本级):?)*';

/** For which period, before a measure's name; the words of the form's own notes and their like. */
const period =
  '本年度?|当年度?|今年|上年度?|上一年度?|去年|\\d{4}年度?|全年度?|年度|年[初中末底终]|期末|上半年|半年度?|1(?:月)?[-—–~至到](?:6|12)月份?|截[至止]到?(?:年底|\\d{1,2}月[底末份]?)?|\\d{1,2}月[底末份]?|累计';

/** Whose figures they are, or that they are the real or the last ones. */
const kind = '实际|实有|最终|财政|资金|支出|(?:政府)?购买服务';

/**
 * What stage a figure is at. A word that makes another figure of it is none of these: 未执行数,
 * 预算调整数 (by how much), 应执行数, 非预算数.
 */
const stage: Readonly<Record<Measure, string>> = {
  projectCount: '预算|执行|已?实施',
  budgeted: '(?:财政)?(?:批复|批准|下达|核定|安排)的?|调整后?的?|预算',
  executed: '预算|已|完成',
  finalAccounts: '部门|批复|审定|核定|预算',
};

/** What tells equal headings apart: `项目数2` of an Excel table, `项目数.1` of a data frame, ①, *. */
const copyMark = '(?:[._]?\\d{1,2}|[*#※]+|栏|列)?';

/** The unit without brackets, after a measure: 预算数 万元. */
const unitTail = '(?:[,/:|]?(?:[十百千万亿]*[元圆]|[个项]))?';

/** Between a block and its measure. */
const joint = '[-—–－―·•.、,_/\\\\|:\'"]*(?:的|其中:?)?';

const shapes = buildShapes();

interface Shape {
  readonly words: readonly string[];
  readonly pattern: RegExp;
  readonly label: HeaderLabel;
}

function buildShapes(): readonly Shape[] {
  const shapesFound: Shape[] = [];
  const add = (pattern: string, block: BudgetBlock | null, measure: Measure | null) =>
    shapesFound.push({
      words: [
        ...(block === null ? [] : [blockWords[block]]),
        ...(measure === null ? [] : [measureWords[measure]]),
      ],
      pattern: new RegExp(`^${pattern}${copyMark}${measure === null ? '' : unitTail}$`),
      label: { block, measure },
    });
  for (const measure of measures) add(figureOf(measure), null, measure);
  for (const block of budgetBlocks) {
    const name = `${blockLead}(?:${blockSpellings[block].join('|')})${blockTail}`;
    add(name, block, null);
    for (const measure of measures) {
      add(`${name}${joint}${figureOf(measure)}`, block, measure);
      add(`${figureOf(measure)}${joint}${name}`, block, measure);
    }
  }
  return shapesFound;
}

/** A measure's name with what may stand before it. */
function figureOf(measure: Measure): string {
  return `(?:${period}|${kind}|${stage[measure]})*${measureSpellings[measure]}`;
}

/** A remark in brackets that makes another figure of it: 执行数（占比%）, 预算数（较上年增减）. */
const otherFigure = /[([（【〔](?:未|[^()]*(?:%|率|占比|比重|增减|增加|减少|差额|结余|调整数))/;

/** Longest heading, without its white space. */
const longestHeading = 40;

/** A numbering prefix: 一、 （一） 1. 1） ①; headings themselves never start with a digit. */
const numbering = /^(?:\(?[一二三四五六七八九十]+[)、.,:;]|\(?\d{1,2}[)、.,:;-]+|[a-z][.、)])/i;

/** What a header cell says, or null when it is none of our column headings. */
export function readHeaderLabel(text: string): HeaderLabel | null {
  return text.length > 5 * longestHeading ? null : readLabel(text);
}

const readLabel = remembered((text: string): HeaderLabel | null => {
  const whole = compact(text);
  if (whole.length > longestHeading || !/[数额计算资金]/.test(whole)) return null;
  if (otherFigure.test(whole)) return null;
  const label = whole.replace(numbering, '').replace(/[:;,、。]+$/, '');
  const bare = label.replace(/[([（【〔][^()[\]【】〔〕]*[)\]）】〕]/g, '');
  const plain = match(bare) ?? match(label.replace(/[()[\]'"【】〔〕]/g, ''));
  if (plain?.measure == null || plain.block !== null) return plain;
  // 预算数（一般公共预算）: the block stands in the brackets.
  const inside = /\(([^()]*)\)/.exec(label)?.[1] ?? '';
  const block = match(inside);
  return block?.block != null && block.measure === null ? { ...plain, block: block.block } : plain;
});

function match(label: string): HeaderLabel | null {
  const fits = ({ words, pattern }: Shape): boolean =>
    words.every((word) => label.includes(word)) && pattern.test(label);
  return shapes.find(fits)?.label ?? null;
}

/**
 * The name of a budget that is none of the form's, before a measure in one heading:
 * `国有资本经营预算—预算数`; null for anything else.
 */
export function otherBlockIn(text: string): { title: string; measure: Measure } | null {
  const label = compact(text)
    .replace(numbering, '')
    .replace(/\([^()]*\)/g, '');
  if (label.length > longestHeading) return null;
  const found = otherBlock.exec(label);
  if (found?.[1] === undefined) return null;
  const measure = match(found[2] ?? '')?.measure ?? null;
  return measure === null ? null : { title: found[1], measure };
}

const otherBlock = new RegExp(
  `^(.*?[\\u4e00-\\u9fff]{2}(?:预算|资金|基金|拨款|专户|收入|债券))${joint}((?:${measures.map(figureOf).join('|')})${copyMark}${unitTail})$`,
);

/** The official heading of a column: 一般公共预算·预算数. */
export function columnTitle(block: BudgetBlock, measure: Measure): string {
  return `${blockTitles[block]}·${measureTitles[measure]}`;
}
