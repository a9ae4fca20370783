// What can an add-in do with the workbook and the application around it?

import { refuse } from '../protocol/errors';
import type { Described, Argument, HostObject } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Area, Session } from '../session';
import { objectOfArea, rangeAreasOf, rangeOf, readBoolean, readOneOf, readText } from './areas';
import type { Areas } from './areas';
import { customXmlPartCollectionType } from './custom-xml-parts';
import { settingCollectionType } from './settings';
import { namedItemCollectionType } from './names';
import { workbookProtectionType } from './workbook-protection';
import { worksheetCollectionType } from './worksheets';

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

export const applicationType: Described<Session> = describeType<Session>({
  name: 'Application',
  since: '1.1',
  scalars: {
    CalculationMode: {
      read: (s) => s.calculationMode,
      write: async (s, value) => {
        const mode = readOneOf(value, MODES);
        await s.settle();
        s.calculationMode = mode;
      },
    },
    CalculationState: { since: '1.9', read: (s) => (s.recalculation.pending ? 'Pending' : 'Done') },
  },
  methods: {
    Calculate: {
      call: async (s, [type]) => {
        const kind = readOneOf(type, ['Recalculate', 'Full', 'FullRebuild']);
        if (kind !== 'Recalculate') s.recalculation.touchAll();
        await s.settle(true);
        return null;
      },
    },
    SuspendApiCalculationUntilNextSync: {
      since: '1.6',
      call: (s) => {
        s.calculationSuspended = true;
        return null;
      },
    },
    // There is no screen to hold still.
    SuspendScreenUpdatingUntilNextSync: { since: '1.9', call: () => null },
  },
});

export const runtimeType: Described<Session> = describeType<Session>({
  name: 'Runtime',
  since: '1.5',
  scalars: {
    EnableEvents: {
      since: '1.8',
      read: (s) => s.events.enabled,
      write: (s, value) => {
        s.events.enabled = readBoolean(value);
      },
    },
  },
});

/** The object a held target is, for reference ids. */
export function objectFor(target: object): HostObject {
  if ('rect' in target) return objectOfArea(target as Area);
  if ('rects' in target) return rangeAreasOf(target as Areas);
  return refuse('InvalidReference', 'neither a range nor areas');
}

const eventRange = (session: Session, id: Argument): HostObject | null => {
  const held = session.held(readText(id));
  return held ? objectFor(held) : null;
};

export const workbookType: Described<Session> = describeType<Session>({
  name: 'Workbook',
  since: '1.1',
  scalars: {
    IsDirty: { since: '1.9', read: (s) => s.isDirty },
    Name: { since: '1.7', read: (s) => s.settings.fileName },
    PreviouslySaved: { since: '1.9', read: (s) => s.documentUrl !== null },
  },
  navigations: {
    Application: { open: (s) => applicationType(s) },
    CustomXmlParts: { since: '1.5', open: (s) => customXmlPartCollectionType(s) },
    Names: { open: () => namedItemCollectionType({ scope: undefined }) },
    Protection: { since: '1.7', open: (s) => workbookProtectionType(s) },
    Settings: { since: '1.4', open: (s) => settingCollectionType(s) },
    Worksheets: { open: (s) => worksheetCollectionType(s) },
    _Runtime: { since: '1.5', open: (s) => runtimeType(s) },
  },
  methods: {
    GetActiveCell: {
      since: '1.7',
      call: (s) => {
        const [rect] = s.selection();
        const { top = 0, left = 0 } = rect ?? {};
        return rangeOf(s.workbook.active, { top, left, bottom: top, right: left });
      },
    },
    GetSelectedRange: {
      call: (s) => {
        const [rect, ...more] = s.selection();
        if (!rect || more.length > 0)
          return refuse('InvalidSelection', 'several areas are selected');
        return rangeOf(s.workbook.active, rect);
      },
    },
    GetSelectedRanges: {
      since: '1.9',
      call: (s) => rangeAreasOf({ sheet: s.workbook.active, rects: s.selection() }),
    },
    _GetObjectByReferenceId: { since: 'internal', call: (s, [id]) => eventRange(s, id) },
    _GetRangeForEventByReferenceId: {
      since: 'internal',
      call: (s, [id]) => eventRange(s, id) ?? refuse('ItemNotFound', 'the range is gone'),
    },
    _GetRangeOrNullObjectForEventByReferenceId: {
      since: 'internal',
      call: (s, [id]) => eventRange(s, id),
    },
    _GetReferenceCount: { since: 'internal', call: (s) => s.heldCount },
    _RemoveAllReferences: {
      since: 'internal',
      call: (s) => {
        s.releaseAll();
        return null;
      },
    },
    _RemoveReference: {
      since: 'internal',
      call: (s, [id]) => {
        s.release(readText(id));
        return null;
      },
    },
  },
});
