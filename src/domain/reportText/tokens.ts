/** What does a report's text say, word by word? Words of the table, numbers, years, and the stops between. */
import type { FormSet } from '../forms/form';
import { introductionEnd, tokensOfIntroduction } from './introductions';
import { readQuantity } from './quantities';
import { referentAt } from './referents';
import type { Signs } from './signs';
import { timeAt } from './times';
import type { Token } from './token';
import type { Meaning } from './words';
import { remarkPattern } from './plainWords';
import {
  bareAll,
  bareEach,
  bareFund,
  bareRate,
  changeStarts,
  exceptions,
  commonLines,
  lineMarks,
  lineWords,
  noLineBefore,
  noOffices,
  noPlaces,
  officeEndings,
  placeEndings,
  placeLeads,
  smallWords,
  startsChange,
  subjectLeads,
  wordRows,
} from './words';

type Dictionary = ReadonlyMap<string, readonly (readonly [word: string, means: Meaning])[]>;
const dictionaries = new WeakMap<FormSet, Dictionary>();

/** Words by their first sign, longest first. */
function dictionaryOf(forms: FormSet): Dictionary {
  const known = dictionaries.get(forms);
  if (known !== undefined) return known;
  const byFirst = new Map<string, [string, Meaning][]>();
  for (const { means, words } of [...wordRows, ...lineWords(forms)]) {
    for (const written of words) {
      const word = written.normalize('NFKC');
      const list = byFirst.get(word[0] ?? '') ?? [];
      if (!list.some(([other]) => other === word)) list.push([word, means]);
      byFirst.set(word[0] ?? '', list);
    }
  }
  for (const list of byFirst.values()) list.sort(([a], [b]) => b.length - a.length);
  dictionaries.set(forms, byFirst);
  return byFirst;
}

/**
 * The tokens of a text.
 *
 * @param own what names the reporting unit's own place: its name, the report's title
 */
export function readTokens(signs: Signs, forms: FormSet, own: string): readonly Token[] {
  const { text } = signs;
  const dictionary = dictionaryOf(forms);
  const tokens: Token[] = [];
  let clauseStart = 0;
  let at = 0;
  /** The end of an exception whose beginning has been read. */
  let closing: Token | null = null;
  let introduction: Introduced | null = null;
  while (at < text.length) {
    if (introduction !== null && at >= introduction.end) {
      const { start, end, index } = introduction;
      tokens.push(...tokensOfIntroduction(text, tokens.splice(index), start, end));
      introduction = null;
    }
    if (introduction === null && at === clauseStart) {
      const end = introductionEnd(text, at, own);
      if (end !== null) introduction = { start: at, end, index: tokens.length };
    }
    if (closing !== null && closing.start < at) closing = null;
    const exception: readonly Token[] = closing === null ? exceptionAt(text, at, dictionary) : [];
    const [opening] = exception;
    closing ??= exception[1] ?? null;
    const ended = closing?.start === at ? closing : null;
    const token: Token | null =
      ended ??
      opening ??
      stopAt(text, at) ??
      (at === clauseStart ? otherPlaceAt(text, at, own) : null) ??
      inclusionAt(text, at) ??
      timeAt(text, at) ??
      referentAt(text, at, tokens) ??
      sumAt(text, at, dictionary) ??
      othersAt(text, at) ??
      quantityAt(signs, at) ??
      otherWhole(
        text,
        partlyNamed(
          text,
          wordAt(text, at, dictionary, tokens.at(-1)),
          tokens.at(-1)?.end ?? 0,
          own,
        ),
        own,
      ) ??
      officeAt(text, at);
    if (token === null) {
      at += 1;
      continue;
    }
    if (ended !== null) closing = null;
    tokens.push(token);
    at = token.end;
    const beginsClause =
      token.kind === 'stop' ||
      token.kind === 'bracket' ||
      (token.kind === 'word' && (token.means.kind === 'ofWhich' || isExample(token.means)));
    if (beginsClause) clauseStart = at;
  }
  return tokens;
}

/** A clause that says nothing of which figure follows, from one of the tokens on. */
interface Introduced {
  readonly start: number;
  readonly end: number;
  readonly index: number;
}

/** 全市（含县区）: all of it, said once more. */
const inclusion =
  /(?:含|包含|包括)[^()\d,;。]{0,16}(?:县|区|市|乡|镇|街道|本级|单位)[)]?[^()\d,;。]{0,8}(?=\))/uy;

function inclusionAt(text: string, start: number): Token | null {
  if (text[start - 1] !== '(') return null;
  const isOfAll = /[全我][省市县区州旗]\($/.test(text.slice(Math.max(0, start - 3), start));
  inclusion.lastIndex = start;
  const said = isOfAll ? inclusion.exec(text)?.[0] : undefined;
  if (said === undefined) return null;
  return { kind: 'word', means: { kind: 'nothing' }, start, end: start + said.length };
}

function isExample(means: Meaning): boolean {
  return means.kind === 'aside' && means.reach === 'sentence';
}

function stopAt(text: string, at: number): Token | null {
  const [start, end] = [at, at + 1];
  switch (text[at]) {
    case ',':
    case ':':
    case '\t':
    case '|':
      return { kind: 'stop', ends: 'clause', start, end };
    case ';':
      return { kind: 'stop', ends: 'segment', start, end };
    case '。':
    case '!':
    case '?':
      return { kind: 'stop', ends: 'sentence', start, end };
    case '\n':
      return { kind: 'stop', ends: 'paragraph', start, end };
    case '(':
    case '[':
    case '〔':
      return { kind: 'bracket', opens: true, start, end };
    case ')':
    case ']':
    case '〕':
      return { kind: 'bracket', opens: false, start, end };
    default:
      return null;
  }
}

const otherPlace = new RegExp(
  `([\\p{Script=Han}]{1,6}?(?:${placeEndings.join('|')}))(?=[:,、(]|政府|财政|人民|安排|投入|购买|开展|采取|通过|委托|实施|共|完成|支出|项目|预算|上报|报送|申报|填报|编报|汇总|纳入|列入|累计|全年|今年|本年|上年|本级|的|(?:19|20)\\d\\d年)`,
  'uy',
);

/** A name of fewer signs may be a part of another one. */
const shortestPlace = 3;

/** 上半年全市, 教育是我市: the unit's own, whatever stands in front of it. */
const isOwnPlace = /[全我本][省市县区州旗镇乡]$/;

/** A place that is not the unit's own, at the beginning of a clause. */
function otherPlaceAt(text: string, at: number, own: string): Token | null {
  otherPlace.lastIndex = at;
  const name = otherPlace.exec(text)?.[1];
  const bare = name?.replace(placeLeads, '') ?? '';
  if (name === undefined || isOwnPlace.test(name) || own.includes(bare)) return null;
  // 虽然濮阳市
  if (own.includes(name.slice(-shortestPlace)) && name.length > shortestPlace) return null;
  if (noPlaces.test(bare) || /本级[及和与]/.test(bare)) return null;
  return {
    kind: 'word',
    means: { kind: 'aside', reach: 'segment' },
    start: at,
    end: at + name.length,
  };
}

/** 除教育外, 除教育（691.45 万元）外: the rest of the segment is of the others. Where figures stand within, its two ends. */
function exceptionAt(text: string, start: number, dictionary: Dictionary): readonly Token[] {
  exceptions.lastIndex = start;
  const [said, opening = '', inner = '', closing = ''] = exceptions.exec(text) ?? [];
  if (said === undefined) return [];
  const from = start + opening.length;
  const kinds = Array.from(inner, (_, at) => {
    const name = wordAt(text, from + at, dictionary, undefined);
    return name?.kind === 'word' ? name.means.kind : null;
  });
  const of = (['line', 'block'] as const).find((kind) => kinds.includes(kind));
  const end = start + said.length;
  // 除个别项目推迟外: of what is not known, and 除 says so.
  if (of === undefined) {
    const isPlain = !/\d/.test(inner);
    return isPlain
      ? [{ kind: 'word', means: { kind: 'nothing' }, start: from, end: end - closing.length }]
      : [];
  }
  const means: Meaning = { kind: 'exception', of };
  if (!/\d/.test(inner)) return [{ kind: 'word', means, start, end }];
  return [
    { kind: 'word', means: { kind: 'nothing' }, start, end: from },
    { kind: 'word', means, start: end - closing.length, end },
  ];
}

/** 教育 3 个、其他 14 个: of several that are not named. */
function othersAt(text: string, start: number): Token | null {
  const isLast = /[、和及]/.test(text[start - 1] ?? '');
  const said = isLast ? /^其[他余](?=\d)/.exec(text.slice(start, start + 8)) : null;
  if (said === null) return null;
  return { kind: 'word', means: { kind: 'sum' }, start, end: start + said[0].length };
}

/** 两项合计 counts nothing. */
function sumAt(text: string, start: number, dictionary: Dictionary): Token | null {
  const token = wordAt(text, start, dictionary, undefined);
  return token?.kind === 'word' && token.means.kind === 'sum' ? token : null;
}

function quantityAt(signs: Signs, start: number): Token | null {
  if (!/[\d零〇一二两三四五六七八九十百千]/.test(signs.text[start] ?? '')) return null;
  const quantity = readQuantity(signs, start);
  return quantity === null ? null : { kind: 'quantity', quantity, start, end: quantity.end };
}

function wordAt(
  text: string,
  start: number,
  dictionary: Dictionary,
  last: Token | undefined,
): Token | null {
  const before = last?.end === start ? last : undefined;
  for (const [word, means] of dictionary.get(text[start] ?? '') ?? []) {
    if (!text.startsWith(word, start)) continue;
    const end = start + word.length;
    if (isOfNamed(word, before)) continue;
    if (isOfAllCounted(text, start, word)) continue;
    if (changeStarts.includes(word) && !startsChange.test(text.slice(end, end + 40))) continue;
    if (means.kind === 'line' && !isLine(text, end, means.line)) continue;
    if (word === bareFund.word && !isBudget(text, start, end)) continue;
    if (word === bareAll.word && !bareAll.before.test(text.slice(end, end + 5))) continue;
    if (word === bareRate.word && !bareRate.before.test(text.slice(end, end + 12))) continue;
    if (word === bareEach.word && !bareEach.before.test(text.slice(end, end + 4))) continue;
    // 政府性基金预算数: the column is named, too.
    const hasColumn =
      means.kind === 'block' &&
      word.endsWith('预算') &&
      /^数(?![据量目字])/.test(text.slice(end, end + 2));
    return { kind: 'word', means, start, end: hasColumn ? end - 2 : end };
  }
  return null;
}

/** 8 个县区: perhaps all that there are; see certainty.ts. */
function isOfAllCounted(text: string, start: number, word: string): boolean {
  return (
    /^(?:县区|乡镇)$/.test(word) &&
    /[\d一二三四五六七八九十]个$/.test(text.slice(Math.max(0, start - 3), start))
  );
}

/** 以教育为例, 以 2019 年为例: of a line of the tables, or of all of a year. */
function isOfNamed(word: string, before: Token | undefined): boolean {
  const isLine = before?.kind === 'word' && before.means.kind === 'line';
  return word === '为例' && (isLine || before?.kind === 'year');
}

/** 智慧养老购买服务, 垃圾处理项目: what stands in front names a part, and the figures behind are its own. */
function partlyNamed(text: string, token: Token | null, before: number, own: string): Token | null {
  if (token?.kind !== 'word') return token;
  const { means } = token;
  // 政府性基金也安排了部分购买服务，预算 …
  const isSome =
    text.startsWith('部分', token.start) &&
    /(?:安排|保障|承担|支持)了?$/.test(text.slice(Math.max(0, token.start - 4), token.start));
  if (isSome && !/^\d|^项目/.test(text.slice(token.end, token.end + 2)) && means.kind === 'aside') {
    return { ...token, means: { kind: 'subject' } };
  }
  const isNamed =
    means.kind === 'subject' ||
    (means.kind === 'measure' &&
      means.measures.includes('projectCount') &&
      means.official !== true);
  if (!isNamed) return token;
  const whole = text.slice(before, token.start);
  const lead = whole.replace(/^.*[【】|/“]/s, '');
  // 购买服务工作: what is spoken of, and none of its figures.
  if (
    means.kind === 'subject' &&
    /^(?:工作|改革|情况|制度|政策|数据)/.test(text.slice(token.end, token.end + 2))
  )
    return token;
  // 涉及“一老一小”的购买服务项目, 向事业单位购买服务
  if (/”的$|向[^,;]*(?:单位|机构|组织|企业|高校|院校)$/.test(whole)) {
    return { ...token, means: { kind: 'aside', reach: 'segment' } };
  }
  const bare = lead.replace(smallWords, '');
  if (bare === '' || subjectLeads.some((word) => lead.endsWith(word) || bare.endsWith(word))) {
    return token;
  }
  // 濮阳市不断加大购买服务力度
  const rest = bare.replace(remarkPattern, '');
  const isOwn = [bare, rest].some((name) => name.length >= shortestPlace && own.includes(name));
  if (rest === '' || isOwn) return token;
  // 新办购买服务, 编进项目: a verb that the table does not know, or a part; see certainty.ts.
  if (Array.from(lead).length <= longestVerb) return token;
  return { ...token, means: { kind: 'aside', reach: 'segment' } };
}

const longestVerb = 2;

const levels = /[省市县区州旗镇乡]/;

/** 全省 in a city's report is no whole of its tables. */
function otherWhole(text: string, token: Token | null, own: string): Token | null {
  if (token?.kind !== 'word' || token.means.kind !== 'whole') return token;
  const [, level] = /^[全我]([省市县区州旗镇乡])$/.exec(text.slice(token.start, token.end)) ?? [];
  const names = own.split('\n').find((name) => levels.test(name));
  const isOwn = level === undefined || names === undefined || names.includes(level);
  return isOwn ? token : { ...token, means: { kind: 'aside', reach: 'segment' } };
}

function isBudget(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  return bareFund.after.test(before) && !bareFund.notBefore.test(text.slice(end, end + 3));
}

function isLine(text: string, end: number, line: string): boolean {
  const rest = text.slice(end, end + 4);
  if (noLineBefore.some((word) => rest.startsWith(word))) return false;
  return !commonLines.has(line) || lineMarks.some((word) => rest.startsWith(word));
}

function officeAt(text: string, start: number): Token | null {
  const ending = officeEndings.find((word) => text.startsWith(word, start));
  if (ending === undefined || !/\p{Script=Han}/u.test(text[start - 1] ?? '')) return null;
  const end = start + ending.length;
  const around = text.slice(Math.max(0, start - 3), end + 2);
  if (noOffices.some((word) => around.includes(word))) return null;
  return { kind: 'word', means: { kind: 'aside', reach: 'segment' }, start, end };
}
