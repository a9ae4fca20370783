/**
 * How good is the diagnosis? `npm run bench:diagnosis [-- --quick | --scale 0.3] [-- --only typed,events]`
 *
 * Prints every study, or those named, and at the end the goals with their figures. The error model, the
 * generator and the limits are described in docs/diagnosis.md. Everything but the times is the same on
 * every run, whether studies run together or alone. Exit status 1 when a goal is not met.
 */
import { printGoals, type BenchFigures } from './goals';
import { studyAdoptions } from './studyAdoptions';
import { studyDetermined } from './studyDetermined';
import { studyEvents } from './studyEvents';
import { studyFormula } from './studyFormula';
import { studyLines } from './studyLines';
import { studyReference } from './studyReference';
import { studyRounding } from './studyRounding';
import { studyTime } from './studyTime';
import { studyTolerance } from './studyTolerance';
import { studyTyped } from './studyTyped';
import { studyUnknowable } from './studyUnknowable';

const QUICK = 0.1;

type Study = (scale: number) => BenchFigures | Promise<BenchFigures>;

/** By the name it is asked for with. */
const STUDIES: Readonly<Record<string, Study>> = {
  time: (scale) => ({ time: studyTime(scale) }),
  typed: (scale) => ({ typed: studyTyped(scale) }),
  lines: (scale) => ({ lines: studyLines(scale) }),
  formula: (scale) => ({ formula: studyFormula(scale) }),
  rounding: (scale) => ({ rounding: studyRounding(scale) }),
  tolerance: (scale) => {
    studyTolerance(scale);
    return {};
  },
  events: (scale) => ({ events: studyEvents(scale) }),
  unknowable: (scale) => ({ unknowable: studyUnknowable(scale) }),
  determined: (scale) => ({ determined: studyDetermined(scale) }),
  adoptions: async (scale) => ({ adoptions: await studyAdoptions(scale) }),
  reference: async (scale) => {
    await studyReference(scale);
    return {};
  },
};

/** Which part of all trials is run. */
function scaleAsked(words: readonly string[]): number {
  const at = words.indexOf('--scale');
  if (at < 0) return words.includes('--quick') ? QUICK : 1;
  const scale = Number(words[at + 1]);
  if (!(scale > 0 && scale <= 1)) throw new Error('--scale takes a number above 0 and up to 1');
  return scale;
}

function studiesAsked(words: readonly string[]): readonly Study[] {
  const at = words.indexOf('--only');
  if (at < 0) return Object.values(STUDIES);
  return (words[at + 1] ?? '').split(',').map((name) => {
    const study = STUDIES[name];
    if (study === undefined)
      throw new Error(`no study ${name}: ${Object.keys(STUDIES).join(', ')}`);
    return study;
  });
}

async function main(): Promise<void> {
  const scale = scaleAsked(process.argv);
  const start = Date.now();
  let figures: BenchFigures = {};
  for (const study of studiesAsked(process.argv)) figures = { ...figures, ...(await study(scale)) };
  const met = printGoals(figures);
  const { user, system } = process.cpuUsage();
  const spent = ((user + system) / 1e6).toFixed(0);
  console.log(`\n${((Date.now() - start) / 1000).toFixed(0)} s, ${spent} s of processor time`);
  process.exitCode = met ? 0 : 1;
}

void main();
