/** Is the part of the program there that knows what stands in the way of submitting? */
import { loadPart } from '../../application/loadPart';
import type { submissionOf } from './useSubmission';

/** Loads it on the first call; null where the add-in's server does not answer. Each call tries again. */
export async function loadSubmission(): Promise<typeof submissionOf | null> {
  const part = await loadPart(() => import('./useSubmission'));
  return part?.submissionOf ?? null;
}
