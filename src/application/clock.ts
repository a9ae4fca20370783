/** What time is it, and how is a while waited for? By the system's clock, or by one that a test holds. */

export interface Clock {
  now(): Date;
  /** Runs work after so many milliseconds; what is returned calls it off. */
  after(milliseconds: number, work: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => new Date(),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};
