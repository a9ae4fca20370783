/** Which units are given to be added up: those of files, and those that stand in this workbook? */
import { LabelMap } from '../../domain/consolidate/labelMap';
import type { LabelChoice } from '../../domain/consolidate/labelMap';
import { resultOf } from '../../domain/consolidate/resultNames';
import type { TakenUnit } from '../../domain/consolidate/takenUnit';
import { officialForms } from '../../domain/forms/officialForms';
import type { WorkbookGrids } from '../../domain/grid';
import type { RefusedSheet } from '../../domain/recognise/table';
import { tablesOf } from '../../domain/recognise/table';
import type { CheckSettings } from '../../domain/rules/settings';
import { normaliseLabel } from '../../domain/recognise/labels';
import type { Answers } from '../../domain/submission/explanation';
import type { Unread } from '../../domain/unread';
import { mayHoldTable } from '../../domain/unread';
import type { ReturnLetter } from '../report/letter';
import type { ReportedExplanations, UnitReport } from '../report/report';
import type { ReportItem } from '../report/reportItem';
import type { CheckedUnit, TakenFile, TakeOptions } from '../takenFile';
import { placeOf as placeOfSheets } from '../takenFile';
import { takeUnits } from '../takeUnits';

/** Everything that was given. */
export interface GivenSet {
  /** In the order given. */
  readonly files: readonly TakenFile[];
  /** Names of files that were given and not read, as the user ended the reading. */
  readonly notReached: readonly string[];
  /** The units of this workbook; null where they are not asked for. */
  readonly own: OwnUnits | null;
  /** Places (see placeOf) of units that the user has taken out, as if they had not been given. */
  readonly takenOut: ReadonlySet<string>;
}

/** A unit of this workbook, with all that its check found. */
export interface OwnUnit extends CheckedUnit {
  readonly report: UnitReport;
  readonly explained: ReportedExplanations;
}

/** What was taken of this workbook. */
export interface OwnUnits {
  readonly units: readonly OwnUnit[];
  /** Sheets of earlier results, which are no units. */
  readonly results: readonly string[];
  readonly refused: readonly RefusedSheet[];
  readonly unread: readonly Unread[];
}

/** Nothing yet. */
export const nothingGiven: GivenSet = {
  files: [],
  notReached: [],
  own: null,
  takenOut: new Set(),
};

/** Whose ids begin with it, so that they differ from those of files. */
const ownKey = 'thisWorkbook';

/**
 * Takes the units of this workbook, apart from results that were written into it before.
 *
 * @param letterOf words what a unit is sent back with, what it has said of its warnings included
 */
export function takeOwnUnits(
  workbook: WorkbookGrids,
  settings: CheckSettings,
  { labels, currencies }: Pick<TakeOptions, 'labels' | 'currencies'>,
  letterOf: (
    unit: TakenUnit,
    items: readonly ReportItem[],
    explained: Answers['byFinding'],
  ) => ReturnLetter,
): OwnUnits {
  const map = new LabelMap(labels, officialForms);
  const taken = takeUnits(ownKey, { kind: 'thisWorkbook' }, workbook, settings, map, currencies);
  const results = new Set<string>();
  const units = taken.units.flatMap(({ unit, report, explained }): OwnUnit[] => {
    const { tables, verdict, counts, items } = report;
    if (resultOf(tables, workbook) !== null) {
      for (const { grid } of tablesOf(tables)) results.add(grid.name);
      return [];
    }
    const isSentBack = counts.error + counts.warning > 0;
    const letter = isSentBack ? letterOf(unit, items, explained.byFinding) : null;
    return [{ unit, verdict, counts, letter, report, explained }];
  });
  const { recognition, unread } = taken.report;
  return { units, results: [...results], refused: recognition.refused, unread };
}

/** The units of a set: those of files in the order given, then those of this workbook. */
export function unitsOf(given: GivenSet): CheckedUnit[] {
  return allUnits(given).filter(({ unit }) => !given.takenOut.has(placeOf(unit)));
}

/** The units that the user has taken out and that are still there to be put back. */
export function takenOutOf(given: GivenSet): CheckedUnit[] {
  return allUnits(given).filter(({ unit }) => given.takenOut.has(placeOf(unit)));
}

function allUnits({ files, own }: GivenSet): CheckedUnit[] {
  return [...files.flatMap(({ units }) => units), ...(own?.units ?? [])];
}

/** By what a unit is known again after it was read anew: in this workbook by its sheets, as others come and go. */
export function placeOf({ id, source, tables }: TakenUnit): string {
  return placeOfSheets({ id, source, sheets: [...tables.values()].map(({ sheet }) => sheet) });
}

/** Whether this workbook was read twice with the same units, the same figures and the same outcome of their checks. */
export function sameOwnUnits(one: OwnUnits, other: OwnUnits): boolean {
  const told = ({ units, refused, unread }: OwnUnits) =>
    JSON.stringify(
      [units.map(({ unit, verdict, counts }) => [unit, verdict, counts]), refused, unread],
      (_, value: unknown) => {
        if (typeof value === 'bigint') return `${value}n`;
        return value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value;
      },
    );
  return told(one) === told(other);
}

/** Where something looked like a unit's table, or may be one, and was not taken. */
export interface NotTaken {
  /** Null for this workbook. */
  readonly file: string | null;
  readonly refused: readonly RefusedSheet[];
  readonly unread: readonly Unread[];
}

/** All such places, file by file. */
export function notTakenOf({ files, own }: GivenSet): NotTaken[] {
  const all: NotTaken[] = [
    ...files.map(({ name, refused, unread }) => ({ file: name, refused, unread })),
    ...(own === null ? [] : [{ file: null, refused: own.refused, unread: own.unread }]),
  ];
  return all
    .map((one) => ({ ...one, unread: one.unread.filter(mayHoldTable) }))
    .filter(({ refused, unread }) => refused.length + unread.length > 0);
}

/** Those of the choices that a unit of the set needs. */
export function usedLabels(
  units: readonly CheckedUnit[],
  choices: readonly LabelChoice[],
): LabelChoice[] {
  const own = new Set(
    units.flatMap(({ unit }) =>
      [...unit.tables.values()].flatMap(({ lines }) =>
        lines.flatMap(({ line, label }) => (line === null ? [normaliseLabel(label)] : [])),
      ),
    ),
  );
  return choices.filter(({ label }) => own.has(normaliseLabel(label)));
}
