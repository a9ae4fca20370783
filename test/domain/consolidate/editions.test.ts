/** The result is of the edition most units use, unless a unit has figures on a line of a later one. */
import { figuresOf, judged, sumOf } from './sets';

const later = {
  A12: '卫生健康',
  A10: '文化旅游体育与传媒',
  A17: '资源勘探工业信息等',
  A20: '自然资源海洋气象等',
};

test('of most units, and of as many the form’s own', () => {
  const one = judged([
    { name: '甲县', table1: later },
    { name: '乙县', times: 3 },
  ]);
  const two = judged([
    { name: '甲县', table1: later },
    { name: '乙县', times: 3, table1: later },
  ]);
  expect([sumOf(one).edition, sumOf(two).edition]).toEqual(['form2019', 'later']);
});

test('a figure on a later line, and the result is of that edition; no figure is lost', () => {
  // What stands on 教育 is called 灾害防治及应急管理.
  const changes = { A8: '灾害防治及应急管理' };
  const units = [
    { name: '甲县', table1: changes },
    { name: '乙县', times: 3 },
    { name: '丙县', times: 5 },
  ];
  const result = sumOf(judged(units, { includeErrors: 'all' }));
  expect(result.edition).toBe('later');
  const figures = figuresOf(result);
  const single = figuresOf(sumOf(judged([{ name: '甲县' }])));
  expect(figures['table1|disasterManagement|generalPublic|budgeted']).toBe(
    single['table1|education|generalPublic|budgeted'],
  );
  expect(result.tables.get('table1')?.lines.map(({ label }) => label)).toContain('卫生健康');
});
