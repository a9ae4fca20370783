/** Which figures of a report's text are the tables', and do they agree? */
import type { ReportingRound } from '../forms/rounds';
import type { UnitReturn } from '../returns/unitReturn';
import { isPlaceholderName } from '../recognise/placeholderName';
import { tablesOfReturn } from '../returns/unitReturn';
import { bindClaims } from './bind';
import type { JudgedClaim, Tables, UnjudgedClaim } from './judge';
import { judgeSaid, judgeUnsaid } from './unsaid';
import type { Quantity } from './quantities';
import type { UnboundQuantity } from './sentenceReader';
import type { Signs } from './signs';
import { readSigns } from './signs';
import { readTokens } from './tokens';

/** A place in the text, in UTF-16 units. */
export interface TextPlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A figure's place, and that of the sentence around it. */
export interface PlaceInSentence extends TextPlace {
  readonly sentence: TextPlace;
}

/** A figure that was held against the tables. */
export type CheckedFigure = PlaceInSentence & JudgedClaim;

/** A figure that is said to be the tables' and could not be held against them. */
export type UnrecognisedFigure = PlaceInSentence & {
  readonly reason: UnjudgedClaim['reason'] | UnboundQuantity['reason'];
  readonly candidates: UnjudgedClaim['candidates'];
};

/** What became of a text. */
export interface CheckedText {
  readonly figures: readonly CheckedFigure[];
  readonly unrecognised: readonly UnrecognisedFigure[];
}

/**
 * Checks a text against the tables of one unit.
 *
 * @param before last year's tables of the same unit, for what has grown; null where they are not at hand
 */
export function checkReportText(
  text: string,
  unit: UnitReturn,
  round: ReportingRound,
  before: UnitReturn | null = null,
): CheckedText {
  const [first] = tablesOfReturn(unit);
  const heading = first?.table.heading;
  const signs = readSigns(text);
  const own = ownNames(ownName(heading?.reportingUnit.value ?? ''), titleOf(signs));
  const tokens = readTokens(signs, unit.forms, own);
  const time = { fiscalYear: heading?.fiscalYear.value ?? null, round };
  const { said, unbound, unsaid } = bindClaims(signs, tokens, time, own);
  const pieceOf = (start: number, end: number): TextPlace => {
    const from = signs.offsets[start] ?? 0;
    const until = (signs.offsets[end - 1] ?? 0) + 1;
    return { text: text.slice(from, until), start: from, end: until };
  };
  const placeOf = ({ start, end }: Quantity): PlaceInSentence => ({
    ...pieceOf(start, end),
    sentence: pieceOf(...sentenceAround(signs, start, end)),
  });
  const figures: CheckedFigure[] = [];
  const unrecognised: UnrecognisedFigure[] = unbound.map(({ quantity, reason }) => ({
    ...placeOf(quantity),
    reason,
    candidates: [],
  }));
  const tables: Tables = { unit, round, before };
  const judged = [
    ...said.flatMap((claims) => judgeSaid(tables, claims)),
    ...judgeUnsaid(tables, unsaid),
  ];
  for (const one of judged) {
    const place = placeOf(one.claim.quantity);
    if ('reason' in one) {
      const { reason, candidates } = one;
      unrecognised.push({ ...place, reason, candidates });
    } else figures.push({ ...place, ...one });
  }
  const inOrder = (a: TextPlace, b: TextPlace): number => a.start - b.start;
  return { figures: figures.sort(inOrder), unrecognised: unrecognised.sort(inOrder) };
}

/** Where the sentence around a figure begins and ends, its full stop included, in signs. */
function sentenceAround({ text }: Signs, start: number, end: number): [number, number] {
  const isStop = (sign: string | undefined) => sign === undefined || /[。!?\n]/.test(sign);
  let from = start;
  let until = end;
  while (from > 0 && !isStop(text[from - 1])) from -= 1;
  while (until < text.length && !isStop(text[until])) until += 1;
  return [from, text[until] === undefined || text[until] === '\n' ? until : until + 1];
}

/** 甲县财政局等3个单位汇总 is of more than 甲县: of which place, its name does not say. */
function ownName(reportingUnit: string): string {
  return sumOfSeveral.test(reportingUnit) ? '' : reportingUnit;
}

/** What names the own place: of the unit, and of the title, unless that is another place. */
function ownNames(unit: string, title: string): string {
  const [place] = /\p{Script=Han}{1,2}[省市县区州旗镇乡](?=(?:财政[局厅])?$)/u.exec(title) ?? [];
  const isOther = place !== undefined && placeOfTitle.test(unit) && !unit.includes(place);
  return isOther ? unit : `${unit}\n${title}`;
}

const sumOfSeveral =
  /等[\d,，\s]+[个家]单位[(（]?汇总[)）]?$|and\s*others\s*[(（][\d,]+\s*units[)）]$/;

/** The place that the first line names, where it is a title: the one that the report is about. */
function titleOf({ text }: Signs): string {
  const line = text.trimStart().split('\n', 1)[0] ?? '';
  // 2019 年 is no figure of a report's.
  const hasFigure = /\d(?:个|项|元|万|亿|%)|百分之/.test(line);
  const isTitle = line.length <= 60 && !hasFigure && !/[。,;]/.test(line);
  return isTitle && !isPlaceholderName(line) ? (placeOfTitle.exec(line)?.[0] ?? '') : '';
}

/** 河南省濮阳市, 濮阳市财政局. */
const placeOfTitle = /^(?:关于)?(?:\p{Script=Han}{1,6}?[省市县区州旗镇乡])+(?:财政[局厅])?/u;
