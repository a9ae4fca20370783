/** The page for those without Excel, in Chinese. */
import { groupDigits } from './language';
import type { PageTexts } from './page';

const count = (value: number) => groupDigits(String(value));
const andMore = (cells: number) => (cells > 1 ? ` 等 ${count(cells)} 格` : ' ');

export const pageInChinese: PageTexts = {
  title: '购买服务统计',
  otherLanguage: 'English',
  help: '使用说明',
  start: {
    title: '政府购买服务统计表：校验、改正、填报、汇总',
    lead: '用浏览器打开统计表即可，不必安装 Excel。WPS 和 Excel 的文件都能打开。',
    openFiles: '打开文件',
    openFolder: '打开文件夹',
    dropHint: '也可以把文件或文件夹拖到这里（.xlsx、.xlsm、.xls、.et）',
    ways: ['选一个文件：校验、改正、填报、报送', '选几个文件或文件夹：汇总各单位'],
    template: '新建标准模板',
    templateHint: '选科目版本、年份，在这里填报，或存成空白表',
    privacy: '文件只在本机的浏览器里打开，数据不离开本机；原文件不会改动，改好的另存为副本。',
  },
  opening: (file) => `正在打开“${file}”…`,
  cancel: '取消',
  close: '关闭',
  notOpened: (file) => `没有打开“${file}”。`,
  emptyFolder: '文件夹里没有统计表文件（.xlsx、.xlsm、.xls、.et）。请核对文件夹。',
  noWorkbook: (file) => `“${file}”不是统计表文件。请选 .xlsx、.xlsm、.xls 或 .et 文件。`,
  bar: {
    label: '文件',
    home: '首页',
    open: '打开',
    undo: '撤销（Ctrl+Z）',
    redo: '恢复（Ctrl+Y）',
    saveCopy: '保存副本',
    unsaved: '有改动未保存',
  },
  saved: (file) => `已交给浏览器保存：${file}。原文件没有改动。`,
  notSaved: '副本没有存成，改动都还在。请再试一次，或换用 Edge、Chrome 浏览器。',
  copy: {
    title: '保存副本前请看',
    lead: (file) => `副本将存为“${file}”：`,
    save: '保存副本',
    madeFromCells: (from, macros) =>
      `原文件是 .${from}，副本是 .xlsx：单元格的内容、公式、数字格式、合并和隐藏的行列照原样；字体、边框、行高列宽、打印设置、图形、批注、工作表保护${macros ? '、宏' : ''}等不带过去。报送前请打开看一看。`,
    formulasWait: (cells) =>
      `${count(cells)} 格公式在这里算不出结果，用 WPS 或 Excel 打开副本时重新计算。`,
    formulasAsValues: (cells) => `${count(cells)} 格公式读不出来，副本里是它们的结果（数值）。`,
  },
  leaving: {
    title: '有改动还没有保存',
    question: (file) => `“${file}”中的改动还没有存成副本。`,
    save: '保存副本',
    drop: '不保存',
    stay: '取消',
  },
  newTemplate: '统计表.xlsx',
  newSet: '汇总.xlsx',
  table: {
    sheets: '工作表',
    grid: (sheet) => `工作表“${sheet}”`,
    content: (cell) => `${cell} 的内容`,
    keys: '方向键移动；直接输入、双击或按 F2 修改，回车确认，Esc 放弃；可从 Excel、WPS 复制一片粘贴',
    emptyNew: '还没有表。请在窗格里选年份和科目版本，插入标准模板。',
    marks: { error: '错误', warning: '提示', notice: '说明', culprit: '疑似填错' },
    marked: (kind, cells) => `${kind} ${count(cells)} 格`,
    notEntered: '没有写入。',
    locked:
      '工作表受保护，这一格已锁定。要改，请先在 WPS 或 Excel 中撤消工作表保护并保存，再在这里打开。',
    notPasted: {
      locked: (cell, cells) =>
        `没有粘贴：工作表受保护，${cell}${andMore(cells)}已锁定。请避开锁定的格，或先在 WPS 或 Excel 中撤消工作表保护并保存，再在这里打开。`,
      merged: (cell, cells) =>
        `没有粘贴：${cell}${andMore(cells)}在合并单元格里面，放不下。请逐格填写，或选同样大小的区域复制。`,
      formula: (cell, cells) => `没有粘贴：${cell}${andMore(cells)}的公式不完整。请核对。`,
      tooLarge: () =>
        '没有粘贴：复制的区域太大（超过 50,000 格）。请只复制要填的区域，不要复制整列。',
      outside: () => '没有粘贴：放不进这张工作表。请选靠左上的格再粘贴。',
    },
    notWorkedOut: (cell) =>
      `${cell} 的公式已写入，但在这里算不出结果。请保存副本，用 WPS 或 Excel 打开并保存，再在这里打开。`,
  },
};
