/** Which sheets hold the same words as our tables and are none of them? */
import * as fc from 'fast-check';
import type { Grid } from '../../src/domain/grid';
import { Sheet } from './sheetsAsMet';

const one = <T>(...values: readonly T[]) => fc.constantFrom(...values);

const lines = [
  ...['一般公共服务支出', '外交支出', '国防支出', '公共安全支出', '教育支出', '科学技术支出'],
  ...[
    '社会保障和就业支出',
    '卫生健康支出',
    '节能环保支出',
    '城乡社区支出',
    '农林水支出',
    '其他支出',
  ],
];

interface Foreign {
  readonly title: readonly string[];
  readonly blocks: readonly string[];
  readonly measures: readonly string[];
  readonly labels: readonly string[];
}

const kinds: readonly Foreign[] = [
  {
    title: ['一般公共预算支出决算表', '收入支出决算总表', '支出决算明细表'],
    blocks: ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款', '合计'],
    measures: ['年初预算数', '全年预算数', '决算数'],
    labels: [...lines, '合计'],
  },
  {
    title: ['政府采购情况表', '政府采购预算执行统计表', '部门采购项目统计表'],
    blocks: ['货物', '工程', '服务', '合计'],
    measures: ['项目数', '预算金额', '采购金额', '节约额'],
    labels: ['公开招标', '邀请招标', '竞争性谈判', '单一来源', '其他', '合计'],
  },
  {
    title: ['四本预算收支总表', '全口径预算表', '2019年预算草案附表'],
    blocks: ['一般公共预算', '政府性基金预算', '国有资本经营预算', '社会保险基金预算', '合计'],
    measures: ['预算数', '执行数', '决算数'],
    labels: ['一、收入', '二、支出', '三、结余', '合计'],
  },
  {
    title: ['部门预算项目绩效表', '预算执行情况表', '项目支出统计表'],
    blocks: ['一般公共预算', '政府性基金预算', '其他资金'],
    measures: ['全年预算数', '全年执行数', '执行率'],
    labels: ['项目一', '项目二', '教育', '其他', '合计'],
  },
  {
    title: ['教育统计年报', '行政事业单位国有资产统计表', '人员情况表'],
    blocks: ['合计', '男', '女'],
    measures: ['项目数', '人数', '预算数'],
    labels: ['教育', '科学技术', '其他', '合计'],
  },
  {
    title: ['一般公共预算支出表', '支出功能分类表'],
    blocks: [''],
    measures: ['项目数', '预算数', '执行数', '决算数'],
    labels: [...lines, '合计'],
  },
];

/** A sheet that is none of ours, whatever its order, columns and place. */
export const foreignSheets: fc.Arbitrary<Grid> = one(...kinds).chain((kind) =>
  fc
    .record({
      title: one(...kind.title),
      blocks: fc.shuffledSubarray([...kind.blocks], { minLength: Math.min(2, kind.blocks.length) }),
      measures: fc.shuffledSubarray([...kind.measures], { minLength: 2 }),
      labels: fc.subarray([...kind.labels], { minLength: 2 }),
      row: fc.nat(4),
      column: fc.nat(3),
      oneRow: fc.boolean(),
      unit: one('单位：万元', '金额单位：元', '填报单位：甲县财政局　金额：万元', ''),
    })
    .map(({ title, blocks, measures, labels, row, column, oneRow, unit }) => {
      const sheet = new Sheet();
      sheet.put(row, column, title);
      if (unit !== '') sheet.put(row + 1, column, unit);
      const top = row + 2;
      sheet.put(top, column, '项目');
      let at = column + 1;
      for (const block of blocks) {
        if (!oneRow) sheet.put(top, at, block);
        for (const measure of measures) {
          sheet.put(oneRow ? top : top + 1, at, oneRow ? block + measure : measure);
          labels.forEach((_, line) => {
            sheet.put(top + 2 + line, at, (line + 1) * 10);
          });
          at += 1;
        }
      }
      labels.forEach((label, line) => {
        sheet.put(top + 2 + line, column, label);
      });
      return sheet.grid();
    }),
);
