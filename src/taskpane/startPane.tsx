/** Puts the pane together on given ports: state, control, words. Excel, workbench and tests start here. */
import type { ReactElement } from 'react';
import { systemClock } from '../application/clock';
import type {
  DocumentSettingsPort,
  EnvironmentPort,
  LocalStorePort,
  SavesFiles,
  WorkbookPort,
} from '../application/ports';
import type { TakesFiles } from '../application/takenFile';
import { UndoLog } from '../application/undoLog';
import { paneTexts } from '../wording/paneTexts';
import { Pane } from './Pane';
import { PaneControl } from './control/PaneControl';
import { WriteControl } from './writing/WriteControl';
import { knownKey, readPreferences } from './settings/preferences';
import { initialState } from './state/paneState';
import { PaneStore } from './state/store';

/** Everything that the pane needs from the program around it. */
export interface StartPorts {
  readonly workbook: WorkbookPort;
  readonly documentSettings: DocumentSettingsPort;
  readonly environment: EnvironmentPort;
  readonly localStore: LocalStorePort;
  readonly files: TakesFiles;
  readonly saves: SavesFiles;
}

export interface StartedPane {
  readonly control: PaneControl;
  readonly writing: WriteControl;
  readonly element: ReactElement;
}

/** @param texts what it says; another program around it is called otherwise */
export function startPane(
  ports: StartPorts,
  clock = systemClock,
  texts = paneTexts(ports.environment.language),
): StartedPane {
  const { workbook, documentSettings, environment, localStore, files, saves } = ports;
  const { language } = environment;
  const store = new PaneStore({
    ...initialState,
    acquaintance: localStore.read(knownKey) === null ? 'new' : 'known',
    preferences: readPreferences(localStore, documentSettings),
  });
  const today = () => {
    const date = clock.now();
    return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
  };
  const controlPorts = {
    workbook,
    document: documentSettings,
    local: localStore,
    files,
    saves,
    clock,
    today,
  };
  const control = new PaneControl(controlPorts, store);
  environment.onShown(control.shown);
  const log = new UndoLog(localStore, environment, () => clock.now());
  const writing = new WriteControl(control, log);
  const shared = { control, writing, texts, language };
  return { control, writing, element: <Pane environment={environment} {...shared} /> };
}
