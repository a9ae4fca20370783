/**
 * How is a button called that puts something right? As it is seen, and of what: a list has many of them.
 * The visible word stands first, so that it can be spoken.
 */
import type { Finding } from '../domain/finding';
import type { CellCorrection } from '../domain/rules/cellCorrection';
import { proposedFigure } from './diagnoses';
import { findingName } from './items';
import type { Language } from './language';
import { figureName, ruleName } from './terms';
import { visibleText } from './visibleText';

/** Beyond so many cells the first and their number are named. */
const cellsNamed = 3;

/** 采用：教育·一般公共预算·预算数改为 585.63（统计表1!C8）. */
export function adoptionName(
  word: string,
  corrections: readonly CellCorrection[],
  language: Language,
): string {
  const [first] = corrections;
  if (first === undefined) return word;
  const figure = figureName(first.place, language);
  const due = proposedFigure(first, language);
  const cells = cellNames(
    corrections.map(({ place }) => place),
    language,
  );
  return language === 'zh-CN'
    ? `${word}：${figure}改为 ${due}（${cells}）`
    : `${word}: ${figure} becomes ${due} (${cells})`;
}

/** 改正：教育·一般公共预算·预算数（统计表1!C8）; of several 改正 2 处：数字存为文本. */
export function correctionName(
  word: string,
  findings: readonly Finding[],
  language: Language,
): string {
  const [first] = findings;
  if (first === undefined) return word;
  const colon = language === 'zh-CN' ? '：' : ': ';
  if (findings.length > 1) return `${word}${colon}${ruleName(first.rule, language)}`;
  const name = findingName(first, language);
  const cells = first.cells.map((cell) => ({ sheet: first.sheet, cell }));
  if (cells.length === 0) return `${word}${colon}${name}`;
  const named = cellNames(cells, language);
  return language === 'zh-CN'
    ? `${word}${colon}${name}（${named}）`
    : `${word}${colon}${name} (${named})`;
}

interface Cell {
  readonly sheet: string;
  readonly cell: string;
}

/** 统计表1!C20、K20; each sheet once. */
function cellNames(cells: readonly Cell[], language: Language): string {
  const shown = cells.length > cellsNamed ? cells.slice(0, 1) : cells;
  const names = shown.map(({ sheet, cell }, at) =>
    sheet === shown[at - 1]?.sheet ? cell : `${sheet}!${cell}`,
  );
  const rest = cells.length - shown.length;
  const joined = visibleText(names.join(language === 'zh-CN' ? '、' : ', '));
  if (rest === 0) return joined;
  return language === 'zh-CN' ? `${joined} 等 ${cells.length} 格` : `${joined} +${rest}`;
}
