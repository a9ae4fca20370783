/** What does 舍位平衡 print for a reader? */
import type { RoundedUnit } from '../application/roundTables';
import { placeOf } from '../domain/returns/tableView';
import { tablesOfReturn } from '../domain/returns/unitReturn';
import {
  convertedFrom,
  evenedTitle,
  obstacleMessage,
  overtakingText,
  replacedText,
  roundedFigureText,
  roundingSummary,
  unevenText,
} from '../wording/rounding';
import { tableTitle } from '../wording/units';
import { visibleLines } from '../wording/visibleText';
import type { RoundArguments } from './roundArguments';
import type { RoundingFault } from './roundFile';

const zh = 'zh-CN';

/** One workbook's outcome. */
export function roundingText(
  target: RoundArguments,
  pairs: readonly RoundedUnit[],
  fault: RoundingFault | null,
): string {
  const isRefused = pairs.some(({ obstacles }) => obstacles.length > 0);
  const { out } = target;
  const last =
    fault !== null
      ? [`  未能完成：${fault.message}`]
      : out === null
        ? []
        : [isRefused ? '  有表未能舍位，没有写出结果。' : `  已写入：${out}`];
  return visibleLines([
    `■ ${target.workbook}`,
    ...pairs.flatMap((pair) => pairLines(pair, target)),
    ...last,
  ]);
}

function pairLines(
  { unit, obstacles, figures, evened, replaced, overtaking, summary }: RoundedUnit,
  target: RoundArguments,
): string[] {
  const [first] = tablesOfReturn(unit);
  const title = first === undefined ? [] : [`  ${tableTitle(first.table, zh)}`];
  if (obstacles.length > 0) {
    return [
      ...title,
      '  不能舍位：',
      ...obstacles.map((each) => `  - ${obstacleMessage(each, zh)}`),
    ];
  }
  const moved = figures.filter(({ rounded, nearest }) => rounded !== nearest);
  const formulas = replacedText(replaced.map(placeOf), zh);
  const overtaken = overtakingText(overtaking, zh);
  const isTyped = Object.keys(target.typed).length > 0;
  return [
    ...title,
    ...(isTyped ? [`  ${convertedFrom(target.typed, zh)}`] : []),
    `  ${roundingSummary(summary, target, zh)}`,
    ...(evened.length === 0 ? [] : [`  ${evenedTitle(evened, zh)}：`]),
    ...evened.map((each) => `  - ${unevenText(each, zh)}`),
    ...(moved.length === 0 ? [] : ['  未按四舍五入取舍的数：']),
    ...moved.map((figure) => `  - ${roundedFigureText(figure, zh)}`),
    ...(formulas === null ? [] : [`  ${formulas}`]),
    ...(overtaken === null ? [] : [`  ${overtaken}`]),
  ];
}
