/** How does an 审核报告 read as a sheet: its rows, cell by cell? */
import type { ReportedUnit, SubmissionReport } from '../application/submissionReport';
import type { ReportRow } from '../domain/submission/reportSheet';
import { findingRows, sealed } from '../domain/submission/reportSheet';
import { printedFingerprint } from '../domain/submission/fingerprint';
import { explanationLine } from './explanations';
import type { Language } from './language';
import { roundName } from './rounds';
import { checksText, dayText, reportWords } from './submissionReport';
import { findingMessageNow } from './settled';
import { leftToLookAtMessage, obstacleMessage, readyTexts } from './submission';
import { formName, ruleName, severityName, unitName } from './terms';
import { verdictName } from './verdicts';
import { visibleText } from './visibleText';

/** Findings that are listed at most; how many are left out is said. */
const mostFindings = 2000;

/** What the sheet is called. */
export const reportSheetNames: Readonly<Record<Language, string>> = {
  'zh-CN': '审核报告',
  'en-US': 'Check report',
};

const words = {
  'zh-CN': {
    unit: (name: string) => `填报单位：${name}`,
    heading: ['序号', '类别', '规则', '位置', '问题', '审核说明'],
    left: (count: number) => `另有 ${count} 项没有列出，请在校验页查看。`,
    seal: '本表由“购买服务统计”根据工作簿中的数字生成，改动后校验码不再相符。校验码：',
    saved: '（是否已保存不在此列）',
  },
  'en-US': {
    unit: (name: string) => `Reporting unit: ${name}`,
    heading: ['No.', 'Kind', 'Rule', 'Place', 'Finding', 'Explanation'],
    left: (count: number) => `Findings not listed here: ${count}. See the page Check.`,
    seal: 'Made from the figures of the workbook; the code no longer fits once this sheet is changed. Code: ',
    saved: ' (whether it is saved apart)',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** All rows, the last one with the code of the others. */
export function reportSheetRows(report: SubmissionReport, language: Language): ReportRow[] {
  const names = reportWords[language];
  const round = roundName(report.round, language);
  let room = mostFindings;
  const units = report.units.flatMap((unit) => {
    const shown = Math.min(room, unit.findings.length);
    room -= shown;
    return unitRows(unit, shown, language);
  });
  const rows: ReportRow[] = [
    [names.title],
    field(names.round, report.strict ? `${round} · ${names.strict}` : round),
    field(names.day, dayText(report.day)),
    field(names.checks, checksText(report.checks, language)),
    field(names.conclusion, verdictName(report.verdict, language)),
    ...submissionRows(report, language),
    ...units,
  ];
  return sealed(rows.map(plainRow), words[language].seal);
}

/** Making the report is a change by itself, which is saved afterwards; and the one before gives way to it. */
function submissionRows({ obstacles, left }: SubmissionReport, language: Language): ReportRow[] {
  const { submission } = reportWords[language];
  const { ready, notReady } = readyTexts[language];
  const told = obstacles.filter(({ code }) => code !== 'notSaved' && code !== 'reportOutdated');
  const outcome = told.length === 0 ? `${ready}${words[language].saved}` : notReady(told.length);
  return [
    field(submission, outcome),
    ...told.map((obstacle) => field('', obstacleMessage(obstacle, language, 'pane'))),
    ...left.map((one) => field('', leftToLookAtMessage(one, language))),
  ];
}

function unitRows(unit: ReportedUnit, shown: number, language: Language): ReportRow[] {
  const names = reportWords[language];
  const { counts, fiscalYear, currencyUnit, reportingUnit } = unit;
  const stated = [
    String(fiscalYear ?? names.notStated),
    currencyUnit === null ? names.notStated : unitName(currencyUnit, language),
  ];
  const separator = language === 'zh-CN' ? '，' : ', ';
  const tables = unit.tables.map(
    ({ form, sheet, range }) => `${formName(form, language)}（“${sheet}”${range}）`,
  );
  const left = unit.findings.length - shown;
  return [
    [words[language].unit(reportingUnit ?? names.notStated)],
    field([names.year, names.currency].join(separator), stated.join(separator)),
    field(names.tables, tables.join(language === 'zh-CN' ? '、' : ', ')),
    field(
      names.found,
      names.foundCounts(counts.error, counts.warning, unit.explainedWarnings, counts.notice),
    ),
    field(names.conclusion, verdictName(unit.verdict, language)),
    field(names.fingerprint, printedFingerprint(unit.fingerprint)),
    ...(shown === 0 ? [] : [words[language].heading]),
    ...unit.findings.slice(0, shown).flatMap(({ finding, answered }, index) => {
      const { rule, severity, sheet, cells } = finding;
      const [cell = ''] = cells;
      return findingRows([
        index + 1,
        severityName(severity, language),
        `${rule} ${ruleName(rule, language)}`,
        `${sheet}!${cell}`,
        findingMessageNow(finding, language, answered),
        answered === null ? '' : explanationLine(answered, language),
      ]);
    }),
    ...(left === 0 ? [] : [field('…', words[language].left(left))]),
  ];
}

function field(name: string, text: string): ReportRow {
  return [name, '', text];
}

/** Each cell as it can be read back: no signs that are not seen, and nothing that a program takes for a formula. */
function plainRow(row: ReportRow): ReportRow {
  return row.map((content) => {
    if (typeof content === 'number') return content;
    const text = visibleText(content).trim();
    return /^[=+\-@#']/.test(text) ? `·${text}` : text;
  });
}
