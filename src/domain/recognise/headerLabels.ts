/** Which block or measure does a column heading name, however it is worded? */
import type { BudgetBlock, Measure } from '../forms/terms';
import { blockTitles, budgetBlocks, measureTitles, measures } from '../forms/terms';
import { compact } from './characters';

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

const measureSpellings: Readonly<Record<Measure, readonly string[]>> = {
  projectCount: ['项目数量', '项目个数', '项目总数', '项目数'],
  budgeted: ['预算数', '预算金额', '预算资金', '预算额'],
  executed: ['执行数', '执行金额', '执行资金', '执行额'],
  finalAccounts: ['决算数', '决算金额', '决算资金', '决算额'],
};

/** Whose money it is, after a block's name: 一般公共预算财政拨款资金. */
const blockTail = '(?:财政拨款|拨款|财政资金|资金|支出|安排|小计|部分)*';

/** The period, before a measure's name; the words of the form's own notes and their like. */
const period =
  '(?:(?:本年度?|当年度?|今年|上年度?|上一年度?|去年|\\d{4}年度?)?(?:全年|全年度|年度|年末|年初|年中|上半年|半年|1(?:月)?[-—–~至到](?:6|12)月份?|截[至止]\\d{1,2}月[底末]?|\\d{1,2}月[底末]?)?(?:累计|实际|实有|财政|资金|支出|预算)?)';

/** What tells equal headings apart: `项目数2` of an Excel table, `项目数.1` of a data frame, ①, *. */
const copyMark = '(?:[._]?\\d{1,2}|[*#※]+|栏|列)?';

/** Between a block and its measure. */
const joint = '[-—–－―·•.、,_/\\\\|:\'"]*(?:的|其中:?)?';

const shapes = buildShapes();

interface Shape {
  readonly pattern: RegExp;
  readonly label: HeaderLabel;
}

function buildShapes(): readonly Shape[] {
  const shapesFound: Shape[] = [];
  const figureOf = (measure: Measure) => `${period}(?:${measureSpellings[measure].join('|')})`;
  const add = (pattern: string, block: BudgetBlock | null, measure: Measure | null) =>
    shapesFound.push({ pattern: new RegExp(`^${pattern}${copyMark}$`), label: { block, measure } });
  for (const measure of measures) add(figureOf(measure), null, measure);
  for (const block of budgetBlocks) {
    const name = `(?:${blockSpellings[block].join('|')})${blockTail}`;
    add(name, block, null);
    for (const measure of measures) {
      add(`${name}${joint}${figureOf(measure)}`, block, measure);
      add(`${figureOf(measure)}${joint}${name}`, block, measure);
    }
  }
  return shapesFound;
}

/** Longest heading, without its white space. */
const longestHeading = 40;

/** A numbering prefix: 一、 （一） 1. 1） ①; headings themselves never start with a digit. */
const numbering = /^(?:\(?[一二三四五六七八九十]+[)、.,:;]|\(?\d{1,2}[)、.,:;-]+|[a-z][.、)])/i;

/** What a header cell says, or null when it is none of our column headings. */
export function readHeaderLabel(text: string): HeaderLabel | null {
  return text.length > 5 * longestHeading ? null : readLabel(text);
}

function readLabel(text: string): HeaderLabel | null {
  const whole = compact(text);
  if (whole.length > longestHeading || !/[数额计算资金]/.test(whole)) return null;
  const label = whole.replace(numbering, '').replace(/[:;,、。]+$/, '');
  const bare = label.replace(/[([（【〔][^()[\]【】〔〕]*[)\]）】〕]/g, '');
  const plain = match(bare) ?? match(label.replace(/[()[\]'"【】〔〕]/g, ''));
  if (plain?.measure == null || plain.block !== null) return plain;
  // 预算数（一般公共预算）: the block stands in the brackets.
  const inside = /\(([^()]*)\)/.exec(label)?.[1] ?? '';
  const block = match(inside);
  return block?.block != null && block.measure === null ? { ...plain, block: block.block } : plain;
}

function match(label: string): HeaderLabel | null {
  return shapes.find(({ pattern }) => pattern.test(label))?.label ?? null;
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

const anyMeasure = measures.flatMap((measure) => measureSpellings[measure]).join('|');

const otherBlock = new RegExp(
  `^(.*?[\\u4e00-\\u9fff]{2}(?:预算|资金|基金|拨款|专户|收入|债券))${joint}(${period}(?:${anyMeasure})${copyMark})$`,
);

/** The official heading of a column: 一般公共预算·预算数. */
export function columnTitle(block: BudgetBlock, measure: Measure): string {
  return `${blockTitles[block]}·${measureTitles[measure]}`;
}
