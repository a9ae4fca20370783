/** How does a page with a head look, of which only the part under the head is scrolled? Shared by the pages that have one. */
import type { GriffelStyle } from '@fluentui/react-components';
import { tokens } from '@fluentui/react-components';

/** Fills the page to its edges. */
const page: GriffelStyle = {
  flexGrow: 1,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  margin: `calc(-1 * ${tokens.spacingVerticalM}) calc(-1 * ${tokens.spacingHorizontalM})`,
};

const head: GriffelStyle = {
  flexShrink: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: tokens.spacingVerticalXXS,
  padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
  backgroundColor: tokens.colorNeutralBackground1,
  borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
};

const body: GriffelStyle = {
  flexGrow: 1,
  flexBasis: 0,
  minHeight: '120px',
  overflowY: 'auto',
  overflowX: 'hidden',
  boxSizing: 'border-box',
  padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  display: 'flex',
  flexDirection: 'column',
};

/** For makeStyles; the gap between the parts of the body is the page's own. */
export const headedPage = { page, head, body };
