// How does an add-in find and add worksheets?

import { EventType } from '../events';
import type { Sheet } from '../../../workbook/sheet';
import { refuse } from '../protocol/errors';
import type { Argument, Described, HostObject } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Session } from '../session';
import { readText } from './areas';
import { eventMethods, SHEET_EVENTS } from './event-methods';
import { checkStructure } from './workbook-protection';
import { checkSheetName, worksheetType } from './worksheet';

/** By name or by id. */
function findSheet(key: Argument, session: Session): Sheet | undefined {
  const text = readText(key);
  return session.sheetById(text) ?? session.workbook.sheetNamed(text);
}

function newSheetName(session: Session): string {
  for (let n = session.workbook.sheets.length + 1; ; n++) {
    if (!session.workbook.sheetNamed(`Sheet${n}`)) return `Sheet${n}`;
  }
}

const listed = (visible: Argument, session: Session): Sheet[] =>
  visible === true ? session.workbook.visibleSheets() : session.workbook.sheets;

export const worksheetCollectionType: Described<Session> = describeType<Session>({
  name: 'WorksheetCollection',
  since: '1.1',
  items: (session) => session.workbook.sheets.map((sheet) => worksheetType(sheet)),
  indexer: (session, key) =>
    worksheetType(
      findSheet(key, session) ?? refuse('ItemNotFound', `the sheet ${JSON.stringify(key)}`),
    ),
  methods: {
    Add: {
      call: (session, [name]) => {
        checkStructure(session);
        const wanted = name === undefined || name === null ? newSheetName(session) : readText(name);
        const sheet = session.workbook.addSheet(checkSheetName(wanted, session));
        session.announce({ kind: 'added', sheet });
        return worksheetType(sheet);
      },
    },
    GetActiveWorksheet: { call: (session) => worksheetType(session.workbook.active) },
    GetCount: { since: '1.4', call: (session, [visible]) => listed(visible, session).length },
    GetFirst: {
      since: '1.5',
      call: (session, [visible]) => firstOf(listed(visible, session)),
    },
    GetItemOrNullObject: {
      since: '1.4',
      call: (session, [key]) => {
        const sheet = findSheet(key, session);
        return sheet ? worksheetType(sheet) : null;
      },
    },
    ...eventMethods<Session>(() => 'Workbook', {
      ...SHEET_EVENTS,
      AddedEvent: { type: EventType.added, since: '1.7' },
      DeletedEvent: { type: EventType.deleted, since: '1.7' },
      DataChangedEvent: { type: EventType.changed, since: '1.9' },
      SelectionChangedEvent: { type: EventType.selectionChanged, since: '1.9' },
    }),
  },
});

function firstOf(sheets: readonly Sheet[]): HostObject {
  const [first] = sheets;
  return first ? worksheetType(first) : refuse('ItemNotFound', 'no sheet');
}
