/**
 * Which figures does a small table in a report's text hold? Lines of cells, parted by tabs or |: the first line and the first cell
 * of each other one say together what a figure is of, as far as both are understood wholly.
 */
import { Understanding } from './certainty';
import type { Claim, Reading } from './claim';
import { wholeLine } from './claim';
import type { Frame, TableTime, WordToken } from './frame';
import { TimeFrame, noFrame, wordsOf } from './frame';
import type { Signs } from './signs';
import type { Token } from './token';

/** One cell, by its signs. */
interface Cell {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/** One line of the text. */
export interface TextLine {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/** A table in the text: its lines, the first with the names of its columns. */
export interface TextTable {
  readonly start: number;
  /** Behind its last line. */
  readonly end: number;
  readonly claims: readonly Claim[];
}

const fewestCells = 2;
/** What has more lines is the official table itself, or a list of something else. */
const mostRows = 60;

/** Finds the tables of a text. */
export function textTables(
  signs: Signs,
  tokens: readonly Token[],
  time: TableTime,
  own: string,
): readonly TextTable[] {
  const lines = linesOf(signs, tokens);
  const tables: TextTable[] = [];
  let at = 0;
  while (at < lines.length) {
    const rows = rowsFrom(signs, lines, at);
    if (rows.length < 2) {
      at += 1;
      continue;
    }
    const around = [lines[at - 1], lines[at + rows.length]].filter(isCaption);
    const reader = new TableReader(signs, time, own);
    const claims = reader.read(rows, around, tokensOf(lines.slice(at, at + rows.length)));
    const [first, last] = [lines[at], lines[at + rows.length - 1]];
    if (claims.length > 0 && first !== undefined && last !== undefined) {
      tables.push({ start: first.start, end: last.end, claims });
    }
    at += rows.length;
  }
  return tables;
}

/** Short, and without a figure. */
function isCaption(line: TextLine | undefined): line is TextLine {
  const isShort = line !== undefined && line.end - line.start <= longestCaption;
  return isShort && !line.tokens.some(({ kind }) => kind === 'quantity');
}

const longestCaption = 40;

function tokensOf(lines: readonly TextLine[]): readonly Token[] {
  return lines.flatMap(({ tokens }) => tokens);
}

function linesOf({ text }: Signs, tokens: readonly Token[]): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  let own: Token[] = [];
  const end = (at: number): void => {
    if (at > start) lines.push({ tokens: own, start, end: at });
    own = [];
    start = at + 1;
  };
  for (const token of tokens) {
    if (token.kind === 'stop' && token.ends === 'paragraph') end(token.start);
    else own.push(token);
  }
  end(text.length);
  return lines;
}

/** Lines of as many cells as the first; none but it where the first is no line of names. */
function rowsFrom(signs: Signs, lines: readonly TextLine[], from: number): readonly Cell[][] {
  const rows: Cell[][] = [];
  for (const line of lines.slice(from, from + mostRows)) {
    const cells = cellsOf(signs, line);
    const isLike = rows[0] === undefined || rows[0].length === cells.length;
    if (cells.length < fewestCells || !isLike) break;
    const hasNumbers = cells.some(({ tokens }) => tokens.some(({ kind }) => kind === 'quantity'));
    if (rows.length === 0 && hasNumbers) break;
    // |---|---|
    const isRule = cells.every(({ start, end }) => /^[-:—]*$/.test(signs.text.slice(start, end)));
    if (!isRule || rows.length === 0) rows.push(cells);
    else rows.push([]);
  }
  return rows;
}

function cellsOf({ text }: Signs, { tokens, start, end }: TextLine): Cell[] {
  const said = text.slice(start, end);
  const mark = said.includes('\t') ? '\t' : '|';
  if (!said.includes(mark)) return [];
  const cells: Cell[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && text[at] !== mark) continue;
    const until = at;
    const first = from;
    const own = tokens.filter((token) => token.start >= first && token.end <= until);
    cells.push({ tokens: own, start: first, end: until });
    from = at + 1;
  }
  const isEmpty = (cell: Cell | undefined) => cell !== undefined && cell.start === cell.end;
  if (mark === '|' && isEmpty(cells[0])) cells.shift();
  while (isEmpty(cells.at(-1))) cells.pop();
  return cells;
}

class TableReader {
  constructor(
    private readonly signs: Signs,
    private readonly time: TableTime,
    private readonly own: string,
  ) {}

  read(
    [header, ...rows]: readonly (readonly Cell[])[],
    around: readonly TextLine[],
    tokens: readonly Token[],
  ): readonly Claim[] {
    const [corner, ...columns] = header ?? [];
    if (corner === undefined) return [];
    // The table says itself that it is ours, or the line in front of it does, or the one behind.
    const caption = isOurs(tokens) ? [] : around.map((line) => line.tokens).find(isOurs);
    if (caption === undefined) return [];
    if (wordsOf([...corner.tokens, ...caption], 'aside').length > 0) return [];
    const time = new TimeFrame(this.time);
    for (const token of [...(around[0]?.tokens ?? []), ...corner.tokens]) {
      if (token.kind === 'year' || token.kind === 'word') time.take(token);
    }
    return rows.flatMap(([name, ...cells]) =>
      name === undefined
        ? []
        : cells.flatMap((cell, at) => this.claims(cell, [name, columns[at]], time)),
    );
  }

  private claims(
    cell: Cell,
    names: readonly (Cell | undefined)[],
    time: TimeFrame,
  ): readonly Claim[] {
    const [precision] = wordsOf(cell.tokens, 'precision');
    const token = cell.tokens[precision === undefined ? 0 : 1];
    const isAlone = token === cell.tokens.at(-1);
    if (token?.kind !== 'quantity' || !isAlone) return [];
    const said = precision === undefined ? token.quantity.precision : precision.means.precision;
    const quantity = { ...token.quantity, precision: said };
    const named = names.flatMap((name) => name?.tokens ?? []);
    const isKnown = names.every((name) => name !== undefined && this.isKnown(name));
    const measures = wordsOf(named, 'measure');
    const rates = wordsOf(named, 'rate');
    const frame = frameOf(named);
    if (!isKnown || frame === null) return [];
    const place = { ...(frame.line ?? wholeLine), block: frame.block ?? ('total' as const) };
    const list: readonly Reading[] =
      quantity.kind === 'percent'
        ? rates.map(({ means }) => ({
            kind: 'executionRate',
            part: { ...place, measure: means.measure },
            whole: { ...place, measure: 'budgeted' },
          }))
        : columnsOf(measures, quantity.kind === 'count').map((measure) => ({
            kind: 'figure',
            figure: { ...place, measure },
          }));
    const [first, ...others] = list.filter((reading) =>
      (reading.kind === 'figure' ? [reading.figure] : [reading.part, reading.whole]).every(
        ({ measure }) => time.isOfTables(measure),
      ),
    );
    if (first === undefined) return [];
    const certain = {
      doubt: null,
      needsSupport: false,
      certainSince: -1,
      isOfStage: false,
      isLeftOpen: false,
    };
    return [{ quantity, readings: [first, ...others], ...certain, namedAt: -1 }];
  }

  private isKnown({ tokens, start, end }: Cell): boolean {
    const understanding = new Understanding(this.signs, tokens, start, end, this.own);
    return understanding.isKnown(start, end) && wordsOf(tokens, 'aside').length === 0;
  }
}

function isOurs(tokens: readonly Token[]): boolean {
  return wordsOf(tokens, 'subject').length + wordsOf(tokens, 'table').length > 0;
}

/** Of one line and one budget at most; null where the cells name more, or no line nor the whole. */
function frameOf(said: readonly Token[]): Frame | null {
  const lines = wordsOf(said, 'line');
  const blocks = wordsOf(said, 'block');
  const names = ['whole', 'subject', 'table'] as const;
  const isNamed =
    lines.length + blocks.length > 0 || names.some((kind) => wordsOf(said, kind).length > 0);
  if (!isNamed || lines.length > 1 || blocks.length > 1) return null;
  const [line, block] = [lines[0]?.means, blocks[0]?.means];
  return {
    ...noFrame,
    line: line === undefined ? null : { form: line.form, line: line.line },
    block: block?.block ?? null,
  };
}

/** The one column that is named; none where several are. */
function columnsOf(named: readonly WordToken<'measure'>[], isCount: boolean) {
  const measures = new Set(named.flatMap(({ means }) => means.measures));
  const of = [...measures].filter((measure) => (measure === 'projectCount') === isCount);
  return measures.size === 1 ? of : [];
}
