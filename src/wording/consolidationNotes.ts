/** What does the sheet 汇总说明 say: what counted, what did not and why, conversions, mappings, settings? */
import type { ReturnLetter } from '../application/report/letter';
import type { Consolidated } from '../domain/consolidate/consolidate';
import type { SetJudgement, JudgedUnit } from '../domain/consolidate/judgeSet';
import type { LabelChoice } from '../domain/consolidate/labelMap';
import { notesSheetName, notesTexts } from '../domain/forms/consolidationTexts';
import type { EditionId } from '../domain/forms/form';
import { rangeAddress } from '../domain/grid';
import type { SetFinding } from '../domain/consolidate/setFinding';
import type { TakenUnit } from '../domain/consolidate/takenUnit';
import type { CheckSettings } from '../domain/rules/settings';
import type { ListLayout } from '../domain/template/layout';
import type { Language } from './language';
import { exclusionReason, setFindingMessage } from './setFindings';
import { editionName, formName, ruleName, severityName, unitName } from './terms';

/** Everything that is noted beside the figures. */
export interface NotedConsolidation {
  readonly result: Consolidated;
  readonly judgement: SetJudgement;
  readonly settings: CheckSettings;
  /** What the user said of labels of the units' own. */
  readonly labelChoices: readonly LabelChoice[];
  readonly includesErrors: boolean;
  readonly inputs: 'formulas' | 'values';
  /** By unit's id: what is wrong with it, where there is something. */
  readonly letters: ReadonlyMap<string, ReturnLetter>;
  /** Units that the user has taken out, with where they stand. */
  readonly takenOut: readonly { readonly name: string; readonly source: string }[];
  /** Files, or parts of files, that could not be read, with the reason. */
  readonly notRead: readonly { readonly file: string; readonly message: string }[];
}

const rounds = { january: '1月份', july: '7月份', annual: '年度报告' } as const;
const englishRounds = { january: 'January', july: 'July', annual: 'annual' } as const;

/** The sheet as a list of what and what of it. */
export function consolidationNotes(noted: NotedConsolidation, language: Language): ListLayout {
  const chinese = language === 'zh-CN';
  const { result, judgement, settings } = noted;
  const { today } = settings;
  const say = (zh: string, en: string) => (chinese ? zh : en);
  const counted = judgement.units.filter(({ excludedBecause }) => excludedBecause === null);
  const left = judgement.units.filter(({ excludedBecause }) => excludedBecause !== null);
  const day = [
    today.year,
    ...[today.month, today.day].map((part) => String(part).padStart(2, '0')),
  ];
  const rows: (readonly [string, string])[] = [
    [say('汇总单位', 'Consolidated for'), result.reportingUnit],
    [say('年份', 'Fiscal year'), result.fiscalYear === null ? '' : String(result.fiscalYear)],
    [say('金额单位', 'Currency unit'), unitName(result.currencyUnit, language)],
    editionRow(result.edition, language),
    [say('汇总日期', 'Date'), day.join('-')],
    [
      settingsTitle[language],
      [
        say(`报送期：${rounds[settings.round]}`, `round: ${englishRounds[settings.round]}`),
        settings.strict
          ? say('不允许舍入差', 'no rounding differences')
          : say('允许舍入差', 'rounding differences allowed'),
        includeTexts[noted.includesErrors ? 'included' : 'left'][language],
      ].join(say('；', '; ')),
    ],
    [
      say('取数', 'Inputs'),
      noted.inputs === 'formulas'
        ? say('各填报格用公式取自汇总底稿，合计用公式', 'formulas over the working papers')
        : say('各填报格为数值，合计用公式', 'plain values'),
    ],
    [notesTexts.counted[language], String(counted.length)],
    ...counted.map((one): readonly [string, string] => [
      one.unit.name,
      countedEntry(one.unit, errorsIn(noted.letters.get(one.unit.id) ?? null), language),
    ]),
    [notesTexts.notCounted[language], String(left.length)],
    ...left.map((one): readonly [string, string] => [
      one.unit.name,
      [exclusionReason(one, language), whereOf(one, language)].join(say('；', '; ')),
    ]),
    ...noted.notRead.map(({ file, message }): readonly [string, string] => [
      notesTexts.notRead[language] + say('：', ': ') + file,
      message,
    ]),
    ...noted.takenOut.map(({ name, source }): readonly [string, string] => [
      say('按选择移出的单位', 'Taken out by choice'),
      [name, source].join(' · '),
    ]),
    ...noted.labelChoices.map((choice) => mappedRow(choice, language)),
    ...judgement.findings.map((finding) => findingRow(finding, judgement, language)),
  ];
  return {
    name: notesSheetName,
    columns: [
      { title: say('项目', 'What'), width: 30, numberFormat: null },
      { title: say('内容', 'Contents'), width: 110, numberFormat: null },
    ],
    rows,
    hasFilter: false,
  };
}

/** How the row of the settings is called, and what it says of units with errors. */
export const settingsTitle = { 'zh-CN': '审核设置', 'en-US': 'Settings of the check' } as const;
export const includeTexts = {
  included: { 'zh-CN': '有错误的单位也计入', 'en-US': 'units with errors count' },
  left: { 'zh-CN': '有错误的单位不计入', 'en-US': 'units with errors do not count' },
} as const;

/** In which edition of the labels the result is laid out. */
export function editionRow(edition: EditionId, language: Language): NotesRow {
  return [language === 'zh-CN' ? '科目名称' : 'Edition', editionName(edition, language)];
}

/** What is to be corrected, as the letter says it. */
export function errorsIn(letter: ReturnLetter | null): readonly string[] {
  return (letter?.errors ?? []).slice(1).map((line) => line.trim());
}

/** What stands beside a unit that counts, in spite of its errors where it has some. */
export function countedEntry(
  unit: TakenUnit,
  errors: readonly string[],
  language: Language,
): string {
  return [
    whereOf({ unit }, language),
    ...inSpiteOf(errors, language),
    ...untoldOf({ unit }, language),
    ...explanationsBesideLines({ unit }, language),
  ].join(language === 'zh-CN' ? '；' : '; ');
}

/** So many characters of a unit's errors are noted; a cell of Excel's takes 32,767 in all. */
const longestErrors = 3000;

function inSpiteOf(errors: readonly string[], language: Language): string[] {
  if (errors.length === 0) return [];
  const chinese = language === 'zh-CN';
  const whole = errors.join(' ');
  const text = Array.from(whole.slice(0, 2 * longestErrors))
    .slice(0, longestErrors)
    .join('');
  const rest = chinese ? '……（其余见退回意见）' : '… (more in its letter)';
  return [
    (chinese ? '有错误，按选择仍计入：' : 'Counts in spite of its errors: ') +
      (text === whole ? whole : text + rest),
  ];
}

/** Which line a label of a unit's own was said to belong to. */
export function mappedRow({ label, meaning }: LabelChoice, language: Language): NotesRow {
  return [language === 'zh-CN' ? '自定科目归入' : 'Label mapped', `“${label}” → “${meaning}”`];
}

export function findingRow(
  finding: SetFinding,
  judgement: SetJudgement,
  language: Language,
): NotesRow {
  const { severity, rule } = finding;
  return [
    `${severityName(severity, language)} ${rule} ${ruleName(rule, language)}`,
    setFindingMessage(finding, judgement, language, 'notes'),
  ];
}

type NotesRow = readonly [string, string];
type OneUnit = Pick<JudgedUnit, 'unit'>;

function whereOf({ unit }: OneUnit, language: Language): string {
  const tables = [...unit.tables.values()].map(
    ({ form, sheet, range }) => `${formName(form, language)} “${sheet}”${rangeAddress(range)}`,
  );
  const file = unit.source.kind === 'file' ? [unit.source.file] : [];
  return [...file, ...tables].join(' · ');
}

/** What a unit has said of something else than the figures of a line, which the working papers tell. */
function explanationsBesideLines({ unit }: OneUnit, language: Language): string[] {
  const lines = new Set(
    [...unit.tables.values()].flatMap(({ sheet, lines: taken }) =>
      taken.map(({ row }) => `${row}!${sheet}`),
    ),
  );
  return unit.explanations
    .filter(({ sheet, row }) => !lines.has(`${row}!${sheet}`))
    .map(({ rule, text }) =>
      language === 'zh-CN'
        ? `审核说明（${ruleName(rule, language)}）：${text}`
        : `Explanation (${ruleName(rule, language)}): ${text}`,
    );
}

/** Figures of a unit that could not be told, so that they added nothing. */
export function untoldOf({ unit }: OneUnit, language: Language): string[] {
  const cells = [...unit.tables.values()].flatMap(({ sheet, untold }) =>
    untold.length === 0 ? [] : [`“${sheet}”${untold.join(' ')}`],
  );
  if (cells.length === 0) return [];
  return [
    language === 'zh-CN'
      ? `下列格的数无法认定，没有计入：${cells.join('、')}`
      : `Figures that cannot be told and add nothing: ${cells.join(', ')}`,
  ];
}
