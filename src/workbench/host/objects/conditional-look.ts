// How does a conditional format make its cells look?

import type { Condition } from '../../../workbook/conditions';
import { conditionRects } from '../../../workbook/conditions';
import { changeFont, fontLook } from '../../../workbook/ooxml/styleParts';
import { shownColour } from '../../../workbook/ooxml/colour';
import {
  attr,
  child,
  cloneNode,
  element,
  ensureChild,
  flag,
  numberAttr,
  removeChild,
  setAttr,
} from '../../../workbook/ooxml/xml';
import type { XmlElement } from '../../../workbook/ooxml/xml';
import type { Json } from '../protocol/batch';
import type { Described } from '../protocol/members';
import { describeType, objectOf } from '../protocol/members';
import type { Session } from '../session';
import { readBoolean, readColour, readOneOf, readText } from './areas';

/** ECMA-376 part 1, 18.8.14. */
export const DXF = ['font', 'numFmt', 'fill', 'alignment', 'border', 'protection', 'extLst'];

export const lookOf = (c: Condition, session: Session): XmlElement | undefined => {
  const id = numberAttr(c.rule, 'dxfId');
  return id === undefined ? undefined : session.workbook.styles.differential(id);
};

/** The differential formats made here; each belongs to one rule, so it can be changed in place. */
const ours = new WeakMap<XmlElement, XmlElement>();

export function edit(c: Condition, session: Session, change: (look: XmlElement) => void): void {
  session.guardPermission(c.sheet, 'formatCells');
  c.sheet.changed = true;
  const { styles } = session.workbook;
  const before = lookOf(c, session);
  let look = before && ours.get(before) === c.rule ? before : undefined;
  if (!look) {
    look = before ? cloneNode(before) : element('dxf');
    ours.set(look, c.rule);
    setAttr(c.rule, 'dxfId', styles.addDifferential(look));
  }
  change(look);
  session.announce({ kind: 'conditions', sheet: c.sheet, rects: conditionRects(c) });
}

type FontKey = 'bold' | 'italic' | 'strikethrough' | 'underline' | 'color';

const font =
  (key: FontKey, read: (value: Json) => string | boolean) =>
  (c: Condition, value: Json, session: Session): void => {
    const wanted = read(value);
    edit(c, session, (look) => {
      changeFont(ensureChild(look, 'font', DXF), key, wanted);
    });
  };

/** true, false, or null where the format leaves it as it is. */
const toggled =
  (name: string) =>
  (c: Condition, session: Session): Json => {
    const node = child(child(lookOf(c, session), 'font'), name);
    return node ? flag(node, 'val', true) : null;
  };

export const conditionalRangeFontType: Described<Condition> = describeType<Condition>({
  name: 'ConditionalRangeFont',
  since: '1.6',
  scalars: {
    Bold: { read: toggled('b'), write: font('bold', readBoolean) },
    Color: {
      read: (c, s) => {
        const node = child(child(lookOf(c, s), 'font'), 'color');
        return shownColour(node, s.workbook.styles.theme) ?? '';
      },
      write: font('color', readColour),
    },
    Italic: { read: toggled('i'), write: font('italic', readBoolean) },
    Strikethrough: { read: toggled('strike'), write: font('strikethrough', readBoolean) },
    Underline: {
      read: (c, s) => {
        const { underline } = fontLook(child(lookOf(c, s), 'font'), s.workbook.styles.theme);
        return underline === 'single' ? 'Single' : underline === 'double' ? 'Double' : 'None';
      },
      write: font('underline', (value) =>
        readOneOf(value, ['None', 'Single', 'Double']).toLowerCase(),
      ),
    },
  },
  methods: {
    Clear: {
      call: (c, _, s) => {
        edit(c, s, (look) => {
          removeChild(look, child(look, 'font'));
        });
        return null;
      },
    },
  },
});

export const conditionalRangeFillType: Described<Condition> = describeType<Condition>({
  name: 'ConditionalRangeFill',
  since: '1.6',
  scalars: {
    Color: {
      read: (c, s) => {
        const fill = child(child(lookOf(c, s), 'fill'), 'patternFill');
        return shownColour(child(fill, 'bgColor'), s.workbook.styles.theme) ?? '';
      },
      write: (c, value, s) => {
        const rgb = `FF${readColour(value).slice(1)}`;
        edit(c, s, (look) => {
          // In differential formats a solid fill has its colour as background.
          ensureChild(look, 'fill', DXF).children = [
            element('patternFill', {}, [element('bgColor', { rgb })]),
          ];
        });
      },
    },
  },
  methods: {
    Clear: {
      call: (c, _, s) => {
        edit(c, s, (look) => {
          removeChild(look, child(look, 'fill'));
        });
        return null;
      },
    },
  },
});

export const conditionalRangeFormatType: Described<Condition> = describeType<Condition>({
  name: 'ConditionalRangeFormat',
  since: '1.6',
  scalars: {
    NumberFormat: {
      read: (c, s) => attr(child(lookOf(c, s), 'numFmt'), 'formatCode') ?? null,
      write: (c, value, s) => {
        const formatCode = readText(value);
        edit(c, s, (look) => {
          const node = ensureChild(look, 'numFmt', DXF);
          setAttr(node, 'numFmtId', 164);
          setAttr(node, 'formatCode', formatCode);
        });
      },
    },
  },
  navigations: {
    Borders: { open: (c) => objectOf('ConditionalRangeBorderCollection', c) },
    Fill: { open: (c) => conditionalRangeFillType(c) },
    Font: { open: (c) => conditionalRangeFontType(c) },
  },
});
