/** How are the reporting rounds called? Apart from the other names: the pane's first sight needs only these. */
import type { ReportingRound } from '../domain/forms/rounds';
import type { Language } from './language';

const rounds: Readonly<Record<Language, Readonly<Record<ReportingRound, string>>>> = {
  'zh-CN': { january: '1月份报送', july: '7月份报送', annual: '年度报告' },
  'en-US': { january: 'January round', july: 'July round', annual: 'Annual report' },
};

export function roundName(round: ReportingRound, language: Language): string {
  return rounds[language][round];
}
