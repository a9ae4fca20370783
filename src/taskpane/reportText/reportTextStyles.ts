/** How do the parts of 报告文字 look? */
import { makeStyles, tokens } from '@fluentui/react-components';
import { cardList } from '../parts/cardList';

export const useReportTextStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalS,
  },
  heading: { margin: 0 },
  // Brought into sight together with the beginning of what it sums up.
  summary: { scrollMarginTop: tokens.spacingVerticalM, scrollMarginBottom: '160px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  danger: { color: tokens.colorStatusDangerForeground3 },
  list: cardList.list,
  card: {
    ...cardList.card,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
  sentence: { margin: 0 },
  verdict: { fontWeight: tokens.fontWeightSemibold },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
  },
  beside: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(110px, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  // The button stands beside the sentence, under it where the pane is very narrow.
  quotable: {
    display: 'flex',
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalS,
    '& > p': { flex: '1 1 120px' },
    '& button': { minWidth: 0 },
  },
  select: { minWidth: 0, width: '100%' },
  field: { minWidth: 0 },
  // The figure stands out by weight and a line, not by colour alone.
  figure: {
    color: 'inherit',
    backgroundColor: 'transparent',
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    textUnderlineOffset: '2px',
  },
});
