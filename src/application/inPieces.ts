/** How is long work done beside a page that has to answer meanwhile? In pieces, with pauses between them. */
import type { Clock } from './clock';

/** So long the page may be busy at a stretch, in milliseconds. */
const stretch = 12;

/** Does all steps of a work, each of a few milliseconds at most; what it came to. */
export async function inPieces<T>(steps: Generator<undefined, T>, clock: Clock): Promise<T> {
  let began = clock.now().getTime();
  let step = steps.next();
  while (step.done !== true) {
    if (clock.now().getTime() - began >= stretch) {
      await new Promise<void>((resolve) => {
        clock.after(0, resolve);
      });
      began = clock.now().getTime();
    }
    step = steps.next();
  }
  return step.value;
}
