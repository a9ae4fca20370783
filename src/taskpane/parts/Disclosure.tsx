/** Something that can be folded under its title. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { Icon } from './icons';

const useStyles = makeStyles({
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '24px',
    width: '100%',
    padding: 0,
    border: 0,
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusSmall,
    },
  },
  warning: { color: tokens.colorStatusWarningForeground1 },
  picture: { display: 'flex', transform: 'rotate(-90deg)' },
  open: { transform: 'none' },
  content: {
    paddingLeft: tokens.spacingHorizontalXL,
    paddingTop: tokens.spacingVerticalXS,
  },
  block: { flexShrink: 0, maxWidth: '100%' },
  // Among others in a row, what is unfolded takes all of it; as a flex basis it would be as high as a column.
  unfolded: { width: '100%' },
});

interface DisclosureProps {
  readonly title: string;
  readonly initially: 'open' | 'closed';
  readonly tone?: 'plain' | 'warning';
  readonly children: ReactNode;
}

export function Disclosure({ title, initially, tone = 'plain', children }: DisclosureProps) {
  const styles = useStyles();
  const [fold, setFold] = useState(initially);
  const content = useId();
  const isOpen = fold === 'open';
  return (
    <div className={mergeClasses(styles.block, isOpen && styles.unfolded)}>
      <button
        type="button"
        className={mergeClasses(styles.title, tone === 'warning' && styles.warning)}
        aria-expanded={isOpen}
        aria-controls={content}
        onClick={() => {
          setFold(isOpen ? 'closed' : 'open');
        }}
      >
        <span className={mergeClasses(styles.picture, isOpen && styles.open)}>
          <Icon name="down" size={12} />
        </span>
        {title}
      </button>
      <div id={content} className={styles.content} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </div>
  );
}
