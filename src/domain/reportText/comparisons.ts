/**
 * Is a number how much one figure of the tables is more or less than another? 执行数比预算数少 737.61 万元: it is
 * neither of the two that are named, but their difference.
 */
import type { Measure } from '../forms/terms';
import type { NamedFigure, Reading } from './claim';
import type { Frame } from './frame';
import { wholeLine } from './claim';
import { wordsOf } from './frame';
import { Lead } from './lead';
import type { Quantity } from './quantities';
import type { Signs } from './signs';
import { clauseAt } from './signs';
import type { Token } from './token';
import { comparers } from './words';

/** Where a figure is held against another. */
export interface Comparison {
  /** Where the word begins that compares: 比, 较, 高于. In signs. */
  readonly start: number;
  /** What the figure is held against: a line, a budget, a column. */
  readonly named: readonly Token[];
  /** `1`: more than it; null where that is not certain. */
  readonly direction: 1 | -1 | null;
  /** True where the number may be the second figure itself: 低于预算数 41528.12 万元. */
  readonly isOpen: boolean;
}

/**
 * True where a number is what others are held against, or taken from: 与全市一般公共预算支出 262.8 亿元相比, 从一般公共预算 198 亿元中, 占政府性基金预算支出 92.7 亿元的 ….
 *
 * @param start where its sentence begins, in signs
 */
export function isBaseOfOther(signs: Signs, start: number, lead: Lead, number: Quantity): boolean {
  const { before, behind } = clauseAt(signs, number, start);
  // 与预算数 41528.12 万元相比 names a column of the tables, and nothing else.
  const isHeld = /^(?:但|而)?(?:与|同|和|较|比)/.test(before) && /相比|相较|比较/.test(behind);
  const isOfAll = lead.words('block').length > 0 || /部门预算|财政支出|公共财政/.test(before);
  const isNamed = lead.words('subject').some(({ start: at }) => at >= lead.clauseStart);
  if (isHeld && isOfAll && !isNamed) return true;
  const share = lead.words('share').find((word) => lead.takesWhole(word));
  const isShared = lead
    .words('block')
    .some(({ start: at }) => share !== undefined && at >= share.end);
  const isOurs = lead
    .words('subject')
    .some((word) => share === undefined || word.start >= share.end);
  if (isShared && !isOurs && /^的/.test(behind) && /(?:支出|收入)(?:总额|规模)?$/.test(before))
    return true;
  if (!/^中/.test(behind)) return false;
  const isBudget = lead.words('block').length > 0 || /部门预算|财政预算|一般预算/.test(before);
  return isBudget && (before.includes('从') || !isNamed);
}

/** Names of figures that another may be held against. */
const kinds = ['line', 'block', 'whole', 'measure', 'subject'] as const;

/** Words that compare, the longest first, at the end of what stands in front of a name. */
const comparer = new RegExp(
  `(?:${[...comparers.keys()].sort((a, b) => b.length - a.length).join('|')})$`,
  'u',
);
/** 占比, 同比: nothing is held against what follows. */
const noComparer = /[占同环对相之]比$/;
const longestComparer = 3;

/** The comparison that a number is the outcome of, from its clause; null where it is none. */
export function comparisonOf(
  { text }: Signs,
  clause: readonly Token[],
  { start, kind }: Quantity,
): Comparison | null {
  const before = clause.filter((token) => token.end <= start);
  const own = before.slice(before.findLastIndex((token) => token.kind === 'quantity') + 1);
  const names = kinds.flatMap((one) => wordsOf(own, one)).sort((a, b) => a.start - b.start);
  for (const name of names.reverse()) {
    const said = text.slice(Math.max(0, name.start - longestComparer), name.start);
    const word = comparer.exec(said)?.[0];
    if (word === undefined || noComparer.test(said)) continue;
    const direction = comparers.get(word) ?? null;
    // 执行数超过预算的 98%: of it.
    if (direction !== null && kind === 'percent') return null;
    const named = runFrom(text, own, name.start);
    const end = named.at(-1)?.end ?? name.end;
    const tail = text.slice(end, start);
    // 比预算数 41528.12 万元略少: the second figure itself.
    if (direction === null && /^的?[约近]?$/.test(tail)) return null;
    const isPlain = own.filter((token) => token.start >= end).every(saysHowMuch);
    return {
      start: name.start - word.length,
      named,
      direction: isPlain ? (direction ?? directionOf(tail)) : null,
      isOpen: direction !== null,
    };
  }
  return null;
}

/** 增加, 约; not 多支出, which may name a column. */
function saysHowMuch(token: Token): boolean {
  if (token.kind !== 'word') return false;
  const { means } = token;
  return means.kind === 'precision' || (means.kind === 'change' && means.says !== 'other');
}

/** A name, and those that follow it closely: 一般公共预算的预算数. */
function runFrom(text: string, own: readonly Token[], start: number): readonly Token[] {
  const run: Token[] = [];
  for (const token of own.filter((one) => one.start >= start)) {
    const isName = token.kind === 'word' && kinds.some((kind) => kind === token.means.kind);
    const gap = text.slice(run.at(-1)?.end ?? start, token.start);
    if (!isName || !/^(?:类|领域|方面)?的?$/.test(gap)) break;
    run.push(token);
  }
  return run;
}

/** 多, 少, 高, 低 between what is compared and the number; null where none or both are said. */
function directionOf(said: string): 1 | -1 | null {
  const isMore = /[多高大增超]/.test(said);
  const isLess = /[少低小减降]/.test(said);
  return isMore === isLess ? null : isMore ? 1 : -1;
}

/** What the outcome of a comparison may be of: no reading where either figure is not named. */
export interface ComparedReadings {
  readonly list: readonly Reading[];
  /** Columns of the figure that is compared. */
  readonly measures: readonly Measure[];
  readonly isCertain: boolean;
}

/**
 * The readings of a comparison's outcome.
 *
 * @param lead of the number
 * @param frame whose figures were spoken of in front of them
 * @param measuresBefore columns that were spoken of
 */
export function readingsOfComparison(
  lead: Lead,
  { start, named, direction, isOpen }: Comparison,
  { kind }: Quantity,
  frame: Frame,
  measuresBefore: readonly Measure[],
): ComparedReadings {
  const first = lead.before(start);
  const second = new Lead(lead.signs, named, start);
  const ofKind = (measure: Measure) => (measure === 'projectCount') === (kind === 'count');
  const isNamed = first.last('measure') !== undefined;
  const measures = (first.last('measure')?.means.measures ?? measuresBefore).filter(ofKind);
  const against = second.last('measure')?.means.measures.filter(ofKind);
  const isTold = direction !== null && kind !== 'percent';
  if (!isTold || first.namesSeveral() || second.namesSeveral()) {
    return { list: [], measures, isCertain: false };
  }
  const own = first.frameAfter(frame);
  const other = second.frameAfter(own);
  const list = measures.flatMap((measure) =>
    (against ?? [measure]).flatMap((wholeMeasure): Reading[] => {
      const [part, whole] = [figureOf(own, measure), figureOf(other, wholeMeasure)];
      if (isSame(part, whole)) return [];
      const difference: Reading = { kind: 'comparison', part, whole, direction };
      return isOpen ? [difference, { kind: 'figure', figure: whole }] : [difference];
    }),
  );
  // 预算数、执行数比教育多 …; 教育比购买服务预算少 …
  const isPlain = first.words('measure').length <= 1 && second.words('subject').length === 0;
  return { list, measures, isCertain: isPlain && (isNamed || measuresBefore.length === 1) };
}

function figureOf({ line, block }: Frame, measure: Measure): NamedFigure {
  return { ...(line ?? wholeLine), block: block ?? 'total', measure };
}

function isSame(one: NamedFigure, other: NamedFigure): boolean {
  return (
    one.line === other.line &&
    one.form === other.form &&
    one.block === other.block &&
    one.measure === other.measure
  );
}
