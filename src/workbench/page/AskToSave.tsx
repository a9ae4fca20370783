// What becomes of the changes to the workbook on screen, before another one is opened?

import { Ask } from '../../taskpane/parts/Ask';
import type { Words } from './words';

interface AskToSaveProps {
  readonly words: Words;
  readonly fileName: string;
  readonly onSave: () => void;
  readonly onDrop: () => void;
  readonly onStay: () => void;
}

/** Asks as long as it is on screen; Escape stays with the present workbook. */
export function AskToSave({ words, fileName, onSave, onDrop, onStay }: AskToSaveProps) {
  return (
    <Ask
      title={words.askTitle}
      answers={[
        { label: words.askSave, onChoose: onSave },
        { label: words.askDrop, onChoose: onDrop },
        { label: words.askStay, onChoose: onStay },
      ]}
      onStay={onStay}
    >
      <p>{words.ask(fileName)}</p>
    </Ask>
  );
}
