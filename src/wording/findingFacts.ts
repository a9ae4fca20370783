/** What does a finding hold against what, as the cells of a small table rather than a sentence? */
import { comparedFigures } from '../application/report/comparedFigures';
import type { FigurePlace, Finding } from '../domain/finding';
import { groupDigits, unsigned } from './language';
import type { Language } from './language';
import { visibleText } from './visibleText';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

const labels = {
  'zh-CN': {
    stated: '填报',
    computed: '应为',
    limit: '不应超过',
    other: '另一张表',
    last: '上期',
    shown: '显示',
    more: '多',
    less: '少',
    rate: '执行率',
    lowest: '下限',
    blank: '空白',
  },
  'en-US': {
    stated: 'Stated',
    computed: 'due',
    limit: 'at most',
    other: 'other table',
    last: 'round before',
    shown: 'Shown',
    more: 'over by',
    less: 'short by',
    rate: 'Rate',
    lowest: 'lowest',
    blank: 'blank',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** The figure that a finding is about; null where it is about no single one. */
export function figureOf({ detail }: Finding): FigurePlace | null {
  return 'place' in detail ? detail.place : null;
}

/** The figures of a finding, each with its label; none where it has no figures to compare. */
export function findingFacts(finding: Finding, language: Language): readonly Fact[] {
  const { detail } = finding;
  const words = labels[language];
  const fact = (label: string, value: string): Fact => ({ label, value: visibleText(value) });
  const figure = (decimal: string | null) =>
    decimal === null ? words.blank : groupDigits(decimal);
  switch (detail.kind) {
    case 'content': {
      const { text, determined } = detail;
      const due = determined === null ? [] : [fact(words.computed, groupDigits(determined))];
      return [fact(words.stated, `“${text}”`), ...due];
    }
    case 'executionRate':
      return [fact(words.rate, `${detail.rate}%`), fact(words.lowest, `${detail.threshold}%`)];
    case 'displayedSum':
      return [
        fact(words.shown, detail.shownTotal),
        fact(words.computed, detail.shownSum),
        ...differenceFact(detail.difference, language),
      ];
    case 'balance':
    case 'crossTable':
    case 'comparison':
    case 'ofWhich':
    case 'totalFormula':
    case 'formulaResult':
    case 'lastRoundDiffers':
    case 'unlikelyChange':
    case 'newOrGone': {
      const { stated, standard, difference } = comparedFigures(finding);
      if (standard === null) return [];
      const limit = standardPlace(finding);
      return [
        fact(
          detail.kind === 'formulaResult' ? words.shown : words.stated,
          asWritten(detail.place) ?? figure(stated),
        ),
        fact(words[standardName(finding)], asWritten(limit) ?? figure(standard)),
        ...differenceFact(difference, language),
      ];
    }
    default:
      return [];
  }
}

function differenceFact(difference: string | null, language: Language): Fact[] {
  if (difference === null || difference === '0') return [];
  const { more, less } = labels[language];
  const label = difference.startsWith('-') ? less : more;
  return [{ label, value: groupDigits(unsigned(difference)) }];
}

function standardName({ detail }: Finding): 'computed' | 'limit' | 'other' | 'last' {
  switch (detail.kind) {
    case 'comparison':
    case 'ofWhich':
      return 'limit';
    case 'crossTable':
      return 'other';
    case 'lastRoundDiffers':
    case 'unlikelyChange':
    case 'newOrGone':
      return 'last';
    default:
      return 'computed';
  }
}

/** Where the figure stands that the finding's is held against; null where it is worked out. */
function standardPlace({ detail }: Finding): FigurePlace | null {
  switch (detail.kind) {
    case 'comparison':
      return detail.limit;
    case 'ofWhich':
      return detail.parent;
    case 'crossTable':
      return detail.other;
    default:
      return null;
  }
}

/** The text of another unit that stands for a figure; null for a figure as it is. */
function asWritten(place: FigurePlace | null): string | null {
  return place?.written === undefined ? null : `“${place.written}”`;
}

const resultCauses = {
  'zh-CN': {
    notRecalculated: '公式未重算，请按 F9',
    hiddenRows: '未计入隐藏或筛选的行，请取消隐藏和筛选',
    circular: '循环引用，请改正引用',
  },
  'en-US': {
    notRecalculated: 'Not recalculated: press F9',
    hiddenRows: 'Leaves out hidden or filtered rows: show them',
    circular: 'Circular: correct the formula',
  },
} as const;

/** Why right formulas do not show what they should, with what to do; empty of other findings, or for several reasons. */
export function causeOfResults(findings: readonly Finding[], language: Language): string {
  const causes = findings.map(({ detail }) =>
    detail.kind === 'formulaResult' ? detail.cause : null,
  );
  const [first = null] = causes;
  return first === null || causes.some((cause) => cause !== first)
    ? ''
    : resultCauses[language][first];
}
