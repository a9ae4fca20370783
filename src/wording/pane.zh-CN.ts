/** The pane in Chinese. */
import { groupDigits } from './language';
import type { PaneTexts } from './pane';

const count = (value: number) => groupDigits(String(value));

export const paneInChinese: PaneTexts = {
  productName: '购买服务统计',
  pages: { check: '校验', fill: '填充', template: '模板', settings: '设置' },
  check: '一键校验',
  checkAgain: '重新校验',
  checking: '正在校验…',
  tryAgain: '重试',
  dismiss: '关闭',
  undo: '撤销',
  welcome: {
    title: '政府购买服务统计表，一键校验',
    lead: '请打开含有统计表1、统计表2 的工作簿，然后点“一键校验”。',
    points: [
      '自动识别两张表，审核行合计、列合计、表间合计和各项逻辑关系',
      '在表内标出有误的单元格，指出最可能填错的是哪一格、应为多少',
      '改数后自动重新审核；未经您确认，不改动任何数字和格式',
      '数据不离开本机',
    ],
  },
  idle: '工作簿尚未校验。',
  round: '报送期',
  verdict: {
    never: '未校验',
    passed: '通过',
    errors: (errors) => `有错误 ${count(errors)}`,
    warnings: (warnings) => `有提示 ${count(warnings)}`,
    notChecked: '未能校验',
    notCalculated: '尚未重算',
    outdated: '数据已改动',
  },
  verdictDetail: {
    passed: (checks) => `${count(checks)} 项审核全部相符`,
    counts: (errors, warnings, notices) =>
      `错误 ${count(errors)} · 提示 ${count(warnings)} · 说明 ${count(notices)}`,
    checks: (run) => `共审核 ${count(run)} 项`,
    outdated: '上次校验之后有改动，请重新校验。',
    waiting: '正在等待单元格编辑结束，按回车（Enter）后自动重新审核。',
    pending: '公式尚未重算，表中的合计可能是旧数，以下结果不能作准。请点“重算”。',
    manual: 'Excel 设为手动计算：改数后合计不会自动更新。送审前请点“重算”。',
  },
  recalculate: '重算',
  toTemplate: '插入标准模板',
  scope: {
    // A unit may have several sets of tables, one a year.
    title: (tables, units) =>
      units > 1
        ? `已识别 ${count(tables)} 张表（${count(units)} 套）`
        : `已识别 ${count(tables)} 张表`,
    missing: (form) => `缺${form}`,
    refused: (refused) => `未审核 ${count(refused)} 处`,
    notChecked: '未审核',
  },
  list: {
    title: '审核结果',
    previous: '上一条（Shift+F8）',
    next: '下一条（F8）',
    copy: '复制清单',
    copied: (lines) => `已复制 ${count(lines)} 条，可粘贴到退回意见中。`,
    copyByHand: '此处不允许自动复制，请选中下面的文字，按 Ctrl+C 复制。',
    filter: '筛选',
    groupBy: '分组',
    groupings: { rule: '按审核项', sheet: '按工作表', severity: '按严重程度' },
    sheet: '工作表',
    rule: '审核项',
    all: '全部',
    severity: '严重程度',
    clearFilter: '取消筛选',
    nothingShown: '没有符合筛选条件的结果。',
    nothingFound: '没有发现问题。',
    more: (next, rest) => `再显示 ${count(next)} 条（还有 ${count(rest)} 条）`,
    keys: '↑ ↓ 逐条查看，回车定位到单元格',
    position: (index, total) => `${count(index)} / ${count(total)}`,
    cells: (cells) =>
      cells.length > 3
        ? `${cells.slice(0, 3).join('、')} 等 ${count(cells.length)} 格`
        : cells.join('、'),
    places: (places) => `逐处查看（${count(places)}）`,
    stated: '填报值',
    computed: '应为值',
    limit: '不应超过',
    table2: '统计表2',
    difference: '差额',
    blank: '空白',
  },
  diagnosis: {
    title: '最可能填错的地方',
    goTo: '定位',
    goToCell: (cell) => `定位到 ${cell}`,
    adopt: '采用',
    others: (others) => `其他可能（${count(others)}）`,
    explained: (findings) => `由此引起的不符（${count(findings)}）`,
  },
  marks: {
    label: '表内标记',
    hint: '由“一键校验”标出，改数时不变；关闭后全部清除。标记有变化时，Excel 2021、2024 的撤销（Ctrl+Z）记录会清空，Microsoft 365 会多出几步撤销。',
    off: () => '标记已全部清除，格式恢复原样。',
    none: '表内没有标记。',
    failed: '审核已完成，但未能全部标到表上。',
    outdated: (cells) =>
      `表内 ${count(cells.length)} 格的标记已过时，重新校验时更新：${cells.slice(0, 6).join('、')}${cells.length > 6 ? ' 等' : ''}`,
    follow: '改数时标记随之更新',
    followHint:
      '默认只在“一键校验”时更新标记。打开后每次改数都会更新：Excel 2021、2024 的撤销（Ctrl+Z）记录随之清空；Microsoft 365 和网页版每次多出几步撤销，撤销过的标记可能要关闭并重新打开工作簿才能清除。',
  },
  live: { label: '改后自动审核', hint: '改数后约半秒自动重新审核有关的两张表' },
  settings: {
    strict: '不允许舍入差',
    strictHint: '默认情况下，四舍五入造成的末位差只作提示；打开后一律作为错误。',
    rate: '执行率下限（%）',
    rateHint: '执行数低于预算数的这个比例时提示。留空则不审核。',
    rateInvalid: '请填 0 到 100 之间的数，或留空。',
    kept: '保存在工作簿里的内容',
    keptHint: '工作簿里只保存报送期和表内标记，可以随时清除，不留痕迹。',
    forget: '清除标记和报送期',
    forgotten: '已清除，工作簿里不再有本加载项的内容。',
    undoForgotten: '撤销记录已删除。',
    privacy: '本加载项不联网发送任何数据。',
    help: '使用说明',
  },
  failed: {
    check: '未能校验。',
    recheck: '改动后未能重新审核，结果可能已过时。',
    recalculate: '未能重算。',
    mark: '审核已完成，但未能全部标到表上。',
    clearMarks: '标记未能全部清除。',
    goTo: '未能定位到单元格。',
    listen: '无法得知单元格的改动，改数后请重新校验。',
    round: '报送期未能存入工作簿，本次仍按所选报送期审核。',
    fill: '未能填充。',
    template: '未能插入模板。',
    correct: '未能改正。',
    undo: '未能撤销。',
  },
  severityPlural: { error: '错误', warning: '提示', notice: '说明' },
  reload: '重新载入',
  outsideExcel: '请在 Excel 中打开“购买服务统计”。本页面只能作为 Excel 的任务窗格使用。',
};
