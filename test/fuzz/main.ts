/** `npm run fuzz [-- CASES [SEED]]`: damaged files by the thousand; status 1 when one throws or hangs. */
import { fuzz } from './fuzz';

async function main(): Promise<void> {
  const [cases = '20000', seed = '1'] = process.argv.slice(2);
  const figures = await fuzz(Number(cases), Number(seed));
  console.log(`cases      ${figures.cases}`);
  for (const [outcome, count] of Object.entries(figures.outcomes)) {
    console.log(`${outcome.padEnd(18)} ${count}`);
  }
  console.log(`slowest    ${figures.slowestMilliseconds.toFixed(0)} ms`);
  console.log(`peak       ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
  for (const failure of figures.failures) console.error(failure);
  process.exitCode = figures.failures.length > 0 ? 1 : 0;
}

void main();
