/** The page 报送 in Chinese. */
import { groupDigits } from './language';
import type { SubmitTexts } from './paneSubmit';
import { visibleText } from './visibleText';

const count = (value: number) => groupDigits(String(value));

export const submitInChinese: SubmitTexts = {
  lastRound: {
    title: '与上期比较',
    lead: '选上期报送的工作簿。应当相同的数逐项核对，与上年相比变化明显不同于多数行的、数额较大的新增和取消、整表或整列相差十倍以上的列为提示，可填写审核说明。上期数据只在本次使用，不存入工作簿。',
    choose: '选择上期的文件…',
    chooseOther: '换一个文件…',
    ownYear: (year) => `以本工作簿 ${year} 年的表为上期`,
    notRead: (file) => `上期的“${file}”未能读取：`,
    beside: (file) => `上期：${file}`,
    besideYear: (year) => `上期：本工作簿 ${year} 年的表`,
    round: '上期的报送期',
    roundByFigures: '按数字判断',
    remove: '不再比较',
    moreNotCompared: (units) => `另有 ${count(units)} 个单位没有比较。`,
    nothing: '与上期相比没有需要核对的数。',
    figure: '指标',
    before: '上期',
    now: '本期',
    change: '增减',
    rate: '增减率',
    blank: '未填',
    toExplain: '待核对',
    new: '新增',
    gone: '取消',
  },
  report: {
    title: '审核报告',
    lead: '重新检查一遍，把单位、报送期、审核结果、审核说明和结论写成一张可打印的工作表（A4 纵向）。再次生成时在原处更新；在表上改过内容的不覆盖，另写一张。',
    fingerprint:
      '报告上的数据指纹由填报单位、年份、金额单位、行名称和全部数字算出，格式、公式和工作表名不算在内，可据此核对纸质报告与文件是否一致。',
    make: '生成审核报告',
    making: '正在生成…',
    remove: '删除审核报告',
    done: ({ sheet, how, pages }) =>
      [
        how === 'anew'
          ? `已在原处更新“${visibleText(sheet)}”。`
          : `已写入“${visibleText(sheet)}”。`,
        how === 'beside' ? '原来的审核报告改过内容，没有覆盖。' : '',
        pages === 'setUp' ? '' : 'Excel 没有接受页面设置，打印前请设为 A4 纵向、缩放至一页宽。',
      ].join(''),
    removed: (reports) =>
      reports === 0
        ? '工作簿里没有本加载项写的审核报告（改过内容的不算，请自行删除）。'
        : '审核报告已删除。',
  },
  ready: {
    title: '提交前检查',
    lead: '一次查清报送前还要做什么：错误、审核说明、必填指标、表头、隐藏行列、外部链接、校验标记、过时的审核报告、重算和保存。全部办结才显示“可以提交”。',
    run: '提交前检查',
    running: '正在检查…',
    again: '重新检查',
    yes: '可以提交',
    no: '还不能提交',
    outdated: '需重新检查',
    outdatedHint: '检查之后有改动，请重新检查。以下是改动前的结果。',
    made: (time, checks, explained) =>
      `${time} 检查，共审核 ${count(checks)} 项${explained === 0 ? '' : `，已说明提示 ${count(explained)} 项`}`,
    units: (units, open) =>
      open === 0
        ? `共 ${count(units)} 个单位，都没有待处理事项`
        : `共 ${count(units)} 个单位，${count(open)} 个有待处理事项`,
    workbook: '整个工作簿',
    kinds: (kinds) => `${count(kinds)} 类事项待处理`,
    names: {
      errors: '错误',
      requiredFigures: '必填指标未填',
      heading: '表头待填',
      notExplained: '待填审核说明',
      toReconfirm: '审核说明需重新确认',
      hidden: '数字被隐藏',
      links: '引用其他工作簿',
      marks: '校验标记未清除',
      notRecalculated: '尚未重算',
      reportOutdated: '审核报告已过时',
      notSaved: '尚未保存',
      unitsLacking: '汇总缺单位',
      explanationsUnreadable: '审核说明无法读取',
      notChecked: '有审核未能进行',
    },
    count: (name, number) => `${name} ${count(number)} 处`,
    places: (first, more) => (more === 0 ? first : `${first} 等 ${count(more + 1)} 格`),
    showAll: (rest) => `再显示 ${count(rest)} 条`,
    clearMarks: '清除标记',
    recalculate: '重算',
    remakeReport: '重新生成',
    toTemplate: '插入标准模板',
    toConsolidate: '去汇总',
    toSettings: '去设置中查看',
  },
};
