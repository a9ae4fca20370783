// What becomes of the changes to the workbook on screen, before another one is opened?

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import type { Words } from './words';

const useStyles = makeStyles({
  dialog: {
    width: '420px',
    padding: tokens.spacingHorizontalXXL,
    border: 'none',
    borderRadius: tokens.borderRadiusXLarge,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow64,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});

interface AskToSaveProps {
  readonly words: Words;
  readonly fileName: string;
  readonly onSave: () => void;
  readonly onDrop: () => void;
  readonly onStay: () => void;
}

/** Asks as long as it is on screen; Escape stays with the present workbook. */
export function AskToSave({ words, fileName, onSave, onDrop, onStay }: AskToSaveProps) {
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const question = useId();
  // The browser's own dialog keeps everything behind it out of reach, and gives the focus back.
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => {
      current?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={title}
      aria-describedby={question}
      className={styles.dialog}
      onCancel={(event) => {
        event.preventDefault();
        onStay();
      }}
    >
      <h2 id={title} className={styles.title}>
        {words.askTitle}
      </h2>
      <p id={question}>{words.ask(fileName)}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onSave}>
          {words.askSave}
        </Button>
        <Button onClick={onDrop}>{words.askDrop}</Button>
        <Button onClick={onStay}>{words.askStay}</Button>
      </div>
    </dialog>
  );
}
