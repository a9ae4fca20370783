// Which colour does a theme, indexed or plain colour of a workbook show on screen?

import type { XmlElement } from './xml';
import { attr, child, childrenOf, flag, localName, numberAttr } from './xml';

/** Order in which `theme="n"` counts the scheme's colours (light and dark swapped, as Excel does). */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const OFFICE_THEME =
  'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

/** ECMA-376 part 1, 18.8.27: the default indexed colours. */
const INDEXED =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  );

/** The twelve theme colours as RRGGBB, from a theme part. */
export function themeColours(theme: XmlElement | undefined): string[] {
  const scheme = child(child(theme, 'themeElements'), 'clrScheme');
  if (!scheme) return OFFICE_THEME;
  return THEME_ORDER.map((name, i) => {
    const inner = childrenOf(scheme).find((c) => localName(c.name) === name)?.children[0];
    const value =
      typeof inner === 'object' ? (attr(inner, 'lastClr') ?? attr(inner, 'val')) : undefined;
    return value !== undefined && /^[0-9A-Fa-f]{6}$/.test(value) ? value : (OFFICE_THEME[i] ?? '');
  });
}

/** ECMA-376 part 1, 18.8.19: tint works on lightness; equal for greys to mixing with white or black. */
function tinted(hex: string, tint: number): string {
  const parts = [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts;
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const l = (max + min) / 2;
  const d = max - min;
  const s = d === 0 ? 0 : d / (1 - Math.abs(2 * l - 1));
  const h =
    d === 0 ? 0 : max === r ? ((g - b) / d + 6) % 6 : max === g ? (b - r) / d + 2 : (r - g) / d + 4;
  const light = tint < 0 ? l * (1 + tint) : l * (1 - tint) + tint;
  const c = (1 - Math.abs(2 * light - 1)) * s;
  const x = c * (1 - Math.abs((h % 2) - 1));
  const m = light - c / 2;
  const table: readonly (readonly [number, number, number])[] = [
    [c, x, 0],
    [x, c, 0],
    [0, c, x],
    [0, x, c],
    [x, 0, c],
    [c, 0, x],
  ];
  return (table[Math.floor(h) % 6] ?? [0, 0, 0])
    .map((v) =>
      Math.round((v + m) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
}

/** A colour element (`color`, `fgColor`, …) as #RRGGBB; undefined when automatic or absent. */
export function shownColour(
  node: XmlElement | undefined,
  theme: readonly string[],
): string | undefined {
  if (!node || flag(node, 'auto', false)) return undefined;
  const themed = numberAttr(node, 'theme');
  const indexed = numberAttr(node, 'indexed');
  const base =
    themed !== undefined
      ? theme[themed]
      : indexed !== undefined
        ? INDEXED[indexed]
        : attr(node, 'rgb')?.slice(-6);
  if (base === undefined) return undefined;
  const tint = numberAttr(node, 'tint') ?? 0;
  return `#${(tint === 0 ? base : tinted(base, tint)).toUpperCase()}`;
}
