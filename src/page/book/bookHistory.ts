/** What was done to an opened workbook, act by act: what stood there before each, and what going back changes. */
import type { WorkbookChange } from '../../application/ports';
import { cellAddress } from '../../domain/grid';
import type { CalculationState } from './BookCalculation';
import type { ExplanationsState } from './BookExplanations';
import type { BookSheet, SheetState } from './BookSheet';

/** Acts that can be taken back at most; what is kept of each is little. */
const mostSteps = 200;

/** The workbook as it was at a moment. */
export interface BookState {
  readonly sheets: readonly { readonly sheet: BookSheet; readonly state: SheetState }[];
  readonly explanations: ExplanationsState;
  readonly calculation: CalculationState;
  /** Names the state: equal objects are equal contents. */
  readonly version: object;
}

export class BookHistory {
  #version: object = {};
  #savedVersion = this.#version;
  #done: BookState[] = [];
  #takenBack: BookState[] = [];

  /** Names what stands in the workbook now. */
  get version(): object {
    return this.#version;
  }

  /** Whether anything but marks was changed since it was opened or saved. */
  get isChanged(): boolean {
    return this.#version !== this.#savedVersion;
  }

  /** The file holds what stood here at a version. */
  noteSaved(version: object): void {
    this.#savedVersion = version;
  }

  /** An act begins. @param before what stood there; null where it goes on with the act before */
  begin(before: BookState | null): void {
    if (before !== null) {
      this.#done.push(before);
      if (this.#done.length > mostSteps) this.#done.shift();
    }
    this.#takenBack = [];
    this.#version = {};
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#takenBack.length > 0;
  }

  /** The state to be gone back to, if there is one. @param now what stands there */
  undo(now: BookState): BookState | undefined {
    return this.#go(this.#done, this.#takenBack, now);
  }

  redo(now: BookState): BookState | undefined {
    return this.#go(this.#takenBack, this.#done, now);
  }

  #go(from: BookState[], to: BookState[], now: BookState): BookState | undefined {
    const state = from.pop();
    if (state === undefined) return undefined;
    to.push(now);
    this.#version = state.version;
    return state;
  }
}

/** What going from one state to another changed, as if the user had done it by hand. */
export function changesBetween(before: BookState, after: BookState): WorkbookChange[] {
  const names = ({ sheets }: BookState) => sheets.map(({ state }) => state.name).join('\n');
  const isOther =
    names(before) !== names(after) || before.explanations.parts !== after.explanations.parts;
  const kept = new Map(before.sheets.map(({ sheet, state }) => [sheet, state]));
  const inSheets = after.sheets.flatMap(({ sheet, state }) => {
    const was = kept.get(sheet);
    return was === undefined || was.rows === state.rows
      ? []
      : changesOfSheet(was, state, sheet.name);
  });
  return [
    ...(isOther ? [{ sheet: null, address: null, kind: 'structure' } as const] : []),
    ...inSheets,
  ];
}

/** The cells that differ, each told as edited; where only results do, that they were calculated. */
function changesOfSheet(before: SheetState, after: SheetState, sheet: string): WorkbookChange[] {
  const found: WorkbookChange[] = [];
  const last = Math.max(before.rows.length, after.rows.length);
  for (let row = 0; row < last; row += 1) {
    const [was, is] = [before.rows[row] ?? [], after.rows[row] ?? []];
    if (was === is) continue;
    for (let column = 0; column < Math.max(was.length, is.length); column += 1) {
      const [one, other] = [was[column], is[column]];
      if (one === other) continue;
      const isResult = one?.formula != null && one.formula === other?.formula;
      if (isResult) continue;
      const isFigure =
        other === undefined || (other.formula === null && typeof other.value === 'number');
      found.push({ sheet, kind: 'edited', address: cellAddress(row, column), isFigure });
    }
  }
  return found.length === 0 ? [{ sheet, address: null, kind: 'calculated' }] : found;
}
