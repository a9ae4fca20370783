/** How do a sheet and its marks look on the page? As in Excel; kinds are told apart without colour too. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { GriffelStyle } from '@fluentui/react-components';
import type { MarkKind } from '../../application/markRules';
import { markLooks } from '../../application/markRules';

/** Width of the row numbers and height of the column letters, in pixels. */
export const headingWidth = 44;
export const headingHeight = 24;

const lines = { Continuous: 'solid', Dash: 'dashed', Dot: 'dotted' } as const;

function markStyle(kind: MarkKind): GriffelStyle {
  const { fill, fontColor, bold, italic, underline, border } = markLooks[kind];
  return {
    backgroundColor: fill,
    color: fontColor,
    fontWeight: bold ? tokens.fontWeightBold : tokens.fontWeightRegular,
    fontStyle: italic ? 'italic' : 'normal',
    textDecorationLine: underline === 'None' ? 'none' : 'underline',
    textDecorationStyle: underline === 'Double' ? 'double' : 'solid',
    outlineWidth: '1px',
    outlineStyle: lines[border],
    outlineColor: fontColor,
    outlineOffset: '-2px',
  };
}

const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`;
const strong = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`;

export const useTableStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    position: 'relative',
    backgroundColor: tokens.colorNeutralBackground3,
    overflowAnchor: 'none',
  },
  table: {
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'cell',
    ':focus-visible': { outlineStyle: 'none' },
    ':focus-visible td[aria-selected=true]': {
      outlineWidth: '3px',
      outlineColor: tokens.colorStrokeFocus2,
      outlineOffset: '-3px',
    },
  },
  heading: {
    boxSizing: 'border-box',
    padding: 0,
    textAlign: 'center',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground4,
    borderRight: strong,
    borderBottom: strong,
    userSelect: 'none',
    cursor: 'default',
  },
  letters: { position: 'sticky', top: 0, zIndex: 2 },
  number: { position: 'sticky', left: 0, zIndex: 1 },
  corner: { position: 'sticky', top: 0, left: 0, zIndex: 3 },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
  cell: { boxSizing: 'border-box', padding: 0, borderRight: line, borderBottom: line },
  lineBelow: { borderBottom: strong },
  lineBeside: { borderRight: strong },
  diagonal: {
    backgroundImage: `linear-gradient(to top right, transparent calc(50% - 0.6px), ${tokens.colorNeutralStroke1} calc(50% - 0.6px), ${tokens.colorNeutralStroke1} calc(50% + 0.6px), transparent calc(50% + 0.6px))`,
  },
  // An outline is seen in contrast themes too, where shadows are not.
  active: {
    outlineWidth: '2px',
    outlineStyle: 'solid',
    outlineColor: tokens.colorBrandStroke1,
    outlineOffset: '-2px',
  },
  concerned: {
    boxShadow: `inset 0 0 0 2px ${tokens.colorCompoundBrandStroke}`,
    outlineWidth: '2px',
    outlineStyle: 'dashed',
    outlineColor: tokens.colorNeutralForeground1,
    outlineOffset: '-2px',
  },
  content: {
    boxSizing: 'border-box',
    display: 'flex',
    padding: '0 4px',
    overflowX: 'visible',
    overflowY: 'clip',
    lineHeight: '1.25',
    whiteSpace: 'pre',
  },
  clipped: { overflowX: 'clip' },
  wrapped: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  start: { justifyContent: 'flex-start', textAlign: 'start' },
  center: { justifyContent: 'center', textAlign: 'center' },
  end: { justifyContent: 'flex-end', textAlign: 'end' },
  top: { alignItems: 'flex-start' },
  middle: { alignItems: 'center' },
  bottom: { alignItems: 'flex-end' },
  bold: { fontWeight: tokens.fontWeightSemibold },
  italic: { fontStyle: 'italic' },
  spacer: { padding: 0, border: 0 },
  editor: {
    boxSizing: 'border-box',
    width: '100%',
    minWidth: '96px',
    height: '100%',
    position: 'relative',
    zIndex: 1,
    padding: '0 3px',
    margin: 0,
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    outlineStyle: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
  error: markStyle('error'),
  warning: markStyle('warning'),
  notice: markStyle('notice'),
  culprit: markStyle('culprit'),
});
