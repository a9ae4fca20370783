/**
 * Is a sentence of the tables that does not say so? Where two figures, of several digits together, are those of the very
 * columns that its words name, it is; what else it says is then not passed over, but nothing of it is said to be wrong.
 */
import type { UnsaidSentence } from './bind';
import type { Claim } from './claim';
import type { JudgedClaim, Tables, UnjudgedClaim } from './judge';
import { judgeClaim } from './judge';
import { isExact, isLong, isSupport, notCertain, withSupport } from './support';

/** One figure alone may be of the whole budget, and two of few digits are equal by chance. */
const fewestFigures = 2;
const fewestDigits = 5;

/** What a sentence claims that says it is of the tables, be it in front of its figures or behind. */
export function judgeSaid(
  tables: Tables,
  claims: readonly Claim[],
): readonly (JudgedClaim | UnjudgedClaim)[] {
  const isSupported = claims.some((claim) => {
    if (claim.doubt !== null) return false;
    const judged = judgeClaim(tables, claim);
    return isExact(judged) && isLong(judged);
  });
  const judged = claims.map((claim) =>
    judgeClaim(
      tables,
      claim.needsSupport && !isSupported ? { ...claim, doubt: claim.doubt ?? 'notCertain' } : claim,
    ),
  );
  return withSupport(tables, judged).map((one) => (one.claim.needsSupport ? nearEnough(one) : one));
}

/** 教育支出 38.6 亿元，购买服务 691.45 万元: of another magnitude, and perhaps of all that is spent. */
function nearEnough(one: JudgedClaim | UnjudgedClaim): JudgedClaim | UnjudgedClaim {
  if ('reason' in one || one.verdict === 'agrees') return one;
  const [stated, table] = [Number(one.stated), Number(one.table)];
  const isFar = Math.abs(Math.log10(stated / table)) >= 1;
  return isFar ? notCertain(one) : one;
}

/** What sentences claim that are of the tables; nothing where no figure of one, or of another item of its list, bears that out. */
export function judgeUnsaid(
  tables: Tables,
  sentences: readonly UnsaidSentence[],
): readonly (JudgedClaim | UnjudgedClaim)[] {
  const judged = sentences.map((one) => ({ ...one, ...judgeCertain(tables, one) }));
  const lists = judged.filter(({ isBorneOut }) => isBorneOut).map(({ listed }) => listed);
  return judged.flatMap(({ claims, isNear, listed, isBorneOut, certain }) => {
    const isOfList = listed !== null && lists.includes(listed);
    if (!isBorneOut && !isOfList) return [];
    return isNear ? claims.map((claim) => judgeClaim(tables, claim)) : certain.flatMap(asAgreeing);
  });
}

/** What a sentence claims for certain, and whether that bears it out. */
function judgeCertain(tables: Tables, { claims, isNear }: UnsaidSentence) {
  const certain = claims
    .filter(({ doubt }) => doubt !== 'notCertain')
    .map((claim) => judgeClaim(tables, claim));
  const agreeing = certain.filter((one) => isExact(one) || isSupport(one));
  const isBorneOut =
    (isNear && agreeing.some(isSupport)) ||
    (agreeing.length >= fewestFigures && digitsOf(agreeing) >= fewestDigits);
  return { certain, isBorneOut };
}

/** Nothing is said to be wrong by figures alone. */
function asAgreeing(one: JudgedClaim | UnjudgedClaim): readonly (JudgedClaim | UnjudgedClaim)[] {
  if ('reason' in one) return one.reason === 'noLastYear' ? [] : [one];
  if (one.verdict === 'agrees') return [one];
  const { claim, reading, figures, table } = one;
  const candidates = [{ claim, reading, figures, table }];
  return [{ claim, reason: 'notCertain', candidates }];
}

/** How many digits the amounts and rates among figures have; counts are often equal by chance. */
function digitsOf(figures: readonly (JudgedClaim | UnjudgedClaim)[]): number {
  const shown = figures.map(({ claim: { quantity } }) =>
    quantity.kind === 'count' ? 0 : String(quantity.digits).length,
  );
  return shown.reduce((sum, each) => sum + each, 0);
}
