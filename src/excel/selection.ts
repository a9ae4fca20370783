/** Which cell is selected, and what do the selected cells show? */
import type { CellReference } from '../application/cellContent';
import type { Unsubscribe } from '../application/ports';
import type { HostFault } from '../domain/fault';
import { failure, success, type Result } from '../domain/result';
import type { ExcelHost } from './excelHost';
import { unregister } from './handlers';

/** Cells whose texts are read at most. */
const mostSelected = 20_000;

/**
 * Tells the active cell at once, and when the selection changes or another sheet comes to the front. Excel's events name
 * sheets by id and several areas at once, so that the active cell is asked for: once for all events
 * that come in while that is under way.
 */
export async function listenToSelection(
  host: ExcelHost,
  listener: (place: CellReference) => void,
): Promise<Result<Unsubscribe, HostFault>> {
  const teller = new Teller(host, listener);
  const changed = (): Promise<void> => {
    teller.changed();
    return Promise.resolve();
  };
  const registered = await host.batch(({ workbook: { worksheets } }) => [
    worksheets.onSelectionChanged.add(changed),
    worksheets.onActivated.add(changed),
  ]);
  if (!registered.ok) return registered;
  // What was selected before Excel had the handlers is told by none of them.
  teller.changed();
  return success(async () => {
    teller.stop();
    await unregister(registered.value);
  });
}

class Teller {
  #state: 'idle' | 'asking' | 'askAgain' | 'stopped' = 'idle';
  #told = '';

  constructor(
    private readonly host: ExcelHost,
    private readonly listener: (place: CellReference) => void,
  ) {}

  changed(): void {
    if (this.#state === 'idle') void this.#ask();
    else if (this.#state === 'asking') this.#state = 'askAgain';
  }

  stop(): void {
    this.#state = 'stopped';
  }

  async #ask(): Promise<void> {
    this.#state = 'asking';
    const asked = await this.host.batch((context) => {
      const range = context.workbook.getActiveCell();
      range.load('address');
      range.worksheet.load('name');
      return range;
    });
    // It may have been stopped while Excel was asked, which the compiler does not see.
    const state = this.#state as 'asking' | 'askAgain' | 'stopped';
    if (state === 'stopped') return;
    this.#state = 'idle';
    // Where a chart is selected, or another workbook is in front, there is no cell to tell.
    if (asked.ok) this.#tell(asked.value.worksheet.name, asked.value.address);
    if (state === 'askAgain') await this.#ask();
  }

  #tell(sheet: string, address: string): void {
    const cell = address.slice(address.lastIndexOf('!') + 1);
    if (this.#told === `${sheet}!${cell}`) return;
    this.#told = `${sheet}!${cell}`;
    this.listener({ sheet, cell });
  }
}

/** The texts of the selected cells in use, row by row, blank ones left out. */
export async function readSelection(
  host: ExcelHost,
): Promise<Result<readonly string[], HostFault>> {
  const asked = await host.batch((context) => {
    const used = context.workbook.getSelectedRanges().getUsedRangeAreasOrNullObject(true);
    used.load('cellCount');
    return used;
  });
  if (!asked.ok) return asked;
  if (asked.value.isNullObject) return success([]);
  const { cellCount } = asked.value;
  // Excel says -1 where there are more cells than it counts.
  if (cellCount < 0 || cellCount > mostSelected) {
    return failure({ code: 'tooMuchData', sheet: null });
  }
  const read = await host.batch((context) => {
    const { areas } = context.workbook.getSelectedRanges().getUsedRangeAreasOrNullObject(true);
    areas.load('items/text');
    return areas;
  });
  if (!read.ok) return read;
  return success(
    read.value.items.flatMap(({ text }) => text.flat()).filter((text) => text.trim() !== ''),
  );
}
