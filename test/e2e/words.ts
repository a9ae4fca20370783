/** What the tests look for on screen, in each language. */
export interface Words {
  readonly ribbon: string;
  readonly nameBox: string;
  readonly save: string;
  readonly undo: string;
  readonly checkNow: string;
  readonly clearMarks: string;
  readonly fillTotals: string;
  readonly undoWriting: string;
  readonly insertTemplate: string;
  readonly openPane: string;
  readonly closePane: string;
  readonly samples: string;
  readonly typicalMistakes: string;
  readonly drop: string;
  readonly notExcel: RegExp;
  readonly warnings: (count: number) => string;
  readonly errors: (count: number) => string;
  readonly notChecked: string;
  /** Unfolds so many places of one kind. */
  readonly places: (count: number) => RegExp;
  readonly insert: string;
  readonly inserted: RegExp;
  readonly write: RegExp;
  readonly written: RegExp;
  readonly undone: RegExp;
  readonly marks: string;
  readonly marksOff: string;
  readonly settings: string;
  readonly check: string;
  readonly filter: string;
  readonly reportingUnit: string;
}

const chinese: Words = {
  ribbon: '功能区',
  nameBox: '名称框',
  save: '保存',
  undo: '撤销',
  checkNow: '一键校验',
  clearMarks: '清除标记',
  fillTotals: '填充合计',
  undoWriting: '撤销写入',
  insertTemplate: '插入标准模板',
  openPane: '打开窗格',
  closePane: '关闭窗格',
  samples: '示例',
  typicalMistakes: '常见错误（虚构数据）',
  drop: '不保存',
  notExcel: /这里不是 Excel/,
  warnings: (count) => `有提示 ${count}`,
  errors: (count) => `有错误 ${count}`,
  notChecked: '未能校验',
  places: (count) => new RegExp(`^${count} 处`),
  insert: '插入模板',
  inserted: /已插入/,
  write: /写入 \d+ 格/,
  written: /已写入 \d+ 格/,
  undone: /已恢复 \d+ 格/,
  marks: '表内标记',
  marksOff: '标记已全部清除，格式恢复原样。',
  settings: '设置',
  check: '校验',
  filter: '筛选',
  reportingUnit: '填报单位',
};

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

const english: Words = {
  ribbon: 'Ribbon',
  nameBox: 'Name box',
  save: 'Save',
  undo: 'Undo',
  checkNow: 'Check Now',
  clearMarks: 'Clear Marks',
  fillTotals: 'Fill Totals',
  undoWriting: 'Undo Writing',
  insertTemplate: 'Insert Template',
  openPane: 'Open Pane',
  closePane: 'Close the pane',
  samples: 'Samples',
  typicalMistakes: 'Typical mistakes (invented figures)',
  drop: 'Don’t save',
  notExcel: /This is not Excel/,
  warnings: (count) => counted(count, 'warning'),
  errors: (count) => counted(count, 'error'),
  notChecked: 'Unable to check',
  places: (count) => new RegExp(`^${count} places`),
  insert: 'Insert template',
  inserted: /Inserted/,
  write: /Write \d+ cells?/,
  written: /\d+ cells? written|Wrote \d+/,
  undone: /\d+ cells? restored|Restored \d+/,
  marks: 'Marks in the sheet',
  marksOff: 'All marks are off; formats are as before.',
  settings: 'Settings',
  check: 'Check',
  filter: 'Filter',
  reportingUnit: 'Reporting unit',
};

export const wordsFor = (language: 'zh-CN' | 'en-US'): Words =>
  language === 'zh-CN' ? chinese : english;
