/** How does the sheet 汇总说明 word that a unit's file was replaced, in the language it is written in? */
import type { NotesLanguage, NotesWords } from '../application/consolidation/replacedNotes';
import type { CheckSettings } from '../domain/rules/settings';
import {
  countedEntry,
  editionRow,
  errorsIn,
  findingRow,
  includeTexts,
  mappedRow,
  settingsTitle,
} from './consolidationNotes';
import { shortName } from './setFindings';

/** Rules whose findings may be others once a unit that counts has other figures, labels, or another money unit. */
const ofFigures = /(?:^| )U-0(?:10|20|40|45|55|70|80) /;

const before: Readonly<Record<NotesLanguage, string>> = {
  'zh-CN': '（更换文件之前的情况）',
  'en-US': ' (before a file was replaced)',
};

/** The words, on a day. */
export function replacementNotes({ year, month, day }: CheckSettings['today']): NotesWords {
  const date = [year, ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
  return {
    entry: (unit, letter, language) => countedEntry(unit, errorsIn(letter), language),
    finding: findingRow,
    mapped: mappedRow,
    edition: editionRow,
    replaced: (name, from, to, language) => {
      const own = language === 'zh-CN' ? '本工作簿' : 'this workbook';
      const [was, is] = [from, to].map((file) => (file === '' ? own : file));
      return language === 'zh-CN'
        ? ['更换文件', `${date}：${name}，由 ${was ?? ''} 更换为 ${is ?? ''}`]
        : ['File replaced', `${date}: ${name}, ${was ?? ''} by ${is ?? ''}`];
    },
    isFindingOf: ([what, contents], name, language) => {
      const short = shortName(name, language);
      const named = [`“${short}”`, `“${short}（第 `, `“${short} (no. `];
      return ofFigures.test(what) && named.some((text) => contents.includes(text));
    },
    outdated: (contents, language) =>
      contents.endsWith(before[language]) ? contents : contents + before[language],
    includingErrors: ([what, contents], language) =>
      what === settingsTitle[language]
        ? contents.replace(includeTexts.left[language], includeTexts.included[language])
        : contents,
  };
}
