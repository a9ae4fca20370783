/** What is a piece of a report's text? */
import type { Quantity } from './quantities';
import type { Meaning } from './words';

/** A piece of the text that says something, by its signs. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'word'; readonly means: Meaning }
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'stop'; readonly ends: 'clause' | 'segment' | 'sentence' | 'paragraph' }
  | { readonly kind: 'bracket'; readonly opens: boolean }
);

/** What a token says, wherever it stands. */
export type TokenContent = Token extends infer T
  ? T extends Token
    ? Omit<T, 'start' | 'end'>
    : never
  : never;
