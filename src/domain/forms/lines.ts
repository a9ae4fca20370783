/**
 * Which lines do the official tables have, and under which labels have they been printed?
 *
 * Labels are written as {@link normaliseLabel} leaves them where it matters (without the suffix 支出).
 */
import type { FormId } from './terms';

/**
 * The editions of the labels: those of the functional classification before the form, the form of
 * 2019 itself, and the classification after it.
 */
export type FormEdition = 'earlier' | 'form2019' | 'later';

/** Editions by age. */
export const formEditions: readonly FormEdition[] = ['earlier', 'form2019', 'later'];

/** How an edition is called in messages. */
export const editionTitles: Readonly<Record<FormEdition, string>> = {
  earlier: '2014年以前的科目名称',
  form2019: '2019年表样',
  later: '2019年以后的科目名称',
};

/** A line's stable identity, whatever it is called. */
export type LineId =
  | 'generalAffairs'
  | 'foreignAffairs'
  | 'publicSecurity'
  | 'education'
  | 'science'
  | 'culture'
  | 'socialSecurity'
  | 'health'
  | 'environment'
  | 'communities'
  | 'agriculture'
  | 'transport'
  | 'industry'
  | 'commerce'
  | 'finance'
  | 'landAndWeather'
  | 'housing'
  | 'grainReserves'
  | 'disasterManagement'
  | 'regionalAid'
  | 'other'
  | 'basicPublicServices'
  | 'socialManagement'
  | 'industryCoordination'
  | 'technicalServices'
  | 'governmentSupport'
  | 'otherServices';

/** One line of a form. */
export interface FormLine {
  readonly id: LineId;
  /** The label that each edition prints; null where the edition has no such line. */
  readonly titles: Readonly<Record<FormEdition, string | null>>;
  /** Further spellings met in real sheets, with the edition they belong to. */
  readonly alsoWritten: readonly (readonly [label: string, edition: FormEdition])[];
  /** False for lines that an edition may have or leave out. */
  readonly required: boolean;
}

/** A line that every edition prints under one label. */
function always(id: LineId, title: string): FormLine {
  return line(id, title, title, title);
}

function line(
  id: LineId,
  earlier: string | null,
  form2019: string | null,
  later: string,
  alsoWritten: FormLine['alsoWritten'] = [],
): FormLine {
  return { id, titles: { earlier, form2019, later }, alsoWritten, required: form2019 !== null };
}

const table1: readonly FormLine[] = [
  line('generalAffairs', '一般公共服务', '一般事务', '一般公共服务', [
    ['一般事务', 'earlier'],
    ['一般事务', 'later'],
  ]),
  always('foreignAffairs', '外交'),
  always('publicSecurity', '公共安全'),
  always('education', '教育'),
  always('science', '科学技术'),
  line('culture', '文化体育与传媒', '文化体育与传媒', '文化旅游体育与传媒'),
  always('socialSecurity', '社会保障和就业'),
  line('health', '医疗卫生', '医疗卫生与计划生育', '卫生健康'),
  line('environment', '环境保护', '节能环保', '节能环保', [['节能环保', 'earlier']]),
  line('communities', '城乡社区事务', '城乡社区', '城乡社区'),
  line('agriculture', '农林水事务', '农林水', '农林水'),
  always('transport', '交通运输'),
  line('industry', '资源勘探电力信息等事务', '资源勘探信息等', '资源勘探工业信息等', [
    ['资源勘探电力信息等', 'earlier'],
    ['资源勘探信息等', 'later'],
  ]),
  line('commerce', '商业服务业等事务', '商业服务业等', '商业服务业等', [['商业服务业', 'earlier']]),
  line('finance', '金融监管等事务', '金融', '金融', [['金融监管', 'earlier']]),
  line('landAndWeather', '国土资源气象等事务', '国土资源气象等', '自然资源海洋气象等', [
    ['国土海洋气象等', 'earlier'],
  ]),
  always('housing', '住房保障'),
  line('grainReserves', '粮油物资储备管理等事务', '粮油物资储备', '粮油物资储备', [
    ['粮油物资储备事务', 'earlier'],
  ]),
  line('disasterManagement', null, null, '灾害防治及应急管理'),
  line('regionalAid', null, null, '援助其他地区'),
  always('other', '其他'),
];

const table2: readonly FormLine[] = [
  always('basicPublicServices', '基本公共服务'),
  always('socialManagement', '社会管理性服务'),
  always('industryCoordination', '行业管理与协调性服务'),
  always('technicalServices', '技术性服务'),
  always('governmentSupport', '政府履职所需辅助性事项'),
  always('otherServices', '其他适宜由社会力量承担的服务事项'),
];

/** The lines of each form in their official order. */
export const formLines: Readonly<Record<FormId, readonly FormLine[]>> = { table1, table2 };

/** The line with this identity and its form. */
export function formLine(id: LineId): FormLine {
  const found = table1.find((entry) => entry.id === id) ?? table2.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no form line ${id}`);
  return found;
}

/** The title that an edition prints for a line; the 2019 form's where the edition has none. */
export function lineTitle(id: LineId, edition: FormEdition): string {
  const { titles } = formLine(id);
  return titles[edition] ?? titles.form2019 ?? titles.later ?? id;
}
