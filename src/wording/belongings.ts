/** How is it said what of ours is in the workbook, and that it was taken away? */
import type { Belonging, BelongingKind } from '../application/belongings';
import { reportingRounds } from '../domain/forms/rounds';
import { unreadableExplanations } from './explanations';
import type { Language } from './language';
import { groupDigits } from './language';
import { roundName } from './rounds';
import { visibleText } from './visibleText';

/** What was removed. */
export interface RemovedBelongings {
  readonly kinds: readonly BelongingKind[];
  readonly left: 'nothing' | 'others';
  readonly undo: 'possible' | 'none';
}

export interface BelongingTexts {
  readonly title: string;
  readonly hint: string;
  readonly none: string;
  readonly remove: string;
  readonly removeAll: string;
  /** Before what cannot be had back goes. */
  readonly confirm: string;
  readonly cancel: string;
  readonly forGood: string;
  readonly names: Readonly<Record<BelongingKind, string>>;
  readonly notFoundOut: (kind: BelongingKind, why: string) => string;
  readonly removed: (removed: RemovedBelongings) => string;
}

const texts: Readonly<Record<Language, BelongingTexts>> = {
  'zh-CN': {
    title: '保存在工作簿里的内容',
    hint: '以下由本加载项留在这个工作簿里，随文件保存；可以随时清除，不留痕迹。',
    none: '这个工作簿里没有本加载项留下的内容。',
    remove: '清除',
    removeAll: '全部清除',
    confirm: '确认清除',
    cancel: '不清除',
    forGood: '清除后不能恢复。',
    names: { marks: '表内标记', explanations: '审核说明', round: '报送期', report: '审核报告' },
    notFoundOut: (kind, why) => `${texts['zh-CN'].names[kind]}：未能查看。${why}`,
    removed: ({ kinds, left, undo }) => {
      const { names } = texts['zh-CN'];
      const what = kinds.map((kind) => names[kind]).join('、');
      const rest = left === 'nothing' ? '，工作簿里不再有本加载项的内容' : '';
      return `已清除${what}${rest}。${undo === 'possible' ? `${undoable(kinds, 'zh-CN').join('、')}可以撤销恢复。` : ''}`;
    },
  },
  'en-US': {
    title: 'Kept in the workbook',
    hint: 'This add-in has left the following in this workbook; it is saved with the file and comes off at any time without a trace.',
    none: 'Nothing of this add-in is in this workbook.',
    remove: 'Remove',
    removeAll: 'Remove all',
    confirm: 'Remove for good',
    cancel: 'Keep',
    forGood: 'It cannot be had back.',
    names: {
      marks: 'Marks in the sheets',
      explanations: 'Explanations',
      round: 'Reporting round',
      report: 'Report of the check',
    },
    notFoundOut: (kind, why) => `${texts['en-US'].names[kind]}: could not be looked at. ${why}`,
    removed: ({ kinds, left, undo }) => {
      const { names } = texts['en-US'];
      const what = kinds.map((kind) => names[kind]).join(', ');
      const rest = left === 'nothing' ? '; nothing of this add-in is left in the workbook' : '';
      return `Removed: ${what}${rest}.${undo === 'possible' ? ` To be had back by Undo: ${undoable(kinds, 'en-US').join(', ')}.` : ''}`;
    },
  },
};

/** What of it undo brings back. */
function undoable(kinds: readonly BelongingKind[], language: Language): string[] {
  const { names } = texts[language];
  return kinds
    .filter((kind) => kind === 'explanations' || kind === 'report')
    .map((kind) => names[kind]);
}

export function belongingTexts(language: Language): BelongingTexts {
  return texts[language];
}

/** What is there of one kind: 审核说明：3 条. */
export function belongingText(belonging: Belonging, language: Language): string {
  const chinese = language === 'zh-CN';
  const name = texts[language].names[belonging.kind];
  return `${name}${chinese ? '：' : ': '}${detailOf(belonging, language)}`;
}

function detailOf(belonging: Belonging, language: Language): string {
  const chinese = language === 'zh-CN';
  switch (belonging.kind) {
    case 'marks': {
      const listed = (sheets: readonly string[]) => visibleText(sheets.join(chinese ? '、' : ', '));
      const { marked, unreadable } = belonging;
      if (unreadable.length === 0) return listed(marked);
      const doubt = chinese
        ? `${listed(unreadable)} 里有 Excel 读不出的条件格式，其中可能有损坏的标记`
        : `${listed(unreadable)}: conditional formats that Excel cannot read, damaged marks perhaps among them`;
      return [...(marked.length === 0 ? [] : [listed(marked)]), doubt].join(chinese ? '；' : '; ');
    }
    case 'explanations': {
      const { stored } = belonging;
      if (stored.kind === 'unreadable') return unreadableExplanations(stored.why, language);
      const count = groupDigits(String(stored.explanations.length));
      return chinese ? `${count} 条` : count;
    }
    case 'report':
      return visibleText(belonging.sheets.join(chinese ? '、' : ', '));
    case 'round':
      return keptRoundName(belonging.kept, language);
  }
}

/** What another version has kept is shown as it is. */
function keptRoundName(kept: string, language: Language): string {
  const round = reportingRounds.find((one) => JSON.stringify(one) === kept);
  return round === undefined ? visibleText(kept) : roundName(round, language);
}
