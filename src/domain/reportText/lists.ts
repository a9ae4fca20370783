/** 教育、公共安全、科学技术分别为 …: which names are the numbers behind it given to, one each? */
import type { BudgetBlock, Measure } from '../forms/terms';
import type { Frame, NamedLine } from './frame';
import type { Ratio } from './percentages';
import type { Signs } from './signs';
import type { Token } from './token';
import { listFillers, listSeparators } from './words';

/** One name of a list. */
export type ListedItem =
  | { readonly kind: 'line'; readonly line: NamedLine; readonly block: BudgetBlock | null }
  | { readonly kind: 'block'; readonly block: BudgetBlock }
  | { readonly kind: 'measure'; readonly measures: readonly Measure[] }
  | { readonly kind: 'ratio'; readonly ratio: Ratio }
  | { readonly kind: 'year'; readonly token: Extract<Token, { kind: 'year' }> };

/** The names in front of 分别, of the kind of which there are several; else none. */
export function listedItems(
  signs: Signs,
  lead: readonly Token[],
  each: { readonly start: number },
): readonly ListedItem[] {
  const before = lead.filter(({ end }) => end <= each.start);
  for (const kind of ['line', 'block', 'measure', 'year'] as const) {
    const named = before.flatMap((token) => {
      const item = itemOf(token);
      // 项目数、预算数 are two columns, 项目预算数 is one.
      const isColumn = item?.kind !== 'measure' || isNoCount(item) || isParting(signs, token);
      return item?.kind === kind && isColumn ? [{ token, item }] : [];
    });
    // The list ends in front of 分别 and reaches back as far as its names are parted by 、 and the like.
    let first = named.length - 1;
    while (first > 0 && isParted(signs, named[first - 1]?.token.end, named[first]?.token.start)) {
      first -= 1;
    }
    const list = named.slice(Math.max(0, first));
    if (list.length > 1) return list.map(({ item }) => item);
  }
  return [];
}

function isParted({ text }: Signs, from = 0, until = 0): boolean {
  return listSeparators.includes(text.slice(from, until).replace(listFillers, ''));
}

function itemOf(token: Token): ListedItem | null {
  if (token.kind === 'year') return { kind: 'year', token };
  if (token.kind !== 'word') return null;
  const { means } = token;
  switch (means.kind) {
    case 'line':
      return { kind: 'line', line: { form: means.form, line: means.line }, block: null };
    case 'block':
      return { kind: 'block', block: means.block };
    case 'measure':
      return { kind: 'measure', measures: means.measures };
    default:
      return null;
  }
}

function isNoCount({ measures }: Extract<ListedItem, { kind: 'measure' }>): boolean {
  return !measures.includes('projectCount');
}

/** True where a name ends in front of a separator, or of 分别. */
function isParting({ text }: Signs, { end }: Token): boolean {
  return /^(?:[、和及与,]|以及|分别|依次|各为)/.test(text.slice(end, end + 2));
}

/** Whose figures a number of a list is of. */
export function itemFrame(item: ListedItem, frame: Frame): Frame {
  if (item.kind === 'line') {
    const block = item.block ?? (frame.blockFrames ? frame.block : null);
    return { ...frame, line: item.line, block };
  }
  return item.kind === 'block' ? { ...frame, block: item.block } : frame;
}
