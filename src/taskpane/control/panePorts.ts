/** What does the pane's control need from outside? */
import type { Clock } from '../../application/clock';
import type {
  DocumentSettingsPort,
  LocalStorePort,
  SavesFiles,
  WorkbookPort,
} from '../../application/ports';
import type { TakesFiles } from '../../application/takenFile';
import type { CalendarDay } from '../../domain/rules/settings';

export interface PanePorts {
  readonly workbook: WorkbookPort;
  readonly document: DocumentSettingsPort;
  readonly local: LocalStorePort;
  readonly files: TakesFiles;
  readonly saves: SavesFiles;
  readonly clock: Clock;
  readonly today: () => CalendarDay;
}
