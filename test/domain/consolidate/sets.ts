/** Sets of units as tests give them: the public pair in another size, money unit, edition or name. */
import { consolidate } from '../../../src/domain/consolidate/consolidate';
import type { Consolidated } from '../../../src/domain/consolidate/consolidate';
import { formatAmount } from '../../../src/domain/amount';
import type { SetJudgement, SetSettings } from '../../../src/domain/consolidate/judgeSet';
import { judgeSet } from '../../../src/domain/consolidate/judgeSet';
import { LabelMap } from '../../../src/domain/consolidate/labelMap';
import type { LabelChoice } from '../../../src/domain/consolidate/labelMap';
import type { TakenUnit } from '../../../src/domain/consolidate/takenUnit';
import { officialForms } from '../../../src/domain/forms/officialForms';
import {
  budgetBlocks,
  currencyUnitTitles,
  measures,
  unitPower,
} from '../../../src/domain/forms/terms';
import type { CurrencyUnit } from '../../../src/domain/forms/terms';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { takeUnits } from '../../../src/application/takeUnits';
import type { Changes } from '../forms';
import { changed, grid, officialSheet, puyangRows, settings } from '../forms';

/** How a unit differs from the public pair. */
export interface UnitPlan {
  readonly name?: string;
  readonly year?: string;
  readonly currency?: CurrencyUnit;
  /** Every figure so many times. */
  readonly times?: number;
  readonly table1?: Changes;
  readonly table2?: Changes;
  /** Left out: both. */
  readonly tables?: readonly (1 | 2)[];
  readonly file?: string;
  /** Rows of a sheet that says what a result is made of. */
  readonly notes?: readonly (readonly [string, string])[];
}

/** A unit's workbook; amounts to the hundredth of a 分 stay exact. */
export function unitWorkbook(plan: UnitPlan): WorkbookGrids {
  const { name = '甲县财政局', year = '（2019）', currency = 'tenThousandYuan', times = 1 } = plan;
  const shift = unitPower.tenThousandYuan - unitPower[currency];
  const scaled = (table: 1 | 2) =>
    puyangRows(table).map(([label = '', ...figures]) => [
      label,
      ...figures.map((figure, at) => {
        if (figure === '') return '';
        const whole =
          BigInt(Math.round(Number(figure) * (at % 4 === 0 ? 1 : 10_000))) * BigInt(times);
        return at % 4 === 0 ? Number(whole) : Number(`${whole}e${shift - 4}`);
      }),
    ]);
  const heading = { unit: name, year, currency: currencyUnitTitles[currency] };
  const sheets = (plan.tables ?? [1, 2]).map((table) =>
    grid(
      `统计表${table}`,
      changed(
        officialSheet(table, scaled(table), heading),
        (table === 1 ? plan.table1 : plan.table2) ?? {},
      ),
    ),
  );
  const rows = (plan.notes ?? []).flatMap(([what, contents], at) => [
    [`A${at + 1}`, what] as const,
    [`B${at + 1}`, contents] as const,
  ]);
  const notes = rows.length === 0 ? [] : [grid('说明', Object.fromEntries(rows))];
  return { sheets: [...sheets, ...notes] };
}

/** A set as it is read from files. */
export function takenUnits(
  plans: readonly UnitPlan[],
  labels: LabelMap = new LabelMap([], officialForms),
): TakenUnit[] {
  return plans.flatMap((plan, index) => {
    const source = { kind: 'file', file: plan.file ?? `${index + 1}.xlsx` } as const;
    return takeUnits(`${index + 1}`, source, unitWorkbook(plan), settings, labels).units.map(
      ({ unit }) => unit,
    );
  });
}

/** Settings of a user who has decided nothing. */
export function setSettings(
  differing: Partial<SetSettings> = {},
  choices: readonly LabelChoice[] = [],
): SetSettings {
  return {
    fiscalYear: null,
    currencyUnit: null,
    includeErrors: new Set(),
    chosenVersions: new Set(),
    countChoices: new Map(),
    labels: new LabelMap(choices, officialForms),
    expectedUnits: null,
    ...differing,
  };
}

export function judged(
  plans: readonly UnitPlan[],
  differing: Partial<SetSettings> = {},
  choices: readonly LabelChoice[] = [],
): SetJudgement {
  const decided = setSettings(differing, choices);
  return judgeSet(takenUnits(plans, decided.labels), decided);
}

/** Every unit's word: `1 counts`, `2 duplicate`. */
export function wordsOf({ units }: SetJudgement): string[] {
  return units.map(({ number, excludedBecause }) => `${number} ${excludedBecause ?? 'counts'}`);
}

/** Every finding as a line: rule, severity, numbers of its units, names. */
export function findingsOf({ findings }: SetJudgement): string[] {
  return findings.map(({ rule, severity, units, names }) =>
    [rule, severity, units.join(' '), ...names].join(' ').trim(),
  );
}

export function sumOf(judgement: SetJudgement): Consolidated {
  const result = consolidate(judgement, '濮阳市财政局');
  if (result === null) throw new Error('nothing counts');
  return result;
}

/** A result's figures as decimal strings by form, line, block and measure; blank ones left out. */
export function figuresOf(result: Consolidated): Record<string, string> {
  const figures: Record<string, string> = {};
  for (const { form, lines, total } of result.tables.values()) {
    for (const { line, figures: own } of [...lines, { line: 'total', figures: total }]) {
      for (const block of budgetBlocks) {
        for (const measure of measures) {
          const amount = own[block][measure];
          if (amount !== null)
            figures[[form, line, block, measure].join('|')] = formatAmount(amount);
        }
      }
    }
  }
  return figures;
}
