/** How does Excel find the ribbon's commands? Each is registered by its name and always reports back. */
import { commandNames } from './commandNames';
import type { CommandTarget } from './ribbonCommands';
import { ribbonCommands } from './ribbonCommands';

/** What Excel hands to a command; until `completed` is called, the button counts as running. */
export interface CommandEvent {
  readonly completed: () => void;
}

type Associate = (name: string, command: (event: CommandEvent) => void) => void;

/**
 * Registers all commands. They may be called before the add-in is ready; then they wait for it.
 *
 * @param ready the add-in's control, null where it cannot work in this Excel (the pane says so)
 */
export function associateCommands(
  ready: Promise<CommandTarget | null>,
  associate: Associate,
): void {
  for (const name of commandNames) {
    associate(name, (event) => {
      void runCommand(ready, ribbonCommands[name], event);
    });
  }
}

async function runCommand(
  ready: Promise<CommandTarget | null>,
  command: (target: CommandTarget) => Promise<void>,
  event: CommandEvent,
): Promise<void> {
  try {
    const target = await ready;
    if (target !== null) await command(target);
  } finally {
    event.completed();
  }
}

let opening: Promise<boolean> | null = null;

/**
 * Opens the pane; false where this Excel cannot, or does not want to. While it is being opened nothing
 * more is asked of Excel: repeated requests leave the web Excel with buttons that no longer answer.
 */
export function showPane(): Promise<boolean> {
  opening ??= askForPane().finally(() => {
    opening = null;
  });
  return opening;
}

async function askForPane(): Promise<boolean> {
  try {
    await Office.addin.showAsTaskpane();
    return true;
  } catch {
    return false;
  }
}
