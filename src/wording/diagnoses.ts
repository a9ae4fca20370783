/** Which sentence does a diagnosis become: the suspected cell, its likely value, and why. */
import type { SlipPattern } from '../domain/diagnose/diagnose';
import type { CorrectedCells, PairDiagnosis } from '../domain/rules/diagnosePairs';
import type { CellCorrection } from '../domain/rules/cellCorrection';
import type { FigureReading } from '../domain/recognise/figure';
import { isBlank } from '../domain/recognise/figure';
import { changedDigits } from './changedDigits';
import type { DigitRun } from './changedDigits';
import { groupDigits } from './language';
import type { Language } from './language';
import { formName, measureName, placeName } from './terms';
import { visibleText } from './visibleText';

const patterns: Readonly<Record<Language, Readonly<Record<SlipPattern, string>>>> = {
  'zh-CN': {
    transposition: '两位数字颠倒',
    substitution: '一位数字填错',
    omission: '漏了一位数字',
    insertion: '多了一位数字',
    decimalShift: '小数点错位',
    unitShift: '金额单位弄错',
    signFlip: '正负号弄反',
    swappedCells: '与相邻单元格填颠倒',
    wrongLine: '填到了别的行',
    staleTotal: '各数改动后合计没有跟着改',
    unexplained: '原因不明',
  },
  'en-US': {
    transposition: 'two digits exchanged',
    substitution: 'one digit wrong',
    omission: 'one digit missing',
    insertion: 'one digit too many',
    decimalShift: 'decimal point moved',
    unitShift: 'wrong currency unit',
    signFlip: 'sign reversed',
    swappedCells: 'exchanged with a neighbouring cell',
    wrongLine: 'posted to another line',
    staleTotal: 'total not updated after its parts changed',
    unexplained: 'no usual slip',
  },
};

/** The name of a slip. */
function patternName(pattern: SlipPattern, language: Language): string {
  return patterns[language][pattern];
}

/** E12 填报 129，疑为 192（两位数字颠倒）. */
export function correctionMessage(correction: CellCorrection, language: Language): string {
  const { place, proposed, wrongFormula } = correction;
  const chinese = language === 'zh-CN';
  const value = groupDigits(proposed ?? '0');
  const name = `${formName(place.form, language)}${chinese ? '·' : ', '}${placeName(place, language)}`;
  if (wrongFormula) {
    const shown = shownText(correction, language);
    return chinese
      ? `${name}的公式有误，显示${shown}，改正公式后应为 ${value}`
      : `${name}: the formula is wrong and shows ${shown}; corrected it shows ${value}`;
  }
  const stated = statedText(correction, language);
  const reason = reasonText(correction, language);
  if (proposed === null) {
    return chinese
      ? `${name}${stated}，疑应为空白（不填）`
      : `${name} ${stated}, probably to be left blank`;
  }
  const { formula } = correction;
  const back = formula === undefined ? '' : `${chinese ? '，恢复公式 ' : '; formula '}${formula}`;
  const room = roomText(correction, language);
  return chinese
    ? `${name}${stated}，疑为 ${value}${reason}${back}${room}`
    : `${name} ${stated}, probably ${value}${reason}${back}${room}`;
}

/** That other values would do as well, where the table is rounded. */
function roomText({ range }: CellCorrection, language: Language): string {
  if (range === null) return '';
  const [low, high] = [groupDigits(range.low), groupDigits(range.high)];
  return language === 'zh-CN'
    ? `（表内有四舍五入，${low} 至 ${high} 都能使合计相符，请对照原始资料核定）`
    : ` (the table is rounded: anything from ${low} to ${high} agrees with the totals; take it from the source)`;
}

/** What stands in a cell to be put right, as a figure of a table: 855.63, “—”, 空白. */
function standingFigure({ stated, reading }: CellCorrection, language: Language): string {
  const text = readingText(reading);
  if (text !== null) return `“${visibleText(text)}”`;
  if (stated !== null) return groupDigits(stated);
  if (reading.kind === 'date') return language === 'zh-CN' ? '日期' : 'a date';
  return blank[language];
}

/**
 * Both, in parts: the digits that change are picked out where two figures stand beside each other, the one that
 * stands there be it a number or a text of nothing but digits.
 */
export function correctionDigits(
  correction: CellCorrection,
  language: Language,
): readonly [was: readonly DigitRun[], will: readonly DigitRun[]] {
  const [was, will] = [standingFigure(correction, language), proposedFigure(correction, language)];
  const { stated, proposed, reading } = correction;
  const same = (text: string): DigitRun => ({ text, isChanged: false });
  if (stated === null || proposed === null) return [[same(was)], [same(will)]];
  if (readingText(reading) === null) return changedDigits(was, will);
  if (!/^“[\d.,]+”$/.test(was)) return [[same(was)], [same(will)]];
  const [inner, after] = changedDigits(was.slice(1, -1), will);
  return [[same('“'), ...inner, same('”')], after];
}

/** What is to stand there. */
export function proposedFigure({ proposed }: CellCorrection, language: Language): string {
  return proposed === null ? blank[language] : groupDigits(proposed);
}

/** Why, in a word or two: 两位数字颠倒; empty where no usual slip tells. */
export function correctionReason(correction: CellCorrection, language: Language): string {
  if (correction.wrongFormula) return language === 'zh-CN' ? '公式有误' : 'wrong formula';
  if (correction.byFormula !== undefined) return byFormula[correction.byFormula][language];
  if (!hasReason(correction)) return '';
  if (correction.pattern === 'staleTotal' && !isBlank(correction.reading)) return stale[language];
  return reasonName(correction, language);
}

/** In place of a slip of the keyboard. */
const byFormula = {
  figure: { 'zh-CN': '是公式，请核对所引用的数', 'en-US': 'a formula: check what it refers to' },
  total: { 'zh-CN': '公式不是求和公式', 'en-US': 'its formula is not the sum' },
} as const satisfies Readonly<
  Record<NonNullable<CellCorrection['byFormula']>, Readonly<Record<Language, string>>>
>;

/** The slip of a total in fewer words. */
const stale: Readonly<Record<Language, string>> = {
  'zh-CN': '合计没有跟着改',
  'en-US': 'total not updated',
};

/** A blank total was not filled rather than left behind. */
function reasonName({ pattern, reading }: CellCorrection, language: Language): string {
  if (pattern !== 'staleTotal' || !isBlank(reading)) return patternName(pattern, language);
  return language === 'zh-CN' ? '合计未填' : 'total left blank';
}

const blank: Readonly<Record<Language, string>> = { 'zh-CN': '空白', 'en-US': 'blank' };

/** What the cell states, after its name. */
function statedText({ stated, reading }: CellCorrection, language: Language): string {
  const chinese = language === 'zh-CN';
  const text = readingText(reading);
  if (text !== null) return visibleText(chinese ? `填的是“${text}”` : `holds “${text}”`);
  if (stated !== null) return `${chinese ? '填报' : 'states'} ${groupDigits(stated)}`;
  if (reading.kind === 'date') return chinese ? '是日期格式' : 'is a date';
  return chinese ? '未填' : 'is blank';
}

/** What a formula's cell shows. */
function shownText({ stated, reading }: CellCorrection, language: Language): string {
  const chinese = language === 'zh-CN';
  const text = readingText(reading);
  if (text !== null) return `“${visibleText(text)}”`;
  if (stated !== null) return `${chinese ? ' ' : ''}${groupDigits(stated)}`;
  if (reading.kind === 'date') return chinese ? '日期' : 'a date';
  return chinese ? '空白' : 'nothing';
}

/** What stands in a cell that is neither a number, blank, nor a date. */
function readingText(reading: FigureReading): string | null {
  switch (reading.kind) {
    case 'placeholder':
    case 'text':
    case 'textNumber':
      return reading.text;
    case 'error':
      return reading.error;
    case 'boolean':
      return String(reading.value).toUpperCase();
    case 'blank':
    case 'number':
    case 'date':
      return null;
  }
}

/** Slips that can leave a cell without a number; the others are about digits that stand there. */
const slipsWithoutNumber: readonly SlipPattern[] = ['swappedCells', 'wrongLine', 'staleTotal'];

function hasReason({ stated, pattern }: CellCorrection): boolean {
  if (pattern === 'unexplained') return false;
  return stated !== null || slipsWithoutNumber.includes(pattern);
}

function reasonText(correction: CellCorrection, language: Language): string {
  const kind = correction.byFormula;
  if (kind === undefined && !hasReason(correction)) return '';
  const reason = kind === undefined ? reasonName(correction, language) : byFormula[kind][language];
  return language === 'zh-CN' ? `（${reason}）` : ` (${reason})`;
}

/**
 * The whole sentence of an explanation: its corrections and what they alone put right.
 *
 * @param attached how many findings are listed with it, which may be more than what it does to the totals;
 * nothing is counted where there are none
 */
export function explanationMessage(
  { corrections, findings }: CorrectedCells,
  diagnosis: PairDiagnosis,
  language: Language,
  attached = findings.length,
): string {
  const chinese = language === 'zh-CN';
  const changes = corrections.map((entry) => correctionMessage(entry, language));
  const settled = settledText(findings, diagnosis, attached, language);
  return chinese ? `${changes.join('；')}；${settled}` : `${changes.join('; ')}; ${settled}`;
}

/** Which of the measure's totals agree once the corrections are made and nothing else. */
function settledText(
  findings: CorrectedCells['findings'],
  { measure, failing }: PairDiagnosis,
  count: number,
  language: Language,
): string {
  const chinese = language === 'zh-CN';
  if (findings.length === 0) {
    return chinese
      ? '与其他各项一并改正后，合计才能相符。'
      : 'the totals agree only once the other items are put right, too.';
  }
  const settled = count === 0 ? findings.length : count;
  const counted = `${settled} ${settled === 1 ? 'finding' : 'findings'} settled`;
  if (!failing.every((id) => findings.includes(id))) {
    return chinese ? `改正后解决 ${settled} 项不符。` : `then ${counted}.`;
  }
  const name = measureName(measure, language);
  if (count === 0) {
    return chinese ? `改正后${name}各项合计全部相符。` : `then all totals of ${name} agree.`;
  }
  return chinese
    ? `改正后${name}各项合计全部相符（解决 ${settled} 项不符）。`
    : `then all totals of ${name} agree (${counted}).`;
}

/** Said of something certain where the search was cut; empty otherwise. */
export function diagnosisRemark(diagnosis: PairDiagnosis, language: Language): string {
  const chinese = language === 'zh-CN';
  if (!diagnosis.cut) return '';
  return chinese
    ? '错误较多，未能列出全部可能，请改正后重新审核。'
    : 'There are many errors and not every explanation is listed; correct some and check again.';
}
