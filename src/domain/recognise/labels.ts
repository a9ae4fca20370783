/** What does a label in a sheet mean, however it is spelled? */
import type { BudgetBlock, FormId, Measure } from '../forms/terms';
import type { FormEdition, LineId } from '../forms/lines';
import { formEditions, formLines } from '../forms/lines';
import { blockTitles, budgetBlocks, measureTitles, measures } from '../forms/terms';
import { compact } from './characters';

/** A numbering prefix: 一、 （一） 1. 1） 01 ①; labels themselves never start with a digit. */
const numbering =
  /^(?:\(?[一二三四五六七八九十]+[)、.,:;]|\([一二三四五六七八九十]+\)|\(?\d+[)、.,:;-]*)/;

/**
 * A line's or column's label as it is compared: {@link compact}, without numbering, trailing colon
 * and the suffix 支出, 与 as 和.
 */
export function normaliseLabel(text: string): string {
  return compact(text)
    .replace(numbering, '')
    .replace(/:+$/, '')
    .replace(/[“”"'‘’]/g, '')
    .replace(/支出$/, '')
    .replaceAll('与', '和');
}

/** A label with a remark in trailing brackets taken off: `其他(不含国防)` → `其他`. */
function withoutRemark(label: string): string {
  return label.replace(/\([^()]*\)$/, '').replace(/支出$/, '');
}

/** A form's line as a label names it. */
export interface LineLabel {
  readonly form: FormId;
  readonly id: LineId;
  /** The editions that print this label. */
  readonly editions: readonly FormEdition[];
}

const lineLabels = indexLineLabels();

function indexLineLabels(): ReadonlyMap<string, LineLabel> {
  const index = new Map<string, LineLabel>();
  for (const form of ['table1', 'table2'] as const) {
    for (const line of formLines[form]) {
      const spellings: (readonly [string, FormEdition])[] = [...line.alsoWritten];
      for (const edition of formEditions) {
        const title = line.titles[edition];
        if (title !== null) spellings.push([title, edition]);
      }
      for (const [title, edition] of spellings) {
        const key = normaliseLabel(title);
        const known = index.get(key);
        const editions = known === undefined ? [edition] : [...known.editions, edition];
        index.set(key, { form, id: line.id, editions });
      }
    }
  }
  return index;
}

/** The line that a label names, or null. */
export function readLineLabel(text: string): LineLabel | null {
  const label = normaliseLabel(text);
  return lineLabels.get(label) ?? lineLabels.get(withoutRemark(label)) ?? null;
}

const totalLabels = new Set(['合计', '总计', '合计数', '总合计', '合计行']);

/** True for the label of the total line, or of the total block. */
export function isTotalLabel(text: string): boolean {
  const label = normaliseLabel(text);
  return totalLabels.has(label) || totalLabels.has(withoutRemark(label));
}

/** True for a sub-line that is not part of the sum: 其中：… */
export function isOfWhichLabel(text: string): boolean {
  return /^(?:其中|#其中)/.test(compact(text).replace(numbering, ''));
}

/** True where notes and signatures under a table begin. */
export function isNoteLabel(text: string): boolean {
  return /^(?:注|备注|附注|说明|填表说明|填报说明|填表人|制表人|制表|审核人|复核人|负责人|单位负责人|联系人|联系电话|填报人|填报日期|经办人|报送日期)(?:[:\d(、.]|$)/.test(
    compact(text),
  );
}

const blockSpellings: Readonly<Record<BudgetBlock, readonly string[]>> = {
  generalPublic: ['一般公共预算', '公共财政预算', '公共预算', '一般预算'],
  governmentManagedFund: ['政府性基金预算', '政府性基金', '基金预算'],
  total: ['合计', '总计'],
};

const measureSpellings: Readonly<Record<Measure, readonly string[]>> = {
  projectCount: ['项目数', '项目数量', '项目个数'],
  budgeted: ['预算数', '预算金额', '预算资金', '预算额'],
  executed: ['执行数', '执行金额', '执行资金', '执行额'],
  finalAccounts: ['决算数', '决算金额', '决算资金', '决算额'],
};

/** What a header cell says: its block, its measure, or (in a one-row header) both. */
export interface HeaderLabel {
  readonly block: BudgetBlock | null;
  readonly measure: Measure | null;
}

const headerLabels = indexHeaderLabels();

function indexHeaderLabels(): ReadonlyMap<string, HeaderLabel> {
  const index = new Map<string, HeaderLabel>();
  for (const measure of measures) {
    for (const label of measureSpellings[measure]) index.set(label, { block: null, measure });
  }
  for (const block of budgetBlocks) {
    for (const label of blockSpellings[block]) {
      index.set(label, { block, measure: null });
      index.set(label + '资金', { block, measure: null });
      for (const measure of measures) {
        for (const figure of measureSpellings[measure]) {
          index.set(label + figure, { block, measure });
        }
      }
    }
  }
  return index;
}

/** What a header cell says, or null when it is none of our column headings. */
export function readHeaderLabel(text: string): HeaderLabel | null {
  if (text.length > 40) return null;
  const label = compact(text).replace(numbering, '').replace(/:+$/, '');
  const bare = label.replace(/\([^()]*\)/g, '').replace(/[-—–·.、_/\\]/g, '');
  return headerLabels.get(label) ?? headerLabels.get(bare) ?? null;
}

/** A title of ours and, where it is printed, which table's it is. */
export interface FormTitle {
  readonly form: FormId | null;
}

/** True for a text that speaks of the tables and is not the title of one: …统计表的填报口径：… */
function isSentence(title: string, match: RegExpExecArray): boolean {
  return (
    /[,。;!?]/.test(title) ||
    /^[)12一二]*[的之]?(?:填报|填表|编报|编制|报送|说明|口径|要求)|^的/.test(
      title.slice(match.index + match[0].length),
    )
  );
}

/** Reads 政府购买服务项目资金统计表1 and its variants; null for any other text. */
export function readFormTitle(text: string): FormTitle | null {
  if (text.length > 80) return null;
  const title = compact(text);
  if (!/政府(?:向社会力量)?购买服务/.test(title)) return null;
  const match = /(?:统计|汇总|情况)表(?:之)?[(之]?([12一二])?/.exec(title);
  if (match === null || isSentence(title, match)) return null;
  const [, number] = match;
  if (number === '1' || number === '一') return { form: 'table1' };
  if (number === '2' || number === '二') return { form: 'table2' };
  return { form: null };
}

/** The official heading of a column: 一般公共预算·预算数. */
export function columnTitle(block: BudgetBlock, measure: Measure): string {
  return `${blockTitles[block]}·${measureTitles[measure]}`;
}
