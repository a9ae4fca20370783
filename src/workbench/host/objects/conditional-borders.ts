// Which lines does a conditional format draw around its cells?

import type { BorderSide } from '../../../workbook/ooxml/styleParts';
import { bordersLook, changeBorder } from '../../../workbook/ooxml/styleParts';
import { child, ensureChild } from '../../../workbook/ooxml/xml';
import type { Json } from '../protocol/batch';
import { refuse } from '../protocol/errors';
import type { Described, HostObject } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Session } from '../session';
import type { Condition } from '../../../workbook/conditions';
import { readColour, readInteger, readOneOf } from './areas';
import { DXF, edit, lookOf } from './conditional-look';

/** Excel.ConditionalRangeBorderIndex → the side in the file. */
const SIDES = {
  EdgeTop: 'top',
  EdgeBottom: 'bottom',
  EdgeLeft: 'left',
  EdgeRight: 'right',
} as const satisfies Record<string, BorderSide>;
type SideIndex = keyof typeof SIDES;
const INDICES = Object.keys(SIDES) as SideIndex[];

/** Excel.ConditionalRangeBorderLineStyle ↔ ECMA-376 ST_BorderStyle. */
const STYLES: Readonly<Record<string, string>> = {
  None: 'none',
  Continuous: 'thin',
  Dash: 'dashed',
  DashDot: 'dashDot',
  DashDotDot: 'dashDotDot',
  Dot: 'dotted',
};

interface Border {
  readonly condition: Condition;
  readonly index: SideIndex;
}

const lineOf = ({ condition, index }: Border, session: Session) =>
  bordersLook(child(lookOf(condition, session), 'border'), session.workbook.styles.theme)[
    SIDES[index]
  ];

function draw(border: Border, session: Session, style?: string, color?: string): void {
  edit(border.condition, session, (look) => {
    changeBorder(ensureChild(look, 'border', DXF), SIDES[border.index], style, color);
  });
}

export const conditionalRangeBorderType: Described<Border> = describeType<Border>({
  name: 'ConditionalRangeBorder',
  since: '1.6',
  scalars: {
    Color: {
      read: (border, s) => lineOf(border, s).color,
      write: (border, value, s) => {
        draw(border, s, undefined, readColour(value));
      },
    },
    SideIndex: { read: ({ index }) => index },
    Style: {
      read: (border, s): Json => {
        const { style } = lineOf(border, s);
        return Object.keys(STYLES).find((name) => STYLES[name] === style) ?? 'None';
      },
      write: (border, value, s) => {
        draw(border, s, STYLES[readOneOf(value, Object.keys(STYLES))]);
      },
    },
  },
});

const side = (index: SideIndex) => ({
  open: (condition: Condition): HostObject => conditionalRangeBorderType({ condition, index }),
});

export const conditionalRangeBorderCollectionType: Described<Condition> = describeType<Condition>({
  name: 'ConditionalRangeBorderCollection',
  since: '1.6',
  scalars: { Count: { read: () => INDICES.length } },
  navigations: {
    Bottom: side('EdgeBottom'),
    Left: side('EdgeLeft'),
    Right: side('EdgeRight'),
    Top: side('EdgeTop'),
  },
  items: (condition) => INDICES.map((index) => conditionalRangeBorderType({ condition, index })),
  indexer: (condition, index) =>
    conditionalRangeBorderType({ condition, index: readOneOf(index, INDICES) }),
  methods: {
    GetItemAt: {
      call: (condition, [place]) => {
        const index = INDICES[readInteger(place)];
        return index
          ? conditionalRangeBorderType({ condition, index })
          : refuse('InvalidArgument', 'no such border');
      },
    },
  },
});
