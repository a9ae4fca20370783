/** Buttons at the lower edge of the page, in sight however far it is scrolled. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: {
    zIndex: 1,
    position: 'sticky',
    bottom: `calc(-1 * ${tokens.spacingVerticalM})`,
    margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  // Below what follows it in the order of the tab key.
  last: { order: 1 },
});

interface StickyBarProps {
  readonly place: 'here' | 'last';
  readonly children: ReactNode;
}

export function StickyBar({ place, children }: StickyBarProps) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.bar, place === 'last' && styles.last)}>{children}</div>
  );
}
