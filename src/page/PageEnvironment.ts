/** How does the browser around the page look and speak? */
import type { EnvironmentPort, LocalStorePort } from '../application/ports';
import type { Language } from '../wording/language';

type Theme = EnvironmentPort['theme'];

/** Under which key the language that was chosen is kept on this machine. */
const languageKey = 'language';

/** The language that was chosen here; the browser's before that, Chinese where it says nothing. */
export function readLanguage(store: LocalStorePort, spoken: string): Language {
  const kept = store.read(languageKey);
  if (kept === 'zh-CN' || kept === 'en-US') return kept;
  return spoken === '' || /^zh\b/i.test(spoken) ? 'zh-CN' : 'en-US';
}

/** Keeps the language for the next time. */
export function keepLanguage(store: LocalStorePort, language: Language): void {
  store.write(languageKey, language);
}

const contrast = '(forced-colors: active)';
const dark = '(prefers-color-scheme: dark)';

/** The browser's theme; the document has no place that outlives the page. */
export class PageEnvironment implements EnvironmentPort {
  readonly documentUrl = null;

  constructor(
    readonly language: Language,
    private readonly page: Window = window,
  ) {}

  get theme(): Theme {
    if (this.page.matchMedia(contrast).matches) return 'highContrast';
    return this.page.matchMedia(dark).matches ? 'dark' : 'light';
  }

  locateDocument(): Promise<void> {
    return Promise.resolve();
  }

  onThemeChange(listener: (theme: Theme) => void): () => void {
    const tell = (): void => {
      listener(this.theme);
    };
    const queries = [contrast, dark].map((query) => this.page.matchMedia(query));
    for (const query of queries) query.addEventListener('change', tell);
    return () => {
      for (const query of queries) query.removeEventListener('change', tell);
    };
  }

  /** A page that is in sight again has missed nothing: the workbook is its own. */
  onShown(): void {
    // Never.
  }
}
