/** How does the Excel around the pane look and speak? */
import { systemClock } from '../application/clock';
import type { EnvironmentPort } from '../application/ports';
import { withinTime } from './withinTime';

type Theme = EnvironmentPort['theme'];

/** office.js tells a theme that it asked Excel for up to five seconds ago. Milliseconds. */
const themeCached = 5_500;

/** How long Excel may take to tell where the document lies, in milliseconds. */
const locateWithin = 3_000;

/** Excel's language, theme and document. */
export class ExcelEnvironment implements EnvironmentPort {
  /** Where the document was found last; null before it was looked for. */
  #located: string | null = null;

  constructor(
    private readonly office: Office.Context = Office.context,
    private readonly page: Window = window,
    private readonly clock = systemClock,
  ) {}

  /** Chinese unless Excel says that it speaks something else. */
  get language(): EnvironmentPort['language'] {
    const language = textOf(this.office.displayLanguage);
    return language === '' || /^zh\b/i.test(language) ? 'zh-CN' : 'en-US';
  }

  /** A contrast theme of the system goes first, then Excel's own theme, then the system's. */
  get theme(): Theme {
    if (this.#matches('(forced-colors: active)')) return 'highContrast';
    const background = backgroundOf(this.office.officeTheme);
    const dark =
      background === null ? this.#matches('(prefers-color-scheme: dark)') : isDark(background);
    return dark ? 'dark' : 'light';
  }

  get documentUrl(): string | null {
    const url = this.#located ?? textOf(this.office.document.url);
    return url === '' ? null : url;
  }

  /** Office's own address is that of the start; a workbook that was never saved has no properties. */
  async locateDocument(): Promise<void> {
    const { document } = this.office;
    const answer = await withinTime(
      new Promise<Office.AsyncResult<Office.FileProperties>>((resolve) => {
        document.getFilePropertiesAsync(resolve);
      }),
      locateWithin,
      this.clock,
    );
    if (answer?.value.status !== Office.AsyncResultStatus.Succeeded) return;
    const url = textOf(answer.value.value.url);
    if (url !== '') this.#located = url;
  }

  /** A hidden pane may have been asleep: some hosts stop its program, and events are lost. */
  onShown(listener: () => void): void {
    if (!Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) return;
    void Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
      if (isTaskpane(visibilityMode)) listener();
    });
  }

  onThemeChange(listener: (theme: Theme) => void): () => void {
    let last = this.theme;
    const look = (): void => {
      const now = this.theme;
      if (now === last) return;
      last = now;
      listener(now);
    };
    let stopLooking: (() => void) | undefined;
    const lookTwice = (): void => {
      look();
      stopLooking?.();
      stopLooking = this.clock.after(themeCached, look);
    };
    const queries = ['(forced-colors: active)', '(prefers-color-scheme: dark)'].flatMap((query) =>
      'matchMedia' in this.page ? [this.page.matchMedia(query)] : [],
    );
    this.page.addEventListener('focus', lookTwice);
    for (const query of queries) query.addEventListener('change', look);
    return () => {
      stopLooking?.();
      this.page.removeEventListener('focus', lookTwice);
      for (const query of queries) query.removeEventListener('change', look);
    };
  }

  #matches(query: string): boolean {
    return 'matchMedia' in this.page && this.page.matchMedia(query).matches;
  }
}

function isTaskpane(visibilityMode: string): boolean {
  return visibilityMode === 'Taskpane';
}

/** Hosts leave out what they do not know, whatever the types say. */
function textOf(value: string | null | undefined): string {
  return value ?? '';
}

function backgroundOf(theme: Office.OfficeTheme | null | undefined): string | null {
  const background = textOf(theme?.bodyBackgroundColor);
  return /^#?[0-9a-f]{6}$/i.test(background) ? background.replace('#', '') : null;
}

/** Whether light text reads better on a colour `RRGGBB` (relative luminance, WCAG 2.2). */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179;
}
