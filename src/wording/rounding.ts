/** What does a clerk read of 舍位平衡? In Chinese, as the terminal prints it. */
import { formatAmount } from '../domain/amount';
import { placeOf } from '../domain/returns/tableView';
import type {
  RoundedFigure,
  RoundingObstacle,
  RoundingTarget,
} from '../domain/rounding/roundReturn';
import { groupDigits } from './language';
import { formName, measureName, placeName, unitName } from './terms';

const zh = 'zh-CN';
/** So many cells are named in a sentence; how many more there are is said. */
const mostNamed = 8;

/** What was done to one return: how many amounts, and how far from plain rounding. */
export interface RoundingSummary {
  /** Amounts that are filled. */
  readonly amounts: number;
  /** Amounts that are not what they were, money units aside. */
  readonly changed: number;
  readonly notNearest: number;
  /** In the new money unit, as decimal strings. */
  readonly largestMove: string;
  readonly totalDeviation: string;
}

/** 舍位为万元，保留 2 位小数：156 个金额，改动 98 个；其中 4 个未按四舍五入取舍，最大差 0.73 万元。 */
export function roundingSummary(
  { amounts, changed, notNearest, largestMove, totalDeviation }: RoundingSummary,
  { currencyUnit, decimals }: RoundingTarget,
): string {
  const unit = unitName(currencyUnit, zh);
  const done = `舍位为${unit}，${decimals === 0 ? '取整' : `保留 ${decimals} 位小数`}：共 ${amounts} 个金额`;
  if (changed === 0) return `${done}，数值都未改变，合计全部相符。`;
  const moved =
    notNearest === 0 ? '全部按四舍五入取舍' : `为使合计相符，${notNearest} 个数未按四舍五入取舍`;
  return `${done}，${changed} 个有取舍；${moved}，最大差 ${groupDigits(largestMove)} ${unit}，各数差额之和 ${groupDigits(totalDeviation)} ${unit}（已是最小）。合计全部相符。`;
}

/** 统计表1·教育·一般公共预算·预算数（C8）：855.63 → 856，四舍五入为 855。 */
export function roundedFigureText({ figure, stated, rounded, nearest }: RoundedFigure): string {
  const [from, to, plain] = [stated, rounded, nearest].map((amount) =>
    groupDigits(formatAmount(amount)),
  );
  return `${placeName(placeOf(figure), zh)}：${from ?? ''} → ${to ?? ''}（四舍五入为 ${plain ?? ''}）`;
}

/** Why a return is not rounded, and what is to be corrected first. */
export function obstacleMessage(obstacle: RoundingObstacle): string {
  switch (obstacle.kind) {
    case 'unclear':
      return `${named(obstacle.figures.map((figure) => placeName(placeOf(figure), zh)))}不是能确定的数，请先改正。`;
    case 'unbalanced':
      return `${named(obstacle.equalities.map(({ total }) => placeName(placeOf(total), zh)))}与应有的合计不符，请先用“审核”查明并改正，再舍位。`;
    case 'noMoneyUnit':
      return `${formName(obstacle.table.form, zh)}（工作表“${obstacle.table.sheet}”）的表头没有写明能识别的金额单位（如“金额：万元”），请先写明。`;
    case 'noTotalLine':
      return `${formName(obstacle.table.form, zh)}（工作表“${obstacle.table.sheet}”）没有合计行，请先补上。`;
    case 'otherBlocks':
      return `${formName(obstacle.table.form, zh)}（工作表“${obstacle.table.sheet}”）的合计栏含有表样以外的预算，请先按表样调整。`;
    case 'noBalance': {
      const tables = obstacle.tables.map(({ form }) => formName(form, zh)).join('、');
      return `${tables}的${measureName(obstacle.measure, zh)}原有的舍入差在这样的小数位数下无法取平，请先更正舍入差，或少留小数。`;
    }
  }
}

function named(places: readonly string[]): string {
  const shown = places.slice(0, mostNamed).join('、');
  return places.length > mostNamed ? `${shown}等 ${places.length} 处` : shown;
}
