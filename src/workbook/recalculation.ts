// Which formulas must be calculated after a change, and what did that change?

import type { EngineFormula, EngineSheet, FormulaEngine } from './engine';
import type { Rect } from './address';
import { intersect, parseRect } from './address';
import { rectOf, tokenize, untokenize } from './formulaText';
import type { Sheet } from './sheet';
import { sameValue } from './values';
import type { Workbook } from './workbook';

interface KnownFormula extends EngineFormula {
  readonly references: readonly { readonly sheet: string; readonly rect: Rect }[];
  readonly volatile: boolean;
}

const VOLATILE = new Set([
  'NOW',
  'TODAY',
  'RAND',
  'RANDBETWEEN',
  'RANDARRAY',
  'OFFSET',
  'INDIRECT',
  'CELL',
  'INFO',
]);
/** A name may stand for a name; this many times, so that circles end. */
const MAX_NAME_DEPTH = 8;

/** Keeps the values of formulas up to date with what they refer to. */
export class Recalculation {
  #dirty: { sheet: string; rect: Rect }[] = [];
  #entered: { sheet: string; rect: Rect }[] = [];
  #everything = false;
  readonly #known = new Map<Sheet, { version: number; formulas: KnownFormula[] }>();

  constructor(
    private readonly workbook: Workbook,
    private readonly engine: FormulaEngine,
  ) {
    for (const sheet of workbook.sheets) {
      for (const [row, line] of sheet.cells) {
        for (const [column, cell] of line) {
          if (cell.formula === undefined || cell.value !== undefined) continue;
          this.touch(sheet, { top: row, bottom: row, left: column, right: column });
        }
      }
    }
  }

  get pending(): boolean {
    return this.#everything || this.#dirty.length > 0;
  }

  /** Cells got other values or formulas. */
  touch(sheet: Sheet, rect: Rect): void {
    const place = { sheet: sheet.name.toLowerCase(), rect };
    this.#dirty.push(place);
    this.#entered.push(place);
  }

  /** References moved, or sheets or names changed: calculate everything. */
  touchAll(): void {
    this.#everything = true;
    this.#known.clear();
  }

  /**
   * Calculates what is pending, or only the formulas that were entered themselves;
   * answers the sheets on which something was calculated.
   */
  async settle(scope: 'all' | 'entered'): Promise<Set<Sheet>> {
    const calculated = new Set<Sheet>();
    if (!this.pending || (scope === 'entered' && this.#entered.length === 0)) return calculated;
    const formulas = this.workbook.sheets.flatMap((sheet) => this.#formulasOf(sheet));
    let due: readonly KnownFormula[];
    if (scope === 'entered') due = this.#enteredOf(formulas);
    else {
      due = this.#everything ? formulas : this.#affected(formulas);
      this.#dirty = [];
      this.#everything = false;
    }
    this.#entered = [];
    if (due.length === 0) return calculated;
    const byId = new Map(this.workbook.sheets.map((sheet) => [sheet.id, sheet]));
    const results = await this.engine.calculate(this.workbook.sheets.map(engineSheet), due);
    for (const formula of due) {
      const sheet = byId.get(formula.sheetId);
      if (sheet) calculated.add(sheet);
    }
    for (const { sheetId, row, column, value } of results) {
      const sheet = byId.get(sheetId);
      const before = sheet?.cell(row, column);
      if (!sheet || (before && sameValue(before.value, value))) continue;
      const list = this.#known.get(sheet);
      const cell = sheet.edit(row, column);
      cell.value = value;
      delete cell.shared;
      if (list) list.version = sheet.version;
    }
    return calculated;
  }

  #enteredOf(formulas: readonly KnownFormula[]): KnownFormula[] {
    const names = new Map(this.workbook.sheets.map((s) => [s.id, s.name.toLowerCase()]));
    return formulas.filter((f) =>
      this.#entered.some(
        ({ sheet, rect }) => sheet === names.get(f.sheetId) && intersect(rect, ownRect(f)),
      ),
    );
  }

  #affected(formulas: readonly KnownFormula[]): KnownFormula[] {
    const names = new Map(this.workbook.sheets.map((s) => [s.id, s.name.toLowerCase()]));
    const due = new Set<KnownFormula>();
    let fresh = new Map<string, Rect[]>();
    for (const { sheet, rect } of this.#dirty) {
      fresh.set(sheet, [...(fresh.get(sheet) ?? []), rect]);
    }
    const hit = (sheet: string, rect: Rect): boolean =>
      fresh.get(sheet)?.some((r) => intersect(r, rect)) ?? false;
    while (fresh.size > 0) {
      const next = new Map<string, Rect[]>();
      for (const formula of formulas) {
        if (due.has(formula)) continue;
        const own = names.get(formula.sheetId) ?? '';
        const place = ownRect(formula);
        const concerned =
          formula.volatile ||
          hit(own, place) ||
          formula.references.some((r) => hit(r.sheet, r.rect));
        if (!concerned) continue;
        due.add(formula);
        next.set(own, [...(next.get(own) ?? []), place]);
      }
      fresh = next;
    }
    return [...due];
  }

  #formulasOf(sheet: Sheet): KnownFormula[] {
    const known = this.#known.get(sheet);
    if (known?.version === sheet.version) return known.formulas;
    const formulas: KnownFormula[] = [];
    for (const [row, line] of sheet.cells) {
      for (const [column, cell] of line) {
        if (cell.formula === undefined) continue;
        const formula = this.expandNames(cell.formula, sheet);
        const array = cell.array === undefined ? undefined : parseRect(cell.array);
        formulas.push({
          sheetId: sheet.id,
          row,
          column,
          formula,
          array,
          ...mentions(formula, sheet),
        });
      }
    }
    this.#known.set(sheet, { version: sheet.version, formulas });
    return formulas;
  }

  /** The formula with defined names replaced by what they stand for. */
  expandNames(formula: string, sheet: Sheet, depth = 0): string {
    const tokens = tokenize(formula);
    if (depth > MAX_NAME_DEPTH || !tokens.some((t) => t.kind === 'name')) return formula;
    const names = this.workbook.names();
    return untokenize(
      tokens.map((token) => {
        if (token.kind !== 'name') return token;
        const same = names.filter((n) => n.name.toLowerCase() === token.text.toLowerCase());
        const name = same.find((n) => n.scope === sheet) ?? same.find((n) => !n.scope);
        if (!name) return token;
        const inner = this.expandNames(name.formula, sheet, depth + 1);
        const plain = tokenize(inner);
        const text = plain.length === 1 && plain[0]?.kind === 'reference' ? inner : `(${inner})`;
        return { kind: 'other', text };
      }),
    );
  }
}

const ownRect = (f: EngineFormula): Rect =>
  f.array ?? { top: f.row, bottom: f.row, left: f.column, right: f.column };

function mentions(formula: string, sheet: Sheet): Pick<KnownFormula, 'references' | 'volatile'> {
  const references: { sheet: string; rect: Rect }[] = [];
  let volatile = false;
  for (const token of tokenize(formula)) {
    if (token.kind === 'function') volatile ||= VOLATILE.has(token.text.toUpperCase());
    if (token.kind === 'reference' && !token.broken) {
      references.push({ sheet: (token.sheet ?? sheet.name).toLowerCase(), rect: rectOf(token) });
    }
  }
  return { references, volatile };
}

const engineSheet = (sheet: Sheet): EngineSheet => ({
  id: sheet.id,
  name: sheet.name,
  version: sheet.version,
  eachValue: (visit) => {
    for (const [row, line] of sheet.cells) {
      for (const [column, cell] of line) {
        if (cell.value !== undefined) visit(row, column, cell.value);
      }
    }
  },
});
