// What does the grid say of its own, in each language?

import type { Language } from './univer';

export interface Words {
  readonly spreadsheet: string;
  readonly cell: string;
  readonly nameBox: string;
  readonly formulaBar: string;
  readonly sheets: string;
  readonly previousSheets: string;
  readonly nextSheets: string;
  readonly protectedSheet: string;
  readonly note: (text: string) => string;
  readonly noSuchPlace: (text: string) => string;
  readonly tooMuch: string;
}

const zh: Words = {
  spreadsheet: '工作表',
  cell: '当前单元格',
  nameBox: '名称框',
  formulaBar: '编辑栏',
  sheets: '工作表标签',
  previousSheets: '向左滚动工作表标签',
  nextSheets: '向右滚动工作表标签',
  protectedSheet: '（受保护）',
  note: (text) => `批注：${text}`,
  noSuchPlace: (text) => `找不到“${text}”，请输入单元格地址（如 C8）或已定义的名称。`,
  tooMuch: '选中的区域太大，请选小一些再操作。',
};

const en: Words = {
  spreadsheet: 'Worksheet',
  cell: 'Active cell',
  nameBox: 'Name box',
  formulaBar: 'Formula bar',
  sheets: 'Sheet tabs',
  previousSheets: 'Scroll sheet tabs to the left',
  nextSheets: 'Scroll sheet tabs to the right',
  protectedSheet: ' (protected)',
  note: (text) => `Note: ${text}`,
  noSuchPlace: (text) => `“${text}” is not a cell address (such as C8) or a defined name.`,
  tooMuch: 'The selection is too large; please select fewer cells.',
};

export const wordsIn = (language: Language): Words => (language === 'zh-CN' ? zh : en);
