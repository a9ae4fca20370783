// What can an add-in do with a worksheet, and with all of them?

import { WHOLE_SHEET } from '../../../workbook/address';
import { renameSheet } from '../../../workbook/formulaText';
import { mapFormulas } from '../../../workbook/structure';
import type { Sheet, Visibility } from '../../../workbook/sheet';
import { child, flag, setAttr } from '../../../workbook/ooxml/xml';
import { refuse } from '../protocol/errors';
import type { Argument, Described, HostObject } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Session } from '../session';
import {
  rangeAreasOf,
  rangeOf,
  readAddress,
  readBoolean,
  readColour,
  readInteger,
  readNumber,
  readOneOf,
  readText,
} from './areas';
import { autoFilterType } from './auto-filter';
import { eventMethods, SHEET_EVENTS } from './event-methods';
import { freezePanesType } from './freeze-panes';
import { namedItemCollectionType } from './names';
import { pageLayoutType } from './page-layout';
import { worksheetProtectionType } from './protection';
import { checkStructure } from './workbook-protection';

/** support.microsoft.com "Rename a worksheet": 1–31 characters, none of \ / ? * [ ] :, no apostrophe at either end, not History. */
export function checkSheetName(name: string, session: Session, own?: Sheet): string {
  const bad = name.length < 1 || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name);
  if (bad || name.toLowerCase() === 'history') refuse('InvalidArgument', `the sheet name ${name}`);
  const taken = session.workbook.sheetNamed(name);
  if (taken && taken !== own) refuse('ItemAlreadyExists', `a sheet named ${name}`);
  return name;
}

const VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

function getRange(sheet: Sheet, [address]: readonly Argument[], session: Session): HostObject {
  if (address === undefined || address === '') return rangeOf(sheet, WHOLE_SHEET);
  const [rect, ...more] = readAddress(sheet, readText(address), session);
  if (!rect || more.length > 0) return refuse('InvalidArgument', 'one range is wanted');
  return rangeOf(sheet, rect);
}

function getRanges(sheet: Sheet, [address]: readonly Argument[], session: Session): HostObject {
  if (address === undefined || address === '') {
    return rangeAreasOf({ sheet, rects: [WHOLE_SHEET] });
  }
  const text = readText(address);
  // excel-notes: longer addresses are cut silently; the cut address then names fewer cells or none.
  const heard = text.length > 8192 ? text.slice(0, 8192).replace(/,[^,]*$/, '') : text;
  return rangeAreasOf({ sheet, rects: readAddress(sheet, heard, session) });
}

function deleteSheet(sheet: Sheet, _: readonly Argument[], session: Session): null {
  checkStructure(session);
  const { workbook } = session;
  if (sheet.visibility === 'veryHidden') refuse('InvalidOperation', 'a very hidden sheet');
  const others = workbook.visibleSheets().filter((s) => s !== sheet);
  const [next] = others;
  if (!next) return refuse('InvalidOperation', 'the last visible sheet');
  if (workbook.active === sheet) {
    const at = workbook.sheets.indexOf(sheet);
    session.activate(others.find((s) => workbook.sheets.indexOf(s) > at) ?? next);
  }
  session.announce({ kind: 'deleted', sheet });
  workbook.removeSheet(sheet);
  mapFormulas(workbook, (formula) => renameSheet(formula, sheet.name, undefined));
  return null;
}

export const worksheetType: Described<Sheet> = describeType<Sheet>({
  name: 'Worksheet',
  since: '1.1',
  identity: (sheet, session) => ({ Id: session.sheetId(sheet) }),
  scalars: {
    Id: { read: (sheet, session) => session.sheetId(sheet) },
    Name: {
      read: (sheet) => sheet.name,
      write: (sheet, value, session) => {
        const name = checkSheetName(readText(value), session, sheet);
        const before = sheet.name;
        if (name === before) return;
        checkStructure(session);
        session.workbook.renameSheet(sheet, name);
        mapFormulas(session.workbook, (formula) => renameSheet(formula, before, name));
        session.announce({ kind: 'renamed', sheet, before });
      },
    },
    Position: {
      read: (sheet, session) => session.workbook.sheets.indexOf(sheet),
      write: (sheet, value, session) => {
        const place = readInteger(value);
        if (place < 0 || place >= session.workbook.sheets.length)
          refuse('InvalidArgument', 'position');
        checkStructure(session);
        session.workbook.moveSheet(sheet, place);
        session.announce({ kind: 'moved', sheet });
      },
    },
    // On the wire showGridlines is set under the name Gridlines (Worksheet_ShowGridlines_Set).
    Gridlines: { since: '1.8', write: setGridlines, onlyByName: true },
    ShowGridlines: {
      since: '1.8',
      read: (sheet) => flag(sheet.view(), 'showGridLines', true),
      write: setGridlines,
    },
    StandardWidth: {
      since: '1.7',
      read: (sheet) => Math.round((sheet.defaultColumnWidth() - 5 / 7) * 100) / 100,
      write: (sheet, value, session) => {
        const width = readNumber(value);
        if (width < 0 || width > 255) refuse('InvalidArgument', `width ${width}`);
        setAttr(sheet.editSection('sheetFormatPr'), 'defaultColWidth', width + 5 / 7);
        session.announce({ kind: 'layout', sheet });
      },
    },
    TabColor: {
      since: '1.7',
      read: (sheet) => {
        const rgb = child(sheet.section('sheetPr'), 'tabColor')?.attributes.get('rgb');
        return rgb === undefined ? '' : `#${rgb.slice(-6)}`;
      },
      write: (sheet, value, session) => {
        const properties = sheet.editSection('sheetPr');
        properties.children = properties.children.filter(
          (c) => typeof c === 'string' || !c.name.endsWith('tabColor'),
        );
        if (value !== '') {
          const rgb = `FF${readColour(value).slice(1)}`;
          properties.children.unshift({
            name: 'tabColor',
            attributes: new Map([['rgb', rgb]]),
            children: [],
          });
        }
        session.announce({ kind: 'layout', sheet });
      },
    },
    Visibility: {
      read: (sheet) =>
        Object.entries(VISIBILITY).find(([, v]) => v === sheet.visibility)?.[0] ?? null,
      write: (sheet, value, session) => {
        const wanted: Visibility =
          VISIBILITY[readOneOf(value, ['Visible', 'Hidden', 'VeryHidden'])];
        const before = sheet.visibility;
        if (wanted === before) return;
        checkStructure(session);
        const next = session.workbook.visibleSheets().find((s) => s !== sheet);
        if (wanted !== 'visible' && !next) refuse('InvalidOperation', 'the last visible sheet');
        if (next && session.workbook.active === sheet) session.activate(next);
        session.workbook.setVisibility(sheet, wanted);
        session.announce({ kind: 'visibility', sheet, before });
      },
    },
  },
  navigations: {
    AutoFilter: { since: '1.9', open: (sheet) => autoFilterType(sheet) },
    FreezePanes: { since: '1.7', open: (sheet) => freezePanesType(sheet) },
    Names: { since: '1.4', open: (sheet) => namedItemCollectionType({ scope: sheet }) },
    PageLayout: { since: '1.9', open: (sheet) => pageLayoutType(sheet) },
    Protection: { since: '1.2', open: (sheet) => worksheetProtectionType(sheet) },
  },
  methods: {
    Activate: {
      call: (sheet, _, session) => {
        session.activate(sheet);
        return null;
      },
    },
    Calculate: {
      since: '1.6',
      call: async (_, __, session) => {
        await session.settle(true);
        return null;
      },
    },
    Delete: { call: deleteSheet },
    GetCell: {
      call: (sheet, [row, column]) => {
        const [top, left] = [readInteger(row), readInteger(column)];
        return rangeOf(sheet, { top, bottom: top, left, right: left });
      },
    },
    GetRange: { call: getRange },
    GetRangeByIndexes: {
      since: '1.7',
      call: (sheet, args) => {
        const [top = 0, left = 0, rows = 0, columns = 0] = args.map(readInteger);
        const rect = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
        return rangeOf(sheet, rect);
      },
    },
    GetRanges: { since: '1.9', call: getRanges },
    GetUsedRange: {
      // Documented: the top left cell when the whole sheet is blank.
      call: (sheet, [valuesOnly]) =>
        rangeOf(sheet, sheet.used(valuesOnly === true) ?? { top: 0, bottom: 0, left: 0, right: 0 }),
    },
    GetUsedRangeOrNullObject: {
      since: '1.4',
      call: (sheet, [valuesOnly]) => {
        const rect = sheet.used(valuesOnly === true);
        return rect ? rangeOf(sheet, rect) : null;
      },
    },
    ...eventMethods<Sheet>((sheet, session) => session.sheetId(sheet), SHEET_EVENTS),
  },
});

function setGridlines(sheet: Sheet, value: unknown, session: Session): void {
  const show = readBoolean(value as boolean);
  sheet.changed = true;
  setAttr(sheet.view(), 'showGridLines', show ? undefined : false);
  session.announce({ kind: 'layout', sheet });
}
