/** Findings about what a table shows of its figures, in Chinese. */
import type { DetailOf } from '../domain/finding';
import { unitPower } from '../domain/forms/terms';
import { groupDigits, unsigned } from './language';
import { formName, placeName, unitName } from './terms';

const zh = 'zh-CN';

/** The message of F-040, S-010, S-020, S-030, S-040 and D-020, about so many cells. */
export function presentationInChinese(
  detail: DetailOf<
    'hidden' | 'formulaResult' | 'underMerge' | 'outsideTable' | 'scaledDisplay' | 'displayedSum'
  >,
  count: number,
): string {
  switch (detail.kind) {
    case 'hidden':
      return hidden(detail);
    case 'formulaResult':
      return formulaResult(detail, count);
    case 'underMerge': {
      const hidden = detail.hidden.map(
        ({ place, stated }) => `${placeName(place, zh)} ${groupDigits(stated)}`,
      );
      return `合并单元格 ${detail.area} 下面有看不到、但仍计入合计的数：${hidden.join('、')}。请取消合并后核对：属于该处的保留，多余的删除。`;
    }
    case 'outsideTable':
      return outsideTable(detail);
    case 'scaledDisplay':
      return scaledDisplay(detail, count);
    case 'displayedSum': {
      const direction = detail.balance === 'line' ? '按行' : '按列';
      const off = groupDigits(unsigned(detail.difference));
      return `${placeName(detail.place, zh)}显示为 ${detail.shownTotal}，而${direction}各数按显示的相加为 ${detail.shownSum}，打印后看上去相差 ${off} ${unitName(detail.place.unit, zh)}（实际数值相符）。如需打印数也相符，请增加小数位或作舍位平衡。`;
    }
  }
}

function hidden({ what, name, isSqueezed }: DetailOf<'hidden'>): string {
  const at = what === 'row' ? `第 ${name} 行` : `${name} 列`;
  const held = `${what === 'row' ? '行' : '列'}内填有数字并计入合计`;
  const again = what === 'row' ? '。' : '，并重新校验。';
  if (!isSqueezed) return `${at}被隐藏，${held}。请取消隐藏后核对${again}`;
  const [how, remedy] = what === 'row' ? ['低', '调高行高'] : ['窄', '调宽列宽'];
  return `${at}太${how}，看不见内容，${held}。请${remedy}后核对${again}`;
}

function formulaResult(detail: DetailOf<'formulaResult'>, count: number): string {
  const { place, formula, cause, isManual } = detail;
  const name = placeName(place, zh);
  const shown = detail.shown === null ? '空白' : groupDigits(detail.shown);
  const due = groupDigits(detail.due ?? '0');
  const others = count > 1 ? `（共 ${count} 格如此）` : '';
  switch (cause) {
    case 'notRecalculated': {
      const mode = isManual ? '工作簿设为手动计算。' : '';
      return `公式未重算：${name}显示 ${shown}，按公式 ${formula} 现在应为 ${due}${others}。${mode}请按 F9 重算（仍不变时按 Ctrl+Alt+F9）并保存，再重新校验；重算之前有关的合计不能审核。`;
    }
    case 'hiddenRows':
      return `${name}的公式 ${formula} 不计筛选或隐藏掉的行，显示 ${shown}，全部行应为 ${due}${others}。公式本身没有错，请取消筛选、取消隐藏行后核对。`;
    case 'circular':
      return `${name}的公式 ${formula} 循环引用，要用到它自己的结果${others}，Excel 算不出来。请改正公式，或把其中一格改为直接填数。`;
  }
}

function outsideTable({ form, where, figures, labels }: DetailOf<'outsideTable'>): string {
  const place = `${formName(form, zh)}${where === 'below' ? '下面' : '旁边'}`;
  const named = (list: typeof figures) =>
    list.slice(0, longestList).map(({ cell, stated, target }) => {
      const to = target === null ? '' : `（应填入空着的 ${target.cell}）`;
      return `${cell} ${groupDigits(stated)}${to}`;
    });
  const rest = figures.length > longestList ? ` 等 ${figures.length} 格` : '';
  const lines = labels.length === 0 ? '' : `，在“${labels.slice(0, 3).join('”“')}”一处`;
  const base = `${place}还有像表内数字的数没有审核：${named(figures).join('、')}${rest}${lines}。`;
  if (figures.every(({ target }) => target !== null)) return `${base}请移回表内相应的格。`;
  return `${base}属于本表的请填入表内相应的格，不属于的请删除或移到别的工作表。`;
}

/** Cells that are named one by one. */
const longestList = 6;

function scaledDisplay(detail: DetailOf<'scaledDisplay'>, count: number): string {
  const { place, numberFormat, shown, power, shownUnit } = detail;
  const name = placeName(place, zh);
  const stored = groupDigits(detail.stored);
  const others = count > 1 ? `（共 ${count} 格如此显示）` : '';
  const unit = unitName(place.unit, zh);
  if (power === 0) {
    const behind = shownUnit === null ? '' : unitName(shownUnit, zh);
    return `${name}的数字格式 ${numberFormat} 把 ${stored} 显示为“${shown}”${others}，单位是${behind}，而表头金额单位为${unit}。请核对数是按哪个单位填的，改为一致，并去掉格式里的单位。`;
  }
  const times = groupDigits('1' + '0'.repeat(Math.abs(power)));
  const base = `${name}存的数是 ${stored}，被数字格式 ${numberFormat} 显示为“${shown}”${others}；审核和汇总按存的数计算，与显示的相差 ${times} 倍。`;
  if (place.unit === 'project') return `${base}请改用不换算的格式（如 0）。`;
  const isStoredInUnit =
    shownUnit !== null && unitPower[shownUnit] === unitPower[place.unit] - power;
  return isStoredInUnit
    ? `${base}存的数与表头的${unit}一致，请改用不换算的格式（如 #,##0.00）。`
    : `${base}表头金额单位为${unit}，请把数改为以${unit}为单位，或把表头改为存数的单位，并改用不换算的格式（如 #,##0.00）。`;
}
