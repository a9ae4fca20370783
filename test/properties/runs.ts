/** How often are properties tried? `PROPERTY_FACTOR=20 npx jest test/properties` looks longer. */

/** `count`, or a multiple of it where a longer search is asked for. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: count * Number(process.env['PROPERTY_FACTOR'] ?? 1) };
}
