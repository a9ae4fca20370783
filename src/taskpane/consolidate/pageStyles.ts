/** How does the page that adds up units look? Cards as on 校验, narrow enough for the smallest pane. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { cardList } from '../parts/cardList';
import { headedPage } from '../parts/headedPage';

export const usePageStyles = makeStyles({
  page: headedPage.page,
  head: headedPage.head,
  line: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
  },
  title: {
    margin: 0,
    flex: '1 1 0',
    minWidth: '4.5em',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  body: {
    ...headedPage.body,
    gap: tokens.spacingVerticalS,
    '& > *': { flexShrink: 0 },
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    '& button': { maxWidth: '100%', minWidth: 0 },
  },
  cards: cardList.list,
  card: cardList.iconCard,
  cardTitle: cardList.title,
  within: {
    gridColumn: 2,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    '& button': { maxWidth: '100%', minWidth: 0 },
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    rowGap: tokens.spacingVerticalXXS,
    '& > :first-child': { flex: '1 1 0', minWidth: 'min(8em, 100%)' },
    '& > button': { minWidth: 0, maxWidth: '100%' },
    columnGap: tokens.spacingHorizontalS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  narrow: { minWidth: 0, width: '100%' },
  figures: { fontVariantNumeric: 'tabular-nums' },
  notWhole: { color: tokens.colorStatusDangerForeground3 },
  heading: { margin: 0 },
  // As small as the texts around them.
  radios: {
    '& label': {
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
      paddingTop: tokens.spacingVerticalXS,
      paddingBottom: tokens.spacingVerticalXXS,
    },
    '& .fui-Radio__indicator': { marginTop: tokens.spacingVerticalXXS, marginBottom: 0 },
  },
});
