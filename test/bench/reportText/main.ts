/**
 * How well are a report's figures held against the tables? `npm run bench:report [-- --quick] [-- --show]`
 *
 * Reports are generated with known figures and distractors, from phrases that the grammar was tuned
 * to and from phrases kept aside, apart: see {@link PhraseSet}. Found: the figure is told, as the right cell's, with the
 * right verdict. The same on every run.
 */
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import type { NamedFigure, Reading } from '../../../src/domain/reportText/claim';
import { printTable } from '../diagnosis/print';
import type { KnownFigure, PhraseSet } from './generator';
import { generateReport } from './generator';

interface Tally {
  readonly phrases: Map<string, { known: number; found: number }>;
  reports: number;
  known: number;
  found: number;
  /** Not found, and not named as not compared. */
  silent: number;
  told: number;
  right: number;
  /** Told to differ or to be doubtful, though nothing is wrong. */
  alarms: number;
  wrongKnown: number;
  wrongFound: number;
  unrecognised: number;
  /** Of these, what has nothing to do with the tables. */
  idle: number;
  readonly misses: string[];
}

function nameOf({ form, line, block }: NamedFigure, measure: string): string {
  return `${form} ${line} ${block} ${measure}`;
}

function claimOf(reading: Reading): string {
  if (reading.kind === 'figure') return nameOf(reading.figure, reading.figure.measure);
  return nameOf(reading.part, reading.kind);
}

function study(set: PhraseSet, reports: number, seed: number): Tally {
  const tally: Tally = {
    ...{ phrases: new Map(), reports, known: 0, found: 0, silent: 0, told: 0, right: 0 },
    ...{ alarms: 0, wrongKnown: 0, wrongFound: 0, unrecognised: 0, idle: 0, misses: [] },
  };
  for (let index = 0; index < reports; index += 1) {
    const { text, unit, round, figures } = generateReport(seed + index, set);
    const checked = checkReportText(text, unit, round);
    const told = checked.figures.map((figure) => ({
      ...figure,
      claim: claimOf(figure.reading),
      verdict: figure.verdict,
    }));
    const isFound = (known: KnownFigure) =>
      told.some(
        (one) =>
          one.start < known.end &&
          known.start < one.end &&
          one.claim === known.claim &&
          one.verdict === known.expected,
      );
    for (const one of checked.unrecognised) {
      tally.unrecognised += 1;
      if (!figures.some(({ start, end }) => one.start < end && start < one.end)) tally.idle += 1;
    }
    for (const known of figures) {
      const phrase = tally.phrases.get(known.phrase) ?? { known: 0, found: 0 };
      tally.phrases.set(known.phrase, phrase);
      const found = isFound(known);
      phrase.known += 1;
      tally.known += 1;
      if (known.expected !== 'agrees') tally.wrongKnown += 1;
      if (!found) {
        const isNamed = [...told, ...checked.unrecognised].some(
          (one) => one.start < known.end && known.start < one.end,
        );
        if (!isNamed) tally.silent += 1;
        const instead = told.find((one) => one.start < known.end && known.start < one.end);
        tally.misses.push(
          `miss ${seed + index} ${round} “${text.slice(known.start, known.end)}” ${known.claim} ${known.expected}, told ${instead === undefined ? (isNamed ? 'as not compared' : 'nothing') : `${instead.claim} ${instead.verdict}`}: ${known.phrase}`,
        );
        continue;
      }
      phrase.found += 1;
      tally.found += 1;
      if (known.expected !== 'agrees') tally.wrongFound += 1;
    }
    for (const one of told) {
      tally.told += 1;
      const known = figures.find(({ start, end }) => one.start < end && start < one.end);
      if (known !== undefined && one.claim === known.claim && one.verdict === known.expected) {
        tally.right += 1;
      } else if (known === undefined) {
        const around = text.slice(Math.max(0, one.start - 30), one.end + 8).replaceAll('\n', '⏎');
        tally.misses.push(`false ${seed + index} ${round} ${one.claim} ${one.verdict}: …${around}`);
      }
      if (one.verdict !== 'agrees' && (known === undefined || known.expected === 'agrees')) {
        tally.alarms += 1;
      }
    }
  }
  return tally;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
}

function main(): void {
  const scale = process.argv.includes('--quick') ? 0.1 : 1;
  const reports = Math.round(1000 * scale);
  const all = ['tuned', 'seenLater', 'newest', 'keptAside'] as const;
  const only = all.filter((set) => process.argv.includes(`--${set}`));
  const sets = only.length > 0 ? only : process.argv.includes('--tuned') ? all.slice(0, 3) : all;
  const names = {
    tuned: 'phrases the grammar was made for',
    seenLater: 'phrases it was corrected for later',
    newest: 'the newest of these',
    keptAside: 'phrases kept aside',
  };
  const tallies = sets.map(
    (set) => [set, study(set, reports, 1 + 50_000 * all.indexOf(set))] as const,
  );
  printTable(
    `报告文字: figures of ${reports} generated reports each`,
    [
      ...['', 'figures', 'recall', 'precision', 'wrong ones found', 'passed over'],
      ...['false alarms', 'not recognised'],
    ],
    tallies.map(([set, tally]) => [
      names[set],
      String(tally.known),
      percent(tally.found, tally.known),
      percent(tally.right, tally.told),
      percent(tally.wrongFound, tally.wrongKnown),
      String(tally.silent),
      `${tally.alarms} of ${tally.told}`,
      `${tally.unrecognised} (${tally.idle} idle)`,
    ]),
  );
  console.log('aims: recall ≥ 99 %, precision 100 %');
  for (const [set, { phrases, misses }] of tallies) {
    const weak = [...phrases].filter(([, { known, found }]) => found < known);
    if (weak.length > 0) {
      console.log(`\n${names[set]}: ${weak.length} of ${phrases.size} are not always understood`);
      for (const [phrase, { known, found }] of weak) console.log(`  ${found}/${known}  ${phrase}`);
    }
    if (process.argv.includes('--show')) for (const miss of misses.slice(0, 60)) console.log(miss);
  }
}

main();
