// What do the line above the cells, the tabs, the status line and the notes show?

import type { Host } from '../host/host';
import { cellAddress, rectAddress } from '../../workbook/address';
import { shownText } from '../host/objects/cells';
import type { GridFrame } from './frame';
import { visibleBox } from './geometry';
import { placeKey } from './notes';
import type { Screen } from './screen';
import type { Place, Selecting } from './selection';
import { tabColour } from './snapshot';
import { barText } from './text';
import type { UniverParts } from './univer';

interface SurroundingParts {
  readonly host: Host;
  readonly univer: UniverParts;
  readonly screen: Screen;
  readonly frame: GridFrame;
  readonly selecting: () => Selecting;
}

/** Pixels between a cell and its note. */
const GAP = 6;

export class Surroundings {
  constructor(private readonly parts: SurroundingParts) {}

  showTabs(): void {
    const { host, frame } = this.parts;
    const { styles, sheets } = host.workbook;
    const tabs = sheets.map((sheet) => ({
      id: sheet.id,
      name: sheet.name,
      visibility: sheet.visibility,
      protected: sheet.protected,
      colour: tabColour(sheet, styles),
    }));
    frame.store.set({ tabs });
  }

  /** Shows and says which cell is active. */
  showPlace(): void {
    const { host, screen, frame } = this.parts;
    const sheet = screen.current;
    if (!sheet) return;
    const { place, rect } = this.parts.selecting();
    const cell = sheet.cell(place.row, place.column);
    const address = cellAddress(place.row, place.column);
    const merged = sheet.merges().some((m) => rectAddress(m) === rectAddress(rect));
    frame.store.set({
      active: sheet.id,
      selection: merged ? address : rectAddress(rect),
      content: barText(host.session, sheet, cell),
    });
    frame.nameCells(sheet.id);
    const note = screen.noteAt(sheet, placeKey(place.row, place.column));
    frame.say(sheet.name, address, shownText(host.session, cell), note);
    this.showNote(note === undefined ? undefined : place);
  }

  /** Shows the note of a cell beside it, or none. */
  showNote(place: Place | undefined): void {
    const { screen, frame, univer } = this.parts;
    const sheet = screen.current;
    const text = place && sheet && screen.noteAt(sheet, placeKey(place.row, place.column));
    const box = place && visibleBox(univer, place.row, place.column);
    if (text === undefined || !box) {
      frame.showNote(undefined);
      return;
    }
    const { left, top } = frame.cells.getBoundingClientRect();
    frame.showNote({ text, left: box.x + box.width - left + GAP, top: box.y - top });
  }
}
