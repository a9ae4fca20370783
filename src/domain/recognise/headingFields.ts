/** Which named fields stand in a text above a table, and what stands in each? */
import { plainText } from './characters';
import { parseCurrencyUnit, saysOnlyUnits, speaksOfMoney } from './currencyUnit';
import type { FieldName } from './fieldNames';
import { bareValue, isOtherNameAlone, knownNameAtEnd, othersUnit, seal } from './fieldNames';
import { parseLoneYear, standingYears } from './fiscalYear';
import { remembered } from './remembered';

/** A field as it stands in one text. */
export interface TextField {
  /** Null for a field that is none of ours: 填表人, 联系电话 … */
  readonly field: FieldName | null;
  /** What follows the name up to the next field, without white space; empty where nothing does. */
  readonly text: string;
  /** True where the value runs into something unnamed, so that its end cannot be told. */
  readonly unclear: boolean;
  /** True for the last field of its text: its value may stand in the next cell. */
  readonly last: boolean;
}

const sealWords =
  /[([（【〔]\s*[^()（）:]{0,8}(?:公|盖|签|印|专用)\s*章[^()（）:]{0,8}[)\]）】〕]|(?:加盖|签字)?(?:公|盖|签)章/g;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly field: FieldName | null;
  readonly unclear: boolean;
}

/**
 * The fields of a text. A name is whatever stands between white space or punctuation and a colon;
 * names of ours are known without either. Every name, a page number or a date ends the value before it.
 */
export const readTextFields = remembered((text): readonly TextField[] => {
  const { signs, gaps } = withoutSpace(plainText(text).replace(sealWords, seal));
  const named = [...namesBeforeColons(signs, gaps), ...namesWithoutColon(signs, gaps)];
  const marks = [...named, ...yearsAmong(signs, gaps, named)]
    .sort((a, b) => a.start - b.start)
    .filter((mark, index, all) => !all.some((other, at) => at < index && other.end > mark.start));
  return marks.map((mark, index): TextField => {
    const next = marks[index + 1];
    const value = untilForeign(signs, gaps, mark.end, next?.start ?? signs.length, mark.field);
    return {
      field: mark.field,
      text: `${startsWithGap.test(value) ? '__' : ''}${bareValue(value)}`,
      unclear: next?.unclear ?? false,
      last: next === undefined,
    };
  });
});

/**
 * Years that stand by themselves before, between or behind named fields. A year is no field's own
 * where it is that field's first word, unless the field is a name's or the money's.
 */
function yearsAmong(signs: string, gaps: ReadonlySet<number>, named: readonly Mark[]): Mark[] {
  if (named.length === 0) return [];
  return standingYears(signs, gaps).flatMap(({ start, end }): Mark[] => {
    const before = named.filter((mark) => mark.end <= start).sort((a, b) => b.end - a.end)[0];
    const isOwn = before?.field === 'fiscalYear' || before?.field === null;
    if (isOwn && bareValue(signs.slice(before.end, start)) === '') return [];
    const follows = before?.field === null && !gaps.has(start);
    if (follows || isOtherNameAlone(lastWord(signs, gaps, start))) return [];
    const year: Mark = { start, end: start, field: 'standingYear', unclear: false };
    const rest: Mark = { start: end, end, field: null, unclear: false };
    return [year, rest];
  });
}

/** The word before a place in a text. */
function lastWord(signs: string, gaps: ReadonlySet<number>, to: number): string {
  let from = to;
  while (from > 0 && (from === to || !gaps.has(from))) from -= 1;
  return signs.slice(from, to);
}

/** A text's characters without white space, and where white space stood before one. */
function withoutSpace(text: string): { signs: string; gaps: ReadonlySet<number> } {
  const gaps = new Set<number>();
  let signs = '';
  for (const part of text.split(/\p{White_Space}+/u)) {
    if (signs !== '') gaps.add(signs.length);
    signs += part;
  }
  return { signs, gaps };
}

/** A line to write on where the place's name would stand: ____县财政局. */
const startsWithGap = /^_{2,}[省市州盟县区旗镇乡村]/;

const nameSign = /[\p{L}\p{M}\p{N}]/u;

function namesBeforeColons(signs: string, gaps: ReadonlySet<number>): Mark[] {
  const marks: Mark[] = [];
  for (const match of signs.matchAll(/:+/g)) {
    const end = match.index + match[0].length;
    let nameEnd = match.index;
    while (signs[nameEnd - 1] === seal) nameEnd -= 1;
    nameEnd = /\([^()]*\)$/.exec(signs.slice(0, nameEnd))?.index ?? nameEnd;
    let from = nameEnd;
    while (from > 0 && nameSign.test(signs[from - 1] ?? '')) from -= 1;
    const run = signs.slice(from, nameEnd);
    if (!/\p{L}/u.test(run) || isAddress(run, signs.slice(end))) continue;
    const afterColon = signs[from - 1] === ':';
    const name = nameAtEnd(run, from, gaps, afterColon);
    const sealed = signs.slice(nameEnd, match.index).includes(seal);
    const isUnit = name.field === 'unit' && sealed && !speaksOfMoney(signs.slice(end));
    marks.push({ ...name, end, field: isUnit ? 'reportingUnit' : name.field });
  }
  return marks;
}

/** True for the scheme of an address before its colon, which names no field: http, https, ftp. */
function isAddress(run: string, rest: string): boolean {
  return /(?:https?|ftp)$/i.test(run) && rest.startsWith('//');
}

/** Longest name that is taken for one where it may as well be a value with a name after it. */
const shortName = 5;

/** Where in a run of letters the name before a colon begins, and whose it is. */
function nameAtEnd(
  run: string,
  from: number,
  gaps: ReadonlySet<number>,
  afterColon: boolean,
): Omit<Mark, 'end'> {
  const known = knownNameAtEnd(run);
  const token = from + lastToken(run, from, gaps);
  if (known !== null) {
    const start = from + run.length - known.length;
    const isWhole = start === from || gaps.has(start) || start < token;
    if (run.endsWith('制表机关'))
      return { start: from + run.length - 4, field: null, unclear: false };
    if (isWhole || known.field === null) return { start, field: known.field, unclear: false };
    const isUnit = known.field === 'unit' || known.field === 'reportingUnit';
    if (isUnit && othersUnit.test(run.slice(token - from))) {
      return { start: token, field: null, unclear: false };
    }
    if (known.field !== 'unit') return { start, field: known.field, unclear: false };
  }
  if (token > from || !afterColon) return { start: token, field: null, unclear: false };
  // What stands between two colons without white space is a value with a name after it.
  return gaps.has(from) && run.length <= shortName
    ? { start: from, field: null, unclear: false }
    : { start: from + run.length, field: null, unclear: true };
}

/** Where the last word of a run begins; letters spread by white space are one word. */
function lastToken(run: string, from: number, gaps: ReadonlySet<number>): number {
  const starts = [0];
  for (let at = 1; at < run.length; at += 1) if (gaps.has(from + at)) starts.push(at);
  let index = starts.length - 1;
  const lengthOf = (at: number) => (starts[at + 1] ?? run.length) - (starts[at] ?? 0);
  if (lengthOf(index) === 1) {
    while (index > 0 && lengthOf(index - 1) === 1) index -= 1;
  }
  return starts[index] ?? 0;
}

/** Names of ours with white space or a bracket instead of the colon: `年份（2019）`, `填报单位 X`. */
function namesWithoutColon(signs: string, gaps: ReadonlySet<number>): Mark[] {
  const marks: Mark[] = [];
  const names =
    /(填报单位|填报部门|编报单位|编制单位|报送单位|单位名称|部门名称)|(填报年份|填报年度|所属年份|所属年度|会计年度|报表年度|年份|年度)|(金额单位|计量单位|货币单位|金额)/g;
  for (const match of signs.matchAll(names)) {
    const [start, end] = [match.index, match.index + match[0].length];
    let after = end;
    while (signs[after] === seal) after += 1;
    if (signs[after] === ':' || after >= signs.length) continue;
    const rest = signs.slice(after);
    const bracket = /^\(([^():]*)\)?(?!:)/.exec(rest);
    const begins = start === 0 || gaps.has(start) || !nameSign.test(signs[start - 1] ?? '');
    const spaced = gaps.has(end) || after > end;
    if (match[1] !== undefined) {
      const word = wordAt(signs, gaps, after);
      const isName = spaced ? nameSign.test(word) : endsLikeAUnit.test(word);
      if (begins && isName && !isOtherNameAlone(word)) {
        marks.push({ start, end: after, field: 'reportingUnit', unclear: false });
      }
      continue;
    }
    if (bracket === null && !(begins && spaced)) continue;
    const first = wordAt(signs, gaps, after);
    const second = wordAt(signs, gaps, after + first.length);
    const isSpread = /^(?:\d{4}|[十百千万亿人民币])$/.test(first);
    const value = bracket?.[1] ?? (isSpread && /^[年元]/.test(second) ? first + second : first);
    const field = match[2] === undefined ? 'currencyUnit' : 'fiscalYear';
    const mayBe = bracket !== null && /^[\s_—-]*$/.test(value);
    const written = field === 'currencyUnit' && bracket !== null && speaksOfMoney(value);
    if (/\d/.test(signs[start - 1] ?? '') && !gaps.has(start)) continue;
    if (mayBe || written || readsAs(field, value)) {
      marks.push({ start, end: after, field, unclear: false });
    }
  }
  return marks;
}

/** A unit's name by its last sign, where nothing parts it from 填报单位: 填报单位濮阳市财政局. */
const endsLikeAUnit =
  /^\p{Script=Han}{3,}[局厅委办院校处部会府所站队社团库中心公司街道乡镇村]\)?$/u;

/** The signs from a place to the next white space. */
function wordAt(signs: string, gaps: ReadonlySet<number>, from: number): string {
  let to = from + 1;
  while (to < signs.length && !gaps.has(to)) to += 1;
  return signs.slice(from, to);
}

function readsAs(field: FieldName, value: string): boolean {
  return field === 'currencyUnit'
    ? parseCurrencyUnit(value) !== null
    : parseLoneYear(value) !== null;
}

/** Things that are no part of a unit's name and end it after white space. */
const foreignWord =
  /^(?:\(?\d{4}[年./-]|\(?\d{4}\)?(?:年度?)?$|[一二][〇零○O0一二三四五六七八九]{3}年|\d{1,2}月|[年月日]+$|第[^页]{0,8}页|共[^页]{0,8}页|\(?(?:人民币)?[十百千万亿]*元\)?$|\d{5,})/;

/** True for what may stand between a bare 单位 and the money: nothing, 个、, or the 万 of 万 元. */
function maySayUnits(before: string): boolean {
  return before === '' || saysOnlyUnits(before.replace(/[十百千万亿]+$/, '、'));
}

/** True for a text that is no unit's name: a date, a page number, money, a telephone number. */
export function isNoUnitName(text: string): boolean {
  return foreignWord.test(text) || isOtherNameAlone(text);
}

/** A day or a month, which is when something was filled in and not the year that it is about. */
const aDate = /^\(?\d{4}[年./-]\d{1,2}|^\d{1,2}月|^[年月日]+$/;

const pageNumber = /第[\d一二三四五六七八九十百×xX*_]*页|共[\d一二三四五六七八九十百×xX*_]*页/;

/** A value up to what is foreign to it. */
function untilForeign(
  signs: string,
  gaps: ReadonlySet<number>,
  from: number,
  to: number,
  field: FieldName | null,
): string {
  let end = to;
  const page = pageNumber.exec(signs.slice(from, to));
  if (page !== null) end = from + page.index;
  if (field === null) return '';
  for (let at = from; at < end; at += 1) {
    if (!gaps.has(at)) continue;
    let until = at + 1;
    while (until < end && !gaps.has(until)) until += 1;
    const word = signs.slice(at, until);
    if (endsValue(word, field, signs.slice(from, at))) return signs.slice(from, at);
  }
  return signs.slice(from, end);
}

/** True for a word after white space that is no part of a field's value. */
function endsValue(word: string, field: FieldName, before: string): boolean {
  const isFirst = before === '';
  if (isOtherNameAlone(word)) return true;
  switch (field) {
    case 'fiscalYear':
    case 'standingYear':
      return !isFirst && aDate.test(word);
    case 'currencyUnit':
      return !isFirst && foreignWord.test(word) && !speaksOfMoney(word);
    case 'unit':
      // A bare 单位 may be that of the money.
      return foreignWord.test(word) && !(speaksOfMoney(word) && maySayUnits(before));
    case 'reportingUnit':
    case 'district':
      return foreignWord.test(word);
  }
}
