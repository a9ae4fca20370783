/**
 * Is a project in one table only, in another budget in the other, or is one table of another date?
 *
 * Then both tables are right in themselves and only their totals differ, by amounts that no equality
 * can place. What the totals may differ by is left open (a free figure in each equality between the
 * tables), everything else must still hold, and how plausible the differences are as those of a
 * project, or of a draft, is judged afterwards.
 */
import { absolute, formatAmount, type Amount } from '../../amount';
import type { DiagnosisFigure, DiagnosisSystem } from '../types';
import {
  amountSystems,
  countSystems,
  logLaplace,
  logNormal,
  sizeOf,
  valueAt,
  type EventCandidate,
  type EventContext,
  type Release,
} from './candidate';

/** Differences of totals: for each system and block, the first table's less the second's. */
export type Differences = ReadonlyMap<number, ReadonlyMap<number, Amount>>;

/** One digit of spacing: how many values there are per unit of the last place in use. */
const NO_AMOUNT = 0.1;
const SAME_AMOUNT = 0.4;
/** A project of unknown size, and how much amounts of one project differ. */
const PROJECT_WIDTH = 1.8;
const NEAR_WIDTH = 0.15;
const NEAR_SHARE = 0.8;
/** A project of which more is executed than was budgeted; one without execution that has accounts. */
const EXCEEDS = 0.15;
/** The same by far. */
const EXCEEDS_FAR = 0.03;
const NOTHING_MORE = 0.8;
/** Projects that are missing together: one mostly. */
const FEW = 1.9;
export const MOST_PROJECTS = 20;
/** Projects that are all that stands in their line. */
const WHOLE_LINE = 0.2;
/** A draft: how often a measure of a block is touched, a count, and how far its total moves. */
const TOUCHED = 0.8;
const SECOND_BLOCK = 0.4;
const COUNT_TOUCHED = 0.4;
const DRAFT_SHIFT = -3.5;
const DRAFT_WIDTH = 1.8;

/** Events between the tables; none where their totals agree. */
export function crossTableCandidates(context: EventContext): readonly EventCandidate[] {
  const { shape, priors, systems } = context;
  const off = systems.flatMap((_, index) => {
    const cross = [...(shape.crossTable[index]?.values() ?? [])];
    return cross.some((equality) => context.failing[index]?.has(equality)) ? [index] : [];
  });
  if (off.length === 0) return [];
  const inputs = inputBlocks(context);
  const make = (scope: EventCandidate['scope'], release: Release, log: number): EventCandidate => ({
    scope,
    table: null,
    systems: off,
    changes: new Map(),
    release,
    log,
  });
  const found: EventCandidate[] = [];
  const several = off.length >= 2;
  if (several) {
    for (const block of inputs) {
      const log = Math.log(priors.events.projectMissing);
      found.push(make({ kind: 'projectMissing', block }, { kind: 'blocks', blocks: [block] }, log));
    }
    inputs.forEach((block, at) => {
      for (const otherBlock of inputs.slice(at + 1)) {
        const release: Release = { kind: 'opposite', block, otherBlock };
        const log = Math.log(priors.events.otherBudget);
        found.push(make({ kind: 'otherBudget', block, otherBlock }, release, log));
      }
    });
  }
  const release: Release = { kind: 'blocks', blocks: inputs };
  const log = Math.log(priors.events.differentDraft);
  found.push(make({ kind: 'differentDraft', differences: [] }, release, log));
  return found;
}

function inputBlocks({ shape }: EventContext): readonly number[] {
  const totals = new Set(shape.tables.map(({ totalBlock }) => totalBlock));
  const blocks = new Set(shape.tables.flatMap((table) => table.blocks));
  return [...blocks].filter((block) => !totals.has(block)).sort((a, b) => a - b);
}

/** Systems with a free figure for each difference that a release leaves open. */
export interface Released {
  readonly systems: readonly DiagnosisSystem[];
  /** For each system the free figure of each block's difference. */
  readonly free: readonly ReadonlyMap<number, number>[];
}

/** Leaves open what a release says that the tables' totals may differ by. */
export function released(context: EventContext, release: Release): Released {
  const { shape } = context;
  const totalBlock = shape.tables.find((table) => table.totalBlock !== null)?.totalBlock ?? null;
  const free: Map<number, number>[] = [];
  const systems = context.systems.map((system, index): DiagnosisSystem => {
    const own = new Map<number, number>();
    free.push(own);
    const cross = shape.crossTable[index];
    if (cross === undefined || cross.size === 0) return system;
    const figures = [...system.figures];
    const equalities = [...system.equalities];
    const open = (block: number): number => {
      const figure: DiagnosisFigure = {
        key: '',
        value: null,
        kind: 'free',
        place: { table: -1, line: -1, column: -1, block },
      };
      own.set(block, figures.length);
      figures.push(figure);
      return figures.length - 1;
    };
    // The first table's total = the second's + the difference.
    const add = (block: number | null, figure: number, sign: 1 | -1): void => {
      const at = block === null ? undefined : cross.get(block);
      const equality = equalities[at ?? -1];
      if (equality === undefined || at === undefined) return;
      const { total, parts, tolerance } = equality;
      const [part = -1] = parts;
      equalities[at] =
        sign > 0
          ? { total, parts: [...parts, figure], tolerance }
          : { total: part, parts: [total, figure], tolerance };
    };
    if (release.kind === 'opposite') {
      const figure = open(release.block);
      add(release.block, figure, 1);
      add(release.otherBlock, figure, -1);
    } else {
      for (const block of release.blocks) {
        const figure = open(block);
        add(block, figure, 1);
        add(totalBlock, figure, 1);
      }
    }
    return { ...system, figures, equalities };
  });
  return { systems, free };
}

/**
 * How plausible are differences as those of one or a few projects: all in one direction, a count of at
 * least one, amounts that are like a project's, or just those of one line? −∞ where they cannot be.
 *
 * @param of the difference of each system, the first table's less the second's
 * @param blocks where it may stand
 * @param most more projects than these are no project
 */
export function projectLog(
  context: EventContext,
  of: (system: number) => Amount,
  blocks: readonly number[],
  most: number,
): number {
  const described = describedLog(context, of, most);
  const lines = described === -Infinity ? 0 : likeOneLine(context, of, blocks);
  return lines === 0 ? described : Math.max(described, Math.log(WHOLE_LINE / lines));
}

/** Of how many used lines one has just these figures; 0 where none has. */
function likeOneLine(
  context: EventContext,
  of: (system: number) => Amount,
  blocks: readonly number[],
): number {
  let used = 0;
  let isFound = false;
  for (const { table, lines, totalLine } of context.shape.tables) {
    for (const line of lines) {
      if (line === totalLine) continue;
      for (const block of blocks) {
        const values = context.systems.map((_, system) =>
          valueAt(context, system, table, line, block),
        );
        if (values.every((value) => value === 0n)) continue;
        used += 1;
        isFound ||= values.every((value, system) => value === absolute(of(system)));
      }
    }
  }
  return isFound ? used : 0;
}

/** The same by the size of what the tables differ by. */
function describedLog(context: EventContext, of: (system: number) => Amount, most: number): number {
  const counts = countSystems(context.systems);
  const amounts = amountSystems(context.systems);
  const all = [...counts, ...amounts].map(of).filter((value) => value !== 0n);
  const [first] = all;
  if (first === undefined || all.some((value) => value > 0n !== first > 0n)) return -Infinity;
  let log = Math.log(0.5);
  let projects = 1;
  const [count] = counts;
  if (count !== undefined) {
    const difference = absolute(of(count));
    if (difference === 0n) return -Infinity;
    projects = Math.max(1, Math.exp(sizeOf(difference)));
    // A whole list of projects is another draft.
    if (projects > most) return -Infinity;
    log += Math.log(0.55) - FEW * Math.log(projects);
  }
  let before: Amount | null = null;
  let used = 0;
  let isEnded = false;
  for (const system of amounts) {
    const value = absolute(of(system));
    if (value === 0n) {
      // A column that is not filled at all says nothing; what is not executed has no accounts.
      if (isFilled(context, system)) log += Math.log(isEnded ? NOTHING_MORE : NO_AMOUNT);
      isEnded = used > 0;
      continue;
    }
    used += 1;
    const comparable = context.systems[system]?.comparable !== false;
    if (before === null || !comparable) log += freeLog(context, value, Math.log(projects));
    else log += followsLog(before, value);
    before = value;
  }
  return used === 0 ? -Infinity : log;
}

function isFilled({ systems }: EventContext, system: number): boolean {
  return systems[system]?.figures.some(({ value }) => value !== null && value !== 0n) === true;
}

/** An amount of a project, nothing else known. */
function freeLog(context: EventContext, value: Amount, logProjects: number): number {
  const { centre, width } = context.unit.typicalSize ?? { centre: 4, width: 2.5 };
  const spread = Math.hypot(width, PROJECT_WIDTH);
  return logNormal(sizeOf(value) - logProjects, centre, spread) - sizeOf(value) + spacing(value);
}

function followsLog(before: Amount, value: Amount): number {
  const ratio = sizeOf(value) - sizeOf(before);
  const near = NEAR_SHARE * Math.exp(logLaplace(ratio, NEAR_WIDTH));
  const far = (1 - NEAR_SHARE) * Math.exp(logLaplace(ratio, 1.5));
  const share = (exceeds: number): number => 2 * (ratio > 0 ? exceeds : 1 - exceeds);
  const density =
    (share(EXCEEDS) * near + share(EXCEEDS_FAR) * far) * Math.exp(spacing(value) - sizeOf(value));
  const other = (1 - SAME_AMOUNT) * density;
  return Math.log((value === before ? SAME_AMOUNT : 0) + other);
}

/** Logarithm of the distance between values with as many decimal places. */
function spacing(value: Amount): number {
  const text = formatAmount(absolute(value));
  const point = text.indexOf('.');
  return point < 0 ? 0 : -(text.length - point - 1) * Math.LN10;
}

/**
 * How plausible are differences as those between two drafts: any, in any block and measure? −∞ where in
 * several measures one table comes to a small part of the other, or two measures are off by the same, the
 * one more and the other less: no date makes that.
 */
export function draftLog(context: EventContext, differences: Differences): number {
  if (isOfAnotherKind(context, differences)) return -Infinity;
  const inputs = inputBlocks(context);
  let log = 0;
  inputs.forEach((block, at) => {
    const values = context.systems.map((_, system) => differences.get(system)?.get(block) ?? 0n);
    const isTouched = values.some((value) => value !== 0n);
    if (at > 0) log += Math.log(isTouched ? SECOND_BLOCK : 1 - SECOND_BLOCK);
    if (!isTouched) {
      if (at === 0) log += Math.log(1 - TOUCHED);
      return;
    }
    values.forEach((value, system) => {
      const isCount = context.systems[system]?.quantity === 'count';
      const touched = isCount ? COUNT_TOUCHED : TOUCHED;
      if (value === 0n) {
        log += Math.log(1 - touched);
        return;
      }
      log += Math.log(touched / 2);
      if (isCount) {
        const projects = Math.exp(sizeOf(value));
        log += Math.log(0.5) - FEW * Math.log(projects);
        return;
      }
      const total = largestTotal(context, system, block);
      const centre = total === 0n ? sizeOf(value) : sizeOf(total) + DRAFT_SHIFT;
      log += logNormal(sizeOf(value), centre, DRAFT_WIDTH) - sizeOf(value) + spacing(value);
    });
  });
  return log;
}

/** So many times as large as the other table's is no total of another date; two of them. */
const NO_DRAFT = 3n;
const MEASURES_FAR = 2;
/** Differences that cancel but for this part of them. */
const OPPOSITE = 50n;

function isOfAnotherKind(context: EventContext, differences: Differences): boolean {
  const amounts = amountSystems(context.systems);
  return inputBlocks(context).some((block) => {
    const own = amounts.flatMap((system) => {
      const difference = differences.get(system)?.get(block) ?? 0n;
      return difference === 0n ? [] : [{ system, difference }];
    });
    const far = own.filter(({ system, difference }) => {
      const larger = largestTotal(context, system, block);
      return NO_DRAFT * (larger - absolute(difference)) < larger;
    });
    const cancels = own.some(({ difference }, at) =>
      own
        .slice(at + 1)
        .some(
          (other) =>
            difference > 0n !== other.difference > 0n &&
            OPPOSITE * absolute(difference + other.difference) <= absolute(difference),
        ),
    );
    return far.length >= MEASURES_FAR || cancels;
  });
}

function largestTotal({ systems, shape }: EventContext, system: number, block: number): Amount {
  const source = systems[system];
  const at = shape.crossTable[system]?.get(block);
  const equality = source?.equalities[at ?? -1];
  if (source === undefined || equality === undefined) return 0n;
  return [equality.total, ...equality.parts]
    .map((figure) => absolute(source.figures[figure]?.value ?? 0n))
    .reduce((largest, value) => (value > largest ? value : largest), 0n);
}
