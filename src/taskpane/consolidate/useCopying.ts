/** A text is copied and that is said; where the pane may not, it is shown to be copied by hand. */
import { useMemo, useState } from 'react';
import { copyText } from '../check/list/clipboard';
import type { Remark } from './state';
import { useConsolidationMeans } from './useConsolidation';

export interface Copying {
  /** The text that could not be copied. */
  readonly byHand: string | null;
  readonly copy: (text: string, done: Remark) => void;
  readonly close: () => void;
}

export function useCopying(): Copying {
  const { consolidate } = useConsolidationMeans();
  const [byHand, setByHand] = useState<string | null>(null);
  return useMemo(() => {
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
  }, [byHand, consolidate]);
}
