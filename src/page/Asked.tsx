/** What the user is asked: what is to become of changes, and whether a copy of another kind will do. */
import type { PageTexts } from '../wording/page';
import { pageTexts } from '../wording/pageTexts';
import { Ask } from '../taskpane/parts/Ask';
import type { CopyNote } from './book/openedBook';
import type { PageControl } from './PageControl';
import type { PageState, Question } from './pageState';

interface AskedProps {
  readonly control: PageControl;
  readonly state: PageState;
  readonly question: Question;
}

export function Asked({ control, state: { scene, language }, question }: AskedProps) {
  const texts = pageTexts(language);
  if (question.kind === 'copy') {
    const { title, lead, save } = texts.copy;
    const { name, notes } = question.copy;
    return (
      <Ask
        title={title}
        answers={[
          { label: save, onChoose: control.saveAfterAll },
          { label: texts.cancel, onChoose: control.stay },
        ]}
        onStay={control.stay}
      >
        <p>{lead(name)}</p>
        <ul>
          {notes.map((note) => (
            <li key={note.kind}>{noteText(note, texts.copy)}</li>
          ))}
        </ul>
      </Ask>
    );
  }
  const { title, question: ask, save, drop, stay } = texts.leaving;
  return (
    <Ask
      title={title}
      answers={[
        { label: save, onChoose: control.saveAndLeave },
        { label: drop, onChoose: control.drop },
        { label: stay, onChoose: control.stay },
      ]}
      onStay={control.stay}
    >
      <p>{ask(scene.kind === 'desk' ? scene.desk.book.name : '')}</p>
    </Ask>
  );
}

function noteText(note: CopyNote, words: PageTexts['copy']): string {
  switch (note.kind) {
    case 'madeFromCells':
      return words.madeFromCells(note.from, note.macros);
    case 'formulasWait':
      return words.formulasWait(note.cells);
    case 'formulasAsValues':
      return words.formulasAsValues(note.cells);
  }
}
