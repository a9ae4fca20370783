/** What does a label in a sheet mean, however it is spelled? */
import type { FormId } from '../forms/terms';
import type { EditionId, Form, FormSet, LineId, Spelling } from '../forms/form';
import { compact } from './characters';
import { remembered } from './remembered';

/** A numbering prefix: 一、 （一） 1. 1） 01 ①; labels themselves never start with a digit. */
const numbering =
  /^(?:\(?[一二三四五六七八九十]+[)、.,:;]|\([一二三四五六七八九十]+\)|\(?\d+[)、.,:;-]*)/;

/**
 * A line's or column's label as it is compared: {@link compact}, without numbering, trailing colon
 * and the suffix 支出, 与 as 和.
 */
export const normaliseLabel = remembered((text) =>
  compact(text)
    .replace(numbering, '')
    .replace(/:+$/, '')
    .replace(/[“”"'‘’]/g, '')
    .replace(/支出$/, '')
    .replaceAll('与', '和'),
);

/** A label as it is shown by itself: on one line, without the sheet's numbering. */
export function plainLabel(text: string): string {
  const label = text.replace(/\s+/g, '');
  return label.replace(numbering, '') || label;
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

/** Whose total a total line is: 全市合计, 濮阳市合计, 本单位合计; nothing that is a line of its own. */
const totalOf =
  /^(?:(?:全|本|各)?(?:国|省|市|县|区|州|旗|盟|乡|镇|街道|地区|单位|部门|系统|级|表|年度?)(?:级|本级|直)?|资金|项目|金额|经费|[\p{Script=Han}]{1,16}[省市县区州旗盟乡镇局厅委办院校处部会])?(?:总|累计)?(?:合计|总计|共计)(?:数|行|金额|额|资金)?$/u;

/** A label without its remarks: `合计(19项)` → `合计`. */
function withoutRemarks(label: string): string {
  return label.replace(/[([【][^()[\]【】]*[)\]】]?/g, '').replace(/[:=∑Σ*#]+$/, '');
}

/** True for the label of the total line, or of the total block. */
export const isTotalLabel = remembered((text): boolean => {
  if (text.length > 60) return false;
  const label = withoutRemarks(normaliseLabel(text));
  // 城乡社区 ends like a place and is a line.
  return totalOf.test(label) && !/社区(?:合计|总计|共计)/.test(label);
});

/** True for a line that sums only some of the lines: 小计, 本页合计, 教育合计. */
export function isSubtotalLabel(text: string): boolean {
  if (text.length > 60) return false;
  const label = withoutRemarks(normaliseLabel(text));
  if (/(?:小计|分计|页计|本页合计|累计)数?$|^(?:承前页|过次页|接前页)$/.test(label)) return true;
  return /(?:合计|总计|共计)$/.test(label) && !isTotalLabel(text);
}

/** True for a text in the place of a total's label that may be one, misspelt: 合汁, 总汁, 共. */
export function resemblesTotalLabel(text: string): boolean {
  const label = normaliseLabel(text);
  return label.length <= 4 && /[合计总共]/.test(label);
}

/** True for what printing puts between pages: 第 1 页 共 2 页, 续表, 接下页. */
export function isPageMark(text: string): boolean {
  return /^[(-]*(?:第[\d一二三四五六七八九十]+页|共[\d一二三四五六七八九十]+页|[,，/]|-?\d+-|续表\d*|续|[接转续承][上下前后]页|下页续)+[)-]*$/.test(
    compact(text),
  );
}

/** True for a sub-line that is not part of the sum: 其中：… */
export const isOfWhichLabel = remembered((text): boolean =>
  /^(?:其中|#其中)/.test(compact(text).replace(numbering, '')),
);

/** True where notes and signatures under a table begin. */
export function isNoteLabel(text: string): boolean {
  return /^(?:注|备注|附注|说明|填表说明|填报说明|填表人|制表人|制表|审核人|复核人|负责人|单位负责人|联系人|联系电话|填报人|填报日期|经办人|报送日期)(?:[:\d(、.]|$)/.test(
    compact(text),
  );
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
