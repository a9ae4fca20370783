// How will a sheet be printed?

import type { Rect } from '../../../workbook/address';
import {
  columnLetters,
  rectAddress,
  isWholeColumns,
  isWholeRows,
  quoteSheetName,
} from '../../../workbook/address';
import type { Sheet } from '../../../workbook/sheet';
import { nameTarget } from '../../../workbook/structure';
import { attr, child, ensureChild, flag, numberAttr, setAttr } from '../../../workbook/ooxml/xml';
import type { Json } from '../protocol/batch';
import { refuse } from '../protocol/errors';
import type { Described, Argument, HostObject } from '../protocol/members';
import { describeType, isHostObject } from '../protocol/members';
import type { Area, Session } from '../session';
import type { Areas } from './areas';
import {
  rangeAreasOf,
  rangeOf,
  readAddress,
  readBoolean,
  readNumber,
  readOneOf,
  readText,
} from './areas';

const POINTS_PER_INCH = 72;

/** ECMA-376 ST_PaperSize ids of the sizes used here. */
const PAPERS: Readonly<Record<string, number>> = {
  Letter: 1,
  Legal: 5,
  A3: 8,
  A4: 9,
  A5: 11,
  B4: 12,
  B5: 13,
};

const setup = (
  sheet: Sheet,
  key: string,
  value: string | number | boolean | undefined,
  session: Session,
): void => {
  setAttr(sheet.editSection('pageSetup'), key, value);
  session.announce({ kind: 'layout', sheet });
};

function margin(key: string, inches: number) {
  return {
    read: (sheet: Sheet): Json =>
      (numberAttr(sheet.section('pageMargins'), key) ?? inches) * POINTS_PER_INCH,
    write: (sheet: Sheet, value: Json, session: Session): void => {
      setMargin(sheet, key, readNumber(value));
      session.announce({ kind: 'layout', sheet });
    },
  };
}

const MARGINS: Readonly<Record<string, number>> = {
  left: 0.7,
  right: 0.7,
  top: 0.75,
  bottom: 0.75,
  header: 0.3,
  footer: 0.3,
};

function setMargin(sheet: Sheet, key: string, points: number): void {
  if (points < 0) refuse('InvalidArgument', 'a negative margin');
  const node = sheet.editSection('pageMargins');
  for (const [name, inches] of Object.entries(MARGINS)) {
    if (attr(node, name) === undefined) setAttr(node, name, inches);
  }
  setAttr(node, key, points / POINTS_PER_INCH);
}

function printOption(key: string) {
  return {
    read: (sheet: Sheet): Json => flag(sheet.section('printOptions'), key, false),
    write: (sheet: Sheet, value: Json, session: Session): void => {
      setAttr(sheet.editSection('printOptions'), key, readBoolean(value) ? true : undefined);
      session.announce({ kind: 'layout', sheet });
    },
  };
}

/** Excel.PageLayoutZoomOptions: a scale, or how many pages it must fit on. */
function readZoom(sheet: Sheet): Json {
  const node = sheet.section('pageSetup');
  const fit = flag(child(sheet.section('sheetPr'), 'pageSetUpPr'), 'fitToPage', false);
  return fit
    ? {
        horizontalFitToPages: numberAttr(node, 'fitToWidth') ?? 1,
        verticalFitToPages: numberAttr(node, 'fitToHeight') ?? 1,
      }
    : { scale: numberAttr(node, 'scale') ?? 100 };
}

function writeZoom(sheet: Sheet, value: Json, session: Session): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse('InvalidArgument', 'a zoom is wanted');
  }
  if (session.manners.pageLayout === 'ignored') return;
  const { scale, horizontalFitToPages: wide, verticalFitToPages: high, ...rest } = value;
  if (Object.keys(rest).length > 0) refuse('InvalidArgument', Object.keys(rest).join());
  const fit = (wide ?? undefined) !== undefined || (high ?? undefined) !== undefined;
  const node = sheet.editSection('pageSetup');
  const properties = ensureChild(sheet.editSection('sheetPr'), 'pageSetUpPr', [
    'tabColor',
    'outlinePr',
    'pageSetUpPr',
  ]);
  setAttr(properties, 'fitToPage', fit ? true : undefined);
  if (fit) {
    setAttr(node, 'fitToWidth', typeof wide === 'number' ? wide : 0);
    setAttr(node, 'fitToHeight', typeof high === 'number' ? high : 0);
    setAttr(node, 'scale', undefined);
  } else {
    const percent = readNumber(scale ?? undefined);
    if (percent < 10 || percent > 400) refuse('InvalidArgument', `scale ${percent}`);
    setAttr(node, 'scale', percent);
  }
  session.announce({ kind: 'layout', sheet });
}

// Print area and titles are defined names of the sheet.

const AREA = '_xlnm.Print_Area';
const TITLES = '_xlnm.Print_Titles';

function absolute(sheet: Sheet, rect: Rect): string {
  const own = quoteSheetName(sheet.name);
  if (isWholeRows(rect)) return `${own}!$${rect.top + 1}:$${rect.bottom + 1}`;
  if (isWholeColumns(rect))
    return `${own}!$${columnLetters(rect.left)}:$${columnLetters(rect.right)}`;
  return `${own}!${rectAddress(rect).replace(/([A-Z]+)([0-9]+)/g, '$$$1$$$2')}`;
}

function named(sheet: Sheet, name: string, session: Session): Rect[] {
  const found = session.workbook.names(sheet).find((n) => n.name === name);
  const target = found && nameTarget(session.workbook, found.formula);
  return target ? target.rects.flatMap((r) => r ?? []) : [];
}

function define(sheet: Sheet, name: string, rects: readonly Rect[], session: Session): void {
  const formula = rects.map((rect) => absolute(sheet, rect)).join(',');
  session.workbook.setName(name, formula, sheet);
  session.announce({ kind: 'layout', sheet });
}

function rectsFrom(value: Argument, sheet: Sheet, session: Session): readonly Rect[] {
  if (!isHostObject(value)) return readAddress(sheet, readText(value), session);
  const target = value.target as Partial<Area & Areas>;
  return target.rects ?? (target.rect ? [target.rect] : refuse('InvalidArgument', 'a range'));
}

/** Sets the title rows, or the title columns, and keeps the others. */
function setTitles(
  sheet: Sheet,
  value: Argument,
  session: Session,
  axis: 'rows' | 'columns',
): null {
  const isMine = axis === 'rows' ? isWholeRows : isWholeColumns;
  const [rect, ...more] = rectsFrom(value, sheet, session);
  if (!rect || more.length > 0 || !isMine(rect))
    refuse('InvalidArgument', `whole ${axis} are wanted`);
  const others = named(sheet, TITLES, session).filter((r) => !isMine(r));
  // Excel writes columns before rows.
  define(sheet, TITLES, axis === 'rows' ? [...others, rect] : [rect, ...others], session);
  return null;
}

const titles = (
  sheet: Sheet,
  session: Session,
  isMine: (r: Rect) => boolean,
): HostObject | null => {
  const rect = named(sheet, TITLES, session).find(isMine);
  return rect ? rangeOf(sheet, rect) : null;
};

export const pageLayoutType: Described<Sheet> = describeType<Sheet>({
  name: 'PageLayout',
  since: '1.9',
  scalars: {
    BottomMargin: margin('bottom', 0.75),
    CenterHorizontally: printOption('horizontalCentered'),
    CenterVertically: printOption('verticalCentered'),
    FooterMargin: margin('footer', 0.3),
    HeaderMargin: margin('header', 0.3),
    LeftMargin: margin('left', 0.7),
    Orientation: {
      read: (sheet) =>
        attr(sheet.section('pageSetup'), 'orientation') === 'landscape' ? 'Landscape' : 'Portrait',
      write: (sheet, value, session) => {
        const wanted = readOneOf(value, ['Portrait', 'Landscape']);
        setup(sheet, 'orientation', wanted.toLowerCase(), session);
      },
    },
    PaperSize: {
      read: (sheet) => {
        const id = numberAttr(sheet.section('pageSetup'), 'paperSize') ?? 1;
        return Object.keys(PAPERS).find((name) => PAPERS[name] === id) ?? null;
      },
      write: (sheet, value, session) => {
        setup(sheet, 'paperSize', PAPERS[readOneOf(value, Object.keys(PAPERS))], session);
      },
    },
    RightMargin: margin('right', 0.7),
    TopMargin: margin('top', 0.75),
    Zoom: { read: readZoom, write: writeZoom },
  },
  methods: {
    GetPrintAreaOrNullObject: { call: (sheet, _, s) => printArea(sheet, s) },
    GetPrintTitleRowsOrNullObject: { call: (sheet, _, s) => titles(sheet, s, isWholeRows) },
    SetPrintArea: {
      call: (sheet, [area], session) => {
        define(sheet, AREA, rectsFrom(area, sheet, session), session);
        return null;
      },
    },
    SetPrintTitleColumns: {
      call: (sheet, [c], session) => setTitles(sheet, c, session, 'columns'),
    },
    SetPrintTitleRows: { call: (sheet, [r], session) => setTitles(sheet, r, session, 'rows') },
  },
});

function printArea(sheet: Sheet, session: Session): HostObject | null {
  const rects = named(sheet, AREA, session);
  return rects.length > 0 ? rangeAreasOf({ sheet, rects }) : null;
}
