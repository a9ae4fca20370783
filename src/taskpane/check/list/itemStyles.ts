/** How does an item of the list look? A small table: place and cell, figures and what can be done, more. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { narrow } from '../../parts/narrow';

export const useItemStyles = makeStyles({
  card: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    // Items out of sight cost nothing until they are scrolled to.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 84px',
    // Clear of the tools above the list, and with a sight of what comes next.
    scrollMarginTop: '40px',
    scrollMarginBottom: '48px',
  },
  selected: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  picture: { display: 'inline-flex', alignSelf: 'start' },
  culprit: { color: tokens.colorStatusDangerForeground1 },
  head: {
    gridColumn: '2 / -1',
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    [narrow]: { flexWrap: 'wrap' },
    padding: 0,
    border: 0,
    background: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    cursor: 'pointer',
    ':focus-visible': { outline: 'none' },
    // The whole item can be clicked.
    '::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      borderRadius: tokens.borderRadiusMedium,
    },
    ':hover::after': { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible::after': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  place: {
    flexShrink: 0,
    maxWidth: '45%',
    [narrow]: { maxWidth: '100%' },
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
  },
  // A button floats beside the first line; what follows flows around it.
  body: {
    gridColumn: '2 / -1',
    [narrow]: { gridColumn: '1 / -1' },
    minWidth: 0,
    lineHeight: tokens.lineHeightBase200,
    display: 'flow-root',
  },
  action: {
    position: 'relative',
    zIndex: 1,
    float: 'right',
    marginLeft: tokens.spacingHorizontalS,
    whiteSpace: 'nowrap',
  },
  sentence: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  // Two lines; the rest once the item is selected.
  clamped: {
    maxHeight: `calc(2 * ${tokens.lineHeightBase200})`,
    overflow: 'hidden',
  },
  // Beside each other, and after what stands above, while they are folded.
  folds: {
    display: 'inline',
    '& > div': {
      position: 'relative',
      zIndex: 1,
      display: 'inline-block',
      verticalAlign: 'middle',
      boxSizing: 'border-box',
      paddingRight: tokens.spacingHorizontalS,
    },
  },
  // What follows on the same line stands clear of it.
  quiet: { color: tokens.colorNeutralForeground2, marginRight: tokens.spacingHorizontalS },
});
