/** What does a clerk read in the terminal? A workbook's report, unit by unit, in Chinese. */
import type { UnitReport, WorkbookReport } from '../application/report/report';
import type { LeftToLookAt, Obstacle } from '../application/readyToSubmit';
import type { Severity } from '../domain/finding';
import { rangeAddress } from '../domain/grid';
import { tablesOf } from '../domain/recognise/table';
import { mayHoldTable } from '../domain/unread';
import type { AnsweredFinding, ExplanationState } from '../domain/submission/explanation';
import { explanationStateName, unreadableExplanations } from './explanations';
import { itemLines } from './itemText';
import { groupDigits } from './language';
import { notComparedMessage } from './lastRound';
import { inconclusiveMessage, notCalculatedMessage } from './notChecked';
import { refusalMessage } from './refusals';
import { columns } from './columns';
import { leftToLookAtMessage, obstacleMessage, readyTexts } from './submission';
import { sameUnitMessage } from './sameUnit';
import { formName, severityName } from './terms';
import { tableTitle, unitNames } from './units';
import { unreadMessage, unreadVerdict } from './unread';
import { verdictName } from './verdicts';
import { visibleLines, visibleText } from './visibleText';

const zh = 'zh-CN';

const explanationStates: readonly ExplanationState[] = ['valid', 'outdated'];

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

const whatToDo: Readonly<Record<Severity, string>> = {
  error: '必须改正',
  warning: '请改正或填写审核说明',
  notice: '供参考',
};

/** A file that could not be checked, with the sheets in it that looked like ours. */
export function faultText(
  file: string,
  message: string,
  looked: Pick<WorkbookReport, 'recognition' | 'unread'> | null = null,
): string {
  return visibleLines([
    `■ ${file}`,
    `  未能审核：${message}`,
    ...(looked === null ? [] : notTaken(looked)),
    '',
  ]);
}

/** A file that was checked. */
export function reportText(file: string, report: WorkbookReport): string {
  const { units } = report;
  const names = unitNames(
    units.map(({ tables }) => tables),
    zh,
  );
  const isOne = units.length === 1;
  return visibleLines([
    `■ ${file}`,
    ...notTaken(report),
    ...units.flatMap((unit) => [
      ...tablesOf(unit.tables).map(
        (table) =>
          `  第 ${unit.number} 套 ${formName(table.form, zh)}：工作表“${table.grid.name}”${rangeAddress(table.range)}（${tableTitle(table, zh)}）`,
      ),
      ...unitLines(unit, isOne ? '' : (names.get(unit.number) ?? ''), report.explained),
      '',
    ]),
    ...(isOne ? [] : [...unitTable(units, names), '']),
    ...report.notCompared.map(({ unit, why }) => `  ${notComparedMessage(unit, why, zh)}`),
    ...report.sameUnit.map((numbers) => `  ${sameUnitMessage(numbers, units, zh)}`),
    ...explanationRemarks(report.explained).map((line) => `  ${line}`),
    ...(report.unread.some(mayHoldTable) ? [`  ${unreadVerdict(zh)}`] : []),
    ...(report.calculation === 'pending' ? [`  ${notCalculatedMessage[zh]}`] : []),
    `  ${closingLine(report)}`,
    '',
  ]);
}

/** Sheets that looked like ours and were not taken, and what could not be read. */
function notTaken({
  recognition,
  unread,
}: Pick<WorkbookReport, 'recognition' | 'unread'>): string[] {
  return [
    ...recognition.refused.map((refused) => `  未采用：${refusalMessage(refused, zh)}`),
    ...unread.map((entry) => `  未能读取：${unreadMessage(entry, zh)}`),
  ];
}

/** What is kept in the workbook and cannot be read, or belongs to nothing any more. */
function explanationRemarks({ gone, unreadable }: WorkbookReport['explained']): string[] {
  return [
    ...(unreadable === null ? [] : [unreadableExplanations(unreadable, zh)]),
    ...(gone.length === 0
      ? []
      : [
          `另有 ${gone.length} 条审核说明没有对应的提示（${explanationStateName('gone', zh)}），仍保留在文件中。`,
        ]),
  ];
}

/**
 * 可以提交, or what stands in the way.
 *
 * @param left what the user is to look at besides
 */
export function readyText(obstacles: readonly Obstacle[], left: readonly LeftToLookAt[]): string {
  const { ready, notReady } = readyTexts[zh];
  return visibleLines([
    `  提交前检查：${obstacles.length === 0 ? ready : notReady(obstacles.length)}`,
    ...obstacles.map((obstacle) => `  - ${obstacleMessage(obstacle, zh)}`),
    ...left.map((one) => `  ${leftToLookAtMessage(one, zh)}`),
    '',
  ]);
}

/** By severity, each with what is to be done about it; numbered throughout. */
function unitLines(
  unit: UnitReport,
  name: string,
  { byFinding }: WorkbookReport['explained'],
): string[] {
  let number = 0;
  const sections = severities.flatMap((severity) => {
    const items = unit.items.filter((item) => item.severity === severity);
    if (items.length === 0) return [];
    const own = items
      .flatMap(({ findings }) => findings)
      .filter((one) => one.severity === severity);
    const said = own.flatMap(({ id }) => byFinding.get(id) ?? []);
    const heading = `  ${severityName(severity, zh)} ${own.length} 项（${[whatToDo[severity], ...explainedCounts(said)].join('；')}）`;
    return [
      '',
      heading,
      ...items.flatMap((item) => {
        number += 1;
        return itemLines(item, number, name, zh, byFinding).map((line) => `  ${line}`);
      }),
    ];
  });
  return unit.isInconclusive
    ? [...sections, `  ${inconclusiveMessage(unit.number, zh)}`]
    : sections;
}

/** 已说明 5 项、需重新确认 1 项; nothing where nothing is explained. */
function explainedCounts(answered: readonly AnsweredFinding[]): string[] {
  const counts = explanationStates.flatMap((state) => {
    const count = answered.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${explanationStateName(state, zh)} ${count} 项`];
  });
  return counts.length === 0 ? [] : [counts.join('、')];
}

/** 单位 · 错误 · 提示 · 结论, one line a unit. */
function unitTable(
  units: readonly UnitReport[],
  names: ReadonlyMap<number, string>,
): readonly string[] {
  return columns(
    [
      ['单位', '错误', '提示', '结论'],
      ...units.map(({ number, counts, verdict }) => [
        names.get(number) ?? '',
        String(counts.error),
        String(counts.warning),
        verdictName(verdict, zh),
      ]),
    ],
    ['left', 'right', 'right', 'left'],
  ).map((line) => `  ${line}`);
}

function closingLine({ verdict, counts, checks }: WorkbookReport): string {
  const { run, satisfied, violated, undetermined } = checks;
  const count =
    verdict === 'errors'
      ? ` ${counts.error} 项`
      : verdict === 'warnings'
        ? ` ${counts.warning} 项`
        : '';
  return `${verdictName(verdict, zh)}${count}。共审核 ${groupDigits(String(run))} 项：相符 ${groupDigits(String(satisfied))}，不符 ${violated}，未能判断 ${undetermined}。`;
}

/** One file of several, as the summary counts it. */
export interface CheckedFile {
  readonly file: string;
  /** 0 no error · 1 at least one · 2 could not (wholly) be checked. */
  readonly status: 0 | 1 | 2;
}

/** How many files came out how, and which could not be checked. */
export function summaryText(files: readonly CheckedFile[]): string {
  const of = (status: CheckedFile['status']) => files.filter((entry) => entry.status === status);
  const notChecked = of(2).map(({ file }) => `\n  ${visibleText(file)}`);
  return `共 ${files.length} 个文件：没有错误 ${of(0).length} 个，有错误 ${of(1).length} 个，未能审核 ${notChecked.length} 个${notChecked.length === 0 ? '。' : `：${notChecked.join('')}`}`;
}
