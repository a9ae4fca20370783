/** Which settings travel in the workbook, and are they really in it? */
import { systemClock } from '../application/clock';
import type { DocumentSettingsPort } from '../application/ports';
import type { HostFault } from '../domain/fault';
import { failure, success, type Result } from '../domain/result';
import { withinTime } from './withinTime';

/** How long Excel may take to save a setting, in milliseconds. */
const saveWithin = 20_000;

/** The add-in's settings in the document; other add-ins do not see them. */
export class DocumentSettings implements DocumentSettingsPort {
  constructor(
    private readonly settings: Office.Settings = Office.context.document.settings,
    private readonly clock = systemClock,
  ) {}

  read(key: string): string | null {
    const value: unknown = this.settings.get(key);
    return typeof value === 'string' ? value : null;
  }

  async write(key: string, value: string | null): Promise<Result<null, HostFault>> {
    const before = this.read(key);
    if (before === value) return success(null);
    this.#set(key, value);
    const saved = await this.#save();
    // What is read later is what the workbook holds, not what we would have liked.
    if (!saved.ok) this.#set(key, before);
    return saved;
  }

  #set(key: string, value: string | null): void {
    if (value === null) this.settings.remove(key);
    else this.settings.set(key, value);
  }

  async #save(): Promise<Result<null, HostFault>> {
    const answer = await withinTime(
      new Promise<Office.AsyncResult<void>>((resolve) => {
        this.settings.saveAsync(resolve);
      }),
      saveWithin,
      this.clock,
    );
    if (answer === null) return failure({ code: 'noAnswer' });
    const { status, error } = answer.value;
    return status === Office.AsyncResultStatus.Succeeded ? success(null) : failure(faultOf(error));
  }
}

/** Error numbers of Office's common API: 5004, a cell is being edited; 7000, the file is read-only. */
function faultOf({ code }: Office.Error): HostFault {
  return code === 5004
    ? { code: 'cellEditing' }
    : { code: 'hostError', hostCode: `settings ${code}` };
}
