/** In which unit do the column headings, and the units row under them, say that amounts are? */
import type { CurrencyUnit } from '../forms/terms';
import type { Grid } from '../grid';
import { cellAt } from '../grid';
import { compact } from './characters';
import { namesUnits, parseCurrencyUnit } from './currencyUnit';
import type { FoundHeader } from './headerColumns';
import type { HeadingText } from './headerColumns';
import { remembered } from './remembered';
import type { HeadingField, TableHeading } from './table';

/** The unit of the amount columns; a text without a value where they say several, or none of ours. */
export function unitOfColumns(
  grid: Grid,
  header: FoundHeader,
  unitTexts: readonly HeadingText[],
): HeadingField<CurrencyUnit> {
  const stated = [
    ...headingUnits(grid, header),
    ...unitTexts.filter(({ text }) => /[元圆]/.test(text)),
  ];
  const [first] = stated;
  if (first === undefined) return { value: null, text: '', position: null };
  const texts = [...new Set(stated.map(({ text }) => text.replace(/^\(|\)$/g, '')))];
  const values = new Set(texts.map((text) => parseCurrencyUnit(text)));
  const [value = null] = values;
  return {
    value: values.size === 1 ? value : null,
    text: texts.join('、'),
    position: first.position,
  };
}

/** Units in and behind headings, 预算数（万元）, 预算数 万元, and in cells of their own between them. */
function headingUnits(grid: Grid, header: FoundHeader): HeadingText[] {
  const found: HeadingText[] = [];
  for (let row = header.top; row <= header.measureRow; row += 1) {
    for (let column = header.firstColumn; column <= header.lastColumn; column += 1) {
      const value = cellAt(grid, row, column)?.value;
      if (typeof value !== 'string') continue;
      for (const text of unitsIn(value)) found.push({ text, position: { row, column } });
    }
  }
  return found;
}

const unitsIn = remembered((heading): readonly string[] => {
  const text = compact(heading);
  if (!/[元圆]/.test(text)) return [];
  const parts = namesUnits(text)
    ? [text]
    : [
        ...text.matchAll(/[([（【]([^()[\]【】]*)[)\]】]|[数额金][,/:|]?([十百千万亿]*[元圆])$/g),
      ].map((match) => match[1] ?? match[2] ?? '');
  return parts.filter((part) => /[元圆]/.test(part) && namesUnits(part));
});

/**
 * A heading completed by what the columns say of their unit. Where both say something and not the
 * same, nobody can tell which holds: both are quoted and neither is taken.
 */
export function withColumnUnit(
  heading: TableHeading,
  columns: HeadingField<CurrencyUnit>,
): TableHeading {
  const { currencyUnit } = heading;
  if (columns.text === '') return heading;
  if (currencyUnit.value === null && currencyUnit.text === '') {
    return { ...heading, currencyUnit: columns };
  }
  if (currencyUnit.value === columns.value) return heading;
  const text = `${currencyUnit.text}、${columns.text}`;
  return { ...heading, currencyUnit: { value: null, text, position: currencyUnit.position } };
}
