/**
 * The plain ways in which clerks quote the tables, with what they put in front of the figures and behind them: every
 * second clause has an introduction, every third something behind it. Distractors are passages about a part, and figures
 * beside the tables.
 */
import { behind } from './clauses/behind';
import { lineClaims, wholeClaims } from './clauses/claims';
import { introductions } from './clauses/introductions';
import { beside, distractor, restricted } from './clauses/others';
import { inOrder } from './dealt';
import type { Phrase } from './phrase';

const claims = [...wholeClaims, ...lineClaims].map((clause, at): Phrase => {
  const front = at % 2 === 0 ? introductions[(at * 7) % introductions.length] : undefined;
  const back = at % 3 === 0 ? behind[(at * 5) % behind.length] : undefined;
  const text = `${front ?? ''}${clause}${back ?? '。'}`;
  return /\{(?:\w\.)?f\}/.test(text) ? { text, rounds: ['annual'] } : { text };
});

const distractors = [...beside, ...restricted].map(distractor);

export const thirtieth = inOrder(claims, distractors);
