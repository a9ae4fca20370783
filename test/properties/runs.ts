/**
 * How often are properties tried? `PROPERTY_FACTOR=20 npx jest test/properties` looks longer.
 *
 * The dearest are tried on a third of their cases, always the same ones, and on all with `PROPERTY_FACTOR=1`,
 * as .ci/run does.
 */

const asked = process.env['PROPERTY_FACTOR'];

/** `count`, or a multiple of it where a longer search is asked for. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: count * Number(asked ?? 1) };
}

/** A third of `count`, all of it or a multiple where that is asked for; for properties that take seconds. */
export function dearRuns(count: number): { readonly numRuns: number } {
  return asked === undefined ? { numRuns: Math.ceil(count / 3) } : runs(count);
}
