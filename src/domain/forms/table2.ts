/** 统计表2, by kind of service: which lines does it have? They have never been called otherwise. */
import type { Form } from './form';
import { roundsNote } from './notes';

export const table2: Form = {
  id: 'table2',
  title: '政府购买服务项目资金统计表2',
  sheetName: '统计表2',
  editions: [
    {
      id: 'form2019',
      title: '2019年表样',
      years: { first: null, last: null },
      labels: {
        basicPublicServices: '基本公共服务',
        socialManagement: '社会管理性服务',
        industryCoordination: '行业管理与协调性服务',
        technicalServices: '技术性服务',
        governmentSupport: '政府履职所需辅助性事项',
        otherServices: '其他适宜由社会力量承担的服务事项',
      },
      optional: [],
      notes: [`注：${roundsNote}`],
    },
  ],
  ownEdition: 'form2019',
  alsoWritten: [],
};
