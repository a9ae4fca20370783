/** Which sentence does an event become: what happened, where, by how much, and what to do next? */
import type { FormId, Measure } from '../domain/forms/terms';
import type { ColumnName, EventDetail, UnitEvent } from '../domain/rules/unitEvents';
import type { Language } from './language';
import { groupDigits } from './language';
import { blockName, formName, measuredIn, measureName } from './terms';

/** The whole sentence of an event. */
export function eventMessage(event: UnitEvent, language: Language): string {
  const { detail } = event;
  switch (detail.kind) {
    case 'projectMissing':
      return missingMessage(event, detail.otherForm, language);
    case 'otherBudget':
      return otherBudgetMessage(event, detail, language);
    case 'scaled':
      return scaledMessage(event, detail, language);
    case 'exchanged':
      return exchangedMessage(event, detail, language);
    case 'shifted':
      return shiftedMessage(event, detail, language);
    case 'outsideTable':
      return outsideMessage(event, detail, language);
    case 'differentDraft':
      return draftMessage(event, detail, language);
  }
}

export function tableName(form: FormId | null, language: Language): string {
  if (form !== null) return formName(form, language);
  return language === 'zh-CN' ? '其中一张表' : 'one of the tables';
}

/** What to do where the data do not tell what to put back. */
function nextStep({ corrections }: UnitEvent, language: Language): string {
  if (corrections.length > 0) return '';
  return language === 'zh-CN' ? '请对照原始资料核对。' : ' Compare with the source documents.';
}

/** What comes of putting it back: said only where that was tried, and is offered. */
function promised({ corrections }: UnitEvent, words: string): string {
  return corrections.length > 0 ? words : '';
}

/** "1 个项目（一般公共预算：预算数 300 万元、执行数 280 万元）". */
export function projectText(
  { figures, block, currencyUnit }: UnitEvent,
  language: Language,
): string {
  const chinese = language === 'zh-CN';
  const count = figures?.projectCount;
  const amounts = Object.entries(figures ?? {})
    .filter(([measure]) => measure !== 'projectCount')
    .map(
      ([measure, amount]) =>
        `${measureName(measure as Measure, language)} ${measuredIn(groupDigits(amount), currencyUnit, language)}`,
    );
  const name = block === null ? '' : blockName(block, language);
  const projects = chinese
    ? `${count ?? '若干'} 个项目`
    : `${count ?? 'some'} project${count === '1' ? '' : 's'}`;
  return chinese
    ? `${projects}（${name}：${amounts.join('、')}）`
    : `${projects} (${name}: ${amounts.join(', ')})`;
}

function missingMessage(event: UnitEvent, otherForm: FormId | null, language: Language): string {
  const less = tableName(event.form, language);
  const more = tableName(otherForm, language);
  const projects = projectText(event, language);
  return language === 'zh-CN'
    ? `${less}比${more}少 ${projects}，请核对两张表的项目清单。`
    : `${less} has ${projects} less than ${more}; compare the lists of projects.`;
}

function otherBudgetMessage(
  event: UnitEvent,
  { otherForm, otherBlock }: Extract<EventDetail, { kind: 'otherBudget' }>,
  language: Language,
): string {
  const here = tableName(event.form, language);
  const there = tableName(otherForm, language);
  const block = blockName(event.block ?? 'total', language);
  const other = blockName(otherBlock, language);
  const projects = projectText(event, language);
  return language === 'zh-CN'
    ? `同一笔资金两张表列在不同预算：${here}列在${block}，${there}列在${other}，计 ${projects}，请核对资金性质。`
    : `The same money stands in different budgets: ${here} has it under ${block}, ${there} under ${other}: ${projects}. Check which is right.`;
}

function scaledMessage(
  event: UnitEvent,
  detail: Extract<EventDetail, { kind: 'scaled' }>,
  language: Language,
): string {
  const chinese = language === 'zh-CN';
  const { factor, form, measures, block } = event;
  const isMore = factor?.startsWith('1') ?? true;
  const times = isMore ? (factor ?? '') : `1${'0'.repeat((factor ?? '').length - 2)}`;
  if (form === null) {
    return chinese
      ? `两张表的金额相差 ${times} 倍，疑有一张的金额单位弄错，请核对金额单位。`
      : `The tables' amounts differ by a factor of ${times}: one seems to be in another unit; check the units.`;
  }
  const part = scaledPart(
    detail,
    block === null ? null : blockName(block, language),
    measures,
    language,
  );
  const table = formName(form, language);
  if (chinese) {
    const off = isMore ? `是应填数的 ${times} 倍` : `只有应填数的 1/${times}`;
    const way = isMore ? `÷${times}` : `×${times}`;
    const promise = promised(event, `；${way} 后相符`);
    return `${table}${part}疑按别的金额单位填报，${off}${promise}。${nextStep(event, language)}`;
  }
  const off = isMore ? `${times} times too large` : `${times} times too small`;
  const promise = promised(event, `; ${isMore ? 'divided' : 'multiplied'} by ${times} they agree`);
  return `${table}: ${part} seem to be in another unit, ${off}${promise}.${nextStep(event, language)}`;
}

export function scaledPart(
  { scope, line }: Extract<EventDetail, { kind: 'scaled' }>,
  block: string | null,
  measures: readonly Measure[],
  language: Language,
): string {
  const chinese = language === 'zh-CN';
  const measure = measureName(measures[0] ?? 'budgeted', language);
  switch (scope) {
    case 'table':
      return chinese ? '整表金额' : 'all amounts';
    case 'sources':
      return chinese
        ? '两块预算各列金额（合计各列除外）'
        : 'the amounts of both budgets (not the totals)';
    case 'block':
      return chinese ? `“${block ?? ''}”各列金额` : `the amounts under ${block ?? ''}`;
    case 'measure':
      return chinese ? `各“${measure}”列` : `the ${measure} columns`;
    case 'column':
      return chinese ? `“${block ?? ''}·${measure}”整列` : `the column ${block ?? ''}, ${measure},`;
    case 'line':
      return chinese ? `“${line ?? ''}”整行金额` : `the amounts of the line ${line ?? ''}`;
  }
}

function exchangedMessage(
  event: UnitEvent,
  detail: Extract<EventDetail, { kind: 'exchanged' }>,
  language: Language,
): string {
  const chinese = language === 'zh-CN';
  const table = tableName(event.form, language);
  const [first, second, unit] = exchangedParts(event, detail, language);
  if (first === '' || second === '') {
    return language === 'zh-CN'
      ? '疑有两行数填颠倒，但不能确定是哪两行。请对照原始资料核对。'
      : 'Two lines seem to be exchanged; which ones cannot be told. Compare them with the source.';
  }
  return chinese
    ? `${table}“${first}”与“${second}”两${unit}疑填颠倒${promised(event, '，换回后相符')}。${nextStep(event, language)}`
    : `${table}: the ${unit} ${first} and ${second} seem to be exchanged${promised(event, '; put back they agree')}.${nextStep(event, language)}`;
}

export function exchangedParts(
  { block }: UnitEvent,
  detail: Extract<EventDetail, { kind: 'exchanged' }>,
  language: Language,
): readonly [string, string, string] {
  const chinese = language === 'zh-CN';
  const column = (name: ColumnName): string =>
    `${blockName(name.block, language)}${chinese ? '·' : ', '}${measureName(name.measure, language)}`;
  switch (detail.what) {
    case 'columns':
      return [column(detail.first), column(detail.second), chinese ? '列' : 'columns'];
    case 'measures':
      return [
        measureName(detail.first, language),
        measureName(detail.second, language),
        chinese ? '组列' : 'columns',
      ];
    case 'blocks':
      return [
        blockName(detail.first, language),
        blockName(detail.second, language),
        chinese ? '块' : 'blocks',
      ];
    case 'lines': {
      const where = block === null ? '' : blockName(block, language);
      return [detail.first, detail.second, chinese ? `行的${where}数` : `lines (${where})`];
    }
  }
}

function shiftedMessage(
  event: UnitEvent,
  { direction, stated, meant }: Extract<EventDetail, { kind: 'shifted' }>,
  language: Language,
): string {
  if (stated === '' || meant === '') {
    return language === 'zh-CN'
      ? '疑有一组数整体错位一行或一列，但不能确定是哪些格。请对照原始资料核对。'
      : 'Some figures seem to stand one line or one column off; which ones cannot be told. Compare them with the source.';
  }
  const table = tableName(event.form, language);
  if (language === 'zh-CN') {
    const way = { up: '上移一行', down: '下移一行', left: '左移一列', right: '右移一列' }[
      direction
    ];
    return `${table} ${stated} 的数疑整体${way}，应在 ${meant}${promised(event, '；移回后相符')}。${nextStep(event, language)}`;
  }
  const way = {
    up: 'one line too high',
    down: 'one line too low',
    left: 'one column too far left',
    right: 'one column too far right',
  }[direction];
  return `${table}: the figures in ${stated} seem to stand ${way}; they belong into ${meant}.${nextStep(event, language)}`;
}

function outsideMessage(
  event: UnitEvent,
  { moves }: Extract<EventDetail, { kind: 'outsideTable' }>,
  language: Language,
): string {
  const table = tableName(event.form, language);
  const chinese = language === 'zh-CN';
  const isSure = event.corrections.length > 0;
  const belongs = isSure ? 'belongs into' : 'may belong into';
  const list = moves
    .map(({ from, to }) =>
      chinese ? `${from} 的数${isSure ? '' : '疑'}应在 ${to}` : `${from} ${belongs} ${to}`,
    )
    .join(chinese ? '、' : ', ');
  return chinese
    ? `${table}有 ${moves.length} 个数写在表外，未参加审核：${list}，请${isSure ? '' : '核对后'}移回表内。`
    : `${table}: ${moves.length} figure${moves.length === 1 ? ' stands' : 's stand'} outside the table, unchecked: ${list}.`;
}

function draftMessage(
  { currencyUnit }: UnitEvent,
  { differences }: Extract<EventDetail, { kind: 'differentDraft' }>,
  language: Language,
): string {
  const chinese = language === 'zh-CN';
  const list = differences
    .map(({ block, measure, difference }) => {
      const name = `${blockName(block, language)}${chinese ? '·' : ', '}${measureName(measure, language)}`;
      const unit = measure === 'projectCount' ? 'project' : currencyUnit;
      return `${name} ${measuredIn(groupDigits(difference), unit, language)}`;
    })
    .join(chinese ? '，' : '; ');
  return chinese
    ? `两张表各自平衡而总数多处不同，疑不是同一时点的数据。统计表1 减统计表2：${list}。请确认以哪一稿为准。`
    : `Both tables balance but their totals differ in several places: one seems to be of another date. Table 1 − Table 2: ${list}. Decide which draft counts.`;
}
