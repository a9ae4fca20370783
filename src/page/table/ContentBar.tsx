/** Which cell is selected, and what stands in it; it can be typed into here too, as on a touch screen. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PageTexts } from '../../wording/page';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'stretch',
    minHeight: '32px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    flexShrink: 0,
    minWidth: '64px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    display: 'flex',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  content: {
    flexGrow: 1,
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 0,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
});

interface ContentBarProps {
  readonly address: string;
  readonly content: string;
  readonly words: PageTexts['table'];
  readonly onEnter: (text: string) => void;
}

export function ContentBar({ address, content, words, onEnter }: ContentBarProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    if (typed !== null && typed !== content) onEnter(typed);
    setTyped(null);
  };
  return (
    <div className={styles.bar} title={words.keys}>
      <span className={styles.cell}>{address}</span>
      <input
        className={styles.content}
        aria-label={words.content(address)}
        value={typed ?? content}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') take();
          else if (event.key === 'Escape') setTyped(null);
          else if (typed === null || !(event.ctrlKey || event.metaKey)) return;
          event.stopPropagation();
        }}
        onBlur={take}
      />
    </div>
  );
}
