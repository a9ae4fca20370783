/** Do totals equal their parts: across a line, down a column, and between the tables? */
import { formatAmount } from '../amount';
import type { DetailOf, FindingDetail, FindingDraft } from '../finding';
import { budgetBlocks, measures } from '../forms/terms';
import type { Equality } from '../returns/equalities';
import {
  columnEqualities,
  crossTableEqualities,
  incomparable,
  isWithinRounding,
  lineEqualities,
  sumOfParts,
} from '../returns/equalities';
import { agreeingTables } from '../returns/returnEqualities';
import { countsOtherBlocks } from '../returns/otherBlocks';
import { placeOf } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { Outcome } from './outcome';
import { satisfied, undetermined, violated } from './outcome';
import type { CheckSettings } from './settings';

/** B-010; undetermined in a table whose total block counts another budget, too. */
export function checkLineBalances(unit: UnitReturn, settings: CheckSettings): Outcome[] {
  return tablesOfReturn(unit).flatMap((table) =>
    countsOtherBlocks(table)
      ? table.lines.flatMap(() => measures.map(() => undetermined('otherBlock')))
      : lineEqualities(table).map((equality) => judge(equality, settings)),
  );
}

/** B-020; undetermined in every column of a table without a total line. */
export function checkColumnBalances(unit: UnitReturn, settings: CheckSettings): Outcome[] {
  return tablesOfReturn(unit).flatMap((table) =>
    table.total === null
      ? budgetBlocks.flatMap(() => measures.map(() => undetermined('noTotalLine')))
      : columnEqualities(table).map((equality) => judge(equality, settings)),
  );
}

/** X-010; undetermined in every column of two tables that cannot be compared. */
export function checkCrossTableBalances(unit: UnitReturn, settings: CheckSettings): Outcome[] {
  return agreeingTables(unit).flatMap(({ first, second }) => [
    ...crossTableEqualities(first, second).map((equality) => judge(equality, settings)),
    ...budgetBlocks.flatMap(() =>
      measures.flatMap((measure) => {
        const why = incomparable(first, second, measure);
        return why === null ? [] : [undetermined(why)];
      }),
    ),
  ]);
}

/** A balance that fails exactly and holds within rounding is reported as R-060. */
function judge(equality: Equality, settings: CheckSettings): Outcome {
  const { total, parts, direction } = equality;
  const isBetweenTables = direction === 'crossTable';
  if (!isBetweenTables && total.blank && parts.every((part) => part.blank)) return satisfied;
  const computed = sumOfParts(equality);
  if (computed === null || total.amount === null) return undetermined('figureUnknown');
  const difference = total.amount - computed;
  // A blank total is to be filled even where its parts add up to nothing.
  if (difference === 0n && (isBetweenTables || !total.blank)) return satisfied;
  const finding: FindingDraft = {
    sheet: total.table.sheet,
    cells: [total.address],
    detail: detailOf(equality, {
      stated: total.blank ? null : formatAmount(total.amount),
      computed: formatAmount(computed),
      difference: formatAmount(difference),
    }),
  };
  return !settings.strict && isWithinRounding(equality, difference)
    ? { kind: 'violated', finding, as: 'R-060' }
    : violated(finding);
}

function detailOf(
  { id, total, parts, direction }: Equality,
  figures: Pick<DetailOf<'balance'>, 'stated' | 'computed' | 'difference'>,
): FindingDetail {
  const place = placeOf(total);
  if (direction !== 'crossTable') {
    return { kind: 'balance', equality: id, balance: direction, place, ...figures };
  }
  const [other] = parts;
  if (other === undefined) throw new Error('nothing to compare with');
  const { stated, computed, difference } = figures;
  return {
    kind: 'crossTable',
    equality: id,
    place,
    other: placeOf(other),
    stated,
    otherStated: other.blank ? null : computed,
    difference,
  };
}
