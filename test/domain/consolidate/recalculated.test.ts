/**
 * A result whose formulas another office program has worked out anew: LibreOffice 7.4 opened the
 * result of the twelve units, recalculated and saved it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { amountFromNumber } from '../../../src/domain/amount';
import { sharesOf } from '../../../src/domain/consolidate/consolidate';
import { readWorkingPapers } from '../../../src/domain/consolidate/workingPaper';
import { officialForms } from '../../../src/domain/forms/officialForms';
import { budgetBlocks, measures } from '../../../src/domain/forms/terms';
import { cellAt } from '../../../src/domain/grid';
import { figureColumn, firstLineRow } from '../../../src/domain/template/templatePlaces';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { check } from '../forms';

test('every figure that it calculates is the sum of the working paper', async () => {
  const file = join(__dirname, '../../sets/twelve-recalculated-by-libreoffice.xlsx');
  const read = await readWorkbook(readFileSync(file));
  if (!read.ok) throw new Error(read.fault.code);
  const workbook = read.value;
  const papers = readWorkingPapers(workbook, officialForms);
  if (papers === null) throw new Error('no working paper');
  expect(check(workbook).findings.filter(({ severity }) => severity === 'error')).toEqual([]);

  let compared = 0;
  const wrong: string[] = [];
  officialForms.forms.forEach(({ id, editions }, place) => {
    const grid = workbook.sheets[place];
    if (grid === undefined) throw new Error('no sheet');
    const lines = [...Object.keys(editions[0].labels), 'total'];
    lines.forEach((line, at) => {
      budgetBlocks.forEach((block, blockAt) => {
        measures.forEach((measure, within) => {
          const cell = cellAt(grid, firstLineRow + at, figureColumn(blockAt, within));
          const parts = sharesOf(papers.lines, { form: id, line, block, measure });
          const sum = parts.reduce((total, { amount }) => total + amount, 0n);
          const shown = typeof cell?.value === 'number' ? amountFromNumber(cell.value) : 0n;
          if (shown !== sum) wrong.push(`${id} ${line} ${block} ${measure}`);
          if (sum !== 0n) compared += 1;
        });
      });
    });
  });
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(200);
});
