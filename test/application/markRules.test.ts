import fc from 'fast-check';
import { cellAddress } from '../../src/domain/grid';
import {
  markFormula,
  markKindOf,
  markKinds,
  markLooks,
  markRules,
  marksAlready,
  rangesAddress,
} from '../../src/application/markRules';

describe('the signature of a mark', () => {
  test('is recognised as written by Excel, WPS and LibreOffice, with or without spaces', () => {
    for (const kind of markKinds) {
      const formula = markFormula(kind);
      expect(markKindOf(formula)).toBe(kind);
      expect(markKindOf(formula.slice(1))).toBe(kind);
      expect(markKindOf(formula.replace('<>', ' <> '))).toBe(kind);
    }
  });

  test.each(['', '=TRUE', '=$B5>100', '="purchase-services-statistics:mark:other"<>""'])(
    'is not seen in %s',
    (formula) => {
      expect(markKindOf(formula)).toBeNull();
    },
  );
});

describe('the rules of a sheet', () => {
  test('hold each cell once, under its strongest kind, the strongest last', () => {
    const kind = fc.constantFrom(...markKinds);
    const cells = fc.array(
      fc.nat(30).map((row) => cellAddress(row, 3)),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(fc.array(fc.record({ kind, cells }), { maxLength: 6 }), (marks) => {
        const rules = markRules(marks.map((mark) => ({ ...mark, sheet: '表' })));
        const strongest = new Map<string, number>();
        for (const mark of marks) {
          for (const cell of mark.cells) {
            const before = strongest.get(cell) ?? 0;
            strongest.set(cell, Math.max(before, markKinds.indexOf(mark.kind)));
          }
        }
        const marked = rules.flatMap((rule) =>
          rule.ranges.flatMap(({ top, bottom }) =>
            Array.from({ length: bottom - top + 1 }, (_, offset) => ({
              cell: cellAddress(top + offset, 3),
              kind: markKinds.indexOf(rule.kind),
            })),
          ),
        );
        expect(marked).toHaveLength(strongest.size);
        for (const { cell, kind } of marked) expect(strongest.get(cell)).toBe(kind);
        const order = rules.map((rule) => markKinds.indexOf(rule.kind));
        expect(order).toEqual([...order].sort());
      }),
    );
  });

  test('have addresses of no more than 8,000 characters, that lose no cell', () => {
    const cells = Array.from({ length: 6_000 }, (_, index) => cellAddress(index * 2, index % 2));
    const rules = markRules([{ sheet: '表', cells, kind: 'error' }]);
    const addresses = rules.map(({ ranges }) => rangesAddress(ranges));
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) expect(address.length).toBeLessThanOrEqual(8_000);
    expect(new Set(addresses.flatMap((address) => address.split(',')))).toEqual(new Set(cells));
  });
});

test('marks are already so when the same cells are marked, however Excel writes the ranges', () => {
  const wanted = markRules([
    { sheet: '表', cells: ['B5', 'B6', 'C5', 'C6', 'K12'], kind: 'error' },
  ]);
  const found = (address: string) => [{ kind: 'error' as const, address }];
  expect(marksAlready(found("'表'!B5:C5,'表'!B6:C6,'表'!K12"), wanted)).toBe(true);
  expect(marksAlready(found('表!$K$12, 表!$B$5:$C$6'), wanted)).toBe(true);
  expect(marksAlready(found('表!B5:C6'), wanted)).toBe(false);
  expect(marksAlready(found('表!B5:C6,表!K12,表!L12'), wanted)).toBe(false);
  expect(marksAlready(found(''), wanted)).toBe(false);
  expect(marksAlready([], wanted)).toBe(false);
  expect(marksAlready([], [])).toBe(true);
});

test('kinds differ without colour, and letters stand out from their ground', () => {
  const withoutColour = markKinds.map((kind) => {
    const { bold, italic, underline, border } = markLooks[kind];
    return JSON.stringify({ bold, italic, underline, border });
  });
  expect(new Set(withoutColour).size).toBe(markKinds.length);
  for (const kind of markKinds) {
    const { fill, fontColor } = markLooks[kind];
    expect((luminance(fill) + 0.05) / (luminance(fontColor) + 0.05)).toBeGreaterThan(4.5);
  }
});

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
