/** Work in steps of a few milliseconds, for who has something else to do meanwhile; how is it done without a pause? */

/** Does all steps of a work at once. */
export function atOnce<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
