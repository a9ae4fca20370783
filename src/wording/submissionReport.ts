/** How does an 审核报告 read as Markdown? One document for a file: what was checked, found, explained, and whether it can be submitted. */
import type { ReportedUnit, SubmissionReport } from '../application/submissionReport';
import { printedFingerprint } from '../domain/submission/fingerprint';
import type { CheckCounts } from '../domain/rules/checkReturn';
import type { CalendarDay } from '../domain/rules/settings';
import { explanationLine } from './explanations';
import type { Language } from './language';
import { groupDigits } from './language';
import { roundName } from './rounds';
import { findingMessageNow } from './settled';
import { leftToLookAtMessage, obstacleMessage, readyTexts } from './submission';
import { formName, ruleName, severityName, unitName } from './terms';
import { verdictName } from './verdicts';
import { visibleText } from './visibleText';

/** What the parts of a report are called. */
export const reportWords = {
  'zh-CN': {
    title: '审核报告',
    file: '文件',
    round: '报送期',
    day: '审核日期',
    checks: '审核项数',
    counts: (run: string, satisfied: string, violated: string, undetermined: string) =>
      `${run}（相符 ${satisfied}，不符 ${violated}，未能判断 ${undetermined}）`,
    strict: '不允许舍入差',
    conclusion: '结论',
    submission: '提交前检查',
    unit: '单位',
    notStated: '未填',
    year: '年份',
    currency: '金额单位',
    tables: '审核的表',
    found: '审核结果',
    foundCounts: (errors: number, warnings: number, explained: number, notices: number) =>
      `错误 ${errors} 项，提示 ${warnings} 项（已说明 ${explained} 项），说明 ${notices} 项`,
    fingerprint: '数据指纹',
    findings: ['序号', '类别', '规则', '工作表', '问题', '审核说明'],
    nothing: '没有发现问题。',
    notMade: '未能审核',
  },
  'en-US': {
    title: 'Report of the check',
    file: 'File',
    round: 'Round',
    day: 'Date',
    checks: 'Checks',
    counts: (run: string, satisfied: string, violated: string, undetermined: string) =>
      `${run} (satisfied ${satisfied}, violated ${violated}, undetermined ${undetermined})`,
    strict: 'no rounding differences',
    conclusion: 'Verdict',
    submission: 'Before submitting',
    unit: 'Unit',
    notStated: 'not stated',
    year: 'Fiscal year',
    currency: 'Currency unit',
    tables: 'Tables',
    found: 'Findings',
    foundCounts: (errors: number, warnings: number, explained: number, notices: number) =>
      `errors ${errors}, warnings ${warnings} (explained ${explained}), notices ${notices}`,
    fingerprint: 'Fingerprint of the figures',
    findings: ['No.', 'Kind', 'Rule', 'Sheet', 'Finding', 'Explanation'],
    nothing: 'Nothing was found.',
    notMade: 'Not checked',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** The document, ended by a line break. */
export function reportMarkdown(file: string, report: SubmissionReport, language: Language): string {
  const words = reportWords[language];
  const round = roundName(report.round, language);
  return document([
    `# ${words.title}`,
    '',
    item(words.file, file),
    item(words.round, report.strict ? `${round} · ${words.strict}` : round),
    item(words.day, dayText(report.day)),
    item(words.checks, checksText(report.checks, language)),
    item(words.conclusion, verdictName(report.verdict, language)),
    ...report.units.flatMap((unit) => ['', ...unitLines(unit, language)]),
    '',
    `## ${words.submission}`,
    '',
    ...submissionLines(report, language),
  ]);
}

/** How many checks there were, and what they came to. */
export function checksText(checks: CheckCounts, language: Language): string {
  const { run, satisfied, violated, undetermined } = checks;
  const [all, held, failed, open] = [run, satisfied, violated, undetermined].map((count) =>
    groupDigits(String(count)),
  );
  return reportWords[language].counts(all ?? '', held ?? '', failed ?? '', open ?? '');
}

/** The document of a file that could not be checked. */
export function faultMarkdown(file: string, message: string, language: Language): string {
  const words = reportWords[language];
  return document([`# ${words.title}`, '', item(words.file, file), item(words.notMade, message)]);
}

function unitLines(unit: ReportedUnit, language: Language): string[] {
  const words = reportWords[language];
  const { counts, reportingUnit, fiscalYear, currencyUnit } = unit;
  const tables = unit.tables.map(
    ({ form, sheet, range }) => `${formName(form, language)}“${sheet}”${range}`,
  );
  return [
    `## ${escaped(reportingUnit ?? `${words.unit}${words.notStated}`)}`,
    '',
    item(words.year, fiscalYear === null ? words.notStated : String(fiscalYear)),
    item(
      words.currency,
      currencyUnit === null ? words.notStated : unitName(currencyUnit, language),
    ),
    item(words.tables, tables.join(language === 'zh-CN' ? '、' : ', ')),
    item(
      words.found,
      words.foundCounts(counts.error, counts.warning, unit.explainedWarnings, counts.notice),
    ),
    item(words.conclusion, verdictName(unit.verdict, language)),
    item(words.fingerprint, printedFingerprint(unit.fingerprint)),
    '',
    ...findingTable(unit, language),
  ];
}

function findingTable({ findings }: ReportedUnit, language: Language): string[] {
  const words = reportWords[language];
  if (findings.length === 0) return [words.nothing];
  return [
    row(words.findings),
    row(words.findings.map((_, at) => (at === 0 ? '--:' : '---'))),
    ...findings.map(({ finding, answered }, index) =>
      row([
        String(index + 1),
        severityName(finding.severity, language),
        `${finding.rule} ${ruleName(finding.rule, language)}`,
        escaped(finding.sheet),
        escaped(findingMessageNow(finding, language, answered)),
        answered === null ? '' : escaped(explanationLine(answered, language)),
      ]),
    ),
  ];
}

function submissionLines({ obstacles, left }: SubmissionReport, language: Language): string[] {
  const { ready, notReady } = readyTexts[language];
  const listed = obstacles.map((obstacle) => `- ${escaped(obstacleMessage(obstacle, language))}`);
  return [
    ...(obstacles.length === 0 ? [ready] : [notReady(obstacles.length), '', ...listed]),
    ...left.flatMap((one) => ['', escaped(leftToLookAtMessage(one, language))]),
  ];
}

function item(name: string, text: string): string {
  return `- **${name}**: ${escaped(text)}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function document(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** What stands in a workbook is text and nothing else, in a table as in a list. */
function escaped(text: string): string {
  return visibleText(text).replace(/[\\`*_[\]<>|#~&]/g, (sign) => `\\${sign}`);
}

/** 2026-07-11. */
export function dayText({ year, month, day }: CalendarDay): string {
  return [year, ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}
