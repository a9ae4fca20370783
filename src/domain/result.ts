/** How does a room hand on an outcome that may be an expected failure? */
import type { Fault } from './fault';

/** Either a value or the fault that prevented it; thrown errors are bugs only. */
export type Result<T, F = Fault> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: F };

/** Wraps a value. */
export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps a fault. */
export function failure<F>(fault: F): { readonly ok: false; readonly fault: F } {
  return { ok: false, fault };
}
