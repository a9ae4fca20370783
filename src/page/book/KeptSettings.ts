/** Settings of an opened workbook, kept as long as it is open: the file that was opened is not written. */
import type { DocumentSettingsPort } from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import { success, type Result } from '../../domain/result';

export class KeptSettings implements DocumentSettingsPort {
  readonly #kept = new Map<string, string>();

  read(key: string): string | null {
    return this.#kept.get(key) ?? null;
  }

  write(key: string, value: string | null): Promise<Result<null, HostFault>> {
    if (value === null) this.#kept.delete(key);
    else this.#kept.set(key, value);
    return Promise.resolve(success(null));
  }
}
