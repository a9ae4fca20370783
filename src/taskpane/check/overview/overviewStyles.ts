/** How do the bars and the figures of the overview look? */
import { makeStyles, tokens } from '@fluentui/react-components';

/** What is more than nothing is seen, however little it is. */
const leastWidth = '2px';

export const useOverviewStyles = makeStyles({
  table: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  caption: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalSNudge,
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
  },
  // Over the right end of the bars, like the mark at the end of a scale.
  scale: {
    marginLeft: 'auto',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalSNudge,
  },
  name: {
    flex: '1 1 0',
    minWidth: '6em',
    padding: 0,
    textAlign: 'left',
    fontWeight: 'normal',
    overflowWrap: 'anywhere',
  },
  share: { padding: 0, textAlign: 'right' },
  // Between name and figures, over the whole width.
  bars: {
    position: 'relative',
    flexBasis: '100%',
    height: '10px',
    margin: `${tokens.spacingVerticalXXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    forcedColorAdjust: 'none',
  },
  figure: { padding: 0, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  // Without a bar; said by colour, weight and a word.
  negative: {
    color: tokens.colorStatusDangerForeground3,
    fontWeight: tokens.fontWeightSemibold,
    // Alone on its line, and still too long, at 200 %.
    whiteSpace: 'normal',
  },
  header: { display: 'block', '& > tr': { display: 'block' } },
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  keyed: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  sample: { position: 'relative', width: '18px', height: '10px', forcedColorAdjust: 'none' },
  budgeted: {
    position: 'absolute',
    left: 0,
    top: 0,
    height: '10px',
    minWidth: leastWidth,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
  },
  executed: {
    position: 'absolute',
    left: 0,
    top: '3px',
    height: '4px',
    minWidth: leastWidth,
    backgroundColor: tokens.colorBrandStroke1,
  },
  notes: { display: 'block', color: tokens.colorNeutralForeground2 },
});
