/**
 * 统计表1, by service area: which lines does it have, and under which labels have they been printed?
 * The labels are those of the functional classification, which changes over the years.
 */
import type { Edition, Form } from './form';
import { roundsNote } from './notes';

/** The classification before the form. */
const earlier: Edition = {
  id: 'earlier',
  title: '2014年以前的科目名称',
  years: { first: null, last: 2013 },
  labels: {
    generalAffairs: '一般公共服务',
    foreignAffairs: '外交',
    publicSecurity: '公共安全',
    education: '教育',
    science: '科学技术',
    culture: '文化体育与传媒',
    socialSecurity: '社会保障和就业',
    health: '医疗卫生',
    environment: '环境保护',
    communities: '城乡社区事务',
    agriculture: '农林水事务',
    transport: '交通运输',
    industry: '资源勘探电力信息等事务',
    commerce: '商业服务业等事务',
    finance: '金融监管等事务',
    landAndWeather: '国土资源气象等事务',
    housing: '住房保障',
    grainReserves: '粮油物资储备管理等事务',
    other: '其他',
  },
  optional: [],
  notes: [],
};

/** The form as printed in 2019. */
const form2019: Edition = {
  id: 'form2019',
  title: '2019年表样',
  years: { first: 2014, last: 2019 },
  labels: {
    generalAffairs: '一般事务',
    foreignAffairs: '外交',
    publicSecurity: '公共安全',
    education: '教育',
    science: '科学技术',
    culture: '文化体育与传媒',
    socialSecurity: '社会保障和就业',
    health: '医疗卫生与计划生育',
    environment: '节能环保',
    communities: '城乡社区',
    agriculture: '农林水',
    transport: '交通运输',
    industry: '资源勘探信息等',
    commerce: '商业服务业等',
    finance: '金融',
    landAndWeather: '国土资源气象等',
    housing: '住房保障',
    grainReserves: '粮油物资储备',
    other: '其他',
  },
  optional: [],
  notes: [
    '注：1. 政府购买服务领域分类依据按功能分类的政府收支分类科目，本表中“一般事务”支出对应政府收支分类科目中的“一般公共服务支出”，“其他”是指除表中所列服务领域外的其他政府购买服务支出（不含国防）；',
    `\u3000\u30002. ${roundsNote}`,
  ],
};

/** The classification after it; it names 一般公共服务 itself, so that note 1 explains no 一般事务. */
const later: Edition = {
  id: 'later',
  title: '2019年以后的科目名称',
  years: { first: 2020, last: null },
  labels: {
    generalAffairs: '一般公共服务',
    foreignAffairs: '外交',
    publicSecurity: '公共安全',
    education: '教育',
    science: '科学技术',
    culture: '文化旅游体育与传媒',
    socialSecurity: '社会保障和就业',
    health: '卫生健康',
    environment: '节能环保',
    communities: '城乡社区',
    agriculture: '农林水',
    transport: '交通运输',
    industry: '资源勘探工业信息等',
    commerce: '商业服务业等',
    finance: '金融',
    landAndWeather: '自然资源海洋气象等',
    housing: '住房保障',
    grainReserves: '粮油物资储备',
    disasterManagement: '灾害防治及应急管理',
    regionalAid: '援助其他地区',
    other: '其他',
  },
  optional: ['disasterManagement', 'regionalAid'],
  notes: [
    '注：1. 政府购买服务领域分类依据按功能分类的政府收支分类科目，“其他”是指除表中所列服务领域外的其他政府购买服务支出（不含国防）；',
    `\u3000\u30002. ${roundsNote}`,
  ],
};

export const table1: Form = {
  id: 'table1',
  title: '政府购买服务项目资金统计表1',
  sheetName: '统计表1',
  editions: [earlier, form2019, later],
  ownEdition: 'form2019',
  alsoWritten: [
    { label: '一般事务', line: 'generalAffairs', edition: 'earlier' },
    { label: '一般事务', line: 'generalAffairs', edition: 'later' },
    { label: '节能环保', line: 'environment', edition: 'earlier' },
    { label: '资源勘探电力信息等', line: 'industry', edition: 'earlier' },
    { label: '资源勘探信息等', line: 'industry', edition: 'later' },
    { label: '商业服务业', line: 'commerce', edition: 'earlier' },
    { label: '金融监管', line: 'finance', edition: 'earlier' },
    { label: '国土海洋气象等', line: 'landAndWeather', edition: 'earlier' },
    { label: '粮油物资储备事务', line: 'grainReserves', edition: 'earlier' },
  ],
};
