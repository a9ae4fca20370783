/** What does a clerk read in the terminal? A report by severity that can be acted on. */
import { verdictOf, type CheckReport } from '../application/checkWorkbook';
import type { Finding, Severity } from '../domain/finding';
import { rangeAddress } from '../domain/grid';
import type { RecognisedReturn } from '../domain/recognise/table';
import { tablesOf } from '../domain/recognise/table';
import { mayHoldTable } from '../domain/unread';
import { inconclusiveMessage } from '../wording/notChecked';
import { refusalMessage } from '../wording/refusals';
import { unreadMessage, unreadVerdict } from '../wording/unread';
import { diagnosisRemark, explanationMessage } from '../wording/diagnoses';
import { findingMessage } from '../wording/findings';
import { groupDigits } from '../wording/language';
import { formName, measureName, ruleName, severityName, unitName } from '../wording/terms';
import { visibleLines } from '../wording/visibleText';

const zh = 'zh-CN';

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

const headings: Readonly<Record<Severity, string>> = {
  error: '必须改正',
  warning: '请改正或填写审核说明',
  notice: '供参考',
};

/** The lines of a file that could not be checked. */
export function faultText(file: string, message: string): string {
  return visibleLines([`■ ${file}`, `  未能审核：${message}`, '']);
}

/** The lines of a file that was checked. */
export function reportText(file: string, report: CheckReport): string {
  const lines = [`■ ${file}`];
  for (const pair of report.recognition.returns) lines.push(...pairLines(pair));
  for (const refused of report.recognition.refused) {
    lines.push(`  未采用：${refusalMessage(refused, zh)}`);
  }
  for (const unread of report.unread) lines.push(`  未能读取：${unreadMessage(unread, zh)}`);
  lines.push(...diagnosisLines(report));
  for (const severity of severities) {
    const found = report.findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) continue;
    lines.push('', `  ${severityName(severity, zh)} ${found.length} 项（${headings[severity]}）`);
    found.forEach((finding, index) => lines.push(...findingLines(finding, index + 1)));
  }
  lines.push('');
  for (const pair of report.inconclusivePairs) lines.push(`  ${inconclusiveMessage(pair, zh)}`);
  if (report.unread.some(mayHoldTable)) lines.push(`  ${unreadVerdict(zh)}`);
  lines.push(`  ${closingLine(report)}`, '');
  return visibleLines(lines);
}

function pairLines(pair: RecognisedReturn): string[] {
  return tablesOf(pair).map((table) => {
    const { reportingUnit, fiscalYear, currencyUnit } = table.heading;
    const stated = [
      reportingUnit.value ?? '填报单位未填',
      fiscalYear.value === null ? '年份未填' : `${fiscalYear.value}年`,
      currencyUnit.value === null ? '金额单位未填' : unitName(currencyUnit.value, zh),
    ];
    const where = `工作表“${table.grid.name}”${rangeAddress(table.range)}`;
    return `  第 ${pair.number} 套 ${formName(table.form, zh)}：${where}（${stated.join('，')}）`;
  });
}

/** Explanations spelled out per measure; the JSON lists all of them. */
const explanationsShown = 5;

/** With more wrong cells than this an explanation is one of very many, and no help to a reader. */
const correctionsShown = 4;

function diagnosisLines(report: CheckReport): string[] {
  if (report.diagnoses.length === 0) return [];
  const lines = ['', '  最可能的原因'];
  report.diagnoses.forEach((diagnosis, index) => {
    const remark = diagnosisRemark(diagnosis, zh);
    const [best] = diagnosis.explanations;
    if (best === undefined) {
      lines.push(
        `  ${index + 1}. ${measureName(diagnosis.measure, zh)}：改动已填的数都不能使各项合计相符，请检查公式。${remark}`,
      );
      return;
    }
    const wrong = best.corrections.length;
    if (wrong > correctionsShown) {
      lines.push(
        `  ${index + 1}. ${measureName(diagnosis.measure, zh)}${diagnosis.minimal ? `至少有 ${wrong} 处` : '有很多处'}填错，无法断定是哪几处。请先按下面各项错误逐项核对，改正后重新审核（用 --json 可查看一种可能的改法）。`,
      );
      return;
    }
    lines.push(`  ${index + 1}. ${explanationMessage(best, diagnosis, zh)}${remark}`);
    const others = diagnosis.explanations.slice(1, Math.min(diagnosis.tied, explanationsShown));
    for (const other of others) {
      lines.push(`     或者：${explanationMessage(other, diagnosis, zh)}`);
    }
    const more = diagnosis.explanations.length - 1 - others.length;
    if (more > 0) lines.push(`     另有 ${more} 种可能，用 --json 查看。`);
  });
  return lines;
}

function findingLines(finding: Finding, number: number): string[] {
  const cells = finding.cells.length === 0 ? '' : ` ${finding.cells.join('、')}`;
  const lines = [
    `  ${number}. [${finding.rule} ${ruleName(finding.rule, zh)}] ${finding.sheet}${cells}`,
    `     ${findingMessage(finding, zh)}`,
  ];
  const { stated, computed, difference, detail } = finding;
  const isTotal = ['balance', 'crossTable', 'totalFormula'].includes(detail.kind);
  if (isTotal && computed !== null && difference !== null) {
    lines.push(
      `     填报值 ${stated === null ? '（空白）' : groupDigits(stated)}，应为值 ${groupDigits(computed)}，差额 ${groupDigits(difference)}`,
    );
  }
  return lines;
}

function closingLine(report: CheckReport): string {
  const { run, satisfied, violated, undetermined } = report.checks;
  const count = (severity: Severity) =>
    report.findings.filter((finding) => finding.severity === severity).length;
  const verdict =
    count('error') > 0
      ? `有错误 ${count('error')} 项`
      : verdictOf(report) === 'notChecked'
        ? '未能全部审核'
        : count('warning') > 0
          ? `没有错误，有提示 ${count('warning')} 项`
          : '通过';
  return `${verdict}。共审核 ${groupDigits(String(run))} 项：相符 ${groupDigits(String(satisfied))}，不符 ${violated}，未能判断 ${undetermined}。`;
}
