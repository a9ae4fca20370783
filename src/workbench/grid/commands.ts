// Which of Univer's commands may run? Only those that look around; whatever would change a cell goes to the host.

import { CanceledError } from '@univerjs/core';
import type { IDisposable } from '@univerjs/core';
import type { ICommandService } from '@univerjs/core';

/** Selecting, scrolling, and what conditional formats need to be worked out. */
const ALLOWED = new Set([
  'sheet.operation.set-selections',
  'sheet.operation.set-scroll',
  'sheet.operation.scroll-to-cell',
  'sheet.operation.scroll-to-range',
  'sheet.command.scroll-view',
  'sheet.command.set-scroll-relative',
  'sheet.command.scroll-to-cell',
  'sheet.command.move-selection',
  'sheet.command.move-selection-enter-tab',
  'sheet.command.expand-selection',
  'sheet.operation.set-worksheet-active',
  // Not only data validation: formulas of conditional formats are marked so, too.
  'sheet.mutation.data-validation-formula-mark-dirty',
]);
const ALLOWED_BEGINNING = 'formula.';

/** Stands between Univer and its own model. */
export class CommandGuard {
  #own = 0;
  readonly #listener: IDisposable;

  /** `wanted` hears of every command that was refused, so that some can be done otherwise. */
  constructor(
    private readonly commands: ICommandService,
    wanted: (id: string, params: object | undefined) => void,
  ) {
    this.#listener = commands.beforeCommandExecuted(({ id, params }) => {
      if (this.#own > 0 || ALLOWED.has(id) || id.startsWith(ALLOWED_BEGINNING)) return;
      wanted(id, params);
      throw new CanceledError();
    });
  }

  /** Runs a command of our own at once. */
  run(id: string, params: object): void {
    this.#own++;
    try {
      this.commands.syncExecuteCommand(id, params);
    } finally {
      this.#own--;
    }
  }

  /** Runs an asynchronous command, one that is allowed anyway. */
  async start(id: string, params: object): Promise<void> {
    await this.commands.executeCommand(id, params);
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
