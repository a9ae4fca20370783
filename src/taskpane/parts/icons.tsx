/** The pane's own small pictures, 16 px, in the colour of the text around them. */
import type { ReactElement } from 'react';

type IconName =
  | 'error'
  | 'warning'
  | 'notice'
  | 'passed'
  | 'unknown'
  | 'up'
  | 'down'
  | 'copy'
  | 'filter'
  | 'target'
  | 'undo'
  | 'redo'
  | 'close'
  | 'back'
  | 'culprit';

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.4,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const disc = <circle cx="8" cy="8" r="7" fill="currentColor" />;
const onDisc = { ...stroke, stroke: 'var(--colorNeutralBackground1)', strokeWidth: 1.6 } as const;

const drawings: Readonly<Record<IconName, ReactElement>> = {
  error: (
    <>
      {disc}
      <path {...onDisc} d="M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6" />
    </>
  ),
  warning: (
    <>
      <path
        d="M7.1 1.7a1 1 0 0 1 1.8 0l6 11.3a1 1 0 0 1-.9 1.5H2a1 1 0 0 1-.9-1.5z"
        fill="currentColor"
      />
      <path {...onDisc} d="M8 5.6v4M8 12v.1" />
    </>
  ),
  notice: (
    <>
      {disc}
      <path {...onDisc} d="M8 7.4v4M8 4.7v.1" />
    </>
  ),
  passed: (
    <>
      {disc}
      <path {...onDisc} d="M4.8 8.3l2.2 2.2 4.2-4.6" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.3" {...stroke} />
      <path {...stroke} d="M6.2 6.4a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.2M8 11.4v.1" />
    </>
  ),
  up: <path {...stroke} d="M3.5 10L8 5.5l4.5 4.5" />,
  back: <path {...stroke} d="M10 3.5L5.5 8l4.5 4.5" />,
  down: <path {...stroke} d="M3.5 6L8 10.5 12.5 6" />,
  copy: (
    <>
      <rect x="5.2" y="5.2" width="8.3" height="8.8" rx="1.4" {...stroke} />
      <path {...stroke} d="M10.8 2.8H4A1.5 1.5 0 0 0 2.5 4.3v6.9" />
    </>
  ),
  filter: <path {...stroke} d="M2 4h12M4.2 8h7.6M6.5 12h3" />,
  target: (
    <>
      <circle cx="8" cy="8" r="4.6" {...stroke} />
      <path {...stroke} d="M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3" />
    </>
  ),
  undo: <path {...stroke} d="M2.8 6.2h6.7a3.6 3.6 0 0 1 0 7.2H6M5.6 3.3L2.7 6.2l2.9 2.9" />,
  redo: <path {...stroke} d="M13.2 6.2H6.5a3.6 3.6 0 0 0 0 7.2H10M10.4 3.3l2.9 2.9-2.9 2.9" />,
  close: <path {...stroke} d="M4 4l8 8M12 4l-8 8" />,
  culprit: (
    <>
      <circle cx="7" cy="7" r="4.6" {...stroke} />
      <path {...stroke} d="M10.4 10.4l3.8 3.8M7 5v2.3M7 9v.1" />
    </>
  ),
};

/** A picture beside a text that says the same; hidden from screen readers. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden focusable={false}>
      {drawings[name]}
    </svg>
  );
}
