/** Which sentence does a finding about a set of units become, and a unit that does not count? */
import type { Exclusion, JudgedUnit, SetJudgement } from '../domain/consolidate/judgeSet';
import type { SetFinding, UnnamedRow } from '../domain/consolidate/setFinding';
import { exampleMeaning } from '../domain/consolidate/labelMap';
import { notesTexts } from '../domain/forms/consolidationTexts';
import { formById } from '../domain/forms/officialForms';
import type { FormId } from '../domain/forms/terms';
import { lacksInChinese, lacksInEnglish } from './lackingResults';
import { currencyMissingMessage } from './currencyFindings';
import type { Door } from './door';
import type { Language } from './language';
import { editionName, formName, unitName } from './terms';
import type { SumDetail, SumSentence } from './sumFindings';
import { sumMessage } from './sumFindings';
import { visibleText } from './visibleText';

/** Characters of a unit's name that are shown in a sentence. */
const longestName = 60;

/** A name on one line; of a very long one the beginning, with its length. */
export function shortName(name: string, language: Language): string {
  const shown = visibleText(name);
  const characters = Array.from(shown);
  if (characters.length <= longestName) return shown;
  const begin = characters.slice(0, longestName).join('');
  return language === 'zh-CN'
    ? `${begin}…（共 ${characters.length} 字）`
    : `${begin}… (${characters.length} characters)`;
}

/** One or two sentences: which units, what is wrong, what happens to them, what to do. */
export function setFindingMessage(
  finding: SetFinding,
  judgement: SetJudgement,
  language: Language,
  door: Door = 'terminal',
): string {
  const all = finding.units.map((number) => `“${unitLabel(judgement, number, language)}”`);
  const names = door === 'pane' ? firstNames(all, language) : all;
  const isChinese = language === 'zh-CN';
  const { detail } = finding;
  if (detail.kind === 'currencyMissing') {
    const named = (some: readonly number[]) => {
      const labels = some.map((number) => `“${unitLabel(judgement, number, language)}”`);
      return door === 'pane' ? firstNames(labels, language) : labels;
    };
    return currencyMissingMessage(detail.units, named, { language, door });
  }
  if (!isSumDetail(detail)) {
    const args = [finding, detail, names, door] as const;
    return isChinese ? inChinese(...args) : inEnglish(...args);
  }
  const sentence = sumSentence(detail, judgement, names, { language, door });
  return sumMessage(detail, sentence, language);
}

/** What a sentence about sums is made of besides its detail. */
function sumSentence(
  detail: SumDetail,
  judgement: SetJudgement,
  names: readonly string[],
  { language, door }: { readonly language: Language; readonly door: Door },
): SumSentence {
  const others =
    detail.kind === 'earlierResult'
      ? detail.absent
      : detail.kind === 'resultsOverlap'
        ? detail.shared
        : [];
  return {
    judgement,
    door,
    names,
    nameOf: (number) => `“${unitLabel(judgement, number, language)}”`,
    others: others.map((name) => shortName(name, language)),
  };
}

/** So many names stand in a sentence of the pane; all of them are listed beside it. */
export const namesInSight = 6;

function firstNames(names: readonly string[], language: Language): readonly string[] {
  if (names.length <= namesInSight) return names;
  const rest = names.length - namesInSight + 1;
  const others = language === 'zh-CN' ? `另外 ${rest} 个` : `${rest} others`;
  return [...names.slice(0, namesInSight - 1), others];
}

/** 甲县财政局（第 3 个）, where the name alone does not tell units apart. */
export function unitLabel({ units }: SetJudgement, number: number, language: Language): string {
  const name = units[number - 1]?.unit.name ?? '';
  const isUnique = units.filter(({ unit }) => unit.name === name).length === 1;
  const short = shortName(name, language);
  if (isUnique) return short;
  return language === 'zh-CN' ? `${short}（第 ${number} 个）` : `${short} (no. ${number})`;
}

const sumKinds: Readonly<Record<SumDetail['kind'], true>> = {
  sumOfOthers: true,
  sumsUnclear: true,
  sumsUnexamined: true,
  earlierResult: true,
  resultsOverlap: true,
};

function isSumDetail(detail: SetFinding['detail']): detail is SumDetail {
  return detail.kind in sumKinds;
}

function leftInChinese(
  { left, isOpen }: Extract<OtherDetail, { kind: 'sameFigures' }>,
  isPane: boolean,
): string {
  if (isOpen && left.length === 0) {
    return isPane
      ? '暂都计入，请逐个选择是否计入。'
      : '暂都计入：重复的用 --leave 单位或文件名 去掉一份，确是不同单位的用 --count 都计入。';
  }
  if (left.length === 0)
    return isPane ? '没有另外选择的都计入。' : '都计入（--leave 单位 不计入）。';
  return `第 ${left.join('、')} 个按您的选择没有计入。`;
}

type OtherDetail = Exclude<SetFinding['detail'], SumDetail | { readonly kind: 'currencyMissing' }>;

function inChinese(
  finding: SetFinding,
  detail: OtherDetail,
  names: readonly string[],
  door: Door,
): string {
  const isPane = door !== 'terminal';
  switch (detail.kind) {
    case 'unitTwice': {
      const year = detail.fiscalYear === null ? '' : `${detail.fiscalYear} 年的`;
      if (detail.areSeveral) {
        return `${names.join('、')}名称相同，按您的选择作为不同的单位，都计入。`;
      }
      const twice = detail.nameAssumed
        ? `${names.join('、')}都没有写填报单位，只是文件或工作表的名称相同，可能是同一个单位报了 ${finding.units.length} 次，也可能是不同的单位`
        : `${names.join('、')}是同一个单位，${year}表报了 ${finding.units.length} 次`;
      if (detail.sameFigures) {
        return detail.counts
          ? `${twice}，数字完全相同，只计入一次（第 ${detail.counted} 个）。`
          : `${twice}，数字完全相同，都没有计入，原因见第 ${detail.counted} 个。`;
      }
      if (detail.counted === null) {
        return `${twice}，数字不同，都没有计入。${isPane ? '请选择以哪一份为准；确是不同单位的，可都计入。' : '请确定以哪一份为准，去掉其余的再汇总；确是不同单位的，用 --count 单位 都计入。'}`;
      }
      return detail.counts
        ? `${twice}，数字不同，按所选的一份计入。`
        : `${twice}，数字不同，所选的一份（第 ${detail.counted} 个）也没有计入，原因见该份。`;
    }
    case 'otherYear':
      return `${names.join('、')}的年份是 ${detail.years.join('、')}，本次汇总 ${detail.expected} 年，没有计入。请核对年份，或换成 ${detail.expected} 年的表。`;
    case 'currencyUnits':
      return `${names.join('、')}的金额单位是${detail.units.map((unit) => unitName(unit, 'zh-CN')).join('、')}，已精确换算为${unitName(detail.result, 'zh-CN')}。`;
    case 'currencyChosen':
      return `${names.join('、')}的表没有写明金额单位，按您的选择以${detail.units.map((unit) => unitName(unit, 'zh-CN')).join('、')}计算。`;
    case 'unitMissing':
      return `名单上的 ${finding.names.length} 个单位没有报送：${finding.names.map((name) => shortName(name, 'zh-CN')).join('、')}。请催报后重新汇总。`;
    case 'resultLacks':
      return lacksInChinese(names[0] ?? '', detail, door);
    case 'unitNotListed':
      return `${names.join('、')}不在名单上。请核对名单和单位名称；是否计入不受影响。`;
    case 'sameFigures':
      return `${names.join('、')}的各数完全相同${detail.namesExtend ? '，名称也相近，可能是同一个单位报了两份' : ''}。请核对是否错报、误复制，或其中一个只是另一个的汇总（只有一个下级单位时）；${leftInChinese(detail, isPane)}`;
    case 'nearlySame': {
      const { equal, compared, namesExtend, left, isSettled } = detail;
      const near = `${names.join('、')}的 ${compared} 个数中有 ${equal} 个完全相同${namesExtend ? '，名称也相近' : ''}`;
      if (left.length > 0) return `${near}；第 ${left.join('、')} 个按您的选择没有计入。`;
      if (isSettled) return `${near}；按您的选择都计入。`;
      return `${near}，可能是同一个单位报了两份（如修改稿），也可能是误复制；暂都计入。${isPane ? '请核对后逐个选择是否计入。' : '请核对：重复的用 --leave 单位或文件名 去掉一份，确是不同单位的用 --count 都计入。'}`;
    }
    case 'editions':
      return `${names.join('、')}的${formName(detail.form, 'zh-CN')}用的是${detail.editions.map((edition) => editionName(edition, 'zh-CN')).join('、')}，已按含义归到${editionName(detail.result, 'zh-CN')}。`;
    case 'labelMissing':
      return `${names.join('、')}的${formName(detail.form, 'zh-CN')}有填了数字却没有名称的行（${unnamedRows(detail.rows, names, finding, 'zh-CN')}），无法知道是哪个服务领域，没有计入。请退回该单位补填名称，或并入相应的行。`;
    case 'unknownLabel':
      return `${names.join('、')}的${formName(detail.form, 'zh-CN')}有自定科目“${shortName(detail.label, 'zh-CN')}”，不是表样中的行，该单位没有计入。${isPane ? '请选择它归入哪一行（以后记住），或退回改正。' : `请指明它归入哪一行（如 ${mapOption(detail, 'zh-CN')}），或退回改正。`}`;
  }
}

function inEnglish(
  finding: SetFinding,
  detail: OtherDetail,
  names: readonly string[],
  door: Door,
): string {
  const isPane = door !== 'terminal';
  const all = names.join(', ');
  switch (detail.kind) {
    case 'unitTwice': {
      const year = detail.fiscalYear === null ? '' : ` for ${detail.fiscalYear}`;
      if (detail.areSeveral) return `${all} have one name and count as several units, as you said.`;
      const twice = detail.nameAssumed
        ? `${all} state no unit and have the same file or sheet name: one unit, or several`
        : `${all} are one unit, given ${finding.units.length} times${year}`;
      if (detail.sameFigures) {
        return detail.counts
          ? `${twice} with the same figures; it counts once (no. ${detail.counted}).`
          : `${twice} with the same figures; none counts, for the reason of no. ${detail.counted}.`;
      }
      if (detail.counted === null) {
        return `${twice} with different figures; none counts. ${isPane ? 'Choose the valid one, or that all are units of their own.' : 'Decide which one is valid and leave the others out, or count all with --count UNIT.'}`;
      }
      return detail.counts
        ? `${twice} with different figures; the one chosen counts.`
        : `${twice} with different figures; the one chosen (no. ${detail.counted}) does not count either.`;
    }
    case 'otherYear':
      return `${all}: the year is ${detail.years.join(', ')}, not ${detail.expected}; not counted. Check the year, or use the tables of ${detail.expected}.`;
    case 'currencyUnits':
      return `${all}: amounts in ${detail.units.map((unit) => unitName(unit, 'en-US')).join(', ')} were converted exactly to ${unitName(detail.result, 'en-US')}.`;
    case 'currencyChosen':
      return `${all}: the tables do not say in which money their figures are; as you said, ${detail.units.map((unit) => unitName(unit, 'en-US')).join(', ')}.`;
    case 'unitMissing':
      return `${finding.names.length} units of the list are missing: ${finding.names.map((name) => shortName(name, 'en-US')).join(', ')}. Ask for them and add up again.`;
    case 'resultLacks':
      return lacksInEnglish(names[0] ?? '', detail, door);
    case 'unitNotListed':
      return `${all}: not on the list. Check the list and the names; whether they count does not depend on it.`;
    case 'sameFigures':
      return `${all} have the same figures${detail.namesExtend ? ', and names of which one goes on where another ends: perhaps one unit, given twice' : ''}. Check whether one was copied by mistake, or is the sum of the other alone; ${detail.left.length > 0 ? 'some do not count, as you said' : detail.isOpen ? 'all of them count for now: say of each whether it counts' : 'all of them count'}.`;
    case 'nearlySame': {
      const { equal, compared, left, isSettled } = detail;
      const near = `${all}: ${equal} of ${compared} figures are the same`;
      if (left.length > 0) return `${near}; no. ${left.join(', ')} does not count, as you said.`;
      if (isSettled) return `${near}; both count, as you said.`;
      return `${near}: perhaps one unit, given twice. Both count for now. ${isPane ? 'Choose of each whether it counts.' : 'Leave one out with --leave UNIT or FILE, or count both with --count.'}`;
    }
    case 'editions':
      return `${all}: labels of ${detail.editions.map((edition) => editionName(edition, 'en-US')).join(', ')} in ${formName(detail.form, 'en-US')} were mapped to ${editionName(detail.result, 'en-US')}.`;
    case 'labelMissing':
      return `${all}: rows of ${formName(detail.form, 'en-US')} have figures and no label (${unnamedRows(detail.rows, names, finding, 'en-US')}); not counted. Only the unit can say what they are: send it back.`;
    case 'unknownLabel':
      return `${all}: “${shortName(detail.label, 'en-US')}” in ${formName(detail.form, 'en-US')} is no line of the form; not counted. ${isPane ? 'Choose the line it belongs to (remembered), or send it back.' : `Say which line it belongs to (such as ${mapOption(detail, 'en-US')}), or send it back.`}`;
  }
}

/** So many rows are told. */
const rowsTold = 10;

/** 工作表“统计表1”第 24 行; of several units each with its name. */
function unnamedRows(
  rows: readonly UnnamedRow[],
  names: readonly string[],
  { units }: SetFinding,
  language: Language,
): string {
  const chinese = language === 'zh-CN';
  const told = rows.slice(0, rowsTold).map(({ number, sheet, row }) => {
    const name = units.length === 1 ? '' : (names[units.indexOf(number)] ?? '');
    const shown = visibleText(sheet);
    return chinese
      ? `${name}工作表“${shown}”第 ${row + 1} 行`
      : `${name === '' ? '' : `${name} `}“${shown}” row ${row + 1}`;
  });
  const more = rows.length > told.length;
  return told.join(chinese ? '、' : ', ') + (more ? (chinese ? '等' : ' and others') : '');
}

/** The option with which a label is mapped to a line of the form; of a long label it is to be written out. */
function mapOption(
  { form, label }: { readonly form: FormId; readonly label: string },
  language: Language,
): string {
  const isWhole = shortName(label, language) === label;
  const written = language === 'zh-CN' ? '科目全称' : 'the whole label';
  return `--map "${isWhole ? label : written}=${exampleMeaning(formById(form))}"`;
}

const exclusions: Readonly<Record<Language, Readonly<Record<Exclusion | 'lacksLabels', string>>>> =
  {
    'zh-CN': {
      tableMissing: '缺一张表，请补报',
      unknownLine: '有自定科目，请指明归入哪一行',
      lacksLabels: '有填了数字却没有名称的行，请退回补填名称',
      otherYear: '年份不同',
      duplicate: '重复报送',
      sumOfOthers: notesTexts.sumOfOthers['zh-CN'],
      currencyUnread: '金额单位无法识别，请退回改填',
      notChecked: '未能全部审核，请在 Excel 中打开、重算、保存后再报',
      errors: '有错误，请退回改正',
    },
    'en-US': {
      tableMissing: 'a table is missing',
      unknownLine: 'a label of its own; say which line it belongs to',
      lacksLabels: 'rows with figures and no label; send it back',
      otherYear: 'another year',
      duplicate: 'given twice',
      sumOfOthers: notesTexts.sumOfOthers['en-US'],
      currencyUnread: 'states a money unit that is not understood; send it back',
      notChecked: 'could not be checked; open, calculate and save it in Excel',
      errors: 'has errors; send it back',
    },
  };

const doubts = {
  open: notesTexts.sumUndecided,
  partsAbsent: notesTexts.sumPartsAbsent,
} as const;

/** Why a unit does not count, in a few words; `short`: without what to do about it; empty where it counts. */
export function exclusionReason(
  judged: Pick<JudgedUnit, 'excludedBecause' | 'lacksLabels' | 'sumDoubt'>,
  language: Language,
  length: 'whole' | 'short' = 'whole',
): string {
  const { excludedBecause, lacksLabels, sumDoubt } = judged;
  if (excludedBecause === null) return '';
  const doubt = excludedBecause === 'sumOfOthers' ? sumDoubt : null;
  const why = lacksLabels ? 'lacksLabels' : excludedBecause;
  const reason = doubt === null ? exclusions[language][why] : doubts[doubt][language];
  return length === 'whole' ? reason : (reason.split(/[，;]/)[0] ?? reason);
}
