// What ties the frame of the pane to the host of the workbook on screen?

import type { Desktop, DesktopOptions } from '../host/desktop';
import { DARK_THEME, installDesktopHost, LIGHT_THEME } from '../host/desktop';
import type { Host } from '../host/host';
import type { ConnectPane } from './connector';
import type { Language, Theme } from './words';

const officeTheme = (theme: Theme): NonNullable<DesktopOptions['theme']> =>
  theme === 'dark' ? DARK_THEME : LIGHT_THEME;

/** One frame's tie to a host; a frame that is loaded again gets a new one. */
export class PaneConnection {
  #desktop: Desktop | null = null;
  #page: Window | null = null;
  #theme: Theme = 'light';
  /** Buttons pressed before the pane's page has begun to load. */
  #early: (() => void)[] = [];

  constructor(
    private readonly host: Host,
    private readonly language: Language,
  ) {}

  readonly connect: ConnectPane = (page) => {
    this.#desktop?.remove();
    this.#page = page;
    this.#desktop = installDesktopHost(page, this.host, {
      language: this.language,
      theme: officeTheme(this.#theme),
    });
    for (const press of this.#early.splice(0)) press();
  };

  /** Runs a ribbon command; resolves when it has reported back. */
  press(name: string, buttonId: string): Promise<void> {
    const desktop = this.#desktop;
    if (desktop) return desktop.invokeCommand(name, { source: { id: buttonId } });
    return new Promise((resolve) => {
      this.#early.push(() => {
        void this.press(name, buttonId).then(resolve);
      });
    });
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#desktop?.setTheme(officeTheme(theme));
    // Excel's options dialog has been closed: the pane has the focus again and looks at the theme.
    this.#page?.dispatchEvent(new Event('focus'));
  }

  remove(): void {
    this.#desktop?.remove();
    this.#desktop = null;
    this.#page = null;
  }
}
