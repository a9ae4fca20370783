/** Which units of a set count, which do not and why, and what is wrong with the set? */
import type { SetRuleId, Severity } from '../finding';
import type { EditionId } from '../forms/form';
import type { CurrencyUnit, FormId } from '../forms/terms';
import { unitPower } from '../forms/terms';
import { comparableUnitName } from '../recognise/heading';
import { normaliseLabel } from '../recognise/labels';
import { ruleById } from '../rules/catalogue';
import { resultEditions } from './editions';
import type { ComparedSet } from './compareSet';
import { compareSet, isWhole } from './compareSet';
import type { LabelMap } from './labelMap';
import { missingCurrencies, unreadCurrency } from './missingCurrency';
import type { CountChoice, SetFinding, SetFindingDetail } from './setFinding';
import type { JudgedSums, SumDoubt } from './setSums';
import { judgeSums } from './setSums';
import type { TakenUnit } from './takenUnit';
import type { Version, Versions } from './versions';
import { versionsOf } from './versions';

/** Why a unit does not count, in the order in which reasons are looked for. */
export type Exclusion =
  | 'tableMissing'
  | 'unknownLine'
  | 'otherYear'
  | 'duplicate'
  | 'sumOfOthers'
  | 'currencyUnread'
  | 'notChecked'
  | 'errors';

/** The word above a unit's own check, mapped labels taken into account. */
export type UnitVerdict = 'passed' | 'warnings' | 'errors' | 'notChecked';

/** What the user has decided. */
export interface SetSettings {
  /** Null: that of most units. */
  readonly fiscalYear: number | null;
  /** Null: that of most units that count. */
  readonly currencyUnit: CurrencyUnit | null;
  /** Units (ids) that count in spite of their errors, or all of them. */
  readonly includeErrors: 'all' | ReadonlySet<string>;
  /** Of a unit's several versions the ones (ids) that count. */
  readonly chosenVersions: ReadonlySet<string>;
  /**
   * By unit (id), whether it counts, where its figures or its name leave that open: it may be a sum of
   * others, a copy of another unit, or another unit of the same name.
   */
  readonly countChoices: ReadonlyMap<string, boolean>;
  readonly labels: LabelMap;
  /** Names of all units that should be there; null where nobody says. */
  readonly expectedUnits: readonly string[] | null;
}

/** A unit among the others. */
export interface JudgedUnit {
  /** From 1, in the order given. */
  readonly number: number;
  readonly unit: TakenUnit;
  readonly verdict: UnitVerdict;
  readonly excludedBecause: Exclusion | null;
  /** True where it is rows without any label that it does not count for. */
  readonly lacksLabels: boolean;
  readonly sumDoubt: SumDoubt;
}

/** What can be said of a set. */
export interface SetJudgement {
  /** All of them, in the order given. */
  readonly units: readonly JudgedUnit[];
  /** In the order of the catalogue. */
  readonly findings: readonly SetFinding[];
  /** Chosen, or of most units; null where none states one. */
  readonly fiscalYear: number | null;
  /** Chosen, or of most units that count. */
  readonly currencyUnit: CurrencyUnit;
  /** By form: the edition in which the result is laid out. */
  readonly editions: ReadonlyMap<FormId, EditionId>;
  readonly labels: LabelMap;
}

/** Judges a set of units. Nothing but the numbers depends on their order. */
export function judgeSet(units: readonly TakenUnit[], settings: SetSettings): SetJudgement {
  const { labels } = settings;
  const compared = compareSet(units, labels);
  const known = units.map((unit, index): Known => ({
    unit,
    number: index + 1,
    name: compared.names[index] ?? '',
    verdict: verdictOf(unit, labels),
    key: compared.keys[index] ?? '',
  }));
  const fiscalYear = settings.fiscalYear ?? yearOfMost(known);
  const choiceOf = ({ unit }: Known) => choiceIn(settings, unit);
  const sums = judgeSums(known, compared, choiceOf);
  const alikes = sameFigureGroups(known);
  const nears = nearPairs(known, compared, sums);
  const copies = new Set(
    [...alikes, ...nears.map(({ members }) => members)]
      .flat()
      .flatMap((one) => (choiceOf(one) === 'left' ? one.number : [])),
  );
  const reasonOf = (
    { unit, number, verdict }: Known,
    superseded: (number: number) => boolean,
  ): Exclusion | null => {
    const reasons: readonly (readonly [Exclusion, boolean])[] = [
      ['tableMissing', !isWhole(unit)],
      ['unknownLine', unknownLabels(unit, labels).length > 0],
      ['otherYear', unit.fiscalYear !== null && unit.fiscalYear !== fiscalYear],
      ['duplicate', superseded(number) || copies.has(number)],
      ['sumOfOthers', sums.left.has(number)],
      ['currencyUnread', unreadCurrency(unit) !== null],
      ['notChecked', verdict === 'notChecked'],
      ['errors', verdict === 'errors' && !isIncluded(unit, settings)],
    ];
    return reasons.find(([, applies]) => applies)?.[0] ?? null;
  };
  const versions = versionsOf(withoutSumsOfItself(known, sums.sums), {
    fiscalYear,
    chosen: settings.chosenVersions,
    isSeveral: (one) => choiceOf(one) === 'counts',
    canCount: (one) => reasonOf(one, () => false) === null,
  });
  const superseded = new Set(versions.flatMap((version) => [...version.superseded]));
  const judged = known.map((one): JudgedUnit => {
    const { unit, number, verdict } = one;
    const excludedBecause = reasonOf(one, (asked) => superseded.has(asked));
    const lacksLabels =
      excludedBecause === 'unknownLine' &&
      unknownLabels(unit, labels).every((label) => normaliseLabel(label) === '');
    const sumDoubt = sums.doubts.get(number) ?? null;
    return { number, unit, verdict, excludedBecause, lacksLabels, sumDoubt };
  });
  const counted = judged.filter(({ excludedBecause }) => excludedBecause === null);
  // Of versions with the same figures it does not matter which one counts.
  const alike = (number: number) =>
    versions
      .find(({ members, same }) => same && members.some((one) => one.number === number))
      ?.members.map(({ unit }) => unit);
  const votes = counted.map(({ number, unit }) => alike(number) ?? [unit]);
  const currencyUnit = settings.currencyUnit ?? currencyOfMost(votes);
  const editions = resultEditions(votes, units, labels);
  const findings = [
    ...versions.map((version) => versionFinding(version, counted)),
    ...sumFindings(sums),
    ...yearFindings(known, fiscalYear),
    ...currencyFindings(known, currencyUnit),
    ...currencyUnitFindings(known, counted),
    ...missingFindings(known, settings.expectedUnits),
    ...lackingFindings(counted, known, choiceOf),
    ...unlistedFindings(known, settings.expectedUnits),
    ...alikes.map((members) => alikeFinding(members, choiceOf)),
    ...nears.map((near) => nearFinding(near, choiceOf)),
    ...editionFindings(known, editions),
    ...labelFindings(known, labels),
  ];
  return { units: judged, findings, fiscalYear, currencyUnit, editions, labels };
}

interface Known extends Version {
  readonly verdict: UnitVerdict;
}

function isIncluded({ id }: TakenUnit, { includeErrors }: SetSettings): boolean {
  return includeErrors === 'all' || includeErrors.has(id);
}

function choiceIn({ countChoices }: SetSettings, { id }: TakenUnit): CountChoice {
  const counts = countChoices.get(id);
  if (counts === undefined) return null;
  return counts ? 'counts' : 'left';
}

function verdictOf({ ownCheck }: TakenUnit, labels: LabelMap): UnitVerdict {
  const { errors, unknownLabels, missingLines, hasWarnings, isUndecided } = ownCheck;
  const hasErrors =
    errors > 0 ||
    unknownLabels.some(({ form, label }) => !labels.settles(form, 'unknown', label, ownCheck)) ||
    missingLines.some(({ form, line }) => !labels.settles(form, 'missing', line, ownCheck));
  if (hasErrors) return 'errors';
  if (isUndecided) return 'notChecked';
  return hasWarnings ? 'warnings' : 'passed';
}

/** Labels of which neither we nor the user know which line they are. */
function unknownLabels({ tables }: TakenUnit, labels: LabelMap): string[] {
  return [...tables.values()].flatMap(({ form, lines }) =>
    lines.flatMap(({ line, label }) =>
      line === null && labels.lineOf(form, label) === null ? [label] : [],
    ),
  );
}

/** The most frequent; of several the one that `prefer` names greater. */
function mostOf<T>(values: readonly T[], prefer: (a: T, b: T) => number): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || prefer(b[0], a[0]));
  return first?.[0] ?? null;
}

/** Each unit once a year, whatever the number of its versions; of years as frequent the later one. */
function yearOfMost(known: readonly Known[]): number | null {
  const stated = new Map<string, number>();
  for (const { name, unit } of known) {
    if (unit.fiscalYear !== null) stated.set(`${unit.fiscalYear}|${name}`, unit.fiscalYear);
  }
  return mostOf([...stated.values()], (a, b) => a - b);
}

/** Of money units as frequent 万元, then the smaller one. */
function currencyOfMost(votes: readonly (readonly TakenUnit[])[]): CurrencyUnit {
  const rank = (unit: CurrencyUnit) => (unit === 'tenThousandYuan' ? 1 : -unitPower[unit]);
  const stated = votes.flatMap(
    (versions) =>
      versions
        .flatMap(({ currencyUnit }) => currencyUnit ?? [])
        .sort((a, b) => rank(b) - rank(a))[0] ?? [],
  );
  return mostOf(stated, (a, b) => rank(a) - rank(b)) ?? 'tenThousandYuan';
}

/** A city's sum is no other version of the city's own return, which is a part of it. */
function withoutSumsOfItself(
  known: readonly Known[],
  sums: readonly (readonly Known[])[],
): Known[] {
  const ofItself = new Set(
    sums
      .filter(([total, ...parts]) => parts.some(({ name }) => name === total?.name))
      .map(([total]) => total),
  );
  return known.filter((one) => !ofItself.has(one));
}

function finding(
  rule: SetRuleId,
  units: readonly Known[],
  detail: SetFindingDetail,
  about: string = units.map(({ name }) => name).join('|'),
  severity: Severity = ruleById(rule).severity,
): SetFinding {
  const numbers = units.map(({ number }) => number);
  return { id: `${rule}|${about}`, rule, severity, units: numbers, names: [], detail };
}

/** Settled by the user, they are worth knowing; otherwise the sum may be wrong. */
function sumFindings({ told }: JudgedSums<Known>): SetFinding[] {
  return told.map(({ members, detail, isSettled }) => {
    const names = members.map(({ name }) => name).join('|');
    const about = detail.kind === 'sumOfOthers' ? names : `${detail.kind}|${names}`;
    return finding('U-020', members, detail, about, isSettled ? 'notice' : 'error');
  });
}

function versionFinding(
  { members, fiscalYear, same, counted, areSeveral }: Versions<Known>,
  all: readonly JudgedUnit[],
): SetFinding {
  const counts = all.some(({ number }) => number === counted);
  const nameAssumed = members.every(({ unit }) => unit.nameAssumed);
  return finding(
    'U-010',
    members,
    {
      kind: 'unitTwice',
      fiscalYear,
      sameFigures: same,
      counted,
      counts,
      areSeveral,
      nameAssumed,
    },
    `${fiscalYear ?? ''}|${members[0]?.name ?? ''}`,
    counted === null && !areSeveral ? 'error' : 'notice',
  );
}

function yearFindings(known: readonly Known[], expected: number | null): SetFinding[] {
  if (expected === null) return [];
  const others = known.filter(
    ({ unit }) => unit.fiscalYear !== null && unit.fiscalYear !== expected,
  );
  const years = unique(others.flatMap(({ unit }) => unit.fiscalYear ?? [])).sort((a, b) => a - b);
  return others.length === 0
    ? []
    : [finding('U-030', others, { kind: 'otherYear', expected, years }, String(expected))];
}

function currencyFindings(known: readonly Known[], result: CurrencyUnit): SetFinding[] {
  const stated = new Set(known.flatMap(({ unit }) => unit.currencyUnit ?? []));
  if (stated.size < 2) return [];
  const others = known.filter(
    ({ unit }) => unit.currencyUnit !== null && unit.currencyUnit !== result,
  );
  const units = (Object.keys(unitPower) as CurrencyUnit[]).filter(
    (unit) => stated.has(unit) && unit !== result,
  );
  return [finding('U-040', others, { kind: 'currencyUnits', result, units }, result)];
}

function currencyUnitFindings(
  known: readonly Known[],
  counted: readonly JudgedUnit[],
): SetFinding[] {
  const numbers = new Set(counted.map(({ number }) => number));
  const missing = missingCurrencies(known, (number) => numbers.has(number));
  const without = missing.flatMap(({ number }) => known[number - 1] ?? []);
  const chosen = known.filter(({ unit }) => unit.chosenCurrency !== null);
  const units = unique(chosen.flatMap(({ unit }) => unit.chosenCurrency ?? []));
  return [
    ...(without.length === 0
      ? []
      : [finding('U-045', without, { kind: 'currencyMissing', units: missing }, 'missing')]),
    ...(chosen.length === 0
      ? []
      : [finding('U-045', chosen, { kind: 'currencyChosen', units }, 'chosen', 'notice')]),
  ];
}

function missingFindings(
  known: readonly Known[],
  expectedUnits: readonly string[] | null,
): SetFinding[] {
  const there = new Set(known.map(({ name }) => name));
  const names = [...listedNames(expectedUnits ?? [])].flatMap(([name, written]) =>
    there.has(name) ? [] : [written],
  );
  if (names.length === 0) return [];
  return [{ ...finding('U-050', [], { kind: 'unitMissing' }, 'list'), names }];
}

function unlistedFindings(
  known: readonly Known[],
  expectedUnits: readonly string[] | null,
): SetFinding[] {
  if (expectedUnits === null) return [];
  const listed = listedNames(expectedUnits);
  const others = known.filter(({ name }) => !listed.has(name));
  return others.length === 0 ? [] : [finding('U-060', others, { kind: 'unitNotListed' }, 'list')];
}

/** Names as they are written, by the name as names are compared. */
function listedNames(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [comparableUnitName(name), name.trim()]));
}

/** Results that count and lack something: an error, until the user has said that they count as they are. */
function lackingFindings(
  counted: readonly JudgedUnit[],
  known: readonly Known[],
  choiceOf: (one: Known) => CountChoice,
): SetFinding[] {
  return counted.flatMap(({ number, unit: { lacks } }) => {
    const one = known[number - 1];
    if (lacks === null || one === undefined) return [];
    const accepted = choiceOf(one) === 'counts';
    const detail = { kind: 'resultLacks', lacks, accepted } as const;
    return [finding('U-055', [one], detail, one.name, accepted ? 'warning' : 'error')];
  });
}

/** Units with different names and the same figures. */
function sameFigureGroups(known: readonly Known[]): Known[][] {
  const filled = known.filter(({ key }) => key !== '');
  const key = (one: Known) => `${[...one.unit.tables.keys()].join()}|${one.key}`;
  return groupBy(filled, key).filter(
    (members) => new Set(members.map(({ name }) => name)).size > 1,
  );
}

/** An error where two names say, too, that they may be one unit, until the user has said what counts. */
function alikeFinding(
  members: readonly Known[],
  choiceOf: (one: Known) => CountChoice,
): SetFinding {
  const isLeft = (one: Known) => choiceOf(one) === 'left';
  const left = members.filter(isLeft).map(({ number }) => number);
  const ofOneName = members.flatMap((a, at) =>
    members.slice(at + 1).flatMap((b) => (namesExtend(a, b) ? [[a, b]] : [])),
  );
  const isOpen = ofOneName.some(
    (pair) => !pair.some(isLeft) && !pair.every((one) => choiceOf(one) === 'counts'),
  );
  const detail = { kind: 'sameFigures', left, namesExtend: ofOneName.length > 0, isOpen } as const;
  const about = members.map(({ name }) => name).join('|');
  return finding('U-070', members, detail, about, isOpen ? 'error' : 'warning');
}

/** 乙县 and 乙县财政局. */
function namesExtend(a: Known, b: Known): boolean {
  return a.name !== b.name && (a.name.startsWith(b.name) || b.name.startsWith(a.name));
}

interface NearPair {
  readonly members: readonly [Known, Known];
  readonly equal: number;
  readonly compared: number;
}

/** Two units of a year with different names and nearly the same figures, neither a sum of others. */
function nearPairs(
  known: readonly Known[],
  { nearlySame }: ComparedSet,
  { left }: JudgedSums<Known>,
): NearPair[] {
  return nearlySame.flatMap(({ pair: [a, b], equal, compared }): NearPair[] => {
    const [one, other] = [known[a], known[b]];
    if (one === undefined || other === undefined || one.name === other.name) return [];
    if (left.has(one.number) || left.has(other.number)) return [];
    const isOneYear = one.unit.fiscalYear === other.unit.fiscalYear;
    return isOneYear ? [{ members: [one, other], equal, compared }] : [];
  });
}

/** An error where the names say, too, that they may be one unit, until the user has said what counts. */
function nearFinding(
  { members, equal, compared }: NearPair,
  choiceOf: (one: Known) => CountChoice,
): SetFinding {
  const [a, b] = members;
  const extend = namesExtend(a, b);
  const left = members.filter((one) => choiceOf(one) === 'left').map(({ number }) => number);
  const isSettled = left.length > 0 || members.every((one) => choiceOf(one) === 'counts');
  const severity = isSettled ? 'notice' : extend ? 'error' : 'warning';
  const near = { equal, compared, namesExtend: extend, left, isSettled };
  const detail = { kind: 'nearlySame', ...near } as const;
  const about = `nearly|${[a.name, b.name].sort().join('|')}`;
  return finding('U-070', members, detail, about, severity);
}

function editionFindings(
  known: readonly Known[],
  results: ReadonlyMap<FormId, EditionId>,
): SetFinding[] {
  return [...results].flatMap(([form, result]) => {
    const of = ({ unit }: Known) => unit.tables.get(form)?.edition;
    const editions = unique(known.flatMap((one) => of(one) ?? []));
    if (editions.length < 2) return [];
    const others = known.filter((one) => of(one) !== undefined && of(one) !== result);
    const different = editions.filter((edition) => edition !== result).sort();
    return [
      finding('U-080', others, { kind: 'editions', form, result, editions: different }, form),
    ];
  });
}

function labelFindings(known: readonly Known[], labels: LabelMap): SetFinding[] {
  const entries = known.flatMap((one) =>
    [...one.unit.tables.values()].flatMap(({ form, sheet, lines }) =>
      lines.flatMap(({ line, label, row }) =>
        line === null ? [{ one, form, label, sheet, row }] : [],
      ),
    ),
  );
  // White space and signs name nothing, and nothing can be mapped to a line.
  const keyOf = ({ form, label }: (typeof entries)[number]) =>
    `${form}|${normaliseLabel(label) === '' ? '' : label}`;
  return groupBy(entries, keyOf).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { form, label } = first;
    // A label that the user has mapped is no error any more; the mapping is told with the result.
    if (labels.lineOf(form, label) !== null) return [];
    const units = unique(group.map(({ one }) => one));
    if (normaliseLabel(label) === '') {
      const rows = group.map(({ one: { number }, sheet, row }) => ({ number, sheet, row }));
      return [finding('U-090', units, { kind: 'labelMissing', form, rows }, `${form}|`)];
    }
    return [finding('U-090', units, { kind: 'unknownLabel', form, label }, `${form}|${label}`)];
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
