import type { Mark } from '../../src/application/ports';
import { markFormula } from '../../src/application/markRules';
import { clearConditions, conditionsOf } from '../../src/workbook/conditions';
import { faultOf, openedExcel, specimen, spent, valueOf, type OpenedExcel } from './openedExcel';
import { manyPairs } from './workbooks';
import { conditions, parts, partsChanged } from './savedParts';

let excel: OpenedExcel | undefined;
afterEach(() => {
  excel?.close();
  excel = undefined;
});

async function open(workbook: Uint8Array, level?: '1.13'): Promise<OpenedExcel> {
  excel = await openedExcel({ workbook, webLimits: true, ...(level && { level }) });
  return excel;
}

/** Names of the two sheets of the Puyang specimen. */
async function names({ workbook }: OpenedExcel): Promise<[string, string]> {
  const [one, two] = valueOf(await workbook.readWorkbook()).sheets;
  return [one?.name ?? '', two?.name ?? ''];
}

const error = (sheet: string, ...cells: string[]): Mark => ({ sheet, cells, kind: 'error' });

describe('marks', () => {
  test('lie over the cells as rules of our own, the strongest kind per cell', async () => {
    const opened = await open(specimen('puyang-2019.xlsx'));
    const [one, two] = await names(opened);
    valueOf(
      await opened.workbook.showMarks([
        { sheet: one, cells: ['B5', 'B6', 'C5', 'C6', 'K12'], kind: 'warning' },
        { sheet: one, cells: ['K12'], kind: 'error' },
        { sheet: two, cells: ['$D$8'], kind: 'notice' },
        { sheet: two, cells: ['D8', 'D9'], kind: 'culprit' },
      ]),
    );
    expect(await conditions(await opened.host.save())).toEqual([
      { sheet: one, range: 'K12', formula: markFormula('error').slice(1) },
      { sheet: one, range: 'B5:C6', formula: markFormula('warning').slice(1) },
      { sheet: two, range: 'D8:D9', formula: markFormula('culprit').slice(1) },
    ]);
  });

  test('are on, saved, loaded, off and saved again without a trace', async () => {
    const original = await withOwnCondition();
    const marking = await open(original);
    const [one, two] = await names(marking);
    const before = await parts(await marking.host.save());
    valueOf(await marking.workbook.showMarks([error(one, 'B5', 'K12'), error(two, 'D8')]));
    const marked = await marking.host.save();
    marking.close();

    const opened = await open(marked);
    expect(await conditions(marked)).toHaveLength(3);
    expect(valueOf(await opened.workbook.clearMarks())).toBe(2);
    const cleared = await opened.host.save();
    expect(await conditions(cleared)).toEqual([{ sheet: one, range: 'B5:C6', formula: '$B5>100' }]);
    expect(partsChanged(before, await parts(cleared))).toEqual([]);
  });

  test('follow the findings, and sheets whose marks are right are not touched', async () => {
    const opened = await open(specimen('puyang-2019.xlsx'));
    const [one, two] = await names(opened);
    valueOf(await opened.workbook.showMarks([error(one, 'B5'), error(two, 'C7', 'C8')]));
    spent(opened.host);
    valueOf(await opened.workbook.showMarks([error(two, 'C8', 'C7'), error(one, 'B5')]));
    expect(spent(opened.host).batches).toBe(2);
    valueOf(await opened.workbook.showMarks([error(two, 'C8', 'C7')]));
    expect(await conditions(await opened.host.save())).toEqual([
      { sheet: two, range: 'C7:C8', formula: markFormula('error').slice(1) },
    ]);
    expect(valueOf(await opened.workbook.clearMarks())).toBe(1);
    expect(valueOf(await opened.workbook.clearMarks())).toBe(0);
  });

  test('in the sheets named are looked at only there', async () => {
    const opened = await open(specimen('puyang-2019.xlsx'));
    const [one, two] = await names(opened);
    valueOf(await opened.workbook.showMarks([error(one, 'B5'), error(two, 'C7')]));
    valueOf(await opened.workbook.showMarks([error(one, 'B6'), error(two, 'C8')], [one]));
    expect(await conditions(await opened.host.save())).toEqual([
      { sheet: one, range: 'B6', formula: markFormula('error').slice(1) },
      { sheet: two, range: 'C7', formula: markFormula('error').slice(1) },
    ]);
    expect(valueOf(await opened.workbook.clearMarks())).toBe(2);
  });

  test.each([1, 50])(
    '%d pairs are marked in at most three batches, before and after',
    async (pairs) => {
      const opened = await open(manyPairs(pairs), '1.13');
      const { sheets } = valueOf(await opened.workbook.readWorkbook());
      const marks = sheets.flatMap(({ name }): Mark[] => [
        error(name, 'B5', 'C6', 'K12'),
        { sheet: name, cells: ['D8'], kind: 'culprit' },
      ]);
      spent(opened.host);
      valueOf(await opened.workbook.showMarks(marks));
      expect(spent(opened.host).batches).toBe(2);
      valueOf(await opened.workbook.showMarks(marks.map((mark) => ({ ...mark, cells: ['B9'] }))));
      expect(spent(opened.host).batches).toBe(3);
      expect(valueOf(await opened.workbook.clearMarks())).toBe(pairs * 2);
      expect(spent(opened.host).batches).toBe(3);
    },
  );

  test('on a protected sheet are refused by its name, the others are shown', async () => {
    const opened = await open(specimen('puyang-2019.xlsx'));
    const [one, two] = await names(opened);
    await protect(opened, one);
    expect(faultOf(await opened.workbook.showMarks([error(one, 'B5'), error(two, 'B5')]))).toEqual({
      code: 'sheetsNotMarked',
      sheets: [one],
    });
    expect((await conditions(await opened.host.save())).map(({ sheet }) => sheet)).toEqual([two]);
  });

  test('for a sheet that is gone are a fault, the others are shown', async () => {
    const opened = await open(specimen('puyang-2019.xlsx'));
    const [one] = await names(opened);
    expect(
      faultOf(await opened.workbook.showMarks([error('没有', 'B5'), error(one, 'B5')])),
    ).toEqual({ code: 'notThere', what: '没有' });
    expect(await conditions(await opened.host.save())).toHaveLength(1);
  });

  test('are found and taken off in a workbook opened anew, sheets renamed meanwhile', async () => {
    const first = await open(specimen('puyang-2019.xlsx'));
    const [one] = await names(first);
    valueOf(await first.workbook.showMarks([error(one, 'B5')]));
    await first.office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(one).name = '改了名';
      await context.sync();
    });
    const saved = await first.host.save();
    first.close();
    const again = await open(saved);
    expect(valueOf(await again.workbook.clearMarks())).toBe(1);
    expect(await conditions(await again.host.save())).toEqual([]);
  });
});

describe('when Excel fails', () => {
  const codes = [
    'GeneralException',
    'InvalidOperationInCellEditMode',
    'AccessDenied',
    'silence',
  ] as const;

  test.each([1, 2, 3].flatMap((batch) => codes.map((code) => ({ batch, code }))))(
    'in batch $batch with $code, a second try shows the marks and none but these',
    async ({ batch, code }) => {
      excel = await openedExcel({ workbook: await withOwnCondition() });
      const [one, two] = await names(excel);
      valueOf(await excel.workbook.showMarks([error(one, 'B5')]));
      excel.host.failAt({ batch, code });
      await excel.workbook.showMarks([error(one, 'B6'), error(two, 'B6')]);
      valueOf(await excel.workbook.showMarks([error(one, 'B6'), error(two, 'B6')]));
      expect((await conditions(await excel.host.save())).map(({ range }) => range).sort()).toEqual([
        'B5:C6',
        'B6',
        'B6',
      ]);
    },
  );

  test('at any action of the change, clearing afterwards leaves the user’s own rule only', async () => {
    excel = await openedExcel({ workbook: await withOwnCondition() });
    const [one] = await names(excel);
    for (let action = 1; action <= 40; action += 1) {
      for (const code of action % 4 === 0
        ? (['silence', 'GeneralException'] as const)
        : (['GeneralException'] as const)) {
        excel.host.failAt({ action, code });
        await excel.workbook.showMarks([
          error(one, 'B6'),
          { sheet: one, cells: ['B8'], kind: 'notice' },
        ]);
        const cleared = await excel.workbook.clearMarks();
        if (!cleared.ok) valueOf(await excel.workbook.clearMarks());
        expect(await conditions(await excel.host.save())).toEqual([
          { sheet: one, range: 'B5:C6', formula: '$B5>100' },
        ]);
      }
    }
  });
});

test('an Excel that drops rules without a word: after three passes it is a fault, no success', async () => {
  const opened = await open(specimen('puyang-2019.xlsx'));
  const { host, workbook } = opened;
  const [one] = await names(opened);
  let added = 0;
  host.onChange((change) => {
    if (change.kind !== 'conditions' || conditionsOf(change.sheet).length === 0) return;
    added += 1;
    clearConditions(change.sheet, change.rects);
  });
  expect(faultOf(await workbook.showMarks([error(one, 'B5')]))).toEqual({
    code: 'hostError',
    hostCode: 'ConditionalFormats',
  });
  expect(added).toBe(3);
});

describe('a rule of the user’s that Excel cannot read', () => {
  test.each(['its type', 'its formula'] as const)(
    '(%s) keeps no mark from coming and going',
    async (part) => {
      const opened = await open(await withOwnCondition());
      const [one, two] = await names(opened);
      const refused = refuseToRead(opened, part, one);
      const told = { code: 'rulesUnreadable', sheets: [one], rules: 1 };
      const wanted = [error(one, 'B6'), error(two, 'B6')];
      expect(faultOf(await opened.workbook.showMarks(wanted))).toEqual(told);
      const marked = await conditions(await opened.host.save());
      expect(marked.map(({ range }) => range)).toEqual(['B6', 'B5:C6', 'B6']);
      const before = refused.length;
      valueOf(await opened.workbook.showMarks(wanted));
      expect(refused.length).toBe(before);
      expect(faultOf(await opened.workbook.clearMarks())).toEqual(told);
      expect(await conditions(await opened.host.save())).toEqual([
        { sheet: one, range: 'B5:C6', formula: '$B5>100' },
      ]);
      expect(before).toBeGreaterThan(0);
    },
  );
});

/**
 * From now on, a batch that asks for the type or the formula of the user's rule, which lies below all
 * others on the first sheet, fails as a whole, as in #6827 and #6835.
 */
function refuseToRead(
  { host }: OpenedExcel,
  part: 'its type' | 'its formula',
  sheet: string,
): readonly string[] {
  const bodies: string[] = [];
  const sheetId = host.session.sheetId(host.sheet(sheet));
  const execute = host.execute.bind(host);
  jest.spyOn(host, 'execute').mockImplementation(async (bodyText, flags) => {
    const rules = conditionsOf(host.sheet(sheet)).length;
    const outcome = await execute(bodyText, flags);
    if (outcome.kind !== 'answer') return outcome;
    const asksType = bodyText.includes('"Select":["type"]') && bodyText.includes(sheetId);
    const place = /"Name":"GetItemAt".*?"Arguments":\[(\d+)\]/.exec(bodyText)?.[1];
    const refused =
      part === 'its formula'
        ? outcome.body.includes('$B5>100')
        : asksType && Number(place ?? rules - 1) === rules - 1;
    if (!refused) return outcome;
    bodies.push(bodyText);
    const Error = {
      Code: 'GeneralException',
      Message: 'There was an internal error while processing the request.',
      HttpStatusCode: 500,
      ActionIndex: 0,
      Location: '',
    };
    return { kind: 'answer', body: JSON.stringify({ Error, Results: [] }) };
  });
  return bodies;
}

/** The Puyang pair with a conditional format of the user's own on the first sheet. */
async function withOwnCondition(): Promise<Uint8Array> {
  const opened = await openedExcel({ workbook: specimen('puyang-2019.xlsx') });
  await opened.office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const format = sheet.getRange('B5:C6').conditionalFormats.add('Custom');
    format.custom.rule.formula = '=$B5>100';
    format.custom.format.fill.color = '#00FF00';
    await context.sync();
  });
  const bytes = await opened.host.save();
  opened.close();
  return bytes;
}

async function protect({ office }: OpenedExcel, name: string): Promise<void> {
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).protection.protect();
    await context.sync();
  });
}

describe('a mark that Ctrl+Z has brought back damaged', () => {
  const mark = (cell: string): Mark[] => [{ sheet: '统计表1', kind: 'error', cells: [cell] }];

  test('is told when marks are shown, once, and always when they are to come off', async () => {
    const opened = await open(specimen('puyang-2019.xlsx'));
    const { workbook, host } = opened;
    valueOf(await workbook.showMarks(mark('B6')));
    host.damageRule('统计表1', 0);
    const damaged = { code: 'rulesUnreadable', sheets: ['统计表1'], rules: 1 };
    expect(faultOf(await workbook.showMarks(mark('B7')))).toEqual(damaged);
    expect(conditionsOf(host.sheet('统计表1'))).toHaveLength(2);
    spent(host);
    valueOf(await workbook.showMarks(mark('B8')));
    // What cannot be read is not asked for again: no batch for each rule.
    expect(spent(host).batches).toBe(3);
    expect(faultOf(await workbook.clearMarks())).toEqual(damaged);
    expect(conditionsOf(host.sheet('统计表1'))).toHaveLength(1);
  });
});
