/** What does a clerk read in the terminal of a set of units? Problems first, then the sum. */
import type { ReturnLetter } from '../application/report/letter';
import { formatAmount } from '../domain/amount';
import type { Consolidated, ConsolidatedTable } from '../domain/consolidate/consolidate';
import type { JudgedUnit, SetJudgement, UnitVerdict } from '../domain/consolidate/judgeSet';
import { unreadCurrency } from '../domain/consolidate/missingCurrency';
import {
  blockTitles,
  budgetBlocks,
  currencyUnitTitles,
  measures,
  measureTitles,
} from '../domain/forms/terms';
import type { UnitNames } from '../domain/consolidate/unitNames';
import { columns } from './columns';
import { otherFilesText } from './otherFiles';
import { untoldOf } from './consolidationNotes';
import { groupDigits } from './language';
import { exclusionReason, setFindingMessage, shortName } from './setFindings';
import { editionName, formName, ruleName, severityName } from './terms';
import { visibleLines, visibleText } from './visibleText';

const zh = 'zh-CN';

const verdicts: Readonly<Record<UnitVerdict, string>> = {
  passed: '通过',
  warnings: '没有错误，有提示',
  errors: '有错误',
  notChecked: '未能全部审核',
};

/** Everything that is told of a set. */
export interface ToldSet {
  readonly files: readonly {
    readonly file: string;
    readonly fault: { readonly message: string } | null;
    readonly notTaken: readonly { readonly message: string }[];
  }[];
  readonly passedOver: readonly string[];
  /** What else lies in the folders given. */
  readonly others: readonly string[];
  readonly judgement: SetJudgement;
  readonly result: Consolidated | null;
  /** By unit's id: the letter with which it is sent back. */
  readonly letters: ReadonlyMap<string, ReturnLetter>;
  /** The units that should be there; null where nobody says. */
  readonly list: UnitNames | null;
}

/** The report, from what must be done to what came out. */
export function consolidationText(told: ToldSet): string {
  const { units } = told.judgement;
  const left = units.filter(({ excludedBecause }) => excludedBecause !== null);
  const notRead = told.files.filter(({ fault }) => fault !== null);
  return visibleLines([
    `共 ${told.files.length} 个文件，${units.length} 个单位：计入 ${units.length - left.length} 个，没有计入 ${left.length} 个，未能读取的文件 ${notRead.length} 个。`,
    ...(told.list === null ? [] : [unitListText(told.list)]),
    ...section('未能读取', [
      ...told.files.flatMap(({ file, fault, notTaken }) => [
        ...(fault === null ? [] : [`${file}：${fault.message}`]),
        ...notTaken.map(({ message }) => `${file}：${message}`),
      ]),
    ]),
    ...(told.others.length === 0 ? [] : ['', otherFilesText(told.others, zh)]),
    ...section(
      '跳过（本次要写的结果文件，不是报送单位的表）',
      told.passedOver.map((file) => file),
    ),
    ...section(
      '没有计入',
      table(
        ['序号', '单位', '原因', '文件'],
        left.map((one) => [
          String(one.number),
          shortName(one.unit.name, zh),
          exclusionReason(one, zh),
          fileOf(one),
        ]),
      ),
    ),
    ...section(
      '单位之间',
      told.judgement.findings.map(
        (finding) =>
          `[${severityName(finding.severity, zh)} ${finding.rule} ${ruleName(finding.rule, zh)}] ${setFindingMessage(finding, told.judgement, zh)}`,
      ),
    ),
    ...section(
      '计入但有数未能认定',
      units
        .filter(({ excludedBecause }) => excludedBecause === null)
        .flatMap((one) =>
          untoldOf(one, zh).map((text) => `${shortName(one.unit.name, zh)}：${text}`),
        ),
    ),
    ...section(
      '各单位',
      table(
        ['序号', '单位', '年份', '金额', '审核', '汇总'],
        units.map((one) => [
          String(one.number),
          `${shortName(one.unit.name, zh)}${one.unit.nameAssumed ? '（按文件名）' : ''}`,
          one.unit.fiscalYear === null ? '未填' : String(one.unit.fiscalYear),
          currencyCell(one.unit),
          verdicts[one.verdict],
          one.excludedBecause === null ? '计入' : '没有计入',
        ]),
      ),
    ),
    ...units.flatMap((one) => {
      const letter = told.letters.get(one.unit.id);
      if (letter === undefined) return [];
      const more =
        letter.warningCount === 0
          ? []
          : [`另有 ${letter.warningCount} 项须核实的情况，见退回意见（--returns）。`];
      const title = `${shortName(one.unit.name, zh)}（${fileOf(one)}）`;
      return section(title, [...letter.errors.slice(1), ...more]);
    }),
    ...resultLines(told.result),
    '',
  ]);
}

function currencyCell(unit: JudgedUnit['unit']): string {
  if (unreadCurrency(unit) !== null) return '无法识别';
  return unit.currencyUnit === null ? '未填' : currencyUnitTitles[unit.currencyUnit];
}

/** How many units the list names, and what of it names none. */
function unitListText({ names, passedOver, again }: UnitNames): string {
  const some = (texts: readonly string[]) =>
    texts
      .slice(0, namedOfList)
      .map((text) => `“${shortName(text, zh)}”`)
      .join('、') + (texts.length > namedOfList ? `等 ${texts.length} 行` : '');
  return (
    [
      `名单上有 ${names.length} 个单位`,
      ...(again.length === 0 ? [] : [`重复的只算一次：${some(again)}`]),
      ...(passedOver.length === 0 ? [] : [`不作为单位的行：${some(passedOver)}`]),
    ].join('；') + '。'
  );
}

/** So many lines of the list are named. */
const namedOfList = 5;

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : ['', `■ ${title}`, ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  return columns(
    [heading, ...rows],
    heading.map((title) => (title === '序号' ? 'right' : 'left')),
  );
}

function fileOf({ unit }: JudgedUnit): string {
  return unit.source.kind === 'file' ? visibleText(unit.source.file) : '';
}

function resultLines(result: Consolidated | null): string[] {
  if (result === null) return ['', '■ 没有可汇总的单位'];
  const { reportingUnit, fiscalYear, currencyUnit, edition, tables } = result;
  const of = [
    reportingUnit,
    fiscalYear === null ? '年份未填' : `${fiscalYear} 年`,
    currencyUnitTitles[currencyUnit],
    editionName(edition, zh),
  ];
  return [
    '',
    `■ 汇总结果（${of.join(' · ')}）`,
    ...[...tables.values()].flatMap((one) => [
      `  ${formName(one.form, zh)} 合计`,
      ...totals(one).map((line) => `    ${line}`),
    ]),
  ];
}

function totals({ total }: ConsolidatedTable): string[] {
  return columns(
    [
      ['', ...measures.map((measure) => measureTitles[measure])],
      ...budgetBlocks.map((block) => [
        blockTitles[block],
        ...measures.map((measure) => {
          const amount = total[block][measure];
          return amount === null ? '—' : groupDigits(formatAmount(amount));
        }),
      ]),
    ],
    ['left', 'right', 'right', 'right', 'right'],
  );
}
