/** Is a number a difference, a growth, or what was before? And of which figure, against last year's? */
import type { Measure } from '../forms/terms';
import type { Reading } from './claim';
import type { SaidBefore } from './columns';
import type { WordToken } from './frame';
import { wordsOf } from './frame';
import type { Lead } from './lead';
import type { Place } from './percentages';
import type { Quantity } from './quantities';
import type { Signs } from './signs';
import type { Token } from './token';

/** True where the clause says that the number is a difference, or what it was before. */
export function isChange(
  { text }: Signs,
  clause: readonly Token[],
  { start, kind }: Quantity,
): boolean {
  const before = clause.filter((token) => token.end <= start);
  const last = before.findLastIndex((token) => token.kind === 'quantity');
  const own = before.slice(last + 1);
  if (kind === 'percent' && own.length === 0 && isSigned.test(text.slice(start - 2, start)))
    return true;
  const change = wordsOf(own, 'change').at(-1);
  const reached = wordsOf(own, 'reached').at(-1);
  return change !== undefined && (reached === undefined || reached.start < change.start);
}

/** (-25%), (+3.8%): nothing else is said of it. */
const isSigned = /[(,、][+\-−–↑↓]$/;

/** 比 2018 年, 与 2018 年相比, 同比 -0.5%. */
const comparing = /相比|[比较与同+\-−–负↑↓]/g;
const minus = '-−–负↓';

/** What has grown or fallen since last year. */
export interface GrowthSaid {
  readonly measures: readonly Measure[];
  readonly direction: 1 | -1;
  /** True where the lead names last year itself: what follows is of this year again. */
  readonly namesLastYear: boolean;
}

/**
 * The growth that a lead speaks of: 比上年增加, 增长, 同比下降. Null where it is not certain of what: another
 * word stands between, another year is named, or no column was spoken of.
 *
 * @param fiscalYear of the tables; null where they do not say
 */
export function growthSaid(
  lead: Lead,
  quantity: Quantity,
  before: SaidBefore,
  fiscalYear: number | null,
): GrowthSaid | null {
  const changes = lead.words('change');
  const last = changes.at(-1);
  const direction = directionOf(last, lead.signs.text[quantity.start - 1]);
  const isPlain = changes.every(({ means }) => means.says !== 'other');
  const isOther = [...lead.words('rate'), ...lead.words('share'), ...lead.words('reached')];
  if (direction === null || !isPlain || isOther.length > 0) return null;
  if (lead.words('period').length > 0 || !lead.isClose(lead.clauseStart, quantity.start, comparing))
    return null;
  const years = yearsOf(lead, fiscalYear);
  if (isAgainstOther(lead, last?.start ?? 0, years?.length ?? 0)) return null;
  const measures = measuresOf(lead, quantity, before);
  if (years === null || measures.length === 0) return null;
  return { measures, direction, namesLastYear: years.at(-1) === -1 };
}

function directionOf(word: WordToken<'change'> | undefined, sign = ''): 1 | -1 | null {
  const isMinus = sign !== '' && minus.includes(sign);
  // 增长 -25%; 下降 -25% may be either.
  if (word?.means.says === 'up') return isMinus ? -1 : 1;
  if (word?.means.says === 'lastYear' && (isMinus || sign === '+')) return isMinus ? -1 : 1;
  if (word === undefined) return isMinus ? -1 : 1;
  return word.means.says === 'down' && !isMinus ? -1 : null;
}

/** 比年初增加, 较计划减少, 与一季度相比增长: against something else than a year. */
function isAgainstOther(lead: Lead, until: number, years: number): boolean {
  const named = lead.words('change').some(({ means }) => means.says === 'lastYear');
  const said = lead.signs.text.slice(lead.clauseStart, until);
  return years === 0 && !named && /[比较]|相比/.test(said);
}

/** Years named, counted from the tables' own; null where one is neither this nor last year. */
function yearsOf(lead: Lead, fiscalYear: number | null): readonly number[] | null {
  const years = lead.tokens.flatMap((token) => {
    if (token.kind === 'year') return [fiscalYear === null ? NaN : token.year - fiscalYear];
    const isRelative = token.kind === 'word' && token.means.kind === 'relativeYear';
    return isRelative ? [token.means.years] : [];
  });
  return years.every((year) => year === 0 || year === -1) ? years : null;
}

function measuresOf(lead: Lead, { kind }: Quantity, before: SaidBefore): readonly Measure[] {
  const named = lead.last('measure')?.means.measures;
  const measures = named ?? before.measures;
  if (kind === 'percent') return measures;
  return measures.filter((measure) => (measure === 'projectCount') === (kind === 'count'));
}

/** What has grown, in a place, by each reading of which column is meant. */
export function readingsOfGrowth(
  place: Place,
  { kind }: Quantity,
  { measures, direction }: GrowthSaid,
): Reading[] {
  return measures.map((measure) => ({
    kind: kind === 'percent' ? 'growth' : 'difference',
    part: { ...place, measure },
    whole: { ...place, measure },
    direction,
  }));
}
