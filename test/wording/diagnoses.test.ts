/** Is what stands in a cell shown as it stands there, text as text? */
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { reportOf } from '../../src/application/report/makeReport';
import type { CellCorrection } from '../../src/domain/rules/cellCorrection';
import { correctionDigits, correctionMessage } from '../../src/wording/diagnoses';
import { findingFacts } from '../../src/wording/findingFacts';
import { findingMessage } from '../../src/wording/findings';
import { puyang, puyangRows, settings } from '../domain/forms';

const itemsOf = (edits: Parameters<typeof puyang>[0]) =>
  reportOf(checkWorkbook(puyang(edits), settings)).units[0]?.items ?? [];

function slipIn(edits: Parameters<typeof puyang>[0]): CellCorrection {
  const slip = itemsOf(edits).find((item) => item.kind === 'slip');
  const [first] = slip?.explanation.corrections ?? [];
  if (first === undefined) throw new Error('no slip');
  return first;
}

/** What changes stands in brackets. */
const digits = (correction: CellCorrection) =>
  correctionDigits(correction, 'zh-CN').map((runs) =>
    runs.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join(''),
  );

test('a figure with another unit stands there as it is written', () => {
  const slip = slipIn({ G12: '1,064.71元' });
  expect(digits(slip)).toEqual(['“1,064.71元”', '497.922']);
  expect(correctionMessage(slip, 'zh-CN')).toContain('填的是“1,064.71元”，疑为 497.922');
});

test('digits held as text are compared as digits', () => {
  expect(digits(slipIn({ C8: '619.45' }))).toEqual(['“6[19].45”', '6[91].45']);
});

test('a total that does not agree quotes the text, and says what it was taken for', () => {
  const findings = itemsOf({ K12: '1,064.71元' }).flatMap((item) => item.findings);
  const total = findings.find(({ rule }) => rule === 'B-010');
  if (total === undefined) throw new Error('the total agrees');
  expect(findingFacts(total, 'zh-CN')[0]).toEqual({ label: '填报', value: '“1,064.71元”' });
  expect(findingMessage(total, 'zh-CN')).toContain('填报 “1,064.71元”（合 0.106471），按行应为');
  expect(findingMessage(total, 'en-US')).toContain('states “1,064.71元” (that is 0.106471);');
});

test('where the tables are rounded, every value that would do is told; where nothing was, none', () => {
  const rounded = ([1, 2] as const).map((table) =>
    Object.fromEntries(
      puyangRows(table).flatMap((row, at) =>
        row.flatMap((value, column) =>
          typeof value === 'number'
            ? [[`${'ABCDEFGHIJKLM'[column] ?? ''}${at + 5}`, Math.round(value)] as const]
            : [],
        ),
      ),
    ),
  );
  const { units } = reportOf(
    checkWorkbook(puyang({ ...rounded[0], C12: 7803 }, { ...rounded[1] }), settings),
  );
  const slip = units[0]?.items.find((item) => item.kind === 'slip');
  const [correction] = slip?.explanation.corrections ?? [];
  if (correction === undefined) throw new Error('no slip');
  expect(correctionMessage(correction, 'zh-CN')).toMatch(
    /C12）填报 7,803，疑为 7,083.*（表内有四舍五入，7,08\d 至 7,08\d 都能使合计相符/,
  );
  expect(correctionMessage(correction, 'en-US')).toContain('anything from 7,08');
  expect(correctionMessage(slipIn({ C12: 7803.02 }), 'zh-CN')).not.toContain('四舍五入');
});
