/**
 * How well are a report's figures held against the tables? `npm run bench:report [-- --lot tenth --third 3 --reports 1000
 * --show]`
 *
 * Reports are generated with known figures and distractors, from each lot of phrases apart: see lots/. Found: the figure is
 * told, as the right cell's, with the right verdict. The same on every run.
 */
import { parseArgs } from 'node:util';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import type { NamedFigure, Reading } from '../../../src/domain/reportText/claim';
import { printTable } from '../diagnosis/print';
import type { KnownFigure } from './generator';
import { generateReport } from './generator';
import type { Third } from './lots/dealt';
import { lotNames, lots, together } from './lots/lots';

interface Tally {
  readonly phrases: Map<string, { known: number; found: number }>;
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
  /** One example of each phrase and kind. */
  readonly misses: Map<string, string>;
}

function nameOf({ form, line, block }: NamedFigure, measure: string): string {
  return `${form} ${line} ${block} ${measure}`;
}

function claimOf(reading: Reading): string {
  if (reading.kind === 'figure') return nameOf(reading.figure, reading.figure.measure);
  return nameOf(reading.part, reading.kind);
}

function emptyTally(): Tally {
  return {
    ...{ phrases: new Map(), known: 0, found: 0, silent: 0, told: 0, right: 0 },
    ...{ alarms: 0, wrongKnown: 0, wrongFound: 0, unrecognised: 0, idle: 0, misses: new Map() },
  };
}

/** The tallies of several lots as one. */
function summed(tallies: readonly Tally[]): Tally {
  const all = emptyTally();
  for (const tally of tallies) {
    for (const key of counted) all[key] += tally[key];
  }
  return all;
}

const counted = [
  ...(['known', 'found', 'silent', 'told', 'right', 'alarms', 'wrongKnown'] as const),
  ...(['wrongFound', 'unrecognised', 'idle'] as const),
];

function study(phrasesOf: Third, reports: number, seed: number): Tally {
  const tally = emptyTally();
  for (let index = 0; index < reports; index += 1) {
    const { text, unit, round, figures } = generateReport(seed + index, phrasesOf);
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
        const open = checked.unrecognised.find(
          (one) => one.start < known.end && known.start < one.end,
        );
        const instead = told.find((one) => one.start < known.end && known.start < one.end);
        tally.misses.set(
          `miss ${known.phrase} ${known.claim.split(' ').at(-1) ?? ''} ${String(isNamed)}`,
          `miss ${seed + index} ${round} “${text.slice(known.start, known.end)}” ${known.claim} ${known.expected}, told ${instead === undefined ? (open === undefined ? 'nothing' : `as not compared (${open.reason})`) : `${instead.claim} ${instead.verdict}`}: ${known.phrase}`,
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
        const isAlarm = one.verdict !== 'agrees';
        tally.misses.set(
          `${isAlarm ? 'ALARM' : 'false'} ${around.replace(/[\d.,０-９]+/g, '#')}`,
          `${isAlarm ? 'ALARM' : 'false'} ${seed + index} ${round} ${one.claim} ${one.verdict}: …${around}`,
        );
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

/** What was asked for: `--lot NAME` as often as wanted, `--third 1|2|3`, `--reports N`. */
function asked() {
  const { values } = parseArgs({
    options: {
      lot: { type: 'string', multiple: true, default: [] },
      third: { type: 'string' },
      reports: { type: 'string', default: '200' },
      show: { type: 'boolean', default: false },
    },
  });
  const only = values.lot;
  const names = lotNames.filter((name) => only.length === 0 || only.includes(name));
  const third = values.third === undefined ? null : Number(values.third);
  return { names, third, reports: Number(values.reports), show: values.show };
}

function main(): void {
  const { names, third, reports, show } = asked();
  const tallies = names.map((name) => {
    const thirds = lots[name].filter((_, at) => third === null || at === third - 1);
    return [name, study(together(thirds), reports, 1 + 50_000 * lotNames.indexOf(name))] as const;
  });
  const all = summed(tallies.map(([, tally]) => tally));
  printTable(
    `报告文字: figures of ${reports} generated reports of each lot of phrases`,
    [
      ...['lot', 'figures', 'recall', 'precision', 'wrong ones found', 'passed over'],
      ...['false alarms', 'not recognised'],
    ],
    [...tallies, ['all', all] as const].map(([name, tally]) => [
      name,
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
  for (const [name, { phrases, misses }] of tallies) {
    const weak = [...phrases].filter(([, { known, found }]) => found < known);
    if (weak.length > 0) {
      console.log(`\n${name}: ${weak.length} of ${phrases.size} are not always understood`);
      for (const [phrase, { known, found }] of weak) console.log(`  ${found}/${known}  ${phrase}`);
    }
    if (show) for (const miss of misses.values()) console.log(miss);
  }
}

main();
