// Services that are not about the workbook: the add-in's runtime and its pane, and the ribbon's readiness.

import type { Described, HostObject } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Session } from '../session';
import { readOneOf } from './areas';

/** OfficeCore.AppRuntimeState of the library: what of a shared runtime is on screen. */
const STATES = ['Inactive', 'Background', 'Visible'] as const;

/** The add-in's own service: it tells that ribbon buttons can be handled now. */
const addinServiceType: Described<Session> = describeType<Session>({
  name: 'AddinInternalService',
  since: 'internal',
  methods: { NotifyActionHandlerReady: { call: () => null } },
});

/** Office.addin.showAsTaskpane and hide. */
const appRuntimeServiceType: Described<Session> = describeType<Session>({
  name: 'AppRuntimeService',
  since: 'internal',
  methods: {
    GetAppRuntimeState: { call: (s) => (s.paneVisible ? 'Visible' : 'Background') },
    SetAppRuntimeState: {
      call: (s, [state]) => {
        s.showPane(readOneOf(state, STATES) === 'Visible');
        return null;
      },
    },
  },
});

const services: Readonly<Record<string, Described<Session>>> = {
  'Microsoft.InternalService.AddinInternalService': addinServiceType,
  'Microsoft.AppRuntime.AppRuntimeService': appRuntimeServiceType,
};

/** Whether a batch that makes an object of this name is the library's own affair. */
export const isService = (name: string): boolean => Object.hasOwn(services, name);

/** The service the library asks for by name; undefined where there is none. */
export const serviceNamed = (name: string, session: Session): HostObject | undefined =>
  isService(name) ? services[name]?.(session) : undefined;
