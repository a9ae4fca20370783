// With which methods does the library register for events, and since when?

import { EventType } from '../events';
import type { EventTypeId } from '../events';
import type { Argument, Method } from '../protocol/members';
import type { Session } from '../session';

/** Registering and unregistering of one kind of event; for one sheet or for all. */
export function eventMethods<T>(
  target: (object: T, session: Session) => string,
  kinds: Readonly<Record<string, { readonly type: EventTypeId; readonly since: Method['since'] }>>,
): Record<
  string,
  { since: Method['since']; call: (o: T, args: readonly Argument[], s: Session) => null }
> {
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([name, { type, since }]) => [
      [
        `_Register${name}`,
        {
          since,
          call: (object: T, _: readonly Argument[], session: Session): null => {
            session.events.register(type, target(object, session));
            return null;
          },
        },
      ],
      [
        `_Unregister${name}`,
        {
          since,
          call: (object: T, _: readonly Argument[], session: Session): null => {
            session.events.unregister(type, target(object, session));
            return null;
          },
        },
      ],
    ]),
  );
}

/** Events that both one sheet and the collection of all sheets have. */
export const SHEET_EVENTS = {
  ActivatedEvent: { type: EventType.activated, since: '1.7' },
  DeactivatedEvent: { type: EventType.deactivated, since: '1.7' },
  CalculatedEvent: { type: EventType.calculated, since: '1.8' },
  DataChangedEvent: { type: EventType.changed, since: '1.7' },
  SelectionChangedEvent: { type: EventType.selectionChanged, since: '1.7' },
  FormatChangedEvent: { type: EventType.formatChanged, since: '1.9' },
  RowHiddenChangedEvent: { type: EventType.rowHiddenChanged, since: '1.11' },
  ProtectionChangedEvent: { type: EventType.protectionChanged, since: '1.14' },
  EventNameChanged: { type: EventType.nameChanged, since: '1.17' },
  EventVisibilityChanged: { type: EventType.visibilityChanged, since: '1.17' },
} as const;
