// Which cell is active, and what stands in it: the line above the cells.

import { Input, makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useState, useSyncExternalStore } from 'react';
import type { GridState, Store } from './state';
import type { Words } from './words';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  name: { width: '120px', minWidth: '60px', flexShrink: 1 },
  formula: { flexGrow: 1, minWidth: 0 },
});

export interface FormulaBarProps {
  readonly store: Store<GridState>;
  readonly words: Words;
  /** Goes to an address or name; answers whether there is such a place. */
  readonly goTo: (place: string) => boolean;
  readonly type: (text: string) => void;
  /** A key in the formula bar; answers whether the edit goes on. */
  readonly keyDown: (event: KeyboardEvent<HTMLInputElement>) => boolean;
  readonly leave: () => void;
}

export function FormulaBar({ store, words, goTo, type, keyDown, leave }: FormulaBarProps) {
  const styles = useStyles();
  const { selection, content, typed } = useSyncExternalStore(store.subscribe, store.get);
  const [wanted, setWanted] = useState<string | null>(null);
  return (
    <div className={styles.bar}>
      <Input
        className={styles.name}
        size="small"
        aria-label={words.nameBox}
        value={wanted ?? selection}
        onFocus={(event) => {
          event.target.select();
        }}
        onChange={(_, { value }) => {
          setWanted(value);
        }}
        onBlur={() => {
          setWanted(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          // Or the key would go on into the cell that gets the keyboard now.
          event.preventDefault();
          if (event.key === 'Escape' || wanted === null || goTo(wanted)) leave();
        }}
      />
      <Input
        className={styles.formula}
        size="small"
        aria-label={words.formulaBar}
        value={typed ?? content}
        onChange={(_, { value }) => {
          type(value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          // Without an edit, keys are those of any text field, and Tab leaves it.
          const ends = event.key === 'Enter' || event.key === 'Escape';
          if (typed === null && ends) event.preventDefault();
          if (typed === null ? ends : !keyDown(event)) leave();
        }}
      />
    </div>
  );
}
