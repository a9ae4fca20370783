/** Which sentence does each thing become that stands in the way of submitting, with its next step? */
import type { LeftToLookAt, NotChecked, Obstacle } from '../application/readyToSubmit';
import { unreadableExplanations } from './explanations';
import type { Language } from './language';
import { notComparedMessage } from './lastRound';
import { inconclusiveMessage, noOfficialSheet, notCalculatedMessage } from './notChecked';
import { refusalMessage } from './refusals';
import type { Door } from './door';
import { shortName } from './setFindings';
import { unreadMessage } from './unread';
import { visibleText } from './visibleText';

/** Places that a sentence names. */
const placesNamed = 5;

/** 可以提交 and its opposite. */
export const readyTexts = {
  'zh-CN': {
    ready: '可以提交。',
    notReady: (count: number) => `还不能提交，有 ${count} 类事项待处理：`,
  },
  'en-US': {
    ready: 'Ready to be submitted.',
    notReady: (count: number) =>
      `Not ready to be submitted: ${count} ${count === 1 ? 'thing stands' : 'things stand'} in the way.`,
  },
} as const satisfies Readonly<Record<Language, object>>;

/** What is said beside 可以提交 of what could not be looked at. */
export function leftToLookAtMessage(left: LeftToLookAt, language: Language): string {
  const chinese = language === 'zh-CN';
  switch (left.kind) {
    case 'linksBeside':
      return chinese
        ? '图表、数据有效性和条件格式中有没有引用其他工作簿，这里读不到，请打开“数据—编辑链接”看一眼（按钮是灰的就没有）。'
        : 'Whether charts, data validation or conditional formats refer to other workbooks cannot be read here: look under Data, Edit Links (greyed where there are none).';
    case 'formulasBelieved': {
      const count = left.cells.length;
      return chinese
        ? `${count} 格公式在这里算不出${placesElsewhere(left.cells, '：', '、', ' 等')}，采用的是文件中保存的结果。请用 Excel 或 WPS 打开、重算、保存，再核对这些数字。`
        : `Formulas that cannot be worked out here: ${count}${placesElsewhere(left.cells, ' (', ', ', ' …')}); what the file stores of them was taken. Open it in Excel or WPS, recalculate and save, and look at these figures.`;
    }
    case 'sumsOfUnknown': {
      const names = left.units.slice(0, placesNamed).map((name) => shortName(name, language));
      const more = left.units.length > placesNamed ? (chinese ? ' 等' : ' …') : '';
      return chinese
        ? `${names.map((name) => `“${name}”`).join('、')}${more}是汇总，工作簿里没有“汇总说明”和底稿，单位是否齐全没有核对，请自行核对。`
        : `${names.join(', ')}${more}: a sum, and no sheet 汇总说明 or working paper says of which units, so that it was not checked whether any lacks. Look yourself.`;
    }
  }
}

/** What stands in the way, and what to do about it: in the terminal, or in the pane beside a button. */
export function obstacleMessage(
  obstacle: Obstacle,
  language: Language,
  door: Door = 'terminal',
): string {
  if (door === 'pane' && obstacle.code === 'notRecalculated') return waiting[language];
  return language === 'zh-CN' ? inChinese(obstacle, door) : inEnglish(obstacle, door);
}

const waiting: Readonly<Record<Language, string>> = {
  'zh-CN': '公式尚未重算，表中的合计可能是旧数。请点“重算”。',
  'en-US': 'Formulas are not calculated, so totals may be old. Recalculate.',
};

function inChinese(obstacle: Obstacle, door: Door): string {
  switch (obstacle.code) {
    case 'errors':
      return `有 ${obstacle.findings.length} 项错误。请逐项改正后重新校验。`;
    case 'requiredFigures':
      return `本报送期必填的指标有 ${obstacle.findings.length} 处未填。请补填（没有的填 0）后重新校验。`;
    case 'heading':
      return `表头有 ${obstacle.findings.length} 处未填或不能识别。请填写填报单位、年份和金额单位。`;
    case 'notExplained':
      return `有 ${obstacle.findings.length} 项提示没有审核说明。请核对：有误的改正，属实的${obstacle.isBinary ? '请先把工作簿另存为 .xlsx，再用加载项填写审核说明（.xls 中的读不到）' : '填写审核说明'}。`;
    case 'toReconfirm':
      return `有 ${obstacle.findings.length} 项审核说明填写后数字又改过。请核对说明是否仍然成立，重新确认或改写。`;
    case 'hidden':
      return hiddenInChinese(obstacle);
    case 'links':
      return linksInChinese(obstacle);
    case 'marks':
      return `工作表${sheetNames(obstacle.sheets, '、')}还有校验标记。请点“清除标记”后再报送。`;
    case 'notRecalculated':
      return notCalculatedMessage['zh-CN'];
    case 'reportOutdated':
      return `工作表${sheetNames(obstacle.sheets, '、')}是按改动前的数字生成的，数据指纹与表不符。请重新生成，不要的请删除。`;
    case 'notSaved':
      return '有改动尚未保存。请保存工作簿。';
    case 'unitsLacking':
      return obstacle.units.length === 0
        ? '这是汇总表，但没有完整的“汇总说明”，不能确认单位是否齐全。请重新汇总。'
        : `汇总表不全，“汇总说明”写明：${obstacle.units.map(({ name, remark }, at) => `${numbered(at, obstacle.units.length)}${shortName(name, 'zh-CN')}——${ended(visibleText(remark), 'zh-CN')}`).join('')}请补齐或改正后重新汇总。`;
    case 'explanationsUnreadable':
      return `${unreadableExplanations(obstacle.why, 'zh-CN')}请换用能读取的版本，或全部删去后重新填写。`;
    case 'notChecked':
      return `有审核未能进行：${obstacle.what.map((what) => notCheckedReason(what, 'zh-CN', door)).join('')}`;
  }
}

function inEnglish(obstacle: Obstacle, door: Door): string {
  switch (obstacle.code) {
    case 'errors':
      return `Errors: ${obstacle.findings.length}. Correct them and check again.`;
    case 'requiredFigures':
      return `Figures that this round requires are blank: ${obstacle.findings.length}. Fill them in (0 where there is none).`;
    case 'heading':
      return `Fields above the tables are blank or not understood: ${obstacle.findings.length}. Fill in unit, year and currency unit.`;
    case 'notExplained':
      return `Warnings without an explanation: ${obstacle.findings.length}. Correct what is wrong, explain what is right${obstacle.isBinary ? ': save the workbook as .xlsx first and use the add-in, as none can be read from an .xls' : ''}.`;
    case 'toReconfirm':
      return `Explanations whose figures have changed since: ${obstacle.findings.length}. Confirm them again or write them anew.`;
    case 'hidden':
      return hiddenInEnglish(obstacle);
    case 'links':
      return linksInEnglish(obstacle);
    case 'marks':
      return `Marks are still on: ${sheetNames(obstacle.sheets, ', ')}. Clear them.`;
    case 'notRecalculated':
      return notCalculatedMessage['en-US'];
    case 'reportOutdated':
      return `The report of the check (${sheetNames(obstacle.sheets, ', ')}) was made of other figures: its fingerprint is not that of the tables. Make it again, or delete it.`;
    case 'notSaved':
      return 'Changes are not saved. Save the workbook.';
    case 'unitsLacking':
      return obstacle.units.length === 0
        ? 'This is a consolidated pair, and no complete sheet 汇总说明 says whether all units are in it. Consolidate again.'
        : `This consolidated pair is not complete, as its sheet 汇总说明 says: ${obstacle.units.map(({ name, remark }, at) => `${numbered(at, obstacle.units.length)}${shortName(name, 'en-US')} – ${ended(visibleText(remark), 'en-US')}`).join(' ')} Consolidate again once it is.`;
    case 'explanationsUnreadable':
      return `${unreadableExplanations(obstacle.why, 'en-US')} Use a version that can read them, or remove them all and write them anew.`;
    case 'notChecked':
      return `Checks could not run: ${obstacle.what.map((what) => notCheckedReason(what, 'en-US', door)).join(' ')}`;
  }
}

/** （1）; nothing before the only one. */
function numbered(at: number, of: number): string {
  return of > 1 ? `（${at + 1}）` : '';
}

/** A remark as a sentence, with one full stop at its end. */
function ended(remark: string, language: Language): string {
  return `${remark.replace(/[。；，;,.\s]+$/, '')}${language === 'zh-CN' ? '。' : '.'}`;
}

type Hidden = Extract<Obstacle, { code: 'hidden' }>;

/** How many rows and columns are hidden, and how many have no room for what stands in them. */
function unseenCounts({ findings }: Hidden): {
  readonly hidden: number;
  readonly squeezed: number;
} {
  const squeezed = findings.filter(
    ({ detail }) => detail.kind === 'hidden' && detail.isSqueezed,
  ).length;
  return { hidden: findings.length - squeezed, squeezed };
}

function hiddenInChinese(obstacle: Hidden): string {
  const { hidden, squeezed } = unseenCounts(obstacle);
  const { sheets } = obstacle;
  const isHidden = hidden + sheets.length > 0;
  return [
    hidden > 0 && `有 ${hidden} 处隐藏的行或列填有数字。`,
    squeezed > 0 && `有 ${squeezed} 处行或列太低、太窄，填有的数字看不见。`,
    sheets.length > 0 && `表所在的工作表${sheetNames(sheets, '、')}是隐藏的。`,
    `请${isHidden ? '取消隐藏' : ''}${isHidden && squeezed > 0 ? '、' : ''}${squeezed > 0 ? '调高行高、调宽列宽' : ''}后再报送（不能用审核说明代替）。`,
  ]
    .filter((sentence) => sentence !== false)
    .join('');
}

function hiddenInEnglish(obstacle: Hidden): string {
  const { hidden, squeezed } = unseenCounts(obstacle);
  const { sheets } = obstacle;
  return [
    hidden > 0 && `Hidden rows or columns hold figures: ${hidden}.`,
    squeezed > 0 &&
      `Rows or columns too low or narrow to be seen hold figures: ${squeezed}. Make them larger.`,
    sheets.length > 0 && `Hidden sheets hold tables: ${sheetNames(sheets, ', ')}.`,
    hidden + sheets.length > 0 && 'Show what is hidden.',
    'An explanation does not do.',
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}

type Links = Extract<Obstacle, { code: 'links' }>;

function linksInChinese({ findings, elsewhere, names, beside }: Links): string {
  const formulas = findings.length + elsewhere.length;
  const hidden = names.filter(({ isHidden }) => isHidden);
  const which = hidden.length === names.length ? '' : `其中${nameList(hidden, '、', ' 等')}`;
  return [
    formulas > 0 &&
      `有 ${formulas} 个公式引用其他工作簿${placesElsewhere(elsewhere, '：', '、', ' 等')}。请在“数据—编辑链接”中断开链接，或改为数值。`,
    names.length > 0 && `定义的名称${nameList(names, '、', ' 等')}引用其他工作簿。`,
    names.length > hidden.length && '请在“公式—名称管理器”中删除；有公式用到的，先把公式改为数值。',
    hidden.length > 0 &&
      `${which}是隐藏的，名称管理器不列出：请在“数据—编辑链接”中点“更改源”，选本工作簿自己。`,
    beside.length > 0 &&
      `${besideList(beside, 'zh-CN')}引用其他工作簿。请改为引用本工作簿的区域，或在“数据—编辑链接”中断开链接。`,
    '不能用审核说明代替。',
  ]
    .filter((sentence) => sentence !== false)
    .join('');
}

function linksInEnglish({ findings, elsewhere, names, beside }: Links): string {
  const formulas = findings.length + elsewhere.length;
  const hidden = names.filter(({ isHidden }) => isHidden);
  return [
    formulas > 0 &&
      `Formulas refer to other workbooks: ${formulas}${placesElsewhere(elsewhere, ': ', ', ', ' …')}. Break the links or turn them into values.`,
    names.length > 0 && `Defined names refer to other workbooks: ${nameList(names, ', ', ' …')}.`,
    names.length > hidden.length &&
      'Turn formulas that use them into values, and delete them in the Name Manager.',
    hidden.length > 0 &&
      `The Name Manager does not list hidden names (${nameList(hidden, ', ', ' …')}): under Data, Edit Links, change their source to this workbook itself.`,
    beside.length > 0 &&
      `Links to other workbooks stand in: ${besideList(beside, 'en-US')}. Have them refer to this workbook, or break the links.`,
    'An explanation does not do.',
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}

const besideNames = {
  'zh-CN': { validation: '数据有效性', condition: '条件格式', chart: '图表', more: ' 等' },
  'en-US': {
    validation: 'data validation',
    condition: 'conditional formatting',
    chart: 'charts',
    more: ' …',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** 数据有效性（“统计表1”B5:B9）、图表. */
function besideList(beside: Links['beside'], language: Language): string {
  const words = besideNames[language];
  const chinese = language === 'zh-CN';
  const named = beside.slice(0, placesNamed).map((link) => {
    if (link.kind === 'chart') return words.chart;
    const place = visibleText(
      chinese ? `“${link.sheet}”${link.cells}` : `${link.sheet}!${link.cells}`,
    );
    return chinese ? `${words[link.kind]}（${place}）` : `${words[link.kind]} (${place})`;
  });
  const more = beside.length > placesNamed ? words.more : '';
  return named.join(chinese ? '、' : ', ') + more;
}

/** The first names, those of one sheet with the sheet. */
function nameList(names: Links['names'], between: string, more: string): string {
  const named = names
    .slice(0, placesNamed)
    .map(({ name, sheet }) => `“${visibleText(sheet === null ? name : `${sheet}!${name}`)}”`);
  return named.join(between) + (names.length > placesNamed ? more : '');
}

function sheetNames(sheets: readonly string[], between: string): string {
  return sheets.map((sheet) => `“${visibleText(sheet)}”`).join(between);
}

/** The first places of formulas outside the tables. */
function placesElsewhere(
  places: readonly { readonly sheet: string; readonly cell: string }[],
  before: string,
  between: string,
  more: string,
): string {
  if (places.length === 0) return '';
  const named = places
    .slice(0, placesNamed)
    .map(({ sheet, cell }) => `“${visibleText(sheet)}”${cell}`);
  return before + named.join(between) + (places.length > placesNamed ? more : '');
}

/** Why a check could not run. */
export function notCheckedReason(
  what: NotChecked,
  language: Language,
  door: Door = 'terminal',
): string {
  switch (what.kind) {
    case 'noTable':
      return noOfficialSheet[language];
    case 'undecided':
      return inconclusiveMessage(what.unit, language);
    case 'unread':
      return unreadMessage(what.unread, language);
    case 'refused':
      return refusalMessage(what.refused, language);
    case 'notCompared':
      return notComparedMessage(what.unit, what.why, language, door);
    case 'namesUnknown':
      return language === 'zh-CN'
        ? '工作簿定义的名称太多，未能读取，不能确认其中有没有引用其他工作簿的。请在“公式—名称管理器”中删去不用的名称后再检查。'
        : 'The workbook defines too many names to be read, so that it is not known whether any of them leads to another workbook. Delete those that are not used and try again.';
    case 'marksUnknown':
      return language === 'zh-CN'
        ? '有条件格式 Excel 无法读取，不能确认校验标记是否已清除。请保存后重新打开工作簿再检查。'
        : 'Excel cannot read a rule of conditional formatting, so that it is not known whether all marks are off. Save and reopen the workbook, and try again.';
    case 'savingUnknown':
      return language === 'zh-CN'
        ? '不能确认工作簿是否已保存。请保存后再检查。'
        : 'It cannot be told whether the workbook is saved. Save it and try again.';
  }
}
