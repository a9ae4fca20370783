// What does a key do while a cell is selected, and while one is edited?

/** What is used of a keyboard event. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

export type KeyAction =
  | {
      readonly kind: 'move';
      readonly to: Direction;
      readonly jump: boolean;
      readonly extend: boolean;
    }
  | { readonly kind: 'page'; readonly to: Direction; readonly extend: boolean }
  | {
      readonly kind: 'corner';
      readonly corner: 'rowStart' | 'start' | 'end';
      readonly extend: boolean;
    }
  | { readonly kind: 'step'; readonly by: 'enter' | 'tab'; readonly back: boolean }
  | { readonly kind: 'sheet'; readonly by: 1 | -1 }
  | {
      readonly kind:
        'edit' | 'clear' | 'undo' | 'redo' | 'selectAll' | 'selectRows' | 'selectColumns';
    }
  /** Kept from the browser: what it would do is not for a cell. */
  | { readonly kind: 'nothing' };

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Shortcuts of the browser that stay its own in the grid. */
const BROWSERS = new Set([
  'c',
  'x',
  'v',
  'f',
  'r',
  'p',
  'l',
  't',
  'w',
  'n',
  'j',
  '+',
  '-',
  '=',
  '0',
]);

/** A key pressed while a cell is selected; undefined is left to the browser and the page. */
export function keyAction(event: Key): KeyAction | undefined {
  const command = event.ctrlKey || event.metaKey;
  const extend = event.shiftKey;
  const arrow = ARROWS[event.key];
  if (event.altKey) return undefined;
  if (arrow) return { kind: 'move', to: arrow, jump: command, extend };
  if (command) {
    switch (event.key.toLowerCase()) {
      case 'z':
        return { kind: event.shiftKey ? 'redo' : 'undo' };
      case 'y':
        return { kind: 'redo' };
      case 'a':
        return { kind: 'selectAll' };
      case ' ':
        return { kind: 'selectColumns' };
      case 'home':
        return { kind: 'corner', corner: 'start', extend };
      case 'end':
        return { kind: 'corner', corner: 'end', extend };
      case 'pageup':
        return { kind: 'sheet', by: -1 };
      case 'pagedown':
        return { kind: 'sheet', by: 1 };
      default:
        // Formatting shortcuts and the like do nothing here, rather than something else.
        return /^[a-z0-9]$/i.test(event.key) && !BROWSERS.has(event.key.toLowerCase())
          ? { kind: 'nothing' }
          : undefined;
    }
  }
  switch (event.key) {
    case 'Enter':
      return { kind: 'step', by: 'enter', back: extend };
    case 'Tab':
      return { kind: 'step', by: 'tab', back: extend };
    case 'Home':
      return { kind: 'corner', corner: 'rowStart', extend };
    case 'PageUp':
      return { kind: 'page', to: 'up', extend };
    case 'PageDown':
      return { kind: 'page', to: 'down', extend };
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case ' ':
      return extend ? { kind: 'selectRows' } : undefined;
    default:
      return undefined;
  }
}

/** How an edit ends by a key; undefined where the key is the editor's own. */
export type EditEnd =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'commit'; readonly then: KeyAction | undefined }
  | { readonly kind: 'commitAll' }
  | { readonly kind: 'newLine' };

/** `typed`: begun by typing, so that arrows leave the cell instead of moving in its text. */
export function editKey(event: Key, typed: boolean): EditEnd | undefined {
  switch (event.key) {
    case 'Escape':
      return { kind: 'cancel' };
    case 'Enter':
      if (event.altKey) return { kind: 'newLine' };
      if (event.ctrlKey || event.metaKey) return { kind: 'commitAll' };
      return { kind: 'commit', then: { kind: 'step', by: 'enter', back: event.shiftKey } };
    case 'Tab':
      return { kind: 'commit', then: { kind: 'step', by: 'tab', back: event.shiftKey } };
    default: {
      const arrow = ARROWS[event.key];
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (!arrow || !typed || !plain) return undefined;
      return { kind: 'commit', then: { kind: 'move', to: arrow, jump: false, extend: false } };
    }
  }
}
