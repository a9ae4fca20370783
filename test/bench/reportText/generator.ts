/** A report with known figures: its tables, its text, and what of it the tables should be held to say. */
import type { Amount } from '../../../src/domain/amount';
import { AMOUNT_DECIMALS } from '../../../src/domain/amount';
import { linesOf } from '../../../src/domain/forms/form';
import { formById } from '../../../src/domain/forms/officialForms';
import type { ReportingRound } from '../../../src/domain/forms/rounds';
import type { BudgetBlock, FormId, Measure } from '../../../src/domain/forms/terms';
import { budgetBlocks, measures, unitPower } from '../../../src/domain/forms/terms';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import type { UnitReturn } from '../../../src/domain/returns/unitReturn';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import type { Pair } from '../../domain/diagnose/pair';
import { generatePair } from '../diagnosis/generator';
import { pairWorkbook } from '../pairWorkbook';
import type { Random } from '../diagnosis/random';
import { seeded } from '../diagnosis/random';
import type { Ratio, Written } from './figureStyles';
import { chineseNumeral, decimalOf, writeAmount, writeCount, writeRate } from './figureStyles';
import type { Third } from './lots/dealt';
import { fillers } from './lots/first';

/** A figure that stands in the text and is one of the tables'. */
export interface KnownFigure {
  readonly start: number;
  readonly end: number;
  /** `table1 total total budgeted`; measure `executionRate` or `share` for percentages. */
  readonly claim: string;
  readonly expected: Written['expected'];
  /** The phrase it stands in. */
  readonly phrase: string;
}

/** A report with its tables. */
export interface GeneratedReport {
  readonly text: string;
  readonly unit: UnitReturn;
  readonly round: ReportingRound;
  readonly figures: readonly KnownFigure[];
}

const ONE = 10n ** BigInt(AMOUNT_DECIMALS);

/** The report of one seed, from some phrases. */
export function generateReport(seed: number, phrases: Third): GeneratedReport {
  const random = seeded(seed);
  const tables = new DrawnTables(random, seed);
  const round = random.pick(['annual', 'annual', 'january', 'july'] as const);
  const writer = new ReportWriter(random, tables);
  writer.add(`${tables.place}${tables.year}年政府购买服务开展情况的报告\n\n省财政厅：\n`);
  writer.fill(random.pick(fillers));
  const claims = shuffled(
    random,
    phrases.claims.filter(({ rounds }) => rounds?.includes(round) ?? true),
  ).slice(0, 4 + random.below(5));
  const distractors = shuffled(
    random,
    phrases.distractors.filter(({ rounds }) => rounds?.includes(round) ?? true),
  ).slice(0, 3 + random.below(5));
  for (const phrase of claims) {
    writer.add('\n');
    writer.fill(phrase.text);
    // What has nothing to do with the tables mostly stands apart, but not always.
    const distractor = random.next() < 0.3 ? distractors.pop() : undefined;
    if (distractor !== undefined) writer.fill(distractor.text);
    if (random.next() < 0.4) writer.fill(random.pick(fillers));
  }
  for (const { text } of distractors) {
    writer.add('\n');
    writer.fill(text);
  }
  if (random.next() < 0.3) writer.add(`\n${tables.printed()}\n`);
  const { text, figures } = writer;
  return { text, unit: tables.unit, round, figures };
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const rest = [...items];
  const taken: T[] = [];
  while (rest.length > 0) taken.push(...rest.splice(random.below(rest.length), 1));
  return taken;
}

/** A pair of tables, drawn until the texts' places have figures to stand in them. */
class DrawnTables {
  readonly pair: Pair;
  readonly unit: UnitReturn;
  readonly year: number;
  readonly place: string;
  /** Zero-based lines for A, B, C and K, M, N. */
  readonly lines: Readonly<Record<string, { readonly table: number; readonly line: number }>>;
  private readonly power: number;

  constructor(
    private readonly random: Random,
    seed: number,
  ) {
    const currency = random.next() < 0.8 ? 'tenThousandYuan' : 'yuan';
    this.power = unitPower[currency];
    this.year = 2015 + random.below(10);
    this.place = random.pick(['全市', '我市', '濮阳市']);
    for (let again = 0; ; again += 1) {
      const { pair } = generatePair(seed * 1000 + again, currency);
      const chosen = [0, 1].map((table) => shuffled(random, usableLines(pair, table)).slice(0, 3));
      const hasFund = (pair[0]?.at(-1)?.slice(4, 8) ?? []).every((value) => (value ?? 0n) > 0n);
      if (!hasFund || chosen.some((lines) => lines.length < 3)) continue;
      this.pair = pair;
      const names = ['ABC', 'KMN'].flatMap((letters, table) =>
        Array.from(
          letters,
          (letter, at) => [letter, { table, line: chosen[table]?.[at] ?? 0 }] as const,
        ),
      );
      this.lines = Object.fromEntries(names);
      break;
    }
    const workbook = pairWorkbook(this.pair, { currencyUnit: currency, year: this.year });
    const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
    if (unit === undefined) throw new Error('not recognised');
    this.unit = unit;
  }

  amount(table: number, line: number, block: BudgetBlock, measure: Measure): Amount {
    const row = this.pair[table]?.at(line);
    return row?.[budgetBlocks.indexOf(block) * 4 + measures.indexOf(measure)] ?? 0n;
  }

  yuan(table: number, line: number, block: BudgetBlock, measure: Measure): Ratio {
    const numerator = this.amount(table, line, block, measure) * 10n ** BigInt(this.power);
    return { numerator, denominator: ONE };
  }

  /** The identity and a label of a line in any edition's spelling. */
  line(name: string): { readonly form: FormId; readonly id: string; readonly label: string } {
    const { table, line } = this.lines[name] ?? { table: 0, line: 0 };
    const form: FormId = table === 0 ? 'table1' : 'table2';
    const official = formById(form);
    const own = official.editions.find(({ id }) => id === 'form2019');
    const id = Object.keys(own?.labels ?? {})[line] ?? '';
    const labels = official.editions.flatMap(({ labels: all }) => all[id] ?? []);
    return {
      form,
      id,
      label: this.random.next() < 0.7 ? (own?.labels[id] ?? '') : this.random.pick(labels),
    };
  }

  /** The table as it is printed under a report. */
  printed(): string {
    const labels = Object.values(
      formById('table1').editions.find(({ id }) => id === 'form2019')?.labels ?? {},
    );
    const rows = (this.pair[0] ?? []).map((row, line) =>
      [
        labels[line] ?? '合计',
        ...row.map((value) => (value === null ? '' : Number(value) / Number(ONE))),
      ].join('\t'),
    );
    return [
      '政府购买服务项目资金统计表1',
      '服务领域\t项目数\t预算数\t执行数\t决算数',
      ...rows,
    ].join('\n');
  }
}

/** Lines whose figures are all there; the last line of each table, 其他 and the like, is a word too common. */
function usableLines(pair: Pair, table: number): number[] {
  const count = (pair[table]?.length ?? 1) - 1;
  const names = linesOf(formById(table === 0 ? 'table1' : 'table2')).length;
  return Array.from({ length: Math.min(count, names) - 1 }, (_, line) => line).filter((line) => {
    const row = pair[table]?.[line] ?? [];
    return [0, 1, 2, 3, 8, 9, 10, 11].every((column) => (row[column] ?? 0n) > 0n);
  });
}

const measureOf: Readonly<Record<string, Measure>> = {
  n: 'projectCount',
  b: 'budgeted',
  x: 'executed',
  f: 'finalAccounts',
};
const blockOf: Readonly<Record<string, BudgetBlock>> = {
  G: 'generalPublic',
  F: 'governmentManagedFund',
};

/** Writes phrases, and remembers which figure stands where. */
class ReportWriter {
  text = '';
  readonly figures: KnownFigure[] = [];

  constructor(
    private readonly random: Random,
    private readonly tables: DrawnTables,
  ) {}

  add(text: string): void {
    this.text += text;
  }

  fill(phrase: string): void {
    let from = 0;
    for (const match of phrase.matchAll(/\{([^}]*)\}/g)) {
      this.text += phrase.slice(from, match.index);
      from = match.index + match[0].length;
      this.place(match[1] ?? '', phrase, phrase.slice(from));
    }
    this.text += phrase.slice(from);
  }

  private place(place: string, phrase: string, rest: string): void {
    const { random, tables } = this;
    const year = /^Y([+-]1)?$/.exec(place);
    if (year !== null) this.text += String(tables.year + Number(year[1] ?? 0));
    else if (place === 'P') this.text += tables.place;
    else if (place.startsWith('#') || place.startsWith('-') || place === '%%') {
      this.text += this.other(place);
    } else if (/^[A-Z]$/.test(place)) this.text += tables.line(place).label;
    else this.figure(place, phrase, rest, random);
  }

  private figure(place: string, phrase: string, rest: string, random: Random): void {
    const parts = place.split('.');
    const last = parts.pop() ?? '';
    const name = parts.find((part) => part in this.tables.lines);
    const block = blockOf[parts.find((part) => part in blockOf) ?? ''] ?? 'total';
    const { table, line } =
      name === undefined
        ? { table: 0, line: -1 }
        : (this.tables.lines[name] ?? { table: 0, line: -1 });
    const { form, id } =
      name === undefined ? { form: 'table1', id: 'total' } : this.tables.line(name);
    const at = (measure: Measure, inBlock = block, ofLine = line) =>
      this.tables.yuan(table, ofLine, inBlock, measure);
    let measure: string;
    let written: Written;
    if (last === 'rate') {
      measure = 'executionRate';
      written = writeRate(random, quotient(at('executed'), at('budgeted')));
    } else if (last.endsWith('%')) {
      measure = 'share';
      const of = measureOf[last[0] ?? ''] ?? 'budgeted';
      written = writeRate(random, quotient(at(of), at(of, 'total', -1)));
    } else {
      const of = measureOf[last] ?? 'budgeted';
      measure = of;
      const others = measures.filter((each) => each !== 'projectCount' && each !== of);
      written =
        of === 'projectCount'
          ? writeCount(
              random,
              Number(this.tables.amount(table, line, block, of) / ONE),
              rest.startsWith('项目') || rest.startsWith('政府'),
            )
          : writeAmount(
              random,
              at(of),
              others.map((each) => at(each)),
            );
    }
    const start = this.text.length;
    this.text += written.text;
    const claim = `${form} ${id} ${block} ${measure}`;
    this.figures.push({ start, end: this.text.length, claim, expected: written.expected, phrase });
  }

  /** A figure that is none of the tables', though now and then its value is. */
  private other(place: string): string {
    const { random, tables } = this;
    if (place === '%%' || place === '-%') {
      return `${decimalOf({ numerator: BigInt(1 + random.below(9900)), denominator: 100n }, 2)}%`;
    }
    if (place === '##') return String(1 + random.below(240));
    if (place === '-n') {
      const count = 5 + random.below(200);
      return random.next() < 0.2 ? `${chineseNumeral(count)}个` : `${count} 个`;
    }
    const own = tables.yuan(0, -1, 'total', random.pick(['budgeted', 'executed']));
    const hundredths = BigInt(100 + random.below(5_000_000)) * 10_000n;
    const any = { numerator: hundredths, denominator: 100n };
    const amount = random.next() < 0.15 ? own : any;
    const text = decimalOf({ ...amount, denominator: amount.denominator * 10_000n }, 2);
    return random.pick([`${text} 万元`, `${text}万元`, `${text.replace(/\..*/, '')} 余万元`]);
  }
}

function quotient(part: Ratio, whole: Ratio): Ratio {
  return {
    numerator: part.numerator * whole.denominator * 100n,
    denominator: whole.numerator * part.denominator,
  };
}
