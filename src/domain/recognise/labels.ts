/** What does a label in a sheet mean, however it is spelled? */
import type { BudgetBlock, FormId, Measure } from '../forms/terms';
import type { EditionId, Form, FormSet, LineId, Spelling } from '../forms/form';
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
  readonly editions: readonly EditionId[];
}

type LineLabels = ReadonlyMap<string, readonly LineLabel[]>;

const indexes = new WeakMap<FormSet, LineLabels>();

function lineLabelsOf(forms: FormSet): LineLabels {
  let index = indexes.get(forms);
  if (index === undefined) {
    index = indexLineLabels(forms);
    indexes.set(forms, index);
  }
  return index;
}

function indexLineLabels({ forms }: FormSet): LineLabels {
  const index = new Map<string, LineLabel[]>();
  for (const form of forms) {
    for (const { label, line, edition } of spellingsOf(form)) {
      const key = normaliseLabel(label);
      const labels = index.get(key) ?? [];
      const known = labels.find((entry) => entry.form === form.id);
      if (known === undefined) labels.push({ form: form.id, id: line, editions: [edition] });
      else labels[labels.indexOf(known)] = { ...known, editions: [...known.editions, edition] };
      index.set(key, labels);
    }
  }
  return index;
}

function spellingsOf({ editions, alsoWritten }: Form): readonly Spelling[] {
  return [
    ...alsoWritten,
    ...editions.flatMap(({ id, labels }) =>
      Object.entries(labels).map(([line, label]) => ({ label, line, edition: id })),
    ),
  ];
}

/** The lines that a label names, at most one of each form. */
export function readLineLabel(text: string, forms: FormSet): readonly LineLabel[] {
  const index = lineLabelsOf(forms);
  const label = normaliseLabel(text);
  return index.get(label) ?? index.get(withoutRemark(label)) ?? [];
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

/** True for a text that speaks of the tables and is not the title of one: …统计表的填报口径：… */
function isSentence(title: string, match: RegExpExecArray): boolean {
  return (
    /[,。;!?]/.test(title) ||
    /^[)12一二]*[的之]?(?:填报|填表|编报|编制|报送|说明|口径|要求)|^的/.test(
      title.slice(match.index + match[0].length),
    )
  );
}

/** True for 政府购买服务项目资金统计表1 and its variants. */
export function isFormTitle(text: string): boolean {
  if (text.length > 80) return false;
  const title = compact(text);
  if (!/政府(?:向社会力量)?购买服务/.test(title)) return false;
  const match = /(?:统计|汇总|情况)表(?:之)?[(之]?[12一二]?/.exec(title);
  return match !== null && !isSentence(title, match);
}

/** The official heading of a column: 一般公共预算·预算数. */
export function columnTitle(block: BudgetBlock, measure: Measure): string {
  return `${blockTitles[block]}·${measureTitles[measure]}`;
}
