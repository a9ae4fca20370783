/** What does the pane say otherwise where it stands beside a table of the page's own instead of in Excel? */
import type { Language } from './language';
import type { PaneTexts } from './pane';
import { paneTexts } from './paneTexts';

/** The pane's texts, without what only Excel does. */
export function pagePaneTexts(language: Language): PaneTexts {
  const texts = paneTexts(language);
  const own = language === 'zh-CN' ? inChinese : inEnglish;
  return {
    ...texts,
    verdictDetail: { ...texts.verdictDetail, manual: own.manual },
    list: { ...texts.list, lockedHint: own.lockedHint },
    marks: { ...texts.marks, hint: own.marksHint, followHint: own.followHint },
    saveHint: own.saveHint,
    settings: { ...texts.settings, privacy: own.privacy },
  };
}

interface OwnTexts {
  readonly manual: string;
  readonly lockedHint: string;
  readonly marksHint: string;
  readonly followHint: string;
  readonly saveHint: string;
  readonly privacy: string;
}

const inChinese: OwnTexts = {
  manual: '文件设为手动计算：改数后合计不会自动更新。送审前请点“重算”。',
  lockedHint: '这里已锁定，不能写入。请先在 WPS 或 Excel 中撤消工作表保护并保存，再打开。',
  marksHint: '由“一键校验”标出，关闭即清除。保存的副本里不带标记。',
  followHint: '每次改数都更新。',
  saveHint: '请点“保存副本”，报送存好的副本；保存后这里会自动重新检查。',
  privacy: '本网页不联网发送任何数据。',
};

const inEnglish: OwnTexts = {
  manual:
    'The file calculates manually: totals do not follow edits by themselves. Choose Recalculate before you submit.',
  lockedHint:
    'These cells are locked. Unprotect the sheet in WPS or Excel, save it, and open it again.',
  marksHint: '“Check now” sets them, off removes them. A saved copy carries none.',
  followHint: 'With each edit.',
  saveHint: 'Choose “Save a copy” and submit that copy; once it is saved, this is checked again.',
  privacy: 'This page sends nothing over the network.',
};
