/**
 * What does a total's formula add up? Reads the small part of Excel's formula language in which
 * people write totals; anything else is null, never a guess.
 */
import type { CellPosition } from '../grid';
import { parseAddress } from '../grid';

export type Comparison = '=' | '<' | '>' | '<=' | '>=' | '<>';

export type Operator = '+' | '-' | '*' | '/' | Comparison;

/** A formula as a tree; whole columns are ranges of all rows. Sheet names are null for the formula's own sheet. */
export type Formula =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cell'; readonly sheet: string | null; readonly at: CellPosition }
  | {
      readonly kind: 'range';
      readonly sheet: string | null;
      readonly from: CellPosition;
      readonly to: CellPosition;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Formula[] }
  | { readonly kind: 'negate'; readonly operand: Formula }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Formula;
      readonly right: Formula;
    };

interface Token {
  readonly kind: 'number' | 'text' | 'reference' | 'columns' | 'name' | 'sign';
  readonly text: string;
  readonly sheet: string | null;
}

const tokenPattern =
  /\s*(?:(?<number>\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+)|"(?<text>(?:[^"]|"")*)"|(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[\p{L}_][\p{L}\p{N}_.]*))!)?(?:(?<reference>\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})|(?<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}))(?![\p{L}\p{N}_(])|(?<truth>TRUE|FALSE)(?![\p{L}\p{N}_.(!])|(?<name>[A-Za-z][A-Za-z0-9.]*)(?=\()|(?<sign><=|>=|<>|[-+*/(),:<>=]))/iuy;

/** Longest formula that is read; totals are far shorter. */
const longestFormula = 4000;

/** Parses a formula with its leading `=`; null where it is beyond this reader. */
export function parseFormula(formula: string): Formula | null {
  if (!formula.startsWith('=') || formula.length > longestFormula) return null;
  const tokens = tokenise(formula.slice(1));
  if (tokens === null) return null;
  const reader = new Reader(tokens);
  const tree = reader.comparison(0);
  return tree !== null && reader.atEnd() ? tree : null;
}

function tokenise(text: string): Token[] | null {
  const tokens: Token[] = [];
  const source = text.trimEnd();
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < source.length) {
    const groups = tokenPattern.exec(source)?.groups;
    if (groups === undefined) return null;
    tokens.push(...tokensOf(groups));
  }
  return tokens;
}

/** The tokens of one match; TRUE and FALSE are what the functions of their names give. */
function tokensOf(groups: Readonly<Record<string, string | undefined>>): Token[] {
  const { number, text, reference, columns, truth, name, sign, quoted, plain } = groups;
  const sheet = quoted?.replaceAll("''", "'") ?? plain ?? null;
  if (number !== undefined) return [{ kind: 'number', text: number, sheet: null }];
  if (text !== undefined) return [{ kind: 'text', text, sheet: null }];
  if (reference !== undefined) return [{ kind: 'reference', text: reference, sheet }];
  if (columns !== undefined) return [{ kind: 'columns', text: columns, sheet }];
  const called = truth ?? name;
  if (called !== undefined) {
    const token: Token = { kind: 'name', text: called.toUpperCase(), sheet: null };
    return truth === undefined ? [token] : [token, signToken('('), signToken(')')];
  }
  return [signToken(sign ?? '')];
}

function signToken(text: string): Token {
  return { kind: 'sign', text, sheet: null };
}

/** The last row of a sheet, zero-based. */
const lastRow = 1_048_575;

/** `A:C`, as the cells of all rows. */
function wholeColumns({ text, sheet }: Token): Formula | null {
  const [from, to] = text.split(':').map((letters) => parseAddress(`${letters}1`));
  if (from == null || to == null) return null;
  return { kind: 'range', sheet, from, to: { ...to, row: lastRow } };
}

/** Deepest nesting that is read. */
const deepest = 60;

class Reader {
  private next = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  atEnd(): boolean {
    return this.next === this.tokens.length;
  }

  comparison(depth: number): Formula | null {
    const left = this.sum(depth);
    if (left === null) return null;
    const operator = this.take('=', '<', '>', '<=', '>=', '<>');
    if (operator === null) return left;
    const right = this.sum(depth);
    return right === null ? null : { kind: 'binary', operator, left, right };
  }

  private sum(depth: number): Formula | null {
    let left = this.product(depth);
    while (left !== null) {
      const operator = this.take('+', '-');
      if (operator === null) return left;
      const right = this.product(depth);
      if (right === null) return null;
      left = { kind: 'binary', operator, left, right };
    }
    return null;
  }

  private product(depth: number): Formula | null {
    let left = this.signed(depth);
    while (left !== null) {
      const operator = this.take('*', '/');
      if (operator === null) return left;
      const right = this.signed(depth);
      if (right === null) return null;
      left = { kind: 'binary', operator, left, right };
    }
    return null;
  }

  private signed(depth: number): Formula | null {
    if (depth > deepest) return null;
    const sign = this.take('+', '-');
    if (sign === null) return this.operand(depth);
    const operand = this.signed(depth + 1);
    if (operand === null || sign === '+') return operand;
    return { kind: 'negate', operand };
  }

  private operand(depth: number): Formula | null {
    const token = this.tokens[this.next];
    if (token === undefined) return null;
    this.next += 1;
    switch (token.kind) {
      case 'number':
        return { kind: 'number', text: token.text };
      case 'text':
        return { kind: 'text', text: token.text };
      case 'reference':
        return this.reference(token);
      case 'columns':
        return wholeColumns(token);
      case 'name':
        return this.call(token.text, depth + 1);
      case 'sign': {
        if (token.text !== '(') return null;
        const inner = this.comparison(depth + 1);
        return inner !== null && this.take(')') !== null ? inner : null;
      }
    }
  }

  private reference(token: Token): Formula | null {
    const from = parseAddress(token.text);
    if (from === null) return null;
    if (this.take(':') === null) return { kind: 'cell', sheet: token.sheet, at: from };
    const end = this.tokens[this.next];
    if (end?.kind !== 'reference') return null;
    this.next += 1;
    const to = parseAddress(end.text);
    return to === null ? null : { kind: 'range', sheet: token.sheet, from, to };
  }

  private call(name: string, depth: number): Formula | null {
    if (this.take('(') === null) return null;
    const args: Formula[] = [];
    if (this.take(')') !== null) return { kind: 'call', name, args };
    for (;;) {
      const arg = this.comparison(depth);
      if (arg === null) return null;
      args.push(arg);
      if (this.take(')') !== null) return { kind: 'call', name, args };
      if (this.take(',') === null) return null;
    }
  }

  private take<Sign extends string>(...signs: readonly Sign[]): Sign | null {
    const token = this.tokens[this.next];
    if (token?.kind !== 'sign') return null;
    const taken = signs.find((sign) => sign === token.text) ?? null;
    if (taken !== null) this.next += 1;
    return taken;
  }
}
