/** The add-in's entry point: opens Excel's ports, shows the pane, and registers the ribbon's commands. */
import { createRoot } from 'react-dom/client';
import { Downloads } from './background/Downloads';
import { openFiles } from './background/openFiles';
import { associateCommands, showPane } from './commands/associateCommands';
import type { CommandTarget } from './commands/ribbonCommands';
import { openExcel } from './excel/openExcel';
import { startPane } from './taskpane/startPane';
import { loadEngine } from './taskpane/control/loadEngine';
import { CannotStart } from './taskpane/frame/CannotStart';
import { preloadViews } from './taskpane/frame/lazyViews';

/** Milliseconds after which the rest of the program is loaded in the background. */
const afterFirstPaint = 50;

const container = document.getElementById('pane');
if (container === null) throw new Error('The page has no place for the pane.');
const root = createRoot(container);

/** The one place that catches what nobody expected: better a sentence than an empty pane. */
async function start(): Promise<CommandTarget | null> {
  try {
    return await open();
  } catch (error) {
    const hostCode = error instanceof Error ? error.name : 'unknown';
    root.render(<CannotStart fault={{ code: 'hostError', hostCode }} />);
    return null;
  }
}

async function open(): Promise<CommandTarget | null> {
  const opened = await openExcel();
  if (!opened.ok) {
    root.render(<CannotStart fault={opened.fault} />);
    return null;
  }
  const { control, writing, element } = startPane({
    ...opened.value,
    files: openFiles(),
    saves: new Downloads(),
  });
  document.documentElement.lang = opened.value.environment.language;
  root.render(element);
  setTimeout(() => void Promise.all([loadEngine(), preloadViews()]), afterFirstPaint);
  return { control, writing, showPane };
}

associateCommands(start(), (name, command) => {
  Office.actions.associate(name, command);
});
