/**
 * Is a figure certain by another one of its sentence? 据各单位上报数据，预算 41528.12 万元，实际完成 …: who reported them may say that only a part
 * is meant. Where a figure of several digits is equal to the very one that its words name, what stands in front of it says
 * no such thing, and what follows it, or goes on to it, is certain as well.
 */
import type { NamedFigure, Reading } from './claim';
import type { JudgedClaim, Tables, UnjudgedClaim } from './judge';
import { judgeClaim } from './judge';
import { nearlyEqual } from './nearlyEqual';
import type { Quantity } from './quantities';

/** Amounts of fewer digits are equal by chance too often to say that a sentence is of the tables. */
const fewestDigits = 5;
/** Where it is, figures of fewer are not equal to the one that is named by chance. */
const fewestOfNamed: Readonly<Record<Quantity['kind'], number>> = {
  count: 3,
  amount: 4,
  percent: 4,
};

/** 的, 的约: between a percentage and what it is of. */
const longestOf = 2;

/** What a sentence claims, with what is not certain judged anew where another figure of it says that it is meant. */
export function withSupport(
  tables: Tables,
  judged: readonly (JudgedClaim | UnjudgedClaim)[],
): readonly (JudgedClaim | UnjudgedClaim)[] {
  const supporters = judged.filter(isSupport);
  const others = judged.filter((one) => isOther(one, supporters));
  const twice = others.map(({ claim }) => placeOf(claim.readings[0]));
  return judged.map((one) => {
    if (twice.some((place) => isAt(one.claim.readings[0], place))) return notCertain(one);
    if (!('reason' in one) || !(one.reason === 'notCertain' || isCount(one))) return one;
    const { claim } = one;
    const nearly = one.reason === 'notCertain' ? nearlyEqual(tables, one) : null;
    if (nearly !== null) return nearly;
    if (claim.isLeftOpen) {
      const [place] = supporters.flatMap((other) => placeGiven(other, one));
      const [first, ...others] = claim.readings.filter((each) => isAt(each, place));
      if (first === undefined) return one;
      return judgeClaim(tables, { ...claim, readings: [first, ...others], doubt: null });
    }
    if (!supporters.some((other) => supports(other, one))) return one;
    return judgeClaim(tables, { ...claim, doubt: null });
  });
}

/** Equal at every digit to the figure that its words name, be it certain that it is meant or not. */
export function isExact(one: JudgedClaim | UnjudgedClaim): boolean {
  if ('reason' in one || one.verdict !== 'agrees' || one.reading.kind !== 'figure') return false;
  return one.claim.quantity.precision === 'exact';
}

/** Of so many digits that it is not equal by chance. */
export function isLong({ claim: { quantity } }: JudgedClaim | UnjudgedClaim): boolean {
  return quantity.kind === 'amount' && String(quantity.digits).length >= fewestDigits;
}

/** 购买服务预算 41528.12 万元，共 236 个: what is counted is not said, and nothing else is. */
function isCount({ claim, reason }: UnjudgedClaim): boolean {
  return reason === 'noColumn' && claim.quantity.kind === 'count';
}

/** Equal to the one that its words name at so many digits that it is not so by chance. */
export function isSupport(one: JudgedClaim | UnjudgedClaim): one is JudgedClaim {
  if ('reason' in one || one.verdict !== 'agrees') return false;
  const { kind, precision, digits, decimals } = one.claim.quantity;
  const isRate = one.reading.kind === 'executionRate' && digits !== 100n * 10n ** BigInt(decimals);
  return (
    precision === 'exact' &&
    one.claim.doubt !== 'noColumn' &&
    (one.reading.kind === 'figure' || isRate) &&
    String(digits).length >= fewestOfNamed[kind]
  );
}

/** 已公开的项目 200 个，预算 35120.5 万元，占全市预算 41528.12 万元的 …: said of the same figure as an equal one, and it is another. */
function isOther(one: JudgedClaim | UnjudgedClaim, supporters: readonly JudgedClaim[]): boolean {
  if (!('reason' in one) && one.verdict === 'agrees') return false;
  const [first] = one.claim.readings;
  return (
    first.kind === 'figure' &&
    supporters.some(
      ({ reading }) =>
        reading.kind === 'figure' &&
        isAt(first, reading.figure) &&
        reading.figure.measure === first.figure.measure,
    )
  );
}

/** Told to differ no more, but named with what it may be of. */
export function notCertain(one: JudgedClaim | UnjudgedClaim): JudgedClaim | UnjudgedClaim {
  if ('reason' in one || one.verdict === 'agrees') return one;
  const { claim, reading, figures, table } = one;
  return { claim, reason: 'notCertain', candidates: [{ claim, reading, figures, table }] };
}

/** True where what is not certain of a figure stands in front of another one, which is the tables'. */
function supports({ claim, reading }: JudgedClaim, { claim: open }: UnjudgedClaim): boolean {
  const [from, at] = [claim.quantity.start, open.quantity.start];
  if (open.certainSince > at) return false;
  // 占全年预算 41528.12 万元的 3.16%: of what, it does not say.
  const isBase = open.quantity.kind === 'percent' && at - claim.quantity.end <= longestOf;
  if (from < at) return from >= open.certainSince && !isBase;
  if (open.isOfStage) return false;
  // What follows is of the same line and budget, and nothing between says so anew.
  const isGoingOn = claim.certainSince <= at && claim.namedAt <= at;
  return isGoingOn && isAt(open.readings[0], placeOf(reading));
}

/**
 * 教育项目 3 个。预算 691.45 万元，实际支出 …: of the whole, or of what was named in front; the place of a figure that is equal, and that
 * was left open as well.
 */
function placeGiven(other: JudgedClaim, { claim: open }: UnjudgedClaim): readonly NamedFigure[] {
  const { claim, reading } = other;
  const [first, last] = claim.quantity.start < open.quantity.start ? [claim, open] : [open, claim];
  const isOne = claim.isLeftOpen && last.namedAt <= first.quantity.start;
  return isOne && open.certainSince < 0 ? [placeOf(reading)] : [];
}

function placeOf(reading: Reading): NamedFigure {
  return reading.kind === 'figure' ? reading.figure : reading.part;
}

function isAt(reading: Reading, place: NamedFigure | undefined): boolean {
  const { form, line, block } = placeOf(reading);
  return place !== undefined && form === place.form && line === place.line && block === place.block;
}
