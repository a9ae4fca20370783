// Which parts of which sheets must be drawn anew after a number of changes?

import { bounding } from '../../workbook/address';
import type { Rect } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import type { Change } from '../host/change';

/** What is to be done for one sheet; `shape` includes everything else. */
export interface SheetWork {
  /** The sheet's shape or its rules may have changed: compare and draw anew what did. */
  shape: boolean;
  /** Cells whose values or formats changed. */
  cells: Rect | undefined;
  /** Formulas were calculated: any value may have changed. */
  calculated: boolean;
}

/** Changes gathered until the next repaint. */
export interface Work {
  readonly sheets: Map<Sheet, SheetWork>;
  /** Order, names, visibility or protection of sheets changed. */
  tabs: boolean;
  /** The host has another sheet or other cells selected. */
  selection: boolean;
}

const noWork = (): Work => ({ sheets: new Map(), tabs: false, selection: false });

function of(work: Work, sheet: Sheet): SheetWork {
  let own = work.sheets.get(sheet);
  if (!own) {
    work.sheets.set(sheet, (own = { shape: false, cells: undefined, calculated: false }));
  }
  return own;
}

/** Notes one change; any number of them make one repaint. */
function note(work: Work, change: Change): void {
  const { sheet } = change;
  switch (change.kind) {
    case 'values':
    case 'format': {
      const own = of(work, sheet);
      own.cells = own.cells ? bounding(own.cells, change.rect) : change.rect;
      return;
    }
    case 'calculated':
      of(work, sheet).calculated = true;
      return;
    case 'shift':
    case 'rowHidden':
    case 'layout':
    case 'conditions':
      of(work, sheet).shape = true;
      // The colour of a tab is part of the layout, too.
      work.tabs = true;
      return;
    case 'added':
    case 'moved':
    case 'visibility':
    case 'protection':
      work.tabs = true;
      return;
    case 'deleted':
    case 'renamed':
      work.tabs = true;
      of(work, sheet).shape = true;
      return;
    case 'activated':
    case 'selection':
      work.selection = true;
      work.tabs = true;
      return;
  }
}

/** Collects changes and has them drawn once, when the next frame is due. */
export class ChangeBatch {
  #work = noWork();
  #due = false;
  constructor(
    private readonly schedule: (run: () => void) => void,
    private readonly draw: (work: Work) => void,
  ) {}

  add(change: Change): void {
    note(this.#work, change);
    if (this.#due) return;
    this.#due = true;
    this.schedule(() => {
      this.flush();
    });
  }

  /** Draws what is pending now. */
  flush(): void {
    this.#due = false;
    const work = this.#work;
    this.#work = noWork();
    if (work.sheets.size > 0 || work.tabs || work.selection) this.draw(work);
  }
}
