/**
 * Where do two values differ? The first path, or null. Each two objects are compared once however often
 * they are met, so that two reports, whose parts are met by many ways, take milliseconds.
 */
export function difference(one: unknown, other: unknown): string | null {
  const compared = new Map<object, Set<object>>();
  const between = (a: unknown, b: unknown, path: string): string | null => {
    if (Object.is(a, b)) return null;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
      return `${path}: ${String(a)}, ${String(b)}`;
    }
    const known = compared.get(a) ?? new Set();
    if (known.has(b)) return null;
    compared.set(a, known.add(b));
    if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return `${path}: of two kinds`;
    const [these, those] = [entriesOf(a), entriesOf(b)];
    if (these.length !== those.length) return `${path}: ${these.length}, ${those.length} entries`;
    for (const [at, [key, value]] of these.entries()) {
      const [otherKey, otherValue] = those[at] ?? [];
      const found =
        between(key, otherKey, `${path}: name`) ??
        between(value, otherValue, `${path}.${String(key)}`);
      if (found !== null) return found;
    }
    return null;
  };
  return between(one, other, '');
}

/** What an object consists of: a map's or a set's contents in their order, others by name. */
function entriesOf(value: object): readonly (readonly [unknown, unknown])[] {
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)];
  if (value instanceof Set) return [...(value as Set<unknown>)].map((item) => [item, item]);
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
