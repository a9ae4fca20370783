// What does the channel between library and host give back for a batch?

/** OfficeJsErrorCode_* of the library: what the channel itself says, without an answer. */
export const TransportCode = {
  cellEdit: 5004,
  sessionTimedOut: 5012,
  activityLimit: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  noCapability: 7000,
} as const;
/** What the channel gives back: an answer, a status instead of one, or nothing at all. */
export type Outcome =
  | { readonly kind: 'answer'; readonly body: string }
  | { readonly kind: 'status'; readonly code: number }
  | { readonly kind: 'silence' };
