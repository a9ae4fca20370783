/** Does reading ever throw, hang or swell, whatever bytes come in? */
import type { WorkbookGrids } from '../../../src/domain/grid';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { compoundOf, zipOf, type CorpusFile } from './corpus';
import { damage, damageXml } from './damage';
import { SeededRandom } from './random';

/** What a run is to do. */
export interface FuzzPlan {
  readonly seed: number;
  readonly cases: number;
  readonly corpus: readonly CorpusFile[];
  /** Called with whatever was read in spite of the damage; throwing fails the case. */
  readonly checkGrids: (grids: WorkbookGrids) => void;
  /** Processor time that one case may take, milliseconds. */
  readonly slowest: number;
}

/** A case that failed, with what is needed to see it again. */
export interface FuzzFailure {
  readonly seed: number;
  readonly case: number;
  readonly file: string;
  readonly reason: string;
}

/** What came of a run. */
export interface FuzzReport {
  readonly cases: number;
  /** Cases by outcome: `read`, or the fault's code and detail. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly failures: readonly FuzzFailure[];
  readonly slowestMilliseconds: number;
  readonly slowestCase: number;
  /** Peak resident memory of the process, bytes. */
  readonly peakMemory: number;
}

/** One damaged file: the n-th case of a seed, the same each time. */
export function fuzzCase(
  corpus: readonly CorpusFile[],
  seed: number,
  index: number,
): { readonly file: string; readonly bytes: Uint8Array } {
  const random = new SeededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const file = random.pick(corpus);
  const other = random.pick(corpus);
  const { parts, stream } = file;
  const kind = random.below(3);
  if (kind > 0 && parts !== null) {
    const target = random.below(parts.length);
    const lent = random.pick(other.parts ?? parts).content;
    const damagedParts = parts.map((part, at) => {
      const isXml = at === target || random.below(parts.length * 2) === 0;
      return isXml
        ? { ...part, content: damageXml(asBytes(part.content), asBytes(lent), random) }
        : part;
    });
    return { file: file.name, bytes: zipOf(damagedParts) };
  }
  if (kind > 0 && stream !== null) {
    return { file: file.name, bytes: compoundOf(damage(stream, other.stream ?? stream, random)) };
  }
  return { file: file.name, bytes: damage(file.bytes, other.bytes, random) };
}

/** Reads damaged files, one after the other. */
export async function fuzzReading(plan: FuzzPlan): Promise<FuzzReport> {
  const outcomes = new Map<string, number>();
  const failures: FuzzFailure[] = [];
  let slowestMilliseconds = 0;
  let slowestCase = 0;
  let peakMemory = 0;
  for (let index = 0; index < plan.cases; index += 1) {
    const { file, bytes } = fuzzCase(plan.corpus, plan.seed, index);
    const before = process.cpuUsage();
    const outcome = await tryOne(bytes, plan.checkGrids);
    const { user, system } = process.cpuUsage(before);
    const took = (user + system) / 1000;
    const isFailure = outcome.startsWith('threw');
    if (isFailure || took > plan.slowest) {
      const reason = isFailure ? outcome : `took ${Math.round(took)} ms`;
      failures.push({ seed: plan.seed, case: index, file, reason });
    }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (took > slowestMilliseconds) {
      slowestMilliseconds = took;
      slowestCase = index;
    }
    if (index % 50 === 0) peakMemory = Math.max(peakMemory, process.memoryUsage().rss);
  }
  const sorted = [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    cases: plan.cases,
    outcomes: Object.fromEntries(sorted),
    failures,
    slowestMilliseconds,
    slowestCase,
    peakMemory,
  };
}

async function tryOne(
  bytes: Uint8Array,
  checkGrids: (grids: WorkbookGrids) => void,
): Promise<string> {
  try {
    const outcome = await readWorkbook(bytes);
    if (outcome.ok) {
      checkGrids(outcome.value);
      return 'read';
    }
    const { fault } = outcome;
    return fault.code === 'unreadable' ? `${fault.code} ${fault.detail}` : fault.code;
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

function asBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
