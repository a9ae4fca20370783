/** What is typed into a cell: Enter and Tab take it, Escape gives it up, and so does nothing else. */
import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useTableStyles } from './tableStyles';

interface CellEditorProps {
  readonly text: string;
  readonly label: string;
  readonly onTyped: (text: string) => void;
  readonly onEnd: (how: 'down' | 'right' | 'stay' | 'cancel') => void;
}

export function CellEditor({ text, label, onTyped, onEnd }: CellEditorProps) {
  const styles = useTableStyles();
  const input = useRef<HTMLInputElement>(null);
  const isEnded = useRef(false);
  useEffect(() => {
    const { current } = input;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const end = (how: 'down' | 'right' | 'stay' | 'cancel') => {
    if (isEnded.current) return;
    isEnded.current = true;
    onEnd(how);
  };
  const press = (event: KeyboardEvent) => {
    // Keys of an input method choose its words.
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key === 'Enter') end('down');
    else if (event.key === 'Tab' && !event.shiftKey) end('right');
    else if (event.key === 'Escape') end('cancel');
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      className={styles.editor}
      aria-label={label}
      value={text}
      autoComplete="off"
      spellCheck={false}
      onChange={({ currentTarget }) => {
        onTyped(currentTarget.value);
      }}
      onKeyDown={press}
      onBlur={() => {
        end('stay');
      }}
    />
  );
}
