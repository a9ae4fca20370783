/** The letters of all units that are sent back: saved as one workbook, or copied. */
import { Button } from '@fluentui/react-components';
import { letterText, sentBack } from './letters';
import type { Copying } from './useCopying';
import { useConsolidation } from './useConsolidation';

export function LettersTools({ copying }: { readonly copying: Copying }) {
  const { consolidate, state, words } = useConsolidation();
  const back = sentBack(state.judged?.units ?? []);
  if (back.length === 0) return null;
  return (
    <>
      <Button size="small" onClick={() => void consolidate.saveLetters()}>
        {words.letters.save(back.length)}
      </Button>
      <Button
        size="small"
        onClick={() => {
          const text = back.map(({ letter }) => letterText(letter)).join('\r\n\r\n\r\n');
          copying.copy(text, { kind: 'lettersCopied', letters: back.length });
        }}
      >
        {words.letters.copyAll(back.length)}
      </Button>
    </>
  );
}
