/** How are tables, blocks, measures, units and rules called in each language? */
import type { PlannedChange } from '../domain/fill/plannedChange';
import { isHeading } from '../domain/fill/plannedChange';
import type { FigurePlace, HeadingFieldName, RuleId, Severity } from '../domain/finding';
import type { EditionId } from '../domain/forms/form';
import { editionTitle, formSheetName } from '../domain/forms/officialForms';
import type { BudgetBlock, CurrencyUnit, FormId, Measure } from '../domain/forms/terms';
import {
  blockTitles,
  budgetBlocks,
  currencyUnitTitles,
  measures,
  measureTitles,
} from '../domain/forms/terms';
import { ruleById } from '../domain/rules/catalogue';
import { groupDigits } from './language';
import type { Language } from './language';
import { visibleText } from './visibleText';

const englishBlocks: Readonly<Record<BudgetBlock, string>> = {
  generalPublic: 'general public budget',
  governmentManagedFund: 'government-managed fund budget',
  total: 'total',
};

const englishMeasures: Readonly<Record<Measure, string>> = {
  projectCount: 'project count',
  budgeted: 'budgeted',
  executed: 'executed',
  finalAccounts: 'final accounts',
};

const englishUnits: Readonly<Record<CurrencyUnit, string>> = {
  yuan: 'CNY',
  thousandYuan: 'CNY 1,000',
  tenThousandYuan: 'CNY 10,000',
  hundredMillionYuan: 'CNY 100 million',
};

const englishRules: Readonly<Record<RuleId, string>> = {
  'B-010': 'Line total',
  'B-020': 'Column total',
  'X-010': 'Totals of the two tables',
  'X-020': 'Same reporting unit',
  'X-030': 'Same fiscal year',
  'X-040': 'Same currency unit',
  'L-010': 'Whole project counts',
  'L-020': 'No negative amounts',
  'L-030': 'Amount without project',
  'L-035': 'Spending carried over',
  'L-040': 'Project without amount',
  'L-050': 'Number stored as text',
  'L-060': 'Not a number',
  'L-065': 'Sign used for blank',
  'L-070': 'Formula error value',
  'R-010': 'Executed over budget',
  'R-020': 'Final accounts over executed',
  'R-030': 'Low execution rate',
  'R-040': 'Doubtful currency unit',
  'R-050': 'Decimals below a fen',
  'R-060': 'Rounding difference',
  'C-010': 'Required figures',
  'C-015': 'Single required figures blank',
  'C-020': 'Complete heading',
  'C-025': 'Name of a unit',
  'C-030': 'Complete lines',
  'C-035': 'Blocks of the form only',
  'C-040': 'Edition of line labels',
  'C-050': 'Empty table',
  'C-060': 'Missing table',
  'C-070': 'Doubtful year',
  'F-010': 'Total typed over',
  'F-020': 'Incomplete sum range',
  'F-025': 'Wrong sum formula',
  'F-030': 'External link',
  'F-040': 'Result not what the formula gives',
  'S-010': 'Hidden row or column',
  'S-020': 'Figure under a merge',
  'S-030': 'Figures outside the table',
  'S-040': 'Scaling number format',
  'D-010': 'Sub-line larger than its line',
  'D-020': 'Displayed figures do not add up',
  'Y-010': 'Same as in the round before',
  'Y-020': 'Unlikely change since last year',
  'Y-025': 'New or gone since last year',
  'Y-030': 'Another order of magnitude than before',
  'U-010': 'Unit given twice',
  'U-020': 'Sum of other units',
  'U-030': 'Other fiscal year',
  'U-040': 'Different currency units',
  'U-045': 'Currency unit not stated',
  'U-050': 'Unit missing',
  'U-055': 'Lower result not whole',
  'U-060': 'Unit not on the list',
  'U-070': 'Same figures',
  'U-080': 'Different editions of labels',
  'U-090': 'Label of a unit’s own',
};

const severities: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  'zh-CN': { error: '错误', warning: '提示', notice: '说明' },
  'en-US': { error: 'Error', warning: 'Warning', notice: 'Notice' },
};

const fields: Readonly<Record<Language, Readonly<Record<HeadingFieldName, string>>>> = {
  'zh-CN': { reportingUnit: '填报单位', fiscalYear: '年份', currencyUnit: '金额单位' },
  'en-US': {
    reportingUnit: 'reporting unit',
    fiscalYear: 'fiscal year',
    currencyUnit: 'currency unit',
  },
};

const englishEditions: Readonly<Record<EditionId, string>> = {
  earlier: 'labels before 2014',
  form2019: 'the 2019 form',
  later: 'labels after 2019',
};

const englishForms: Readonly<Record<FormId, string>> = { table1: 'Table 1', table2: 'Table 2' };

/** 统计表1, Table 1. */
export function formName(form: FormId, language: Language): string {
  return language === 'zh-CN' ? formSheetName(form) : (englishForms[form] ?? form);
}

export function blockName(block: BudgetBlock, language: Language): string {
  return language === 'zh-CN' ? blockTitles[block] : englishBlocks[block];
}

export function measureName(measure: Measure, language: Language): string {
  return language === 'zh-CN' ? measureTitles[measure] : englishMeasures[measure];
}

/** A column heading of the forms by its official title: 政府性基金预算·预算数. */
export function headingName(title: string, language: Language): string {
  if (language === 'zh-CN') return title;
  return title
    .split('·')
    .map((part) => englishHeadings.get(part) ?? part)
    .join(' · ');
}

const englishHeadings: ReadonlyMap<string, string> = new Map([
  ...budgetBlocks.map((block) => [blockTitles[block], englishBlocks[block]] as const),
  ...measures.map((measure) => [measureTitles[measure], englishMeasures[measure]] as const),
]);

/** 万元, 个; CNY 10,000, projects. */
export function unitName(unit: FigurePlace['unit'], language: Language): string {
  if (unit === 'project') return language === 'zh-CN' ? '个' : 'projects';
  return language === 'zh-CN' ? currencyUnitTitles[unit] : englishUnits[unit];
}

/** An amount with its unit: 3 万元, 3 (CNY 10,000), 1 project. */
export function measuredIn(figure: string, unit: FigurePlace['unit'], language: Language): string {
  if (unit === 'project' && language === 'en-US' && figure === '1') return '1 project';
  const name = unitName(unit, language);
  return language === 'zh-CN' || unit === 'project' ? `${figure} ${name}` : `${figure} (${name})`;
}

/** The rule's title. */
export function ruleName(id: RuleId, language: Language): string {
  return language === 'zh-CN' ? ruleById(id).title : englishRules[id];
}

export function severityName(severity: Severity, language: Language): string {
  return severities[language][severity];
}

export function fieldName(field: HeadingFieldName, language: Language): string {
  return fields[language][field];
}

export function editionName(edition: EditionId, language: Language): string {
  return language === 'zh-CN' ? editionTitle(edition) : (englishEditions[edition] ?? edition);
}

/** A figure as a message names it: 教育·合计·预算数（K8）. */
export function placeName(place: FigurePlace, language: Language): string {
  const chinese = language === 'zh-CN';
  const names = figureNames(place, language).join(chinese ? '·' : ' · ');
  return visibleText(chinese ? `${names}（${place.cell}）` : `${names} (${place.cell})`);
}

/** A figure by its names alone: 教育·合计·预算数. */
export function figureName(place: FigurePlace, language: Language): string {
  return visibleText(figureNames(place, language).join(language === 'zh-CN' ? '·' : ' · '));
}

/** The line and block in which a figure stands: 教育·合计. */
export function lineName(place: FigurePlace, language: Language): string {
  const [line = '', block = ''] = figureNames(place, language);
  return visibleText([line, block].join(language === 'zh-CN' ? '·' : ' · '));
}

/** What sets a figure apart from another: 合计 of 教育·合计·预算数 beside 教育·一般公共预算·预算数. */
export function differingName(place: FigurePlace, beside: FigurePlace, language: Language): string {
  const others = figureNames(beside, language);
  const names = figureNames(place, language).filter((name, at) => name !== others[at]);
  return visibleText(names.join(language === 'zh-CN' ? '·' : ' · '));
}

function figureNames(place: FigurePlace, language: Language): readonly string[] {
  const measure = measureName(place.measure, language);
  const block = blockName(place.block, language);
  const { line } = place;
  // 合计 is the name of a line and of a block: where both meet, each says which it is.
  const isTotal = place.block === 'total';
  if (language === 'zh-CN') {
    if (line === '') return ['（无名称的行）', block, measure];
    const isCorner = isTotal && /(?:合计|总计|共计)$/.test(line);
    return isCorner ? [`${line}行`, '合计栏', measure] : [line, block, measure];
  }
  if (line === '') return ['(unnamed line)', block, measure];
  if (!isPlainTotal(line)) return [line, block, measure];
  return isTotal ? ['total line', 'both budgets', measure] : ['total', block, measure];
}

/** A total line that names nothing else: 合 计. Lines of the form keep the names that stand in the sheet. */
function isPlainTotal(label: string): boolean {
  return /^(?:合计|总计|共计)$/.test(label.replace(/\s/g, ''));
}

/** A cell that is to be written, as a message names it: a figure, or 填报单位（A2）. */
export function writtenPlaceName(place: PlannedChange['place'], language: Language): string {
  if (!isHeading(place)) return placeName(place, language);
  const name = fieldName(place.field, language);
  return visibleText(language === 'zh-CN' ? `${name}（${place.cell}）` : `${name} (${place.cell})`);
}

/** A stated figure: 1,234.5; “1,064.71元”（合 0.106471） where a text with another unit stands for it. */
export function statedFigure(
  { written }: Pick<FigurePlace, 'written'>,
  decimal: string,
  language: Language,
): string {
  const figure = groupDigits(decimal);
  if (written === undefined) return figure;
  const text = visibleText(`“${written}”`);
  return language === 'zh-CN' ? `${text}（合 ${figure}）` : `${text} (that is ${figure})`;
}
