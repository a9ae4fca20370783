/** What is one act over many cells called, and what of it stands in a small table? */
import type { EventDetail, UnitEvent } from '../domain/rules/unitEvents';
import { exchangedParts, projectText, scaledPart, tableName } from './events';
import type { Language } from './language';
import { blockName } from './terms';
import { visibleText } from './visibleText';

export interface EventSummary {
  /** What happened: 两列填颠倒. */
  readonly title: string;
  /** What was moved from where to where, or what differs. */
  readonly change: string;
  /** What to do where nothing can be adopted. */
  readonly next: string;
}

type Detail<K extends EventDetail['kind']> = Extract<EventDetail, { kind: K }>;

/** An event in two short lines; the whole sentence is `eventMessage`. */
export function eventSummary(event: UnitEvent, language: Language): EventSummary {
  const { title, change } = summaryOf(event, language);
  const next = nextSteps[language][event.detail.kind];
  return { title: visibleText(title), change: visibleText(change), next };
}

const nextSteps: Readonly<Record<Language, Readonly<Record<EventDetail['kind'], string>>>> = {
  'zh-CN': {
    projectMissing: '请核对两张表的项目清单',
    otherBudget: '请核对资金性质',
    scaled: '请核对金额单位',
    exchanged: '请对照原始资料核对',
    shifted: '请对照原始资料核对',
    outsideTable: '请移回表内',
    differentDraft: '请确认以哪一稿为准',
  },
  'en-US': {
    projectMissing: 'Compare the lists of projects',
    otherBudget: 'Check the kind of money',
    scaled: 'Check the currency units',
    exchanged: 'Compare with the source',
    shifted: 'Compare with the source',
    outsideTable: 'Move them into the table',
    differentDraft: 'Decide which draft counts',
  },
};

function summaryOf(event: UnitEvent, language: Language): Omit<EventSummary, 'next'> {
  const { detail } = event;
  const chinese = language === 'zh-CN';
  const table = tableName(event.form, language);
  switch (detail.kind) {
    case 'projectMissing': {
      const more = tableName(detail.otherForm, language);
      return {
        title: chinese ? `${table}比${more}少项目` : `${table} has fewer projects than ${more}`,
        change: projectText(event, language),
      };
    }
    case 'otherBudget':
      return {
        title: chinese ? '同一笔资金列在不同预算' : 'The same money in different budgets',
        change: budgetChange(event, detail, language),
      };
    case 'scaled':
      return scaledSummary(event, detail, language);
    case 'exchanged': {
      const [first, second, unit] = exchangedParts(event, detail, language);
      return {
        title: chinese ? `${table}两${unit}填颠倒` : `${table}: ${unit} exchanged`,
        change: first === '' || second === '' ? '' : `${first} ⇄ ${second}`,
      };
    }
    case 'shifted': {
      const way = ways[language][detail.direction];
      return {
        title: chinese ? `${table}一组数整体${way}` : `${table}: figures ${way}`,
        change: detail.meant === '' ? '' : `${detail.stated} → ${detail.meant}`,
      };
    }
    case 'outsideTable': {
      const { moves } = detail;
      return {
        title: chinese
          ? `${table}有 ${moves.length} 个数写在表外`
          : `${table}: ${moves.length} outside the table`,
        change: moves
          .slice(0, movesShown)
          .map(({ from, to }) => `${from} → ${to}`)
          .concat(moves.length > movesShown ? ['…'] : [])
          .join(chinese ? '、' : ', '),
      };
    }
    case 'differentDraft':
      return {
        title: chinese ? '两张表疑不是同一稿' : 'The tables seem to be of different drafts',
        change: chinese
          ? `两张表各自平衡，${detail.differences.length} 个总数不同`
          : `Each balances; ${detail.differences.length} totals differ`,
      };
  }
}

const movesShown = 3;

const ways = {
  'zh-CN': { up: '上移一行', down: '下移一行', left: '左移一列', right: '右移一列' },
  'en-US': {
    up: 'one line too high',
    down: 'one line too low',
    left: 'one column too far left',
    right: 'one column too far right',
  },
} as const satisfies Readonly<Record<Language, object>>;

function budgetChange(
  event: UnitEvent,
  { otherForm, otherBlock }: Detail<'otherBudget'>,
  language: Language,
): string {
  const here = `${tableName(event.form, language)} ${blockName(event.block ?? 'total', language)}`;
  const there = `${tableName(otherForm, language)} ${blockName(otherBlock, language)}`;
  return `${here} ⇄ ${there}`;
}

function scaledSummary(
  event: UnitEvent,
  detail: Detail<'scaled'>,
  language: Language,
): Omit<EventSummary, 'next'> {
  const { factor, form, block, measures } = event;
  const chinese = language === 'zh-CN';
  const isMore = factor?.startsWith('1') ?? true;
  const times = isMore ? (factor ?? '') : `1${'0'.repeat((factor ?? '').length - 2)}`;
  const title = chinese ? '金额单位疑弄错' : 'Probably another currency unit';
  if (form === null) {
    return {
      title,
      change: chinese ? `两张表的金额相差 ${times} 倍` : `The tables differ by ${times} times`,
    };
  }
  const name = block === null ? null : blockName(block, language);
  const part = scaledPart(detail, name, measures, language);
  return { title, change: `${tableName(form, language)} ${part} ${isMore ? '÷' : '×'}${times}` };
}
