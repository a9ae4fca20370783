/** What comes of work that may never end? */

/** What the work came to, boxed; its error where it fails in time; null where it does not end in time. */
export async function withinTime<T>(
  work: Promise<T>,
  milliseconds: number,
): Promise<{ readonly value: T } | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, milliseconds);
  });
  try {
    return await Promise.race([work.then((value) => ({ value })), late]);
  } finally {
    clearTimeout(timer);
  }
}
