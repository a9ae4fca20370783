/** How do explanations look of what is not found any more? */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useGoneStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  entry: { overflowWrap: 'anywhere' },
});
