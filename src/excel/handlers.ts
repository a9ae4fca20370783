/** How do registrations for Excel's events end? */
import { translateError } from './hostErrors';

/** A handler as Excel hands it back when it is registered. */
export interface Registered {
  readonly context: OfficeExtension.ClientRequestContext;
  remove(): void;
}

/** Ends the registrations. Where Excel does not take it, events still come but reach nobody. */
export async function unregister(handlers: readonly Registered[]): Promise<void> {
  const [first] = handlers;
  if (first === undefined) return;
  for (const handler of handlers) handler.remove();
  await first.context.sync().catch((error: unknown) => {
    if (translateError(error) === null) throw error;
  });
}
