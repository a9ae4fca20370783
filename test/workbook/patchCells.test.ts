/** Where are cells put that a sheet's part does not hold yet? In their order, with nothing else touched. */
import { patchCells } from '../../src/workbook/patchCells';

const part = (rows: string) =>
  `<worksheet><sheetData>${rows}</sheetData><pageMargins/></worksheet>`;
const put = (row: number, column: number, value: number) => ({
  row,
  column,
  value,
  keepsFormula: false,
});

test('between others, at the end, in an empty row, in rows that are not there', () => {
  const before = part(
    '<row r="2" ht="20"><c r="B2"><v>1</v></c><c r="D2"/></row><row r="4" s="3"/><row r="6"/>',
  );
  const contents = [
    put(4, 0, 5),
    put(1, 2, 2),
    put(1, 0, 0),
    put(1, 4, 3),
    put(3, 1, 4),
    put(8, 0, 9),
  ];
  expect(patchCells(before, contents)?.text).toBe(
    part(
      '<row r="2" ht="20"><c r="A2"><v>0</v></c><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c><c r="D2"/><c r="E2"><v>3</v></c></row>' +
        '<row r="4" s="3"><c r="B4"><v>4</v></c></row><row r="5"><c r="A5"><v>5</v></c></row><row r="6"/>' +
        '<row r="9"><c r="A9"><v>9</v></c></row>',
    ),
  );
});

test('not where rows have no numbers, or a cell stands twice', () => {
  expect(patchCells(part('<row><c r="A1"/></row>'), [put(0, 1, 1)])).toBeNull();
  expect(patchCells(part('<row r="1"><c r="A1"/><c r="A1"/></row>'), [put(0, 0, 1)])).toBeNull();
});
