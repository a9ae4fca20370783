/** Previews, outcomes, undo and the template's form in Chinese. */
import type { UndoCommand } from '../application/undoLog';
import type { WritingTexts } from './paneWriting';
import { cellsBySheet, countText, sheetsOf } from './paneWriting';

import { visibleText } from './visibleText';
const commands: Readonly<Record<UndoCommand, string>> = {
  fill: '填充合计',
  correct: '改正',
  insert: '插入模板',
  consolidate: '汇总',
  round: '舍位平衡',
  explain: '审核说明',
  report: '审核报告',
};

export const writingInChinese: WritingTexts = {
  fill: {
    title: '填充合计',
    lead: '计算合计行、合计栏，先预览，再由您确认写入。',
    mode: '写入方式',
    formulas: '公式（以后改数自动更新）',
    values: '数值',
    range: '填充范围',
    allPairs: '全部',
    preview: '预览',
    nothing: '合计都已填好且正确，不需要填充。',
    noTable: '没有找到统计表1、统计表2。请打开含有这两张表的工作簿，或先插入标准模板。',
  },
  correct: {
    title: '改正',
    one: '改正',
    several: (count) => `改正 ${countText(count)} 处`,
    fill: (count) => `填充 ${countText(count)} 格`,
    nothing: '这里已经正确，不需要改正。请重新校验。',
    checkedAnew: '校验之后表内有改动，已重新校验。请按新的结果改正。',
  },
  preview: {
    write: (count) => `写入 ${countText(count)} 格`,
    cancel: '取消',
    now: '现为',
    then: '改为',
    blank: '空白',
    selectAll: '全选',
    selectNone: '全不选',
    chosen: (chosen, all) => `已选 ${countText(chosen)} / ${countText(all)} 格`,
    blocked: (reason, count) => `不能写入：${reason}（${countText(count)} 格）`,
    more: (next, rest) => `再显示 ${countText(next)} 格（还有 ${countText(rest)} 格）`,
    kept: '写入后可以撤销；格式不变。',
    notChosen: (reason, count) => `未选：${reason}（${countText(count)} 格）`,
    otherUnit: '写着别的单位，请选一种写法',
    signForBlank: '填着代替空白的符号',
    convertTexts: '先转换文本数字',
    settleUnits: '先选定单位的写法',
    choose: '选中这些',
    together: (count) => `${countText(count)} 格一并改正`,
    cells: (count) => `${countText(count)} 格`,
    half: (blocked) => `另有 ${countText(blocked)} 格不能写入；只改一部分没有意义，因此不能选`,
    contradicts: (sheet, cell) => `改后与“${visibleText(sheet)}”${cell} 不再相等，请先核对各数`,
  },
  reasons: {
    blank: '空白',
    stale: '与各数之和不符',
    typed: '现为数值，可改为公式',
    rounded: '与各数之和只差舍入',
    typedOver: '公式被手工改写',
    wrongRange: '求和范围不对',
    error: '公式出错',
    withoutUnit: '去掉单位（单位写错，数字本来就是本表的单位）',
    converted: '按所写的单位换算',
    heading: '与另一张表一致',
    textNumber: '文本格式的数字',
    proposal: '疑似填错',
  },
  whyNotChosen: {
    blank: '写入会换掉符号。',
    stale: '会改变已填的合计；也可能是其中某个数填错了，请核对后再选。',
    typed: '数字不变，只是改成公式；需要时再选。',
    rounded: '相差只是四舍五入，并没有填错；写入会使数字变动。',
    typedOver: '会改变已填的合计；也可能是其中某个数填错了，请核对后再选。',
    wrongRange: '改正后显示的合计会变，请核对后再选。',
    error: '会换掉原有的公式，请核对后再选。',
    textNumber: '会把文本改为数字。',
    withoutUnit: '按哪个单位，只有填报人知道；请核对后选一个。',
    converted: '按哪个单位，只有填报人知道；请核对后选一个。',
    heading: '哪一张表填得对，只有填报人知道；请核对后选一个。',
    proposal: '请核对后再选。',
  },
  blocked: {
    partsNotNumeric: (cells) => `要相加的 ${cells} 不是数字，请先改正`,
    partsText: (cells) => `要相加的 ${cells} 是文本格式的数字，求和时不会计入，请先转换为数字`,
    partsOtherUnit: (cells) => `要相加的 ${cells} 写着别的单位，请先选定写法`,
    locked: () => '工作表受保护，这一格已锁定，请先撤消工作表保护（Excel、WPS 的“审阅”选项卡）',
    merged: (cells) => `在合并单元格（${cells}）内，请先取消合并`,
    holdsFormula: () => '这一格是公式，请核对公式所引用的数字',
  },
  blockedReasons: {
    partsNotNumeric: '要相加的不是数字',
    partsText: '要相加的是文本数字',
    partsOtherUnit: '要相加的写着别的单位',
    locked: '工作表受保护',
    merged: '在合并单元格内',
    holdsFormula: '是公式',
  },
  undo: {
    last: (command, cells, sheets, at) =>
      [
        `最近一次写入：${commands[command]}`,
        cells > 0 ? `${countText(cells)} 格` : '',
        sheets > 0 ? `${countText(sheets)} 张新表` : '',
        at,
      ]
        .filter((part) => part !== '')
        .join('，'),
    nothing: '没有可以撤销的写入。',
    forget: '删除撤销记录',
    forgetHint: '为了撤销，写入前的内容保存在本机（不在工作簿里），30 天后自动删除。',
  },
  template: {
    title: '插入标准模板',
    lead: '在最后一张工作表之后新建统计表，公式、格式、打印设置都已就绪。不改动现有工作表。',
    forms: '表',
    unit: '填报单位',
    unitHint: '可以留空，以后再填',
    year: '年份',
    yearInvalid: '请填 1990 以后的四位年份，或留空。',
    currency: '金额单位',
    edition: '科目名称',
    protect: '锁定合计和表头',
    protectHint: '只能在填报格内输入；不设密码，可随时在 Excel、WPS 的“审阅”中撤消保护。',
    insert: '插入模板',
    noForm: '请至少选择一张表。',
  },
  rounding: {
    title: '舍位平衡',
    lead: '换金额单位或减少小数位，合计仍然相符。先预览，再由您决定写到新表还是写在原表上。',
    convert: '单位换算…',
    convertTitle: '按实际填报的金额单位换算整表：先预览，再决定是否写入',
    typed: '实际按什么单位填的',
    asStated: '与表头相同',
    typedTable: '哪张表',
    bothTables: '两张表',
    unit: '单位',
    currency: '金额单位',
    decimals: '小数位数',
    whole: '0（取整）',
    preview: '预览',
    result: '舍位结果',
    refused: '现在不能舍位：',
    notNearest: (count) => `为使合计相符而未按四舍五入取舍的 ${countText(count)} 个数：`,
    nearest: (amount) => `四舍五入为 ${amount}`,
    unwritable: (cells) =>
      `${cellsBySheet(cells, '、')} 不能写入（工作表受保护或单元格已合并），所以不能写在原表上；可以写到新表。`,
    papers: (sheets) =>
      `这是汇总表：写在原表上以后，${sheets.map((sheet) => `“${sheet}”`).join('、')}里仍是舍位前的数，各单位的数加起来与表内不再相同。要保留来源，请写到新表。`,
    newSheets: '写到新表',
    inPlace: '写在原表上',
    done: (outcome) => {
      switch (outcome.kind) {
        case 'rounded':
          return `已舍位，写入 ${countText(outcome.cells)} 格，合计全部相符。可以撤销。`;
        case 'changedSince':
          return '预览之后表内有改动，没有写入；已按现在的数重新计算，请再看一遍。';
        case 'notAsPromised':
          return `已写入 ${countText(outcome.cells)} 格，但有的数还没有显示为应有的结果：公式可能尚未重算。请重算后重新校验，或撤销。`;
      }
    },
  },
  written: ({ written, changed, undo }, errors) => {
    const left =
      changed.length === 0
        ? ''
        : `${cellsBySheet(
            changed.map(({ place }) => place),
            '、',
          )} 在预览之后有改动，没有写入。`;
    if (written.length === 0) return left === '' ? '没有写入任何内容。' : left;
    const kept = undo === 'whileOpen' ? '本机不能保存记录，关闭窗格后不能撤销。' : '可以撤销。';
    const failing = errors === null || errors === 0 ? '' : `；还有 ${countText(errors)} 项不符`;
    return `已写入 ${countText(written.length)} 格${failing}。${left}${kept}`;
  },
  replaced: ({ written, left }) =>
    [
      `已更换，写入 ${countText(written.length)} 格，可以撤销。`,
      left.length === 0 ? '' : `${cellsBySheet(left, '、')} 在预览之后有改动，没有写入，请核对。`,
    ].join(''),
  progress: (progress) => {
    switch (progress.kind) {
      case 'asBefore':
        return '表内没有任何改动。';
      case 'partly':
        return `已写入：${cellsBySheet(progress.written, '、')}；没有写入：${cellsBySheet(progress.notWritten, '、')}。可以点“撤销”恢复原样。`;
      case 'written':
        return '内容其实已全部写入，可以点“撤销”恢复原样。';
      case 'unknown':
        return '不能确定写入了哪些单元格。原来的内容已保存在本机，可以点“撤销”恢复原样。';
    }
  },
  inserted: (sheets, pages) =>
    `已插入${sheets.map((sheet) => `“${sheet}”`).join('、')}。可以撤销。` +
    (pages === 'setUp'
      ? ''
      : '打印设置未能完成（打印机可能没有响应）：打印前请在“页面布局”中设为 A4 横向、调整为一页。'),
  insertLeft: (left) => {
    if (left === null) return '不能确定新表是否已经插入，请看一下工作表标签；可以点“撤销”删除。';
    return left.length === 0
      ? '没有留下新的工作表。'
      : `已留下${left.map((sheet) => `“${sheet}”`).join('、')}，可以点“撤销”删除。`;
  },
  undone: ({ restored, left, gone, deletedSheets, keptSheets, reports, explanations }) =>
    [
      restored.length > 0 ? `已恢复 ${countText(restored.length)} 格。` : '',
      left.length > 0 ? `${cellsBySheet(left, '、')} 写入之后又有改动，没有恢复。` : '',
      gone.length > 0
        ? `${sheetsOf(gone)
            .map((sheet) => `“${visibleText(sheet)}”`)
            .join('、')}已不在工作簿中（被删除或改名），其中 ${countText(gone.length)} 格没有恢复。`
        : '',
      deletedSheets.length > 0
        ? `已删除${deletedSheets.map((sheet) => `“${sheet}”`).join('、')}。`
        : '',
      keptSheets.length > 0
        ? `${keptSheets.map((sheet) => `“${sheet}”`).join('、')}已填有内容，予以保留。`
        : '',
      reports.length > 0 ? `已恢复${reports.map((sheet) => `“${sheet}”`).join('、')}。` : '',
      explanations.removed > 0 ? `已撤回 ${countText(explanations.removed)} 条审核说明。` : '',
      explanations.restored > 0 ? `已恢复 ${countText(explanations.restored)} 条审核说明。` : '',
      explanations.left > 0
        ? `${countText(explanations.left)} 条审核说明之后又有改动，没有恢复。`
        : '',
    ].join('') || '表内已是原来的内容。',
};
