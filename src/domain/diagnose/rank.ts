/**
 * How plausible is an explanation, and what is each of its corrections called?
 *
 * The logarithm of: the slips that lead from the proposed to the stated values, times how much more
 * plausible the proposed values are in their places than the stated ones. One event that touches two
 * figures (cells exchanged, an amount on another line, totals left stale together) counts once.
 */
import { absolute, type Amount } from '../amount';
import type { Evidence, Reading } from './evidence';
import type { Priors } from './priors';
import { slipsFrom } from './slips';
import { valueOf } from './system';
import type { DiagnosisFigure, DiagnosisSystem, SlipPattern } from './types';

/** One figure and the value that it would have. */
export interface Proposal {
  readonly figure: number;
  readonly meant: Amount;
}

/** A plausibility with the names of the slips, in the order of the proposals. */
export interface Score {
  readonly log: number;
  /** What of it the slips cost, the rows aside. */
  readonly slips: number;
  readonly patterns: readonly SlipPattern[];
  /** For each proposal the first of those that one act made wrong together with it. */
  readonly acts: readonly number[];
}

type Naming = Omit<Score, 'slips'>;

/** What the ranking of one measure's explanations needs. */
export interface RankingContext {
  readonly systems: readonly DiagnosisSystem[];
  readonly system: number;
  readonly isTotal: readonly boolean[];
  readonly evidence: Evidence;
  /** Whether the neighbouring cell of another measure is proposed to be exchanged with this one. */
  readonly exchangedBeside: (proposal: Proposal) => boolean;
  readonly memory: RankingMemory;
  readonly priors: Priors;
}

/** How much likelier a value without a pattern may be before a total is no longer called stale. */
const STALE_PREFERENCE = 200;
/** Exchanges and misplacements: next cell, further away on the same line or column. */
const NEXT = 0.4;
const FURTHER = 0.02;
const WHOLE_AMOUNT = 0.8;
/** Beyond this size pairs are no longer looked for. */
const MOST_PAIRED = 8;

/** A plausibility with its name. */
export interface Named {
  readonly log: number;
  readonly pattern: SlipPattern;
}

/** What was already computed for a figure and a value; one per measure and run. */
export interface RankingMemory {
  /** Slips by themselves, whatever other measures exchange. */
  readonly slips: Map<number, Map<Amount, Named>>;
  /** Row evidence, the other measures as stated. */
  readonly rows: Map<number, Map<Amount, number>>;
}

/** An empty memory. */
export function newMemory(): RankingMemory {
  return { slips: new Map(), rows: new Map() };
}

/** The stated values of all systems. */
export function statedReading(systems: readonly DiagnosisSystem[]): Reading {
  return (system, figure) => valueOf(systems[system]?.figures[figure]);
}

/** Logarithm of the likelihood of one figure's slip, with its best name. */
export function nameSlip(context: RankingContext, proposal: Proposal): Named {
  const slips = remembered(context.memory.slips, proposal.figure);
  let alone = slips.get(proposal.meant);
  if (alone === undefined) {
    alone = nameSlipAnew(context, proposal);
    slips.set(proposal.meant, alone);
  }
  if (!context.exchangedBeside(proposal)) return alone;
  // The exchange is paid for by both measures together.
  const { patterns } = context.priors;
  const exchanged = (Math.log(patterns.swappedCells * NEXT) + oneAct(context.priors)) / 2;
  return exchanged > alone.log ? { log: exchanged, pattern: 'swappedCells' } : alone;
}

function remembered<T>(memory: Map<number, Map<Amount, T>>, figure: number): Map<Amount, T> {
  let own = memory.get(figure);
  if (own === undefined) {
    own = new Map();
    memory.set(figure, own);
  }
  return own;
}

/** One act instead of two: what that is worth. */
function oneAct({ slipRate }: Priors): number {
  return -Math.log(slipRate);
}

function nameSlipAnew(context: RankingContext, { figure, meant }: Proposal): Named {
  const { unexplained, patterns } = context.priors;
  const stated = context.systems[context.system]?.figures[figure];
  if (stated === undefined) return { log: 0, pattern: 'unexplained' };
  if (stated.isNoNumber === true) return { log: 0, pattern: 'unexplained' };
  const value = valueOf(stated);
  const spread = (amount: Amount): number =>
    Math.exp(context.evidence.logSpread(context.system, amount));
  let total = unexplained * spread(value);
  let best = { likelihood: total, pattern: 'unexplained' as SlipPattern };
  for (const slip of slipsFrom(meant, stated.value, patterns)) {
    total += slip.likelihood;
    if (slip.likelihood > best.likelihood) best = slip;
  }
  if (context.isTotal[figure] === true) {
    const stale = patterns.staleTotal * (value === 0n ? 0.5 : spread(absolute(meant - value)) / 2);
    total += stale;
    // A total that shows no slip is rather called stale than left without a name.
    const unnamed = best.pattern === 'unexplained' && stale * STALE_PREFERENCE > best.likelihood;
    if (unnamed || stale > best.likelihood) best = { likelihood: stale, pattern: 'staleTotal' };
  }
  return { log: Math.log(total), pattern: best.pattern };
}

/** Logarithm of the likelihood of one event that touched both figures, or null for none. */
function nameJointSlip(context: RankingContext, first: Proposal, second: Proposal): Named | null {
  const figures = context.systems[context.system]?.figures ?? [];
  const { patterns } = context.priors;
  const [a, b] = [figures[first.figure], figures[second.figure]];
  if (a === undefined || b === undefined) return null;
  const [statedA, statedB] = [valueOf(a), valueOf(b)];
  let best: Named | null = null;
  const offer = (pattern: SlipPattern, likelihood: number): void => {
    const log = Math.log(likelihood) + oneAct(context.priors);
    if (best === null || log > best.log) best = { log, pattern };
  };
  const reach = distanceShare(a, b);
  if (reach > 0 && first.meant === statedB && second.meant === statedA) {
    const blank = (statedA === 0n || statedB === 0n) && a.place.column === b.place.column;
    if (blank) offer('wrongLine', patterns.wrongLine * reach * 2);
    else offer('swappedCells', patterns.swappedCells * reach);
  }
  const moved = statedB - second.meant;
  if (statedA - first.meant === -moved && a.place.column === b.place.column && reach > 0) {
    // `moved` was added to the second figure and is missing in the first, or the reverse.
    const [amount, left] = moved > 0n ? [moved, statedA] : [-moved, statedB];
    const spread = Math.exp(context.evidence.logSpread(context.system, amount));
    const share = left === 0n ? WHOLE_AMOUNT : (1 - WHOLE_AMOUNT) * spread;
    offer('wrongLine', patterns.wrongLine * reach * share);
  }
  const bothTotals =
    context.isTotal[first.figure] === true && context.isTotal[second.figure] === true;
  if (bothTotals && first.meant - statedA === second.meant - statedB) {
    const spread = Math.exp(context.evidence.logSpread(context.system, absolute(moved)));
    offer('staleTotal', patterns.staleTotal * spread * 0.2);
  }
  return best;
}

/** Share of exchanges between two cells among those of the first. */
function distanceShare(a: DiagnosisFigure, b: DiagnosisFigure): number {
  if (a.place.table !== b.place.table) return 0;
  if (a.place.column === b.place.column) {
    return Math.abs(a.place.line - b.place.line) === 1 ? NEXT : FURTHER;
  }
  if (a.place.line !== b.place.line) return 0;
  return Math.abs(a.place.column - b.place.column) === 1 ? NEXT : 2 * FURTHER;
}

/**
 * Scores a set of proposals.
 *
 * @param read the values of the other measures that the proposed values are held against; null for
 *   the stated ones
 */
export function scoreProposals(
  context: RankingContext,
  proposals: readonly Proposal[],
  read: Reading | null,
): Score {
  let row = 0;
  for (const { figure, meant } of proposals) {
    const value = valueOf(context.systems[context.system]?.figures[figure]);
    row += rowLog(context, figure, meant, read);
    row -= rowLog(context, figure, value, null);
  }
  const slips = bestNaming(context, proposals);
  return { ...slips, slips: slips.log, log: row + slips.log };
}

/** Row evidence for one value, remembered where the other measures are as stated (`read` null). */
export function rowLog(
  context: RankingContext,
  figure: number,
  value: Amount,
  read: Reading | null,
): number {
  const { evidence, system, systems, memory } = context;
  if (read !== null) return evidence.logPlausibility(system, figure, value, read);
  const rows = remembered(memory.rows, figure);
  let log = rows.get(value);
  if (log === undefined) {
    log = evidence.logPlausibility(system, figure, value, statedReading(systems));
    rows.set(value, log);
  }
  return log;
}

/** The best way to take the proposals as single and joint slips. */
function bestNaming(context: RankingContext, proposals: readonly Proposal[]): Naming {
  const single = proposals.map((proposal) => nameSlip(context, proposal));
  const patterns = single.map(({ pattern }) => pattern);
  const joint = new Map<number, Named>();
  const size = proposals.length;
  if (size >= 2 && size <= MOST_PAIRED) {
    for (let i = 0; i < size; i += 1) {
      for (let j = i + 1; j < size; j += 1) {
        const [first, second] = [proposals[i], proposals[j]];
        if (first === undefined || second === undefined) continue;
        const named = nameJointSlip(context, first, second);
        if (named !== null) joint.set(i * size + j, named);
      }
    }
  }
  const alone = single.reduce((sum, { log }) => sum + log, 0);
  const acts = proposals.map((_, at) => at);
  if (joint.size === 0) return { log: alone, patterns, acts };
  return pairUp(single, joint, 0, new Set());
}

function pairUp(
  single: readonly Named[],
  joint: ReadonlyMap<number, Named>,
  from: number,
  taken: ReadonlySet<number>,
): Naming {
  const size = single.length;
  let at = from;
  while (at < size && taken.has(at)) at += 1;
  const own = single[at];
  if (own === undefined) {
    const patterns = single.map(({ pattern }) => pattern);
    return { log: 0, patterns, acts: single.map((_, index) => index) };
  }
  const rest = pairUp(single, joint, at + 1, taken);
  let best: Naming = { ...rest, log: own.log + rest.log };
  for (let other = at + 1; other < size; other += 1) {
    const named = joint.get(at * size + other);
    if (named === undefined || taken.has(other)) continue;
    const beyond = pairUp(single, joint, at + 1, new Set([...taken, other]));
    const log = named.log + beyond.log;
    if (log <= best.log) continue;
    const patterns = beyond.patterns.map((pattern, index) =>
      index === at || index === other ? named.pattern : pattern,
    );
    const acts = beyond.acts.map((act, index) => (index === other ? at : act));
    best = { log, patterns, acts };
  }
  return best;
}
