/** How does a list of cards look? Shared by the pages that have one. */
import type { GriffelStyle } from '@fluentui/react-components';
import { tokens } from '@fluentui/react-components';

const list: GriffelStyle = {
  margin: 0,
  padding: 0,
  listStyleType: 'none',
  display: 'flex',
  flexDirection: 'column',
  gap: tokens.spacingVerticalXS,
};

const card: GriffelStyle = {
  padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  borderRadius: tokens.borderRadiusMedium,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
  overflowWrap: 'anywhere',
};

/** Led by an icon in a column of its own. */
const iconCard: GriffelStyle = {
  ...card,
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr)',
  columnGap: tokens.spacingHorizontalS,
  rowGap: tokens.spacingVerticalXS,
};

const title: GriffelStyle = {
  margin: 0,
  fontSize: 'inherit',
  fontWeight: tokens.fontWeightSemibold,
};

/** For makeStyles. */
export const cardList = { list, card, iconCard, title };
