/** Which formulas take something from another workbook, by themselves or by a name that is defined? */
import type { WorkbookGrids, WorkbookName } from '../grid';

/** `[x.xlsx]表!`; not `表[预算数]+别的表!`, nor `[@预算数]+别的表!`, which name a column of a list. */
const bareLink = /(?:^|[\s@([{<>=+\-*/^&,;%])\[[^\]]+\][^\s'"!()[\]{}<>=+\-*/^&,;%]*!/;
/** `'[x.xlsx]表 1'!`, and `'C:\账\x.xlsx'!`: no sheet's own name has a bracket or a slash. */
const quotedLink = /'(?:[^']|'')*[[\\/](?:[^']|'')*'!/;
/** `x.xlsx!年初数`: a name that the other workbook defines. What stands before a cell's address is a sheet. */
const nameElsewhere =
  /\.(?:xls[xmb]?|xlt[xm]?|xlam?|ett?)'?!(?!\$?[a-z]{1,3}\$?\d|\$?\d+:|\$?[a-z]{1,3}:)/i;

/**
 * `INDIRECT("'[x.xlsx]表'!A1")`, `INDIRECT("["&B1&"]表!A1")`: a text that is put together to an address. What stands
 * in other cells is not looked at.
 */
const linkInText =
  /\bINDIRECT\s*\([^")]*"(?:'?(?:[a-z]:|\\\\)?(?:[^"]*[\\/])?\[|[^"]*\[[^\]"]*\][^"]*!|[^"]*\.(?:xls[xmb]?|ett?)\b)/i;

/** True for a formula that takes values from another workbook. */
export function refersToOtherWorkbook(formula: string): boolean {
  if (linkInText.test(formula)) return true;
  if (!formula.includes('!')) return false;
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return bareLink.test(bare) || quotedLink.test(bare) || nameElsewhere.test(bare);
}

/** A name as its source tells it. */
export interface NameDefinition extends Omit<WorkbookName, 'leads'> {
  /** With its leading `=`. */
  readonly formula: string;
}

/** What is known of names whose formulas are told; nothing where none of them leads out of the workbook. */
export function namesLeadingOut(definitions: readonly NameDefinition[]): readonly WorkbookName[] {
  const direct = definitions.map(({ formula }) => refersToOtherWorkbook(formula));
  if (!direct.includes(true)) return [];
  const names = new DefinedNames(definitions);
  return withLeads(
    definitions,
    direct,
    definitions.map(({ formula, sheet }) => names.usedIn(formula, sheet)),
  );
}

/**
 * Names with where they lead.
 *
 * @param direct whether each refers to another workbook itself
 * @param uses the names that each uses, by their places in the list
 */
export function withLeads(
  names: readonly Omit<WorkbookName, 'leads'>[],
  direct: readonly boolean[],
  uses: readonly (readonly number[])[],
): readonly WorkbookName[] {
  const users = new Map<number, number[]>();
  uses.forEach((used, user) => {
    for (const name of used) {
      const known = users.get(name);
      if (known === undefined) users.set(name, [user]);
      else known.push(user);
    }
  });
  const out = new Set(direct.flatMap((leads, at) => (leads ? [at] : [])));
  // What is added while it is gone through is gone through as well.
  for (const name of out) for (const user of users.get(name) ?? []) out.add(user);
  if (out.size === 0) return [];
  return names.map(({ name, sheet, isHidden }, at) => ({
    name,
    sheet,
    isHidden,
    leads: direct[at] === true ? 'out' : out.has(at) ? 'outByName' : 'nowhere',
  }));
}

const known = new WeakMap<readonly WorkbookName[], OtherWorkbooks>();

/** Tells of a workbook's formulas whether they take something from another one. */
export function otherWorkbooksOf({ names }: WorkbookGrids): OtherWorkbooks {
  const list = names ?? noNames;
  const found = known.get(list) ?? new OtherWorkbooks(list);
  known.set(list, found);
  return found;
}

const noNames: readonly WorkbookName[] = [];

class OtherWorkbooks {
  readonly #names: readonly WorkbookName[];
  readonly #byName: DefinedNames | null;

  constructor(names: readonly WorkbookName[]) {
    this.#names = names;
    this.#byName = names.length === 0 ? null : new DefinedNames(names);
  }

  /** @param sheet the one in which the formula stands */
  areReferredTo(formula: string, sheet: string): boolean {
    return refersToOtherWorkbook(formula) || this.#isByName(formula, sheet);
  }

  #isByName(formula: string, sheet: string): boolean {
    const used = this.#byName?.usedIn(formula, sheet) ?? [];
    return used.some((at) => this.#names[at]?.leads !== 'nowhere');
  }
}

/** `表!年初数`, `'表 1'!年初数`, `年初数`; not a function, and not a sheet. */
const nameInFormula =
  /(?:(?:'((?:[^']|'')+)'|([\p{L}_\\][\p{L}\p{N}_.?\\]*))!)?([\p{L}_\\][\p{L}\p{N}_.?\\]*)(?!\s*[(!\p{L}\p{N}_.?\\])/gu;

/** Names found as Excel finds them: without regard to case, a sheet's own first. */
class DefinedNames {
  readonly #places = new Map<string, number>();

  constructor(names: readonly { readonly name: string; readonly sheet: string | null }[]) {
    names.forEach(({ name, sheet }, at) => {
      this.#places.set(key(name, sheet), at);
    });
  }

  /** The places of the names that a formula uses. */
  usedIn(formula: string, sheet: string | null): number[] {
    const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
    return [...bare.matchAll(nameInFormula)].flatMap(([, quoted, plain, name = '']) => {
      const owner = quoted?.replaceAll("''", "'") ?? plain ?? sheet;
      const own = owner === null ? undefined : this.#places.get(key(name, owner));
      return own ?? this.#places.get(key(name, null)) ?? [];
    });
  }
}

function key(name: string, sheet: string | null): string {
  return JSON.stringify([name.toLowerCase(), sheet?.toLowerCase() ?? null]);
}
