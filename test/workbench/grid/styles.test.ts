import { conditionLook, over } from '../../../src/workbench/grid/conditionLook';
import { formatColour } from '../../../src/workbench/grid/formatColour';
import { gridStyle, rotation } from '../../../src/workbench/grid/styles';
import { parseXml } from '../../../src/workbook/ooxml/xml';
import { StyleBook } from '../../../src/workbook/ooxml/styles';

const THEME = '111111 222222 333333 444444 808080 666666'.split(' ');

function book(xf: string, border = '<border/>', font = '<font/>', fill = '<fill/>'): StyleBook {
  const xml = `<styleSheet><fonts>${font}</fonts><fills>${fill}</fills><borders>${border}</borders><cellXfs>${xf}</cellXfs></styleSheet>`;
  return new StyleBook(parseXml(xml), THEME, () => undefined);
}
const styled = (...parts: Parameters<typeof book>) => gridStyle(book(...parts).look(0));

test('fonts, theme colours with tint, indexed fills', () => {
  const style = styled(
    '<xf/>',
    '<border/>',
    '<font><b/><i/><u val="double"/><strike/><sz val="14"/><color theme="4" tint="0.5"/><name val="黑体"/></font>',
    '<fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill>',
  );
  expect(style).toMatchObject({
    ff: '黑体',
    fs: 14,
    bl: 1,
    it: 1,
    ul: { s: 1, t: 10 },
    st: { s: 1 },
    cl: { rgb: '#C0C0C0' },
    bg: { rgb: '#FF0000' },
  });
});

test('every style of line, and the diagonals of a heading', () => {
  const style = styled(
    '<xf/>',
    '<border diagonalDown="1"><left style="thin"/><right style="double"><color rgb="FF00FF00"/></right><top style="mediumDashDotDot"/><bottom style="thick"/><diagonal style="hair"/></border>',
  );
  expect(style.bd).toEqual({
    l: { s: 1, cl: { rgb: '#000000' } },
    r: { s: 7, cl: { rgb: '#00FF00' } },
    t: { s: 11, cl: { rgb: '#000000' } },
    b: { s: 13, cl: { rgb: '#000000' } },
    tl_br: { s: 2, cl: { rgb: '#000000' } },
  });
  expect(styled('<xf/>').bd).toBeUndefined();
});

test.each([
  ['<alignment horizontal="center" vertical="top" wrapText="1"/>', { ht: 2, vt: 1, tb: 3 }],
  ['<alignment horizontal="centerContinuous"/>', { ht: 2, vt: 3 }],
  ['<alignment horizontal="distributed"/>', { ht: 6, tb: 3 }],
  ['<alignment shrinkToFit="1"/>', { tb: 2 }],
  ['<alignment horizontal="left" indent="2"/>', { ht: 1, pd: { l: 20 } }],
  ['<alignment horizontal="right" indent="1"/>', { ht: 3, pd: { r: 11 } }],
  ['<alignment textRotation="45"/>', { tr: { a: -45 } }],
])('alignment %s', (alignment, expected) => {
  expect(styled(`<xf>${alignment}</xf>`)).toMatchObject(expected);
});

test('general alignment is left to the kind of value', () => {
  expect(styled('<xf/>').ht).toBeUndefined();
});

test.each([
  [0, undefined],
  [90, { a: -90 }],
  [91, { a: 1 }],
  [180, { a: 90 }],
  [255, { a: 0, v: 1 }],
])('rotation %d', (excel, expected) => {
  expect(rotation(excel)).toEqual(expected);
});

describe('differential formats', () => {
  const look = (xml: string) => conditionLook(parseXml(`<dxf>${xml}</dxf>`), THEME);

  test('say only what they change', () => {
    expect(look('')).toEqual({});
    expect(look('<font><b val="0"/><color rgb="FF9C0006"/></font>')).toEqual({
      bl: 0,
      cl: { rgb: '#9C0006' },
    });
  });

  test('a solid fill has its colour as background', () => {
    expect(look('<fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill>')).toEqual({
      bg: { rgb: '#FFC7CE' },
    });
    expect(look('<fill><patternFill patternType="none"/></fill>')).toEqual({});
  });

  test('lines of two looks are kept side by side, the upper one winning', () => {
    const upper = look('<border><left style="dashed"/></border><font><i/></font>');
    const lower = look('<border><left style="thin"/><top style="thin"/></border>');
    expect(over(upper, lower)).toEqual({
      it: 1,
      bd: { l: { s: 4, cl: { rgb: '#000000' } }, t: { s: 1, cl: { rgb: '#000000' } } },
    });
    expect(over({}, lower)).toEqual(lower);
  });
});

test.each([
  ['#,##0;[Red]-#,##0', -1, '#FF0000'],
  ['#,##0;[Red]-#,##0', 1, undefined],
  ['[蓝色]0;0;[红色]0', 0, '#FF0000'],
  ['[Blue]0', -5, '#0000FF'],
  ['"[Red];"0;[Green]0', -5, '#00FF00'],
  ['[>=100][Red]0;[<0][Blue]0;0', 100, '#FF0000'],
  ['[>=100][Red]0;[<0][Blue]0;0', -1, '#0000FF'],
  ['[>=100][Red]0;[<0][Blue]0;0', 5, undefined],
  ['[$-804]yyyy"年"', 5, undefined],
])('the colour of %s for %d', (format, value, expected) => {
  expect(formatColour(format, value)).toBe(expected);
});
