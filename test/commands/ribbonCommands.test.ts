/** Do the ribbon's buttons act without the pane, and do they always report back to Excel? */
import type { CommandEvent } from '../../src/commands/associateCommands';
import { associateCommands } from '../../src/commands/associateCommands';
import { commandNames } from '../../src/commands/commandNames';
import type { CommandTarget } from '../../src/commands/ribbonCommands';
import { startPane } from '../../src/taskpane/startPane';
import { memoryPorts } from '../taskpane/memoryPorts';
import type { Memory } from '../taskpane/memoryPorts';
import { puyangPair } from '../taskpane/puyang';

/** An empty pair: no figure, every total blank. */
const sheets = puyangPair(['', '']);

interface Ribbon {
  readonly memory: Memory;
  readonly target: CommandTarget;
  readonly opened: () => number;
  /** Resolves when the command has reported back. */
  readonly press: (name: string) => Promise<void>;
}

function ribbon(): Ribbon {
  const memory = memoryPorts({ sheets });
  const { control, writing } = startPane(memory.ports);
  let panes = 0;
  const showPane = () => {
    panes += 1;
    return Promise.resolve(true);
  };
  const target = { control, writing, showPane };
  const commands = new Map<string, (event: CommandEvent) => void>();
  associateCommands(Promise.resolve(target), (name, command) => commands.set(name, command));
  const press = (name: string) =>
    new Promise<void>((completed) => {
      commands.get(name)?.({ completed });
    });
  return { memory, target, opened: () => panes, press };
}

test('一键校验 checks and marks, and opens the pane with the verdict', async () => {
  const { memory, target, opened, press } = ribbon();
  await press('checkWorkbook');
  expect(target.control.store.get().check.verdict).toBe('errors');
  expect(memory.marks.length).toBeGreaterThan(0);
  expect(opened()).toBe(1);
});

test('清除标记 takes the marks off without opening the pane', async () => {
  const { memory, opened, press } = ribbon();
  await press('checkWorkbook');
  await press('clearMarks');
  expect(memory.marks).toEqual([]);
  expect(opened()).toBe(1);
});

test('填充合计 and 插入模板 open the pane for a look and a word; nothing is written', async () => {
  const { memory, target, press } = ribbon();
  const before = memory.workbook;
  await press('fillTotals');
  expect(target.control.store.get().page).toBe('fill');
  await press('insertTemplate');
  expect(target.control.store.get().page).toBe('template');
  expect(memory.workbook).toBe(before);
});

test.each(commandNames)('%s reports back also when Excel does not answer', async (name) => {
  const { memory, opened, press } = ribbon();
  memory.fault = { code: 'noAnswer' };
  await press(name);
  expect(opened()).toBe(1);
});

test('a command that comes before the add-in is ready, or where it cannot work, reports back', async () => {
  const commands = new Map<string, (event: CommandEvent) => void>();
  associateCommands(Promise.resolve(null), (name, command) => commands.set(name, command));
  await new Promise<void>((completed) => commands.get('checkWorkbook')?.({ completed }));
  expect(commands.size).toBe(commandNames.length);
});
