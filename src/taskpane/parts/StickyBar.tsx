/** Buttons at the lower edge of the page, in sight however far it is scrolled. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { narrow } from './narrow';

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
    // At 200 % as many beside each other as have room.
    [narrow]: {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      gap: tokens.spacingHorizontalXS,
      '& > button': {
        minWidth: 0,
        flexGrow: 1,
        padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalSNudge}`,
        fontSize: tokens.fontSizeBase200,
        whiteSpace: 'nowrap',
      },
    },
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
