/** The real pane on Microsoft's own office.js, against the host: the same program that Excel loads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostTimes } from '../../src/excel/excelHost';
import type { StartedPane } from '../../src/taskpane/startPane';
import { openedExcel } from '../excel/openedExcel';
import type { OpenedExcel } from '../excel/openedExcel';

export interface RealPane extends OpenedExcel, StartedPane {
  /** Everything that can be read in the pane. */
  readonly text: () => string;
  /** Runs something, waits until the pane has settled, and lets React show it. */
  readonly after: (work: () => Promise<void>) => Promise<void>;
  readonly shut: () => void;
}

/** Names that React, Fluent and the pane take from the page's window. */
const pageNames = [
  'document',
  'navigator',
  'Node',
  'Element',
  'HTMLElement',
  'HTMLIFrameElement',
  'SVGElement',
  'Event',
  'CustomEvent',
  'MutationObserver',
  'getComputedStyle',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'localStorage',
] as const;

/** Opens a specimen in Excel and the pane beside it. */
export async function realPane(
  specimen: string | Uint8Array,
  times: Partial<HostTimes> = {},
): Promise<RealPane> {
  const workbook =
    typeof specimen === 'string'
      ? new Uint8Array(readFileSync(join(__dirname, '../specimens', specimen)))
      : specimen;
  const excel = await openedExcel({ workbook, level: '1.13' }, times);
  const page = excel.office.window;
  const before = new Map<string, PropertyDescriptor | undefined>();
  for (const name of pageNames) {
    before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    const value: unknown = Reflect.get(page, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  const { act } = await import('react');
  const { createRoot } = await import('react-dom/client');
  const { startPane } = await import('../../src/taskpane/startPane');
  const container = page.document.createElement('div');
  page.document.body.append(container);
  const root = createRoot(container);
  const started = startPane(excel, () => new Date('2020-03-01T09:00:00'));
  act(() => {
    root.render(started.element);
  });
  return {
    ...excel,
    ...started,
    text: () => container.textContent,
    after: (work) =>
      act(async () => {
        await work();
        await started.control.settled();
      }),
    shut: () => {
      act(() => {
        root.unmount();
      });
      for (const [name, descriptor] of before) {
        if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
        else Object.defineProperty(globalThis, name, descriptor);
      }
      excel.close();
    },
  };
}
