import { editKey, keyAction } from '../../../src/workbench/grid/keys';
import type { Key } from '../../../src/workbench/grid/keys';

/** 'Ctrl+Shift+Z' as an event. */
function press(name: string): Key {
  const parts = name.split('+');
  const key = parts.pop() ?? '';
  return {
    key: key === 'Space' ? ' ' : key,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  };
}

test.each([
  ['ArrowDown', { kind: 'move', to: 'down', jump: false, extend: false }],
  ['Ctrl+Shift+ArrowLeft', { kind: 'move', to: 'left', jump: true, extend: true }],
  ['Tab', { kind: 'step', by: 'tab', back: false }],
  ['Shift+Enter', { kind: 'step', by: 'enter', back: true }],
  ['F2', { kind: 'edit' }],
  ['Delete', { kind: 'clear' }],
  ['Backspace', { kind: 'clear' }],
  ['Ctrl+z', { kind: 'undo' }],
  ['Ctrl+Shift+Z', { kind: 'redo' }],
  ['Ctrl+y', { kind: 'redo' }],
  ['Meta+z', { kind: 'undo' }],
  ['Ctrl+Home', { kind: 'corner', corner: 'start', extend: false }],
  ['Shift+Space', { kind: 'selectRows' }],
  ['Ctrl+Space', { kind: 'selectColumns' }],
  ['Ctrl+PageDown', { kind: 'sheet', by: 1 }],
])('%s', (name, expected) => {
  expect(keyAction(press(name))).toEqual(expected);
});

test.each(['Ctrl+b', 'Ctrl+i', 'Ctrl+u', 'Ctrl+1', 'Ctrl+d', 'Ctrl+h'])(
  '%s, which would format or replace, does nothing',
  (name) => {
    expect(keyAction(press(name))).toEqual({ kind: 'nothing' });
  },
);

test.each([
  'F6',
  'Shift+F6',
  'Escape',
  'a',
  '中',
  'Ctrl+c',
  'Ctrl+v',
  'Ctrl+f',
  'Alt+ArrowDown',
  'F1',
])('%s is left to the page, the browser or the text', (name) => {
  expect(keyAction(press(name))).toBeUndefined();
});

describe('while a cell is edited', () => {
  test.each([
    ['Escape', { kind: 'cancel' }],
    ['Enter', { kind: 'commit', then: { kind: 'step', by: 'enter', back: false } }],
    ['Shift+Tab', { kind: 'commit', then: { kind: 'step', by: 'tab', back: true } }],
    ['Alt+Enter', { kind: 'newLine' }],
    ['Ctrl+Enter', { kind: 'commitAll' }],
  ])('%s', (name, expected) => {
    expect(editKey(press(name), false)).toEqual(expected);
  });

  test('an arrow leaves a cell typed over, and moves in the text of one that is edited', () => {
    const then = { kind: 'move', to: 'left', jump: false, extend: false };
    expect(editKey(press('ArrowLeft'), true)).toEqual({ kind: 'commit', then });
    expect(editKey(press('ArrowLeft'), false)).toBeUndefined();
    expect(editKey(press('Shift+ArrowLeft'), true)).toBeUndefined();
  });

  test.each(['Ctrl+z', 'Delete', 'a', 'F6'])('%s is the text’s own', (name) => {
    expect(editKey(press(name), true)).toBeUndefined();
  });
});
