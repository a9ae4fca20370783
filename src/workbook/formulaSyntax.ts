// Does a formula that was typed follow the grammar of formulas, so that every spreadsheet can read it?

type Kind = 'operand' | 'cell' | 'function' | 'sign' | 'space';

interface Piece {
  readonly kind: Kind;
  readonly text: string;
}

const PIECE =
  /(?<space>\s+)|(?<operand>"(?:[^"]|"")*"|#(?:REF!|DIV\/0!|VALUE!|NAME\?|NUM!|N\/A|NULL!|SPILL!|CALC!)|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_:])|\.\d+)|(?<sheet>(?:'(?:[^']|'')+'|(?:\[[^[\]]+\])?[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?)!)|(?<range>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.(])|\$?\d+:\$?\d+)|(?<cell>\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?![\p{L}\p{N}_.(!]))|(?<name>[\p{L}_\\][\p{L}\p{N}_.\\?]*(?:\[(?:[^[\]]|\[[^[\]]*\])*\])?)|(?<sign><=|>=|<>|[-+*/^&=<>%#@(),;:{}])/uy;

/** Functions that are refused without arguments; others may take none. */
const NEEDS_ARGUMENTS = new Set(
  'SUM AVERAGE MAX MIN COUNT COUNTA COUNTIF COUNTIFS ROUND ROUNDUP ROUNDDOWN ABS INT IF IFERROR SUMIF SUMIFS SUMPRODUCT SUBTOTAL VLOOKUP HLOOKUP INDEX MATCH OFFSET INDIRECT TEXT VALUE'.split(
    ' ',
  ),
);

const BINARY = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '<=', '>=', '<>', ':']);

/** @param formula without its `=` */
export function followsGrammar(formula: string): boolean {
  const pieces = piecesOf(formula.trim());
  if (pieces === null) return false;
  const reader = new Reader(pieces);
  return reader.expression(0) && reader.isAtEnd;
}

function piecesOf(text: string): Piece[] | null {
  const pieces: Piece[] = [];
  PIECE.lastIndex = 0;
  let isQualified = false;
  while (PIECE.lastIndex < text.length) {
    const groups = PIECE.exec(text)?.groups;
    if (groups === undefined) return null;
    const { space, operand, sheet, range, cell, name, sign } = groups;
    if (isQualified && range === undefined && cell === undefined && name === undefined) {
      if (operand !== '#REF!') return null;
    }
    isQualified = sheet !== undefined;
    if (space !== undefined) pieces.push({ kind: 'space', text: space });
    else if (cell !== undefined) pieces.push({ kind: 'cell', text: cell });
    else if (name !== undefined && text[PIECE.lastIndex] === '(') {
      pieces.push({ kind: 'function', text: name.toUpperCase() });
    } else if (sign !== undefined) pieces.push({ kind: 'sign', text: sign });
    else if (sheet === undefined) {
      pieces.push({ kind: 'operand', text: operand ?? range ?? name ?? '' });
    }
  }
  return isQualified ? null : pieces;
}

/** Deepest nesting, as in Excel. */
const DEEPEST = 64;

class Reader {
  #next = 0;

  constructor(private readonly pieces: readonly Piece[]) {}

  get isAtEnd(): boolean {
    this.#skip();
    return this.#next === this.pieces.length;
  }

  expression(depth: number): boolean {
    if (depth > DEEPEST || !this.#operand(depth)) return false;
    for (;;) {
      const left = this.pieces[this.#next - 1];
      const isSpaced = this.#skip();
      const piece = this.pieces[this.#next];
      if (piece?.kind === 'sign' && BINARY.has(piece.text)) this.#next += 1;
      else if (!isSpaced || !this.#intersects(left, piece)) return true;
      if (!this.#operand(depth)) return false;
    }
  }

  /** A space between references stands for what they have in common: two cells have nothing. */
  #intersects(left: Piece | undefined, right: Piece | undefined): boolean {
    const isReference = (one: Piece | undefined) =>
      one?.kind === 'cell' || (one?.kind === 'operand' && !/^["#\d.]/.test(one.text));
    const isRange = this.pieces.some(({ text }) => text === ':' || /^[^"]*:/.test(text));
    return isReference(left) && isReference(right) && isRange;
  }

  #operand(depth: number): boolean {
    this.#skip();
    while (this.#take('+') || this.#take('-') || this.#take('@')) this.#skip();
    const piece = this.pieces[this.#next];
    if (piece === undefined) return false;
    this.#next += 1;
    const isRead = piece.kind === 'sign' ? this.#enclosed(piece, depth) : this.#named(piece, depth);
    while (isRead && (this.#take('%') || this.#take('#')));
    return isRead;
  }

  #enclosed({ text }: Piece, depth: number): boolean {
    if (text === '(') return this.#list(depth, false, [','], ')');
    return text === '{' && this.#list(depth, false, [',', ';'], '}');
  }

  #named({ kind, text }: Piece, depth: number): boolean {
    if (kind !== 'function') return true;
    this.#next += 1;
    this.#skip();
    if (this.#take(')')) return !NEEDS_ARGUMENTS.has(text);
    return this.#list(depth, true, [','], ')');
  }

  /** Expressions up to the closing sign; arguments may be left out. */
  #list(depth: number, mayBeBlank: boolean, between: readonly string[], end: string): boolean {
    for (;;) {
      this.#skip();
      const { text } = this.pieces[this.#next] ?? { text: '' };
      const isBlank = mayBeBlank && (between.includes(text) || text === end);
      if (!isBlank && !this.expression(depth + 1)) return false;
      this.#skip();
      if (this.#take(end)) return true;
      if (!between.some((sign) => this.#take(sign))) return false;
    }
  }

  #skip(): boolean {
    if (this.pieces[this.#next]?.kind !== 'space') return false;
    this.#next += 1;
    return true;
  }

  #take(sign: string): boolean {
    const piece = this.pieces[this.#next];
    if (piece?.kind !== 'sign' || piece.text !== sign) return false;
    this.#next += 1;
    return true;
  }
}

/** Signs, letters and digits of full width. */
const FULL_WIDTH = /[！-～]/g;

export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** A formula as it is written, texts and the names of sheets as they were typed. */
export function halfWidthFormula(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}\p{N}_.]+!|[^]/gu, (part) =>
    part.length === 1 ? halfWidth(part) : part,
  );
}
