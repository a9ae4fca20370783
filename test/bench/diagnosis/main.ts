/**
 * How good is the diagnosis? `npm run bench:diagnosis [-- --quick]`
 *
 * Prints every study and, at the end, the goals with their figures. The error model, the generator
 * and the limits are described in docs/diagnosis.md. Everything but the times is the same on every
 * run. Exit status 1 when a goal is not met.
 */
import { printGoals } from './goals';
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

const QUICK = 0.1;

async function main(): Promise<void> {
  const scale = process.argv.includes('--quick') ? QUICK : 1;
  const start = Date.now();
  const time = studyTime(scale);
  const typed = studyTyped(scale);
  const lines = studyLines(scale);
  const formula = studyFormula(scale);
  const rounding = studyRounding(scale);
  studyTolerance(scale);
  const events = studyEvents(scale);
  const determined = studyDetermined(scale);
  const adoptions = await studyAdoptions(scale);
  await studyReference(scale);
  const met = printGoals({ typed, formula, lines, rounding, time, events, determined, adoptions });
  console.log(`\n${((Date.now() - start) / 1000).toFixed(0)} s`);
  process.exitCode = met ? 0 : 1;
}

void main();
