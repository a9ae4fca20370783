/** Switches the page to the other language. */
import { Button } from '@fluentui/react-components';
import type { Language } from '../wording/language';
import { pageTexts } from '../wording/pageTexts';

interface LanguageButtonProps {
  readonly language: Language;
  readonly onLanguage: () => void;
}

export function LanguageButton({ language, onLanguage }: LanguageButtonProps) {
  const other = language === 'zh-CN' ? 'en-US' : 'zh-CN';
  return (
    <Button appearance="subtle" size="small" lang={other} onClick={onLanguage}>
      {pageTexts(language).otherLanguage}
    </Button>
  );
}
