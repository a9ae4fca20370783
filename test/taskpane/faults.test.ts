/**
 * Whatever Excel refuses, at whichever batch of whichever command: is the user told, does a second try
 * succeed, and are the figures untouched? Every batch with one code by default, with each of them with
 * FULL_MATRIX=1; in Excel at its kindest, and at its least kind with every fourth batch by default. How many
 * cases there were is printed.
 */
import type { ReportItem } from '../../src/application/report/reportItem';
import { stopsOf } from '../../src/taskpane/check/list/stops';
import { explainingOf } from '../../src/taskpane/check/explain/ExplainControl';
import { belongingsOf } from '../../src/taskpane/settings/BelongingsControl';
import { isCurrent, lastReport } from '../../src/taskpane/state/paneState';
import { submissionOf } from '../../src/taskpane/submit/useSubmission';
import { unkindest } from '../../src/workbench/host/manners';
import { addCondition, setConditionFormulas } from '../../src/workbook/conditions';
import type { Finding } from '../../src/domain/finding';
import { cellAddress } from '../../src/domain/grid';
import { realPane, shutPanes } from './realPane';
import type { Edits, RealPane } from './realPane';

type Code =
  | 'InvalidOperationInCellEditMode'
  | 'AccessDenied'
  | 'ActivityLimitReached'
  | 'RequestPayloadSizeLimitExceeded'
  | 'GeneralException'
  | 'silence';

afterEach(shutPanes);

/** Excel as the workbench plays it, and with all its manners against us. */
type ExcelKind = 'kindest' | 'unkindest';
const excels: readonly ExcelKind[] = ['kindest', 'unkindest'];

/** How many cases were tried, by command and Excel. */
const counts: string[] = [];
afterAll(() => {
  const cases = counts.map((line) => Number(/\d+/.exec(line)?.[0]));
  const all = cases.reduce((sum, own) => sum + own, 0);
  process.stdout.write(`fault matrix, ${all} cases: ${counts.join(' · ')}\n`);
});

const isFull = process.env['FULL_MATRIX'] === '1';
const codes: readonly Code[] = isFull
  ? [
      'InvalidOperationInCellEditMode',
      'AccessDenied',
      'ActivityLimitReached',
      'RequestPayloadSizeLimitExceeded',
      'GeneralException',
      'silence',
    ]
  : ['InvalidOperationInCellEditMode', 'AccessDenied', 'GeneralException', 'silence'];

interface Case {
  readonly code: Code;
  readonly batch: number;
}

/** No batch and no code is left out in Excel at its kindest; in the full matrix each meets each. */
function casesOf(name: string, excel: ExcelKind, batches: number): Case[] {
  const cases = allCases(batches).filter(
    (_, index) => isFull || excel === 'kindest' || index % 4 === 0,
  );
  counts.push(`${name} ${cases.length} (${excel}, ${batches} batches)`);
  return cases;
}

function allCases(batches: number): Case[] {
  if (isFull) {
    const all = Array.from({ length: batches }, (_, index) => index + 1);
    return codes.flatMap((code) => all.map((batch) => ({ code, batch })));
  }
  return Array.from({ length: Math.max(batches, codes.length) }, (_, index) => ({
    code: codes[index % codes.length] ?? 'silence',
    batch: (index % batches) + 1,
  }));
}

/** Everything in either Excel. */
function inEach<T extends object>(all: readonly T[]): (T & { readonly excel: ExcelKind })[] {
  return all.flatMap((one) => excels.map((excel) => ({ ...one, excel })));
}

interface Command {
  readonly name: string;
  /** What the user has done before. */
  readonly before?: (pane: RealPane) => Promise<void>;
  readonly run: (pane: RealPane) => Promise<void>;
  /** What shows that it was done. */
  readonly isDone: (pane: RealPane) => boolean;
  /** What else shows that it was not, on the page of its own. */
  readonly isTold?: (pane: RealPane) => boolean;
}

const check = (pane: RealPane) => pane.control.check();
const state = (pane: RealPane) => pane.control.store.get();
const markedSheets = (pane: RealPane) =>
  new Set(
    pane.marks().flatMap((mark) => /^(?:error|warning|notice|culprit) (.*)!/.exec(mark)?.[1] ?? []),
  ).size;
/** All marks are off, and it is said, or that what Excel cannot read may be one. */
const isCleared = (pane: RealPane) => {
  const { notice } = state(pane);
  const isTold = notice?.kind === 'failed' && notice.fault.code === 'rulesUnreadable';
  return markedSheets(pane) === 0 && (notice?.kind === 'done' || isTold);
};
/** The verdict stands, and both tables carry their marks. */
const isChecked = (pane: RealPane) =>
  isCurrent(state(pane).check) && pane.text().includes('有提示') && markedSheets(pane) === 2;

const overExecuted = (pane: RealPane) =>
  itemsOf(pane)
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => rule === 'R-020');

/** Explains the two lines on which more was settled than executed, as from the list. */
async function explain(pane: RealPane, text: string): Promise<void> {
  const explaining = explainingOf(pane);
  explaining.begin('wanted', overExecuted(pane), text);
  await explaining.save('wanted');
}

/** What the pane knows to be kept, in one line. */
function explainedTexts(pane: RealPane): string {
  const answers = lastReport(state(pane).check)?.explained.byFinding.values() ?? [];
  return [...answers].map(({ explanation }) => explanation.text).join(' ');
}

const commands: readonly Command[] = [
  { name: '一键校验', run: check, isDone: isChecked },
  {
    name: '清除标记',
    before: check,
    run: (pane) => pane.control.setMarks('off'),
    isDone: isCleared,
  },
  {
    name: '再标记',
    before: async (pane) => {
      await check(pane);
      await pane.control.setMarks('off');
    },
    run: (pane) => pane.control.setMarks('on'),
    isDone: (pane) => markedSheets(pane) === 2,
  },
  {
    name: '清除标记和报送期',
    before: async (pane) => {
      await pane.control.setRound('july');
      await check(pane);
    },
    run: (pane) => belongingsOf(pane).remove(['marks', 'round']),
    isDone: (pane) => isCleared(pane) && pane.host.readDocumentSettings().size === 0,
  },
  {
    name: '填写说明',
    before: check,
    run: (pane) => explain(pane, '据实结算'),
    isDone: (pane) => explainedTexts(pane) === '据实结算 据实结算',
  },
  {
    name: '确认说明',
    before: async (pane) => {
      await check(pane);
      await explain(pane, '据实结算');
      await pane.type({ '统计表1!E18': '9999' });
    },
    run: async (pane) => {
      await check(pane);
      await explainingOf(pane).confirm(overExecuted(pane));
    },
    isDone: (pane) =>
      explainedTexts(pane) === '据实结算 据实结算' &&
      state(pane).check.kind === 'made' &&
      pane.text().includes('已说明 2'),
  },
  {
    name: '删除说明',
    before: async (pane) => {
      await check(pane);
      await explain(pane, '据实结算');
    },
    run: (pane) => {
      const answers = [...(lastReport(state(pane).check)?.explained.byFinding.values() ?? [])];
      return explainingOf(pane).remove(answers.map(({ explanation }) => explanation));
    },
    isDone: (pane) => explainedTexts(pane) === '',
  },
  {
    name: '撤销说明',
    before: async (pane) => {
      await check(pane);
      await explain(pane, '据实结算');
    },
    run: (pane) => pane.writing.undo(),
    isDone: (pane) => explainedTexts(pane) === '',
  },
  {
    name: '定位',
    before: check,
    run: async (pane) => {
      const [stop] = stopsOf({ id: '', items: itemsOf(pane) });
      if (stop === undefined) throw new Error('nothing was found');
      await pane.control.visit(stop);
    },
    isDone: (pane) => state(pane).visited !== null,
  },
  {
    name: '报送期',
    before: check,
    run: (pane) => pane.control.setRound('july'),
    // In July the final accounts are last year's: E18 is no longer too large.
    isDone: (pane) =>
      isCurrent(state(pane).check) &&
      state(pane).notice === null &&
      pane.documentSettings.read('reportingRound') === '"july"' &&
      markedSheets(pane) === 2 &&
      !pane.marks().join().includes('E18'),
  },
  {
    name: '预览填充',
    run: (pane) => pane.writing.previewFill(null),
    isDone: (pane) => state(pane).preview !== null,
  },
  {
    name: '插入模板',
    run: (pane) =>
      pane.writing.insertTemplate({
        forms: ['table1'],
        reportingUnit: '',
        fiscalYear: null,
        currencyUnit: 'tenThousandYuan',
        edition: 'form2019',
        protect: false,
      }),
    isDone: (pane) => pane.text().includes('已插入'),
  },
  {
    name: '提交前检查',
    run: (pane) => submissionOf(pane.control, pane.writing).check(),
    isDone: (pane) => readiness(pane)?.freshness === 'current',
    // 需重新检查: while it was looked over, a check of its own began that did not come to its end.
    isTold: (pane) => readiness(pane)?.freshness === 'outdated',
  },
  {
    name: '审核报告',
    run: (pane) => submissionOf(pane.control, pane.writing).makeReport('zh-CN'),
    isDone: (pane) => /“审核报告( \(\d\))?”/.test(pane.text()),
  },
  {
    name: '审核报告在原处更新',
    before: (pane) => submissionOf(pane.control, pane.writing).makeReport('zh-CN'),
    run: (pane) => submissionOf(pane.control, pane.writing).makeReport('zh-CN'),
    isDone: (pane) => pane.text().includes('已在原处更新“审核报告'),
  },
  {
    name: '与上期比较',
    before: check,
    run: (pane) => submissionOf(pane.control, pane.writing).compareWithYear(2018),
    isDone: (pane) => isCurrent(state(pane).check) && state(pane).notice === null,
  },
];

/** What 提交前检查 found, not older than the workbook. */
const readiness = (pane: RealPane) =>
  submissionOf(pane.control, pane.writing).store.get().readiness;

/** Three figures stored as text. */
const asText = {
  '统计表1!C8': "'691.45",
  '统计表1!D7': "'2628.37",
  '统计表2!C8': "'6777.2",
};

function textFindings(pane: RealPane): readonly Finding[] {
  return itemsOf(pane)
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => rule === 'L-050');
}

function itemsOf(pane: RealPane): readonly ReportItem[] {
  return lastReport(state(pane).check)?.units.flatMap(({ items }) => items) ?? [];
}

const specimen = 'puyang-2019.xlsx';

/** Typed contents of the user's own two sheets. */
async function figures(pane: RealPane): Promise<string> {
  const sheets = pane.host.workbook.sheets.slice(0, 2).map((sheet) => sheet.name);
  const cells = sheets.flatMap((sheet) =>
    Array.from({ length: 27 * 13 }, (_, at) => ({
      sheet,
      cell: cellAddress(Math.floor(at / 13), at % 13),
    })),
  );
  // A failure planned for a batch that was never sent would hit this reading instead.
  const reading = () => pane.clock.during(pane.workbook.readCells(cells));
  const first = await reading();
  const read = first.ok ? first : await reading();
  if (!read.ok) throw new Error(read.fault.code);
  return JSON.stringify(read.value.map(({ content }) => content));
}

/** At its least kind Excel also calculates by hand only, and cannot read a rule of the user's. */
async function open(excel: ExcelKind): Promise<RealPane> {
  const options = { preferences: { liveMarks: 'on' } } as const;
  if (excel === 'kindest') return realPane(specimen, options);
  const pane = await realPane(specimen, { ...options, manners: unkindest });
  await pane.host.asUser((session) => {
    session.calculationMode = 'Manual';
    const rule = addCondition(
      session.workbook.active,
      [{ top: 4, left: 1, bottom: 5, right: 2 }],
      'expression',
    );
    setConditionFormulas(rule, ['$B5>100']);
    session.damagedRules.add(rule.rule);
  });
  return pane;
}

/** Does something, and lets what Excel tells of it be looked at, as before the user's next click. */
async function settled(pane: RealPane, work: () => Promise<void>): Promise<void> {
  await pane.after(work);
  await pane.pass(1_000);
}

/** How many batches the command sends when nothing fails. */
async function batchesOf(command: Command, excel: ExcelKind): Promise<number> {
  const pane = await open(excel);
  try {
    await settled(pane, async () => command.before?.(pane));
    pane.host.log.clear();
    await pane.after(() => command.run(pane));
    if (!command.isDone(pane)) throw new Error(`${command.name}: ${pane.text()}`);
    return pane.host.log.totals.batches;
  } finally {
    await pane.shut();
  }
}

describe.each(inEach(commands))('$name, in Excel at its $excel', ({ excel, ...command }) => {
  test('fails in words at any batch, succeeds at the second try, and leaves the figures alone', async () => {
    const batches = await batchesOf(command, excel);
    expect(batches).toBeGreaterThan(0);
    for (const { code, batch } of casesOf(command.name, excel, batches)) {
      const pane = await open(excel);
      const label = `${command.name} (${excel}), ${code} at batch ${batch}`;
      try {
        await settled(pane, async () => command.before?.(pane));
        const intact = await figures(pane);
        // A refusal in passing is tried once more by itself: let that fail as well.
        pane.host.failAt({ batch, code });
        if (code === 'InvalidOperationInCellEditMode' || code === 'ActivityLimitReached') {
          pane.host.failAt({ batch: batch + 1, code });
        }
        await pane.after(() => command.run(pane));
        const { notice, check: outcome } = state(pane);
        const isFailed = notice?.kind === 'failed' || outcome.kind === 'failed';
        const isTold = isFailed || command.isTold?.(pane) === true;
        // Marks that Excel refuses together are put one by one: then there is nothing to tell.
        const isRecovered = command.isDone(pane);
        expect([label, isTold || isRecovered]).toEqual([label, true]);
        expect([label, pane.text().includes('通过')]).toEqual([label, false]);
        await pane.after(() => command.run(pane));
        expect([label, command.isDone(pane)]).toEqual([label, true]);
        expect([label, (await figures(pane)) === intact]).toEqual([label, true]);
      } finally {
        await pane.shut();
      }
    }
  });
});

/** Writes three totals of the Puyang pair as formulas. */
async function fillThree(pane: RealPane): Promise<void> {
  await pane.writing.previewFill(null);
  pane.writing.choose(new Set([0, 1, 2]));
  await pane.writing.write();
}

/** Undoes until the pane knows of nothing that could be undone. */
async function undoAll(pane: RealPane): Promise<void> {
  for (let tries = 0; tries < 3 && state(pane).undo !== null; tries += 1) {
    await pane.after(() => pane.writing.undo());
  }
}

/** Turns the figures stored as text into numbers. */
async function correctThree(pane: RealPane): Promise<void> {
  await pane.writing.previewCorrections(textFindings(pane));
  pane.writing.choose(new Set([0, 1, 2]));
  await pane.writing.write();
}

interface Writing {
  readonly name: string;
  readonly edits: Edits;
  readonly prepare: (pane: RealPane) => Promise<void>;
  readonly run: (pane: RealPane) => Promise<void>;
}

const writings: readonly Writing[] = [
  { name: '填充写入', edits: {}, prepare: () => Promise.resolve(), run: fillThree },
  { name: '改正写入', edits: asText, prepare: check, run: correctThree },
  { name: '撤销', edits: {}, prepare: fillThree, run: (pane) => pane.writing.undo() },
];

describe.each(inEach(writings))(
  '$name, in Excel at its $excel',
  ({ name, edits, prepare, run, excel }) => {
    test('interrupted at any batch: told, and what stood there can be had back to the letter', async () => {
      const smooth = await open(excel);
      await smooth.type(edits);
      await settled(smooth, () => prepare(smooth));
      const untouched = await figures(smooth);
      smooth.host.log.clear();
      await smooth.after(() => run(smooth));
      const { batches } = smooth.host.log.totals;
      // What is interrupted below writes, when it is not.
      expect((await figures(smooth)) === untouched).toBe(false);
      await smooth.shut();
      for (const { code, batch } of casesOf(name, excel, batches)) {
        const pane = await open(excel);
        const label = `${name} (${excel}), ${code} at batch ${batch}`;
        try {
          await pane.type(edits);
          const intact = await figures(pane);
          await settled(pane, () => prepare(pane));
          pane.host.failAt({ batch, code });
          pane.host.failAt({ batch: batch + 1, code });
          await pane.after(() => run(pane));
          const { notice, check: outcome } = state(pane);
          const isTold = notice !== null || outcome.kind === 'failed';
          expect([label, isTold]).toEqual([label, true]);
          expect([label, pane.text().includes('通过')]).toEqual([label, false]);
          await undoAll(pane);
          expect([label, (await figures(pane)) === intact]).toEqual([label, true]);
        } finally {
          await pane.shut();
        }
      }
    });
  },
);
