/**
 * What does each button of the ribbon do? The same as the pane's own buttons, through the same
 * control, whether or not the pane is open; what needs a look or a word opens the pane.
 */
import type { PaneControl } from '../taskpane/control/PaneControl';
import { loadSubmission } from '../taskpane/submit/loadSubmission';
import type { WriteControl } from '../taskpane/writing/WriteControl';
import type { CommandName } from './commandNames';

/** What the commands act on. */
export interface CommandTarget {
  readonly control: PaneControl;
  readonly writing: WriteControl;
  /** Opens the pane; false where Excel does not. */
  readonly showPane: () => Promise<boolean>;
}

type Command = (target: CommandTarget) => Promise<void>;

/** Every command of the ribbon. */
export const ribbonCommands: Readonly<Record<CommandName, Command>> = {
  checkWorkbook: async ({ control, showPane }) => {
    control.store.send({ type: 'pageOpened', page: 'check' });
    await Promise.all([control.check(), showPane()]);
  },
  clearMarks: async ({ control, showPane }) => {
    await control.clearMarks();
    // The marks are seen to be gone; only where they are not is there something to say.
    if (control.store.get().notice?.kind === 'failed') await showPane();
  },
  fillTotals: async ({ writing, showPane }) => {
    await Promise.all([writing.previewFill(null), showPane()]);
  },
  undoLast: async ({ writing, showPane }) => {
    await Promise.all([writing.undo(), showPane()]);
  },
  insertTemplate: async ({ control, showPane }) => {
    control.store.send({ type: 'pageOpened', page: 'template' });
    await showPane();
  },
  checkReady: async ({ control, writing, showPane }) => {
    control.store.send({ type: 'pageOpened', page: 'submit' });
    await Promise.all([checkReady(control, writing), showPane()]);
  },
  consolidateUnits: async ({ control, showPane }) => {
    control.store.send({ type: 'pageOpened', page: 'consolidate' });
    await showPane();
  },
};

/** The page that does it may not be loaded yet. */
async function checkReady(control: PaneControl, writing: WriteControl): Promise<void> {
  const submissionOf = await loadSubmission();
  if (submissionOf !== null) return submissionOf(control, writing).check();
  control.store.send({ type: 'failed', task: 'submit', fault: { code: 'notLoaded' } });
}
