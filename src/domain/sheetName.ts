/** Do two names mean one sheet, and which name does a new sheet get where the one wanted is taken? */

/** Characters of a sheet's name at most. */
const longest = 31;

/** The name wanted, or the first of `name (2)`, `name (3)` … that is free, as Excel itself numbers copies. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const isTaken = (name: string): boolean => taken.some((other) => sameSheetName(other, name));
  const base = allowedName(wanted);
  if (!isTaken(base)) return base;
  for (let number = 2; ; number += 1) {
    const suffix = ` (${number})`;
    const name = base.slice(0, longest - suffix.length) + suffix;
    if (!isTaken(name)) return name;
  }
}

/** A name as Excel accepts it: no `: \ / ? * [ ]`, no apostrophe at either end, at most 31 characters. */
export function allowedName(wanted: string): string {
  const name = wanted
    .replace(/[:\\/?*[\]：＼／？＊［］]/g, '_')
    .slice(0, longest)
    .replace(/^'+|'+$/g, '')
    .trim();
  return name === '' || /^history$/i.test(name) ? `_${name}` : name;
}

/** True where both name one sheet: Excel does not tell capital letters from small ones. */
export function sameSheetName(one: string, other: string): boolean {
  return one === other || one.toLocaleLowerCase('en-US') === other.toLocaleLowerCase('en-US');
}
