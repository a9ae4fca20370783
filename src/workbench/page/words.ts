// What does the workbench itself say? The pane and the ribbon bring their own words.

export type Language = 'zh-CN' | 'en-US';
export type Theme = 'light' | 'dark';

export interface Words {
  readonly title: string;
  readonly notExcel: string;
  /** Leads to the page for those without Excel. */
  readonly withoutExcel: string;
  readonly commands: string;
  readonly open: string;
  readonly save: string;
  readonly undo: string;
  readonly redo: string;
  readonly samples: string;
  readonly otherLanguage: string;
  readonly dark: string;
  readonly light: string;
  readonly ribbon: string;
  readonly grid: string;
  readonly pane: string;
  readonly closePane: string;
  readonly opening: string;
  readonly changed: string;
  readonly keys: string;
  readonly dismiss: string;
  readonly askTitle: string;
  readonly ask: (fileName: string) => string;
  readonly askSave: string;
  readonly askDrop: string;
  readonly askStay: string;
  readonly opened: (fileName: string) => string;
  readonly saved: (fileName: string) => string;
  readonly cannotOpen: (fileName: string) => string;
  readonly cannotFetch: (fileName: string) => string;
  readonly given: (files: number) => string;
  readonly notAsked: string;
  readonly protectedCell: (place: string) => string;
  readonly refused: (place: string) => string;
  /** `says`: what the workbook itself has to say of it, or nothing. */
  readonly invalid: (place: string, says: string) => string;
  readonly nothingToUndo: string;
  readonly nothingToRedo: string;
}

const chinese: Words = {
  title: '工作台',
  notExcel:
    '这里不是 Excel，是开发、测试和试用本加载项的地方。表格由浏览器显示；右边的窗格就是装进 Excel 的那一个。文件不离开本机。',
  withoutExcel: '没有 Excel 时用的网页',
  commands: '工作台',
  open: '打开…',
  save: '保存',
  undo: '撤销',
  redo: '重做',
  samples: '示例',
  otherLanguage: 'English',
  dark: '深色',
  light: '浅色',
  ribbon: '功能区',
  grid: '表格',
  pane: '窗格',
  closePane: '关闭窗格',
  opening: '正在打开…',
  changed: '未保存',
  keys: 'F6 键在功能区、表格、窗格之间切换',
  dismiss: '知道了',
  askTitle: '保存修改吗？',
  ask: (fileName) => `“${fileName}”有未保存的修改。`,
  askSave: '保存',
  askDrop: '不保存',
  askStay: '取消',
  opened: (fileName) => `已打开“${fileName}”。`,
  saved: (fileName) => `已保存为“${fileName}”，在浏览器的下载文件夹里。`,
  cannotOpen: (fileName) =>
    `未能打开“${fileName}”：不是 .xlsx 工作簿、加了密码，或已损坏。请用 Excel 打开，去掉密码，另存为 .xlsx 后再试；当前工作簿没有变。`,
  cannotFetch: (fileName) => `未能取得示例“${fileName}”。请查看 npm start 是否仍在运行，然后重试。`,
  given: (files) => `已交给窗格 ${files} 个文件。`,
  notAsked: '窗格现在没有要文件。请先在窗格里打开“汇总”，再选这一项。',
  protectedCell: (place) => `${place} 受保护，没有改。请在 Excel 中撤销工作表保护后再改。`,
  refused: (place) => `${place} 没有改：公式写法有误。请检查括号和运算符。`,
  invalid: (place, says) =>
    `${place} 没有改：${says === '' ? '不符合这一格的数据验证，请另填。' : says}`,
  nothingToUndo: '没有可撤销的操作。加载项写入单元格后，之前的操作不能在这里撤销，请用“撤销写入”。',
  nothingToRedo: '没有可重做的操作。',
};

const english: Words = {
  title: 'Workbench',
  notExcel:
    'This is not Excel but a place to develop, test and try the add-in. The browser shows the spreadsheet; the pane beside it is the very one that Excel loads. Files stay on this machine.',
  withoutExcel: 'The page for those without Excel',
  commands: 'Workbench',
  open: 'Open…',
  save: 'Save',
  undo: 'Undo',
  redo: 'Redo',
  samples: 'Samples',
  otherLanguage: '中文',
  dark: 'Dark',
  light: 'Light',
  ribbon: 'Ribbon',
  grid: 'Spreadsheet',
  pane: 'Pane',
  closePane: 'Close the pane',
  opening: 'Opening…',
  changed: 'not saved',
  keys: 'F6 moves between ribbon, spreadsheet and pane',
  dismiss: 'Got it',
  askTitle: 'Save the changes?',
  ask: (fileName) => `“${fileName}” has changes that are not saved.`,
  askSave: 'Save',
  askDrop: 'Don’t save',
  askStay: 'Cancel',
  opened: (fileName) => `“${fileName}” is open.`,
  saved: (fileName) => `Saved as “${fileName}” in the browser’s downloads folder.`,
  cannotOpen: (fileName) =>
    `“${fileName}” could not be opened: it is not an .xlsx workbook, has a password, or is damaged. Open it in Excel, take the password off, save it as .xlsx and try again; the present workbook is unchanged.`,
  cannotFetch: (fileName) =>
    `The sample “${fileName}” could not be fetched. See whether npm start is still running, and try again.`,
  given: (files) => `${files} files were given to the pane.`,
  notAsked:
    'The pane does not ask for files now. Open the consolidation in the pane, then choose this again.',
  protectedCell: (place) =>
    `${place} is protected and was not changed. Unprotect the sheet in Excel first.`,
  invalid: (place, says) =>
    `${place} was not changed: ${says === '' ? 'the cell’s data validation does not take this.' : says}`,
  refused: (place) =>
    `${place} was not changed: the formula cannot be read. Check its brackets and operators.`,
  nothingToUndo:
    'There is nothing to undo. What was done before the add-in wrote into cells cannot be undone here; use “Undo Writing”.',
  nothingToRedo: 'There is nothing to redo.',
};

export const wordsOf = (language: Language): Words => (language === 'zh-CN' ? chinese : english);
