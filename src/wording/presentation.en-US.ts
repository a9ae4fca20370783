/** Findings about what a table shows of its figures, in English. */
import type { DetailOf } from '../domain/finding';
import { unitPower } from '../domain/forms/terms';
import { groupDigits } from './language';
import { formName, placeName, unitName } from './terms';

const en = 'en-US';

/** The message of F-040, S-010, S-020, S-030, S-040 and D-020, about so many cells. */
export function presentationInEnglish(
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
        ({ place, stated }) => `${placeName(place, en)} ${groupDigits(stated)}`,
      );
      return `Under the merged cells ${detail.area} figures are not seen and still part of the totals: ${hidden.join('; ')}. Unmerge and check: keep what belongs there, delete the rest.`;
    }
    case 'outsideTable':
      return outsideTable(detail);
    case 'scaledDisplay':
      return scaledDisplay(detail, count);
    case 'displayedSum': {
      const direction = detail.balance === 'line' ? 'by line' : 'by column';
      return `${placeName(detail.place, en)} shows ${detail.shownTotal}, but the figures as displayed add up ${direction} to ${detail.shownSum} (the values themselves agree). Show more decimals, or balance the rounding.`;
    }
  }
}

function hidden({ what, name, isSqueezed }: DetailOf<'hidden'>): string {
  const [row, column] = ['too low', 'too narrow'];
  const how = isSqueezed ? `${what === 'row' ? row : column} to be seen` : 'hidden';
  const remedy = isSqueezed ? `Make it ${what === 'row' ? 'higher' : 'wider'}` : 'Show it';
  const again = what === 'row' ? '' : ' again';
  return `${what === 'row' ? 'Row' : 'Column'} ${name} is ${how} and holds figures that are part of the totals. ${remedy} and check${again}.`;
}

function formulaResult(detail: DetailOf<'formulaResult'>, count: number): string {
  const { place, formula, cause, isManual } = detail;
  const name = placeName(place, en);
  const shown = detail.shown === null ? 'nothing' : groupDigits(detail.shown);
  const due = groupDigits(detail.due ?? '0');
  const others = count > 1 ? ` (${count} cells)` : '';
  switch (cause) {
    case 'notRecalculated': {
      const mode = isManual ? ' The workbook calculates only when told to.' : '';
      return `Not recalculated: ${name} shows ${shown}, but ${formula} now gives ${due}${others}.${mode} Press F9 (or Ctrl+Alt+F9 where nothing changes), save and check again; totals with these cells cannot be checked before.`;
    }
    case 'hiddenRows':
      return `${name}: the formula ${formula} passes over filtered or hidden rows and shows ${shown}; all rows give ${due}${others}. The formula itself is right: clear the filter, show the rows and check.`;
    case 'circular':
      return `${name}: the formula ${formula} is circular, it needs its own result${others}. Correct it, or type one of the figures.`;
  }
}

function outsideTable({ form, where, figures, labels }: DetailOf<'outsideTable'>): string {
  const named = figures.slice(0, longestList).map(({ cell, stated, target }) => {
    const to = target === null ? '' : ` (belongs into the blank ${target.cell})`;
    return `${cell} ${groupDigits(stated)}${to}`;
  });
  const rest = figures.length > longestList ? ` … (${figures.length} cells)` : '';
  const lines = labels.length === 0 ? '' : `, at “${labels.slice(0, 3).join('”, “')}”`;
  const base = `${where === 'below' ? 'Below' : 'Beside'} ${formName(form, en)} stand figures that look like the table's and were not checked: ${named.join(', ')}${rest}${lines}.`;
  if (figures.every(({ target }) => target !== null)) return `${base} Move them into those cells.`;
  return `${base} Put what belongs to the table into its cells; delete the rest or move it to another sheet.`;
}

/** Cells that are named one by one. */
const longestList = 6;

function scaledDisplay(detail: DetailOf<'scaledDisplay'>, count: number): string {
  const { place, numberFormat, shown, power, shownUnit } = detail;
  const name = placeName(place, en);
  const stored = groupDigits(detail.stored);
  const others = count > 1 ? ` (${count} cells are shown so)` : '';
  const unit = unitName(place.unit, en);
  if (power === 0) {
    const behind = shownUnit === null ? '' : unitName(shownUnit, en);
    return `${name}: the number format ${numberFormat} shows ${stored} as “${shown}”${others}, in ${behind}, but the heading states ${unit}. Check in which unit the figure was typed, make both agree, and take the unit out of the format.`;
  }
  const times = groupDigits('1' + '0'.repeat(Math.abs(power)));
  const base = `${name} holds ${stored}, which the number format ${numberFormat} shows as “${shown}”${others}; checks and totals take what the cell holds, ${times} times off what is shown.`;
  if (place.unit === 'project') return `${base} Use a format that does not scale, such as 0.`;
  const isStoredInUnit =
    shownUnit !== null && unitPower[shownUnit] === unitPower[place.unit] - power;
  return isStoredInUnit
    ? `${base} What it holds is in the heading's unit (${unit}): use a format that does not scale, such as #,##0.00.`
    : `${base} The heading states ${unit}: change the figures to that unit, or the heading to the unit of what the cells hold, and use a format that does not scale, such as #,##0.00.`;
}
