/** What comes of work that may never end? */
import type { Clock } from '../application/clock';

/** What the work came to, boxed; its error where it fails in time; null where it does not end in time. */
export async function withinTime<T>(
  work: Promise<T>,
  milliseconds: number,
  clock: Clock,
): Promise<{ readonly value: T } | null> {
  let stop: (() => void) | undefined;
  const late = new Promise<null>((resolve) => {
    stop = clock.after(milliseconds, () => {
      resolve(null);
    });
  });
  try {
    return await Promise.race([work.then((value) => ({ value })), late]);
  } finally {
    stop?.();
  }
}
