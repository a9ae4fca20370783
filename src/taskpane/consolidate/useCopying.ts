/** A text is copied and that is said; where the pane may not, it is shown to be copied by hand. */
import { useState } from 'react';
import { copyText } from '../check/list/clipboard';
import type { Remark } from './state';
import { useConsolidation } from './useConsolidation';

export interface Copying {
  /** The text that could not be copied. */
  readonly byHand: string | null;
  readonly copy: (text: string, done: Remark) => void;
  readonly close: () => void;
}

export function useCopying(): Copying {
  const { consolidate } = useConsolidation();
  const [byHand, setByHand] = useState<string | null>(null);
  const copy = async (text: string, done: Remark) => {
    const isCopied = await copyText(text);
    setByHand(isCopied ? null : text);
    if (isCopied) consolidate.remark(done);
  };
  return {
    byHand,
    copy: (text, done) => void copy(text, done),
    close: () => {
      setByHand(null);
    },
  };
}
